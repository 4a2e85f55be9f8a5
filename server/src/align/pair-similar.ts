import { align } from '.';
import { fillGaps } from './gaps';

/** Paragraphs with less similarity are different ones, where nothing else tells which is which. */
export const ALIKE = 0.3;

/** In a gap with more paragraphs, these are paired in order. */
const MOST_COMPARED = 200;

/**
 * Pairs equal elements, and between them, in order, similar ones.
 *
 * @param a keys of the first sequence, as `b` of the second
 * @param alike the similarity of two elements, by position; 0 for those that are never paired
 */
export function alignAlike(
  a: readonly string[],
  b: readonly string[],
  alike: (a: number, b: number) => number,
): Int32Array {
  const pairs = align(a, b);
  fillGaps(pairs, b.length, (from, to, other, end) =>
    pairAlike(to - from, end - other, (i, j) => alike(from + i, other + j)),
  );
  return pairs;
}

/** Goes through paired sequences in order: removed elements, and added ones before what followed them. */
export function eachPaired(
  pairs: Int32Array,
  length: number,
  found: {
    stayed(at: number, other: number): void;
    gone(at: number): void;
    /** `last`: the position in the first sequence of the element before it, or -1. */
    added(other: number, last: number): void;
  },
): void {
  const taken = new Set(pairs);
  let [last, next] = [-1, 0];
  const addUntil = (end: number): void => {
    for (; next < end; next++) if (!taken.has(next)) found.added(next, last);
  };
  for (const [at, pair] of pairs.entries()) {
    if (pair === -1) found.gone(at);
    else {
      addUntil(pair);
      next = pair + 1;
      found.stayed(at, pair);
    }
    last = at;
  }
  addUntil(length);
}

/** Pairs two short sequences in order, with the greatest total similarity. */
function pairAlike(a: number, b: number, alike: (a: number, b: number) => number): number[] {
  if (a * b > MOST_COMPARED * MOST_COMPARED) return Array.from({ length: a }, (_, at) => (at < b ? at : -1));
  const best: Float64Array[] = Array.from({ length: a + 1 }, () => new Float64Array(b + 1));
  const score = (i: number, j: number): number => {
    const value = alike(i, j);
    return value < ALIKE ? Number.NEGATIVE_INFINITY : value;
  };
  const scores = Array.from({ length: a }, (_, i) => Array.from({ length: b }, (_, j) => score(i, j)));
  for (let i = a - 1; i >= 0; i--) {
    for (let j = b - 1; j >= 0; j--) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + scores[i]![j]!);
    }
  }
  const pairs = new Array<number>(a).fill(-1);
  for (let i = 0, j = 0; i < a && j < b; ) {
    if (best[i]![j] === best[i + 1]![j + 1]! + scores[i]![j]!) pairs[i++] = j++;
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return pairs;
}
