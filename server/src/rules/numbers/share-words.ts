/** Shares that are told in words: "two thirds", "one in three", "more than half". */
import type { Amount } from './amounts';
import { wordValue } from './amounts';

const FRACTIONS: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
};
const HEDGE =
  '(more\\sthan|(?:well\\s)?over|nearly|almost|just\\sunder|(?:fewer|less)\\sthan|under|about|around|roughly|some)\\s';
/** What says that a fraction is a share, and no time, place in an order or measure: "a third post", "half an hour". */
const BEHIND =
  '(?=\\s*(?:[().,;:–—]|$)|\\sof\\s(?:them|these|those|whom|which|all|the|our|its|everyone|everybody|people)\\b|\\s(?:were|was|are|is|had|have|has|said|came|did|found|went)\\b)';
const IN_WORDS = new RegExp(
  `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d-])(?:${HEDGE})?(?:(?:a\\s|one\\s|(two|three|four)[\\s-])?(half|third|quarter|fifth)s?|(one|two|three|four|nine|\\d)\\sin\\s(?:every\\s)?(two|three|four|five|ten|2|3|4|5|10))${BEHIND}`,
  'giu',
);
/** So far off, in points, is what people still call by a fraction. */
const ABOUT = 5;
const NEARLY = 7;

/** The amounts of a text with the shares that it has in words, each with what it may be in per cent. */
export function withShares(text: string, amounts: readonly Amount[]): readonly Amount[] {
  if (!/\b(?:half|third|quarter|fifth|in)/i.test(text)) return amounts;
  const shares = [...text.matchAll(IN_WORDS)].flatMap((match): readonly Amount[] => {
    const [words, hedge = '', count, fraction, part, whole] = match;
    const share = fraction
      ? numberOf(count ?? '1') * FRACTIONS[fraction.toLowerCase()]!
      : numberOf(part!) / numberOf(whole!);
    // "A half" is said, "halfs" and "third" are not.
    if (share >= 1 || (fraction && !count && !/\b(?:an?\s|one\s|half$)/i.test(words))) return [];
    const value = 100 * share;
    const span = { start: match.index, end: match.index + words.length };
    return [{ value, step: 1, unit: 'percent', words, loose: false, span, range: rangeOf(value, hedge) }];
  });
  if (shares.length === 0) return amounts;
  const others = amounts.filter(
    ({ span }) => !shares.some((one) => span.start < one.span.end && span.end > one.span.start),
  );
  return [...others, ...shares].sort((a, b) => a.span.start - b.span.start);
}

function rangeOf(value: number, hedge: string): readonly [low: number, high: number] {
  if (/more|over/i.test(hedge)) return [value + 0.01, 100];
  if (/nearly|almost|just/i.test(hedge)) return [value - NEARLY, value + 1];
  if (/less|fewer|under/i.test(hedge)) return [0, value];
  const off = hedge === '' ? ABOUT : NEARLY;
  return [value - off, value + off];
}

function numberOf(word: string): number {
  return /\d/.test(word) ? Number(word) : (wordValue(word) ?? 1);
}
