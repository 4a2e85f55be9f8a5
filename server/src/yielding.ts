import { passagesOf } from './draft';
import { lastIndex } from './draft/positions';
import type { Draft } from './draft/types';

/**
 * Whether something is found in the passage that an offset of the draft stands in.
 *
 * @param placesIn where it is found, as offsets in the draft: asked for a block, and may list those of others
 */
export function isSaidOfPassage(
  draft: Draft,
  offset: number,
  placesIn: (index: number) => readonly number[],
): boolean {
  const index = lastIndex(draft, ({ start }) => start <= offset);
  const placed = draft.blocks[index];
  const isIn = ({ start, end }: { readonly start: number; readonly end: number }, at: number): boolean =>
    start <= at - placed!.start && at - placed!.start < end;
  const passage = placed && passagesOf(placed.block).find(({ span }) => isIn(span, offset));
  return passage !== undefined && placesIn(index).some((at) => isIn(passage.span, at));
}
