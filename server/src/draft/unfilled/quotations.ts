import { firstWhere } from '../binary-search';
import type { Span } from '../types';

/** The longest quotation in UTF-16 code units, so that a mark without an end does not quote the rest of a paper. */
const LONGEST = 2_000;

/**
 * A quotation in single marks: ‘We’ve met in [May]’. Apostrophes within words do not end it, but one at the end of a
 * word does (“the libraries’ doors”), which is too early.
 */
const SINGLE =
  /(?<![A-Za-zÀ-ÖØ-öø-ፚḀ-ỹ\d’'])[‘'](?=[A-Za-zÀ-ÖØ-öø-ፚḀ-ỹ[])(?:[^‘’'"“”„\r\n]|(?<=[A-Za-z])[’'](?=[A-Za-z])){2,400}[’'](?![A-Za-zÀ-ÖØ-öø-ፚḀ-ỹ\d])/gu;

/** The spans of quotations in a text, in order. */
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
  if (!/[‘']/.test(text)) return found;
  const isApart = ({ start }: Span): boolean =>
    (found[firstWhere(found, ({ end }) => end > start)]?.start ?? Infinity) > start;
  const single = Array.from(text.matchAll(SINGLE), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  })).filter(isApart);
  return single.length === 0 ? found : [...found, ...single].sort((a, b) => a.start - b.start);
}
