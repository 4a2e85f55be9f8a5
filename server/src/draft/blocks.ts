import type { RootContent } from 'mdast';
import { accepted } from '../criticmarkup/accepted';
import { changeStrings, eachNode } from '../mdast/tree';
import { copy } from '../text/copy';
import { ReadBlock } from './block-map';
import { isClean, startOf } from './context-free';
import { cutOf, firstTooLong, likelyCut } from './cuts';
import type { Labels } from './labels';
import { afterBlankLines, afterLineEnd, countLineEnds, lineEnd, lineStart } from './lines';
import { parseMarkdown } from './parser/markdown';
import { keepPieces, linkAddresses } from './parser/texts';
import { plainAt, plainFrom } from './plain';
import type { Plain } from './plain/lines';
import { isHeaviest, weightOf } from './size-limit';
import { isTooMuch, LONGEST_BLOCK, mayBeItem, type Slice, sliceFrom } from './slices';
import type { Block, PlacedBlock } from './types';

/**
 * How many UTF-16 code units are parsed at a time. micromark takes more than linear time and much memory for long
 * texts, so long drafts are read in slices.
 */
const SLICE = 8_000;

interface ReadOptions {
  /** The labels of link definitions and footnotes in the whole draft, for references in the blocks. */
  readonly labels?: Labels | undefined;
  /** How many UTF-16 code units to parse at a time. It does not change the blocks. */
  readonly slice?: number;
  /** Whether to copy the text of blocks. Otherwise it keeps the whole slice around it in memory. */
  readonly apart?: boolean;
  /** Called with the start of each block before it is read. Reading ends when it returns true. */
  readonly stopAt?: (start: number) => boolean;
  /** The weight of the blocks before `start`, which counts towards the limit for a draft: see `size-limit.ts`. */
  readonly spent?: number;
  /** For tests: if false, the parser reads plain blocks, too. It does not change the blocks. */
  readonly plain?: boolean;
}

/** Blocks up to this length are shared if their texts are equal; longer ones are hardly ever repeated. */
const LONGEST_REPEATED = 100;

/** Replaces a plain paragraph for the parser, which needs to see only that a paragraph begins. */
const STUB = 'a';

/**
 * Reads top-level blocks from `start`, which begins a line and does not lie within a block, to the end of `text`.
 *
 * A top-level block does not depend on the text before it, except for labels of references and the cases in
 * `startsClean` in `context-free.ts`, so a text can be parsed in slices. The last block of a slice may continue after it, so it is read
 * again with the next slice. If the slice does not end after a blank line, so is the block before: the title of a
 * definition may follow. Plain blocks are read without the parser, and a slice ends before them. Short blocks with the
 * same text are the same object, so that cached results are computed once.
 *
 * @param line of `start`, counted from 0
 */
