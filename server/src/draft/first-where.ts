import type { Span } from './types';

/**
 * Position of the first of `items` that satisfies `holds`, which holds for all behind it, too; their number for none. In
 * a time that grows with the number of their digits.
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

/** Of stretches in the order of their starts, which may lie in one another: whether one overlaps with another stretch. */
export function overlapping(spans: readonly Span[]): (other: Span) => boolean {
  let furthest = 0;
  const ends = spans.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => {
    const last = firstWhere(spans, (span) => span.start >= end) - 1;
    return last >= 0 && ends[last]! > start;
  };
}
