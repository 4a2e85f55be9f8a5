import type { Nodes, RootContent } from 'mdast';
import type { Point } from 'unist';
import { accepted } from '../criticmarkup/accepted';
import { changeStrings, eachNode } from '../tree';
import { ReadBlock } from './block-map';
import type { Labels } from './labels';
import { afterBlankLines, afterLineEnd, countLineEnds, lineEnd, lineStart } from './lines';
import { parseMarkdown } from './parser/markdown';
import { keepPieces, linkAddresses } from './parser/texts';
import { isContainer, plainAt, plainFrom } from './plain';
import type { Plain } from './plain/lines';
import { isTooMuch, LONGEST_BLOCK, mayBeItem, type Slice, sliceFrom } from './slices';
import type { Block, PlacedBlock } from './types';
import { isHeaviest, isUnread, weightOf } from './weight';

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
  /** The weight of the blocks before `start`, which counts towards the limit for a draft: see `weight.ts`. */
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
 * `startsClean`, so a text can be parsed in slices. The last block of a slice may continue after it, so it is read
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
      if (plain && !isTooMuch(text, begin, plain.end)) {
        push({ ...plain, end: plain.end - begin });
        continue;
      }
    }
    let stub =
      quick && mistaken < start
        ? plainFrom(text, start, Math.min(start + first, text.length), options.labels)
        : -1;
    if (isTooMuch(text, start, stub)) stub = -1;
    const slice =
      stub === -1
        ? sliceFrom(text, start, size, options.apart && size === first)
        : ({ end: stub, after: 'blank' } as const);
    if (quick && !fits && slice.end < text.length && (slice.after !== 'blank' || mayBeItem(text, start))) {
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
    const final = finalIn(nodes, source, slice, text.length);
    if (final === 0 && nodes.length > 0) {
      size *= 4;
      continue;
    }
    const clean = nodes.map((_, index) => isClean(nodes, source, index));
    const begins = nodes.map((node) => lineStart(source, startOf(node).offset!));
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

/** `startsClean` for nodes with positions in the same text. */
function isClean(nodes: readonly RootContent[], source: string, index: number): boolean {
  const previous = nodes[index - 1];
  const node = nodes[index]!;
  const start = startOf(node);
  const gap = previous === undefined ? 0 : start.line - previous.position!.end.line - 1;
  return startsClean(node, previous, gap, source, () => lineStart(source, start.offset!));
}

/**
 * Whether micromark reads a block the same way without the block before it. Two cases prevent that:
 *
 * - A list, a quotation or a footnote is still open at the line after it, which counts as a lazy line. A block that
 *   begins there, such as indented code, may then end sooner.
 * - Right after a paragraph, a definition or indented code (not fenced code), only a block that can interrupt a
 *   paragraph begins. A quotation that begins with a letter can.
 *
 * Neither affects a line that begins with a letter, without indent, after an empty line: it begins a paragraph, unless
 * the next line makes a table or a heading of it.
 *
 * @param gap number of lines between the two blocks
 * @param source the text in which `previous` has its positions
 * @param begin offset of the block's line in `own`, the text that the block is read from
 */
function startsClean(
  node: RootContent,
  previous: RootContent | undefined,
  gap: number,
  source: string,
  begin: () => number,
  own = source,
): boolean {
  switch (previous?.type) {
    case 'list':
    case 'blockquote':
    case 'footnoteDefinition':
      return isContainer(node) || (gap > 0 && node.type === 'paragraph' && beginsWithWords(own, begin()));
    case 'code':
      return node.type === 'code' || '`~'.includes(source[startOf(previous).offset!]!);
    case 'paragraph':
      return gap > 0 || node.type === 'paragraph' || isPlainQuotation(node) || isPlainList(node);
    case 'table':
      return gap > 0 || node.type === 'paragraph' || isPlainQuotation(node);
    case 'definition':
      // Any other block with such an indent would be code without the block before it.
      return gap > 0 || (node.type === 'definition' && node.position!.start.column === 1);
    default:
      return true;
  }
}

/** Whether a line begins with a letter, without indent, and the next line does not make a table or a heading of it. */
function beginsWithWords(text: string, at: number): boolean {
  if (!/^\p{L}/u.test(text.slice(at, at + 2))) return false;
  const below = afterLineEnd(text, lineEnd(text, at));
  const line = text.slice(below, Math.min(lineEnd(text, below), at + 5000));
  return !/^[ \t]*[-:|=][-:|= \t]*$/.test(line);
}

/** Whether a node is a bullet list without indent and with a letter first, which can begin after any block. */
function isPlainList(node: RootContent): boolean {
  if (node.type !== 'list' || node.ordered === true || node.position!.start.column !== 1) return false;
  const first = node.children[0]?.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && /^[a-z]/i.test(text.value);
}

/** Whether a block quotation begins with a letter. Others may begin with a block that cannot follow a paragraph. */
function isPlainQuotation(node: RootContent): boolean {
  const first = node.type === 'blockquote' ? node.children[0] : undefined;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && /^[a-z]/i.test(text.value);
}

/** `startsClean` for a block of a draft. */
export function isCleanAt(blocks: readonly PlacedBlock[], index: number): boolean {
  const placed = blocks[index]!;
  const previous = blocks[index - 1];
  if (previous === undefined || isUnread(placed.block)) return true;
  const lastLine = previous.line + previous.block.node.position!.end.line - 1;
  const { node, text } = written(previous);
  const own = written(placed);
  return startsClean(own.node, node, placed.line - lastLine - 1, text, () => 0, own.text);
}

function written({ block }: PlacedBlock): Pick<Block, 'node' | 'text'> {
  return block.review ?? block;
}

/** The start of a node. micromark includes definitions right before an underlined heading in the heading. */
function startOf(node: Nodes): Point {
  const start = node.position!.start;
  if (node.type !== 'heading') return start;
  const content = node.children[0]?.position?.start;
  return content !== undefined && content.line > start.line ? content : start;
}

/** Copies a string: engines let a substring keep the whole string in memory. */
function copy(text: string): string {
  return ` ${text}`.slice(1);
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