export function readBlocks(text: string, start: number, line: number, options: ReadOptions): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const first = options.slice ?? SLICE;
  let size = first;
  /** The offset of a seemingly plain block that turned out to be part of another block: no slice ends there. */
  let mistaken = -1;
  /** Where the block at `tried.start` was to be cut, if it is as long as it seemed. */
  let tried = { start: -1, cut: -1 };
  /** Where the block that was read turned out to be cut. */
  let known: number | undefined;
  /** Whether the rest of the text is too short to exceed the limit for a block. */
  let fits = false;
  const { plain: quick = true } = options;
  const repeated = new Map<string, ReadBlock>();
  let weight = options.spent ?? 0;
  const isEnough = (block: Block): boolean => {
    if (options.spent !== undefined) weight += weightOf(block);
    return isHeaviest(weight);
  };
  /** @param plain its `end` counts from its own start */
  const push = ({ node, end, lines }: Plain): void => {
    const own = text.slice(start, start + end);
    const mayRepeat = end <= LONGEST_REPEATED && node.type !== 'html';
    let block = mayRepeat ? repeated.get(own) : undefined;
    if (!block) {
      if (options.apart) changeStrings([node], copy);
      block = new ReadBlock(options.apart ? copy(own) : own, node);
      if (mayRepeat) repeated.set(own, block);
    }
    blocks.push({ block, start, line });
    isEnough(block);
    start = afterLineEnd(text, start + end);
    line += lines;
  };
  while (start < text.length && !isHeaviest(weight)) {
    const begin = afterBlankLines(text, start);
    line += countLineEnds(text, start, begin);
    start = begin;
    if (start < text.length && options.stopAt?.(start)) return blocks;
    if (quick) {
      const plain = plainAt(text, begin, options.labels);
      if (plain && !isTooMuch(text, begin, plain.end) && !cutOf(text, begin, plain.end, plain.node.type)) {
        push({ ...plain, end: plain.end - begin });
        continue;
      }
    }
    const isFound = known !== undefined;
    const cut: number | undefined = known ?? (tried.start < start ? likelyCut(text, start) : undefined);
    known = undefined;
    if (quick && cut !== undefined) {
      const plain = plainAt(text.slice(start, cut), 0, options.labels);
      if (plain && isCutAt(cut, text, start, plain.node.type, start + plain.end)) {
        push(plain);
        continue;
      }
    }
    let stub =
      quick && mistaken < start
        ? plainFrom(text, start, Math.min(start + first, text.length), options.labels)
        : -1;
    if (isTooMuch(text, start, stub)) stub = -1;
    let slice: Slice =
      stub === -1
        ? sliceFrom(text, start, size, options.apart && size === first)
        : { end: stub, after: 'blank' };
    if (cut !== undefined && (isFound || cut <= slice.end || size > first)) {
      tried = { start, cut };
      stub = -1;
      slice = { end: cut, after: 'line' };
    } else if (
      quick &&
      !fits &&
      slice.end < text.length &&
      (slice.after !== 'blank' || mayBeItem(text, start))
    ) {
      const { end, after } = sliceFrom(text, start, LONGEST_BLOCK);
      fits = end === text.length && after !== 'longest';
      const plain = after === 'longest' ? plainAt(text.slice(start, end), 0, options.labels) : undefined;
      if (plain && afterBlankLines(text, afterLineEnd(text, start + plain.end)) >= end) {
        push(plain);
        continue;
      }
    }
    const source = stub === -1 ? copy(text.slice(start, slice.end)) : text.slice(start, stub) + STUB;
    const nodes = parseMarkdown(source, options.labels);
    if (stub !== -1 && !endsWithStub(nodes, source, stub - start)) {
      mistaken = stub;
      continue;
    }
    const begins = nodes.map((node) => lineStart(source, startOf(node).offset!));
    const whole = firstTooLong(nodes, source, begins);
    if (whole?.index === 0 && (tried.start < start || start + whole.cut !== tried.cut)) {
      known = start + whole.cut;
      continue;
    }
    const isCut =
      nodes.length === 1 &&
      slice.end === tried.cut &&
      isCutAt(slice.end, text, start, nodes[0]!.type, start + nodes[0]!.position!.end.offset!);
    const final = isCut
      ? 1
      : Math.min(finalIn(nodes, source, slice, text.length), whole?.index || nodes.length);
    if (final === 0 && nodes.length > 0) {
      size *= 4;
      continue;
    }
    const clean = nodes.map((_, index) => isClean(nodes, source, index));
    for (let index = 0; index < final; index++) {
      const node = nodes[index]!;
      const begin = begins[index]!;
      if (index > 0 && clean[index] && options.stopAt?.(start + begin)) return blocks;
      const end = Math.min(lineEnd(source, node.position!.end.offset!), begins[index + 1] ?? source.length);
      const top = startOf(node).line - 1;
      settle(node, source, begin, top);
      if (options.apart) changeStrings([node], copy);
      const own = options.apart ? copy(source.slice(begin, end)) : source.slice(begin, end);
      const withoutMarks = accepted(node, own);
      const block = withoutMarks
        ? new ReadBlock(withoutMarks.text, withoutMarks.node, { text: own, node })
        : new ReadBlock(own, node);
      blocks.push({ block, start: start + begin, line: line + top });
      if (isEnough(block)) return blocks;
    }
    const next = nodes[final];
    if (next !== undefined && clean[final] && options.stopAt?.(start + begins[final]!)) return blocks;
    const done = next === undefined ? source.length : begins[final]!;
    line += next === undefined ? countLineEnds(source, 0, done) : startOf(next).line - 1;
    start += done;
    // After a block that was too long for a slice, the larger size is kept: the block probably continues.
    if (slice.after !== 'longest') size = first;
  }
  return blocks;
}

/** Whether a block of this type that was read from `start` to `end` goes on behind `cut`, and is cut there. */
function isCutAt(
  cut: number,
  text: string,
  start: number,
  type: Block['node']['type'],
  end: number,
): boolean {
  return (
    cutOf(text, start, text.length, type) === cut &&
    afterBlankLines(text, afterLineEnd(text, lineEnd(text, end))) >= cut
  );
}

function endsWithStub(nodes: readonly RootContent[], source: string, at: number): boolean {
  const last = nodes.at(-1);
  return (
    last?.type === 'paragraph' &&
    last.position!.start.offset === at &&
    isClean(nodes, source, nodes.length - 1)
  );
}

/** How many nodes of a slice cannot be changed by anything that follows it. */
function finalIn(nodes: readonly RootContent[], source: string, slice: Slice, length: number): number {
  if (slice.end === length) return nodes.length;
  const all = nodes.length - (slice.after === 'blank' ? 1 : 2);
  let final = all;
  while (final > 0 && !isClean(nodes, source, final)) final--;
  // In the longest slice without a clean start, reading continues at a block that does not start clean.
  return slice.after === 'longest' && final <= 0 ? Math.max(1, all) : Math.max(0, final);
}

/** Makes the positions of a node count from its block, and completes its text nodes. */
function settle(node: RootContent, source: string, start: number, top: number): void {
  eachNode([node], (next) => {
    const position = next.position!;
    if (next.type === 'heading') position.start = { ...startOf(next) };
    if (next.type === 'text') keepPieces(next);
    else if ('children' in next && next.type !== 'link' && next.type !== 'linkReference')
      linkAddresses(next, source);
    position.start.offset! -= start;
    position.end.offset! -= start;
    position.start.line -= top;
    position.end.line -= top;
  });
}
