import type { Span } from '../types';

/** The longest quotation that is looked for, in code units: a mark without an end does not quote the rest of a paper. */
const LONGEST = 2_000;

/** What stands in double quotation marks in a text, in order. */
export function quotationsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(/["“”„]/g)) {
    const opens =
      mark === '“' ||
      mark === '„' ||
      (mark === '"' && open < 0 && !/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d.,!?…)]/u.test(text[index - 1] ?? ' '));
    if (opens) open = index;
    else if (open >= 0) {
      if (index - open <= LONGEST) found.push({ start: open, end: index + 1 });
      open = -1;
    }
  }
  return found;
}
