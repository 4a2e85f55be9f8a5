/** Limits how much of a draft is read, so that neither the parser nor the rules keep anybody waiting. */

import type { Code } from 'mdast';
import { eachNode } from '../mdast/tree';
import { words } from '../util/lists';
import { perBlock, ReadBlock } from './block-map';
import { afterBlankLines, afterLineEnd, countLineEnds, lineStart } from './lines';
import { CHARACTERS_FOR_MARK, marksIn } from './slices';
import type { Block, PlacedBlock } from './types';

declare module 'mdast' {
  interface CodeData {
    /** Whether the block holds what lies beyond the limit. */
    isUnread?: boolean;
  }
}

/**
 * The most weight that is read: a megabyte and a half of prose, 5,000 one-line items or 25,000 one-word headings. What
 * follows is not judged, and a finding says so.
 */
const HEAVIEST = 150_000;
/** The least weight of a block, as every rule looks at it. */
const BLOCK = 4;
/** The weight of each list, item, row and other node that contains blocks or text. */
const PART = 2;
/** The weight of a character where there is more markup than in prose. */
const DENSE = 0.5;

/** The weight of a block. It does not depend on the labels of the draft. */
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

const PARTS = words('blockquote code footnoteDefinition heading list listItem paragraph tableCell tableRow');

export function weightOfAll(blocks: readonly PlacedBlock[]): number {
  let weight = 0;
  for (const { block } of blocks) if (!isUnread(block)) weight += weightOf(block);
  return weight;
}

/** Whether blocks of this total weight reach the limit. */
export function isHeaviest(weight: number): boolean {
  return weight > HEAVIEST;
}

/** Whether blocks of this total weight reach the limit, and did not before the last one. */
export function isWholeWith(last: PlacedBlock | undefined, weight: number): boolean {
  return last === undefined || !isHeaviest(weight - weightOf(last.block));
}

/** The unread rest of a draft as one block of code, so that it is exported as it is typed. */
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

/** Whether a block is the unread rest of a draft. */
export function isUnread({ node }: Block): boolean {
  return node.type === 'code' && node.data?.isUnread === true;
}

/** The unread rest of a draft, which is its last block; undefined where all is read. */
export function unreadIn(blocks: readonly PlacedBlock[]): PlacedBlock | undefined {
  const last = blocks.at(-1);
  return last && isUnread(last.block) ? last : undefined;
}

/** How many of these blocks are within the limit. */
export function mostOf(blocks: readonly PlacedBlock[]): number {
  let weight = 0;
  for (const [index, { block }] of blocks.entries()) {
    weight += weightOf(block);
    if (isHeaviest(weight)) return index + 1;
  }
  return blocks.length;
}
