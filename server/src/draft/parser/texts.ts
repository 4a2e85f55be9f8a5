import type { Parents, PhrasingContent, Text } from 'mdast';
import type { Point, Position } from 'unist';
import { cutPieces, type Pieces } from '../../mdast/tree';
import { countLineEnds, lineStart } from '../lines';
import { findAddresses, piecesOf } from './markdown';

/** Longer texts are no one's prose, and looking for addresses in them takes more than linear time. */
const LONGEST_TEXT = 10_000;

/** Keeps what the parser recorded of a text in its data; its positions still count from the parsed source. */
export function keepPieces(node: Text): void {
  const pieces = piecesIn(node);
  if (pieces !== undefined) node.data = { ...node.data, pieces };
}

function piecesIn(node: Text): Pieces | undefined {
  const start = node.position!.start.offset!;
  // Nothing in Markdown is shown by less source than it has characters, so equal lengths are the same text.
  if (node.value.length === node.position!.end.offset! - start) return undefined;
  const recorded = piecesOf(node);
  if (recorded === undefined) return undefined;
  // The space after the box of a task is taken off after it was recorded.
  const surplus = recorded[recorded.length - 3]! - node.value.length;
  const pieces: number[] = [];
  for (let at = 0; at < recorded.length; at += 3) {
    add(pieces, recorded[at]! - surplus, Math.max(recorded[at + 1]! - start, 0), recorded[at + 2]! - start);
  }
  return pieces;
}

/** Adds a stretch up to `valueEnd`, and makes one of it and the last where both are the same text as their source. */
function add(pieces: number[], valueEnd: number, from: number, to: number): void {
  const last = pieces.length - 3;
  const valueStart = last >= 0 ? pieces[last]! : 0;
  if (valueEnd <= valueStart) return;
  if (last >= 0 && pieces[last + 2] === from && valueEnd - valueStart === to - from) {
    const before = last >= 3 ? pieces[last - 3]! : 0;
    if (valueStart - before === pieces[last + 2]! - pieces[last + 1]!) {
      pieces[last] = valueEnd;
      pieces[last + 2] = to;
      return;
    }
  }
  pieces.push(valueEnd, from, to);
}

/** Makes links of the addresses in a node's texts that the parser left as they are, with positions. */
export function linkAddresses(parent: Parents, source: string): void {
  const children = parent.children as PhrasingContent[];
  for (let index = 0; index < children.length; index++) {
    const node = children[index]!;
    if (node.type !== 'text' || node.value.length > LONGEST_TEXT || !/@|:\/\/|www\./i.test(node.value))
      continue;
    const parts = findAddresses(node.value);
    if (parts.length === 1 && parts[0]!.type === 'text') continue;
    place(parts, node, source);
    children.splice(index, 1, ...parts);
    index += parts.length - 1;
  }
}

/** Gives the parts of a text their positions and maps. */
function place(parts: readonly PhrasingContent[], whole: Text, source: string): void {
  const start = whole.position!.start.offset!;
  const pieces = piecesIn(whole) ?? [whole.value.length, 0, whole.value.length];
  let done = 0;
  for (const part of parts) {
    const text = part.type === 'link' ? (part.children[0] as Text) : (part as Text);
    const within = cutPieces(pieces, done, done + text.value.length);
    done += text.value.length;
    const from = within[1]!;
    const to = within[within.length - 1]!;
    text.position = positionOf(source, whole, start + from, start + to);
    if (to - from !== text.value.length) {
      text.data = { pieces: within.map((value, at) => (at % 3 === 0 ? value : value - from)) };
    }
    if (part !== text) part.position = positionOf(source, whole, start + from, start + to);
  }
}

function positionOf(source: string, whole: Text, start: number, end: number): Position {
  return {
    start: pointAt(source, whole.position!.start, start),
    end: pointAt(source, whole.position!.start, end),
  };
}

function pointAt(source: string, known: Point, offset: number): Point {
  const from = lineStart(source, offset);
  if (from <= known.offset!)
    return { line: known.line, column: known.column + offset - known.offset!, offset };
  const line = known.line + countLineEnds(source, known.offset!, from);
  return { line, column: offset - from + 1, offset };
}
