import { type Draft, firstWhere, headings } from '../draft';

/** Adds the heading above to items with a line in a draft, so that users find the place in Word. */
export function withHeadings<T extends { readonly line: number }>(
  draft: Draft,
  places: readonly T[],
): (T & { readonly heading?: string })[] {
  const all = headings(draft);
  return places.map((place) => {
    const above = firstWhere(all, ({ line }) => line >= place.line) - 1;
    return above < 0 ? place : { ...place, heading: all[above]!.text };
  });
}
