import type { Nodes, RootContent, Text } from 'mdast';
import type { Labels } from './labels';
import { afterLineEnd, lineEnd, lineStart } from './lines';
import { parseMarkdown, piecesOf } from './markdown';
import type { PlacedBlock } from './types';

/**
 * How much is parsed at a time, in UTF-16 code units. micromark takes more than linear time and much memory
 * for long texts, so long drafts are read slice by slice.
 */
const SLICE = 16_000;

/**
 * The longest block. Nothing that a person writes is longer; what is (a table of a million rows, a code
 * fence that never ends) is cut at a line start, and what follows the cut is read as a block of its own.
 */
export const LONGEST_BLOCK = 500_000;

export interface ReadOptions {
  /** What references may refer to: the labels of the whole draft. */
  readonly labels?: Labels | undefined;
  /** How much to parse at a time. Whatever it is, the blocks are the same. */
  readonly slice?: number;
  /** Asked with the start of each block before it is read: true ends the reading there. */
  readonly stopAt?: (start: number) => boolean;
}

/**
 * Reads top-level blocks from `start` (the beginning of a line at which a block begins, or nothing yet has)
 * to the end of `text`.
 *
 * Markdown is read from top to bottom, and at the start of a top-level block nothing of what came before
 * matters, except the labels that inline references need. So a text may be parsed in slices that end after
 * a blank line: the last block of a slice may go on after it, and is read again with the next slice; what
 * stands before that one is final.
 *
 * @param line of `start`, counted from 0.
 */
export function readBlocks(
  text: string,
  start: number,
  line: number,
  options: ReadOptions = {},
): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const first = options.slice ?? SLICE;
  let size = first;
  while (start < text.length) {
    const slice = sliceFrom(text, start, size);
    const source = copy(text.slice(start, slice.end));
    const nodes = parseMarkdown(source, options.labels);
    const whole = slice.end === text.length;
    const final = whole ? nodes.length : slice.forced ? Math.max(1, nodes.length - 2) : nodes.length - 1;
    if (final < 1 && !whole) {
      if (nodes.length === 0) {
        // Nothing but blank lines.
        line += countLines(source);
        start = slice.end;
      } else {
        size *= 4;
      }
      continue;
    }
    const begins = nodes.map((node) => lineStart(source, node.position!.start.offset!));
    for (let index = 0; index < final; index++) {
      const node = nodes[index]!;
      const begin = begins[index]!;
      if (options.stopAt?.(start + begin)) return blocks;
      const end = Math.min(lineEnd(source, node.position!.end.offset!), begins[index + 1] ?? source.length);
      const top = node.position!.start.line - 1;
      settle(node, begin, top);
      blocks.push({
        block: { text: source.slice(begin, end), node },
        start: start + begin,
        line: line + top,
      });
    }
    if (whole) break;
    const next = nodes[final];
    if (next === undefined) {
      line += countLines(source);
      start = slice.end;
    } else {
      if (options.stopAt?.(start + begins[final]!)) return blocks;
      line += next.position!.start.line - 1;
      start += begins[final]!;
    }
    size = first;
  }
  return blocks;
}

/** A copy that keeps nothing else alive: engines let a part of a string hold on to the whole. */
function copy(text: string): string {
  return ` ${text}`.slice(1);
}

function countLines(source: string): number {
  let lines = 0;
  for (let at = 0; at < source.length; at++) {
    at = lineEnd(source, at);
    const next = afterLineEnd(source, at);
    if (next === at) break;
    lines++;
    at = next - 1;
  }
  return lines;
}

/** Where a slice ends that begins at `start`: after a blank line, or, where there is none for too long, after any. */
function sliceFrom(text: string, start: number, size: number): { end: number; forced: boolean } {
  if (text.length - start <= size) return { end: text.length, forced: false };
  const furthest = start + LONGEST_BLOCK;
  let from = lineStart(text, Math.min(start + size, furthest));
  let last = Math.max(from, start);
  while (from < text.length && from <= furthest) {
    if (from > start) last = from;
    const end = lineEnd(text, from);
    const next = afterLineEnd(text, end);
    if (next > start && isBlank(text, from, end)) return { end: next, forced: false };
    if (next === end) return { end: text.length, forced: false };
    from = next;
  }
  if (from >= text.length) return { end: text.length, forced: false };
  // A line that is longer than a block may be is a block.
  return { end: last > start ? last : from, forced: true };
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

/** Makes a node's positions count from its block, and puts the maps of its texts on them. */
function settle(node: RootContent, start: number, top: number): void {
  const rest: Nodes[] = [node];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const position = next.position!;
    if (next.type === 'text') keepPieces(next);
    position.start.offset! -= start;
    position.end.offset! -= start;
    position.start.line -= top;
    position.end.line -= top;
    if ('children' in next) for (const child of next.children) rest.push(child);
  }
}

function keepPieces(node: Text): void {
  const { start, end } = node.position!;
  if (node.value.length === end.offset! - start.offset!) return;
  const pieces = piecesOf(node);
  if (pieces === undefined) return;
  // The space after a task list's box is taken off after it was recorded.
  const surplus = pieces[pieces.length - 3]! - node.value.length;
  const kept: number[] = [];
  for (let at = 0; at < pieces.length; at += 3) {
    const valueEnd = pieces[at]! - surplus;
    const from = Math.max(pieces[at + 1]!, start.offset!) - start.offset!;
    const to = pieces[at + 2]! - start.offset!;
    const valueStart = kept.length > 0 ? kept[kept.length - 3]! : 0;
    if (valueEnd <= valueStart) continue;
    const previous = kept.length > 0 && kept[kept.length - 1] === from;
    if (previous && valueEnd - valueStart === to - from && isLinear(kept)) {
      kept[kept.length - 3] = valueEnd;
      kept[kept.length - 1] = to;
    } else {
      kept.push(valueEnd, from, to);
    }
  }
  node.data = { ...node.data, pieces: kept };
}

/** Whether the last piece stands for as much source as it has text. */
function isLinear(pieces: readonly number[]): boolean {
  const valueStart = pieces.length > 3 ? pieces[pieces.length - 6]! : 0;
  return pieces[pieces.length - 3]! - valueStart === pieces[pieces.length - 1]! - pieces[pieces.length - 2]!;
}
