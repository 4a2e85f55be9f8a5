import type { Span } from '../draft/types';

/** Text that takes the place of a stretch of the draft; of several at one place, by `order`. */
export interface Splice extends Span {
  readonly text: string;
  readonly order: number;
}

/**
 * Makes the changes: those at one place in their order, and what is taken out before what is put in.
 *
 * @param placed told where the text of each begins in what is made
 */
export function spliced(
  text: string,
  splices: readonly Splice[],
  placed?: (splice: Splice, at: number) => void,
): string {
  const sorted = splices
    .map((splice, given) => ({ splice, given }))
    .sort((a, b) => a.splice.start - b.splice.start || a.splice.order - b.splice.order || a.given - b.given);
  let out = '';
  let at = 0;
  for (const { splice } of sorted) {
    const { start, end, text: by } = splice;
    if (start > at) out += text.slice(at, start);
    placed?.(splice, out.length);
    out += by;
    at = Math.max(at, end, start);
  }
  return out + text.slice(at);
}
