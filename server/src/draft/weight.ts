/** How much of a draft is read: as much as the parser, and all that judges, can do without keeping anybody waiting. */
import type { Code } from 'mdast';
import { eachNode } from '../tree';
import { perBlock, ReadBlock } from './block-map';
import { afterBlankLines, afterLineEnd, countLineEnds, lineStart } from './lines';
import { CHARACTERS_FOR_MARK, marksIn } from './slices';
import type { Block, PlacedBlock } from './types';

declare module 'mdast' {
  interface CodeData {
    /** Whether it is what a draft has more than is read. */
    isUnread?: boolean;
  }
}

/**
 * What the blocks of a draft may weigh: a megabyte and a half of prose, 5,000 items of a line each, 25,000 headings of a word. What follows the block
 * that is more than that is not read, and said to be so.
 */
const HEAVIEST = 150_000;
/** What a block counts at least: all rules ask it. */
const BLOCK = 4;
/** What a list, an item, a row and each other part counts that may hold others, or text. */
const PART = 2;
/** What a character counts in text that has more marks than prose. */
const DENSE = 0.5;

/** What a block costs the parser, and what is asked of it: whatever labels there are, it is the same. */
export const weightOf = perBlock((block: Block): number => {
  const { text, node } = block.review ?? block;
  let weight = BLOCK;
  eachNode([node], ({ type }) => {
    if (PARTS.has(type)) weight += PART;
  });
  const marks = marksIn(text);
  if (marks * CHARACTERS_FOR_MARK > text.length) weight += DENSE * text.length;
  return weight + marks;
});

const PARTS: ReadonlySet<string> = new Set([
  'blockquote',
  'code',
  'footnoteDefinition',
  'heading',
  'list',
  'listItem',
  'paragraph',
  'tableCell',
  'tableRow',
]);

export function weightOfAll(blocks: readonly PlacedBlock[]): number {
  let weight = 0;
  for (const { block } of blocks) if (!isUnread(block)) weight += weightOf(block);
  return weight;
}

/** Whether blocks that weigh so much are all that is read. */
export function isHeaviest(weight: number): boolean {
  return weight > HEAVIEST;
}

/** Whether blocks are as many as are read, where `weight` is what they weigh: without the last, there would be more. */
export function isWholeWith(last: PlacedBlock | undefined, weight: number): boolean {
  return last === undefined || !isHeaviest(weight - weightOf(last.block));
}

/** What stands behind the blocks that are read, as one that has no marks: code, so that it is exported as it is typed. */
export function unreadAfter(text: string, blocks: readonly PlacedBlock[], weight: number): PlacedBlock[] {
  const last = blocks.at(-1);
  if (!last || !isHeaviest(weight)) return [];
  const { block } = last;
  const before = last.start + (block.review ?? block).text.length;
  const start = afterBlankLines(text, afterLineEnd(text, before));
  let end = text.length;
  while (end > start && ' \t\r\n'.includes(text[end - 1]!)) end--;
  if (end === start) return [];
  const value = text.slice(start, end);
  const lines = countLineEnds(text, start, end);
  const node: Code = {
    type: 'code',
    lang: null,
    meta: null,
    value,
    data: { isUnread: true },
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: lines + 1, column: end - Math.max(start, lineStart(text, end)) + 1, offset: value.length },
    },
  };
  const line = last.line + countLineEnds(text, last.start, start);
  return [{ block: new ReadBlock(value, node), start, line }];
}

/** Whether a block is what a draft has more than is read. */
export function isUnread({ node }: Block): boolean {
  return node.type === 'code' && node.data?.isUnread === true;
}

/** What is not read of a draft, as its last block. */
export function unreadIn(blocks: readonly PlacedBlock[]): PlacedBlock | undefined {
  const last = blocks.at(-1);
  return last && isUnread(last.block) ? last : undefined;
}

/** How many of some blocks are read of a draft. */
export function mostOf(blocks: readonly PlacedBlock[]): number {
  let weight = 0;
  for (const [index, { block }] of blocks.entries()) {
    weight += weightOf(block);
    if (isHeaviest(weight)) return index + 1;
  }
  return blocks.length;
}
