import { readBlocks } from './blocks';
import { isCleanAt } from './context-free';
import { isSame } from './equal-blocks';
import { type Labels, mayRefer } from './labels';
import { isUnread } from './size-limit';
import type { PlacedBlock } from './types';

/** With more changed labels than this, it is faster to read the whole draft again. */
const MANY = 64;
/** How many UTF-16 code units are read after a block, so that the beginning of the next is visible. */
const BEYOND = 1_000;
/** The most UTF-16 code units that are read at once. */
const AT_ONCE = 16_000;

/**
 * Reads the blocks again that may refer to one of the `changed` labels. All others stay the same objects.
 *
 * Labels do not affect where blocks begin and end, only whether brackets in them are references.
 *
 * @param labels all labels of the draft after the change
 * @returns undefined where a block is not found again or too many labels changed, so that the whole draft must be read
 */
export function referAgain(
  text: string,
  blocks: readonly PlacedBlock[],
  labels: Labels,
  changed: readonly string[],
): readonly PlacedBlock[] | undefined {
  if (changed.length === 0) return blocks;
  if (changed.length > MANY) return undefined;
  const result = [...blocks];
  const isChanged = mayRefer(changed);
  for (let index = 0; index < blocks.length; index++) {
    const { block } = blocks[index]!;
    if (isUnread(block) || !isChanged(block)) continue;
    let first = index;
    while (first > 0 && !isCleanAt(blocks, first)) first--;
    let last = cleanEnd(blocks, index);
    // Blocks that follow soon are read in one go; one by one, text would be read several times.
    const { start, line } = blocks[first]!;
    for (let next = last; isNear(blocks, last, next); next++) {
      if (blocks[next]!.start - start > AT_ONCE) break;
      if (isChanged(blocks[next]!.block)) last = cleanEnd(blocks, next);
    }
    const stop = blocks[last]?.start;
    const again = readBlocks(text, start, line, {
      labels,
      apart: true,
      slice: (stop ?? text.length) - start + BEYOND,
      stopAt: (at) => at === stop,
    });
    if (again.length !== last - first) return undefined;
    for (const [offset, placed] of again.entries()) {
      if (!isSame(result[first + offset]!.block, placed.block)) result[first + offset] = placed;
    }
    index = last - 1;
  }
  return result;
}

/** Where to end when a block is read by itself: at a later block that starts clean. */
function cleanEnd(blocks: readonly PlacedBlock[], index: number): number {
  let end = index + 1;
  while (end < blocks.length && !isCleanAt(blocks, end)) end++;
  return end;
}

/** Whether a block lies within the text that would be read beyond the end at `last`. */
const isNear = (blocks: readonly PlacedBlock[], last: number, next: number): boolean =>
  next < blocks.length && (next < last || blocks[next]!.start - blocks[last]!.start < BEYOND);
