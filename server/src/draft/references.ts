import { isCleanAt, readBlocks } from './blocks';
import { type Labels, mayRefer } from './labels';
import { isSame } from './same';
import type { PlacedBlock } from './types';

/** With more labels than this it is quicker to read the whole than to look for each of them in every block. */
const MANY = 64;

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
    if (!isChanged(blocks[index]!.block)) continue;
    let first = index;
    while (first > 0 && !isCleanAt(blocks, first)) first--;
    let last = index + 1;
    while (last < blocks.length && !isCleanAt(blocks, last)) last++;
    const stop = blocks[last]?.start;
    const { start, line } = blocks[first]!;
    const again = readBlocks(text, start, line, {
      labels,
      apart: true,
      // Up to the next block and a little of it, so that its beginning is seen.
      slice: (stop ?? text.length) - start + 1_000,
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
