/**
 * Pairs elements in the gaps between elements that are already paired.
 *
 * @param pair returns for each element of the first sequence in a gap the position of one of the second, counted from
 *   the start of the gap, or -1
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
