import type { Span } from './types';

/**
 * Binary search: the position of the first item that satisfies `holds`, or the number of items for none. `holds` must
 * be true for all items after the first for which it is.
 */
export function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Returns whether a span overlaps with any of `spans`, which are in the order of their starts and may be nested. */
export function overlapping(spans: readonly Span[]): (other: Span) => boolean {
  let furthest = 0;
  const ends = spans.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => {
    const last = firstWhere(spans, (span) => span.start >= end) - 1;
    return last >= 0 && ends[last]! > start;
  };
}
