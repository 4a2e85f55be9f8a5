/** Two paragraphs with less in common are two, in a stretch where nothing else tells which is which. */
export const ALIKE = 0.3;

/** More paragraphs in a stretch are taken one after the other. */
const MOST_COMPARED = 200;

/**
 * Pairs what lies between what is paired already.
 *
 * @param pair for as many of the first as there are in a gap, which of the second in it, counted from its start, or -1
 */
export function fillGaps(
  pairs: Int32Array,
  length: number,
  pair: (from: number, to: number, other: number, end: number) => readonly number[],
): void {
  let other = 0;
  for (let from = 0; from < pairs.length; ) {
    if (pairs[from] !== -1) {
      other = pairs[from++]! + 1;
      continue;
    }
    let to = from;
    while (to < pairs.length && pairs[to] === -1) to++;
    const end = to < pairs.length ? pairs[to]! : length;
    if (end > other) {
      for (const [at, found] of pair(from, to, other, end).entries())
        if (found !== -1) pairs[from + at] = other + found;
    }
    other = end;
    from = to;
  }
}

/** Pairs two short sequences so that what is paired is as alike as can be, in order. */
export function pairAlike(a: number, b: number, alike: (a: number, b: number) => number): number[] {
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
