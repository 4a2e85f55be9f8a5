import { isCleanAt, readBlocks } from './blocks';
import { type Labels, mayRefer } from './labels';
import { isSame } from './same';
import type { PlacedBlock } from './types';
import { isUnread } from './weight';

/** With more labels than this it is quicker to read the whole than to look for each of them in every block. */
const MANY = 64;
/** How much is read beyond a block, in UTF-16 code units, so that the beginning of the next is seen. */
const BEYOND = 1_000;
/** When so much, in UTF-16 code units, is to be read at once, no more is taken along. */
const AT_ONCE = 16_000;

/**
 * Reads again the blocks that may refer to one of the `changed` labels; all others stay the same objects.
 *
 * Where blocks begin and end does not depend on labels, only whether brackets in their text are references.
 *
 * @param labels of the whole draft, now.
 * @returns undefined where a block is not found again or too many labels changed, and the draft has to be read as a whole.
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
    // What soon comes next is read with it: one by one, each would be read as often as there are blocks in the beyond.
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

/** Where the next block begins after one that is read by itself. */
function cleanEnd(blocks: readonly PlacedBlock[], index: number): number {
  let end = index + 1;
  while (end < blocks.length && !isCleanAt(blocks, end)) end++;
  return end;
}

/** Whether a block is among those that would be read beyond the end at `last`. */
const isNear = (blocks: readonly PlacedBlock[], last: number, next: number): boolean =>
  next < blocks.length && (next < last || blocks[next]!.start - blocks[last]!.start < BEYOND);
