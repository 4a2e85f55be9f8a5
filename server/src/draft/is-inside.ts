import { afterLineEnd, lineEnd } from './lines';
import type { PlacedBlock } from './types';

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
