import { headings } from '../draft';
import type { Draft } from '../draft/types';

/** Adds to what stands on lines of a draft the heading above it, by which a person finds the place in Word. */
export function withHeadings<T extends { readonly line: number }>(
  draft: Draft,
  places: readonly T[],
): (T & { readonly heading?: string })[] {
  const all = headings(draft);
  return places.map((place) => {
    let above = -1;
    let below = all.length;
    while (above + 1 < below) {
      const middle = (above + below) >> 1;
      if (all[middle]!.line < place.line) above = middle;
      else below = middle;
    }
    return above < 0 ? place : { ...place, heading: all[above]!.text };
  });
}
