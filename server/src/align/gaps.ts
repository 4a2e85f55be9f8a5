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
