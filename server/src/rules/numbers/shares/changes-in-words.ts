/** Changes that are told as a fraction: “from 70 to 46 hours a week, or by a quarter”. */
import type { Span } from '../../../draft';
import { FRACTION_WORDS, fractionOf, HEDGE, rangeOf } from './share-words';

const CHANGED = new RegExp(
  `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d-])${HEDGE}${FRACTION_WORDS}(?!\\s(?:as|an|a|the|its|their|our|again|of|way|full)\\b|-)`,
  'giu',
);

/** The fractions of a text by which something changes, as `isChange` says by the text before and behind each. */
export function fractionsIn(text: string, isChange: (lead: string, behind: string) => boolean) {
  if (!/\b(?:half|third|quarter|fifth)/i.test(text)) return [];
  return [...text.matchAll(CHANGED)].flatMap((match) => {
    const [words, hedge = '', ...fraction] = match;
    const span: Span = { start: match.index, end: match.index + words.length };
    if (!isChange(text.slice(0, span.start).slice(-40), text.slice(span.end, span.end + 40))) return [];
    const [low, high] = rangeOf(fractionOf(fraction), hedge);
    return [
      {
        span,
        words,
        ratios: [
          [100 + low, 100 + high],
          [100 - high, 100 - low],
        ] as const,
      },
    ];
  });
}
