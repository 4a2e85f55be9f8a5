/** Which blocks around a change are read again. */
import { firstWhere } from './binary-search';
import { isCleanAt } from './context-free';
import { afterLineEnd, lineEnd } from './lines';
import { unreadIn } from './size-limit';
import type { PlacedBlock } from './types';

/** A change of a draft, as far as blocks move. */
export interface Edit {
  /** Counts in the text before the change. */
  readonly start: number;
  readonly end: number;
  /** By how much the change lengthens the text. */
  readonly delta: number;
}

/** How many blocks after a change are looked at before the whole rest of the text is. */
const NEAR = 6;

/**
 * Position of a block that starts clean some way after a change, or of the unread rest; the number of blocks where there
 * is none.
 */
export function farEnough(blocks: readonly PlacedBlock[], edit: Edit): number {
  const next = firstFrom(blocks, edit.end);
  if (next < blocks.length && next + NEAR >= blocks.length && unreadIn(blocks)) return blocks.length - 1;
  let index = next + NEAR;
  while (index < blocks.length && !isCleanAt(blocks, index)) index++;
  return Math.min(index, blocks.length);
}

/**
 * The position of the block at which to start reading: two before the first that the change touches, or the next clean
 * one before that. A change after the first two lines of a block affects no block before it, except where the title of
 * a definition may begin.
 */
export function firstToRead(blocks: readonly PlacedBlock[], start: number): number {
  const touched = firstWhere(blocks, (placed) => endOf(placed) >= start);
  let first =
    isInside(blocks[touched], start) && blocks[touched - 1]?.block.node.type !== 'definition'
      ? touched
      : Math.max(0, touched - 2);
  while (first > 0 && !isCleanAt(blocks, first)) first--;
  return first;
}

/** The end of the second block after the change, in the text before it. */
export function endOfWindow(blocks: readonly PlacedBlock[], edit: Edit): number {
  const placed = blocks[Math.min(firstFrom(blocks, edit.end) + 1, blocks.length - 1)];
  return placed === undefined ? edit.end : Math.max(edit.end, endOf(placed));
}

export function endOf({ block, start }: PlacedBlock): number {
  return start + block.text.length;
}

/** Position of the block that starts at `start`, or -1. */
export function indexOf(blocks: readonly PlacedBlock[], start: number): number {
  const index = firstFrom(blocks, start);
  return blocks[index]?.start === start ? index : -1;
}

/** Position of the first block that starts at `start` or after it. */
function firstFrom(blocks: readonly PlacedBlock[], start: number): number {
  return firstWhere(blocks, (placed) => placed.start >= start);
}

/** Whether a place in the draft is in a block, behind its first two lines. */
export function isInside(placed: PlacedBlock | undefined, at: number): boolean {
  if (!placed || at < placed.start) return false;
  const { text } = placed.block;
  let line = 0;
  for (let count = 0; count < 2; count++) {
    const end = lineEnd(text, line);
    const next = afterLineEnd(text, end);
    if (next === end) return false;
    line = next;
  }
  return at >= placed.start + line;
}
