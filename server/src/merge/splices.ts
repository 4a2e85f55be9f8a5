import type { Span } from '../draft/types';

/** Text that takes the place of a stretch of the draft; of several at one place, by `order`. */
export interface Splice extends Span {
  readonly text: string;
  readonly order: number;
}

/** Makes the changes: those at one place in their order, and what is taken out before what is put in. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const sorted = splices
    .map((splice, given) => ({ ...splice, given }))
    .sort((a, b) => a.start - b.start || a.order - b.order || a.given - b.given);
  let out = '';
  let at = 0;
  for (const { start, end, text: by } of sorted) {
    if (start > at) out += text.slice(at, start);
    out += by;
    at = Math.max(at, end, start);
  }
  return out + text.slice(at);
}
