/** Shares that are told in words: "two thirds", "more than half". */
import type { Amount } from './amounts';
import { wordValue } from './amounts';

/** What fractions are, in per cent. */
export const FRACTION_WORDS: Readonly<Record<string, number>> = {
  half: 50,
  third: 100 / 3,
  quarter: 25,
  fifth: 20,
};
/** What says that a fraction is a share, and no time, place in an order or measure: "a third post", "half an hour". */
export const BEHIND =
  "(?=\\s*(?:[().,;:–—]|$)|\\sof\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\\s){1,4}\\(\\d|\\sof\\s(?:them|these|those|whom|which|all|the|our|its|everyone|everybody|people)\\b|\\s(?:were|was|are|is|had|have|has|said|came|did|found|went)\\b)";
/** "Halfs" and "third" are not said for a share. */
const IN_WORDS = new RegExp(
  `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d-])(?:(more\\sthan|(?:well\\s)?over|nearly|almost|just\\sunder|(?:fewer|less)\\sthan|under|about|around|roughly|some)\\s)?(?:(half)|(?:(?:an?|one)\\s|(two|three|four)[\\s-])(half|third|quarter|fifth)s?)${BEHIND}`,
  'giu',
);
/** So far off, in points, is what people still call by a fraction. */
const ABOUT = 5;
const NEARLY = 7;

/** The amounts of a text with the shares that it has in words, each with what it may be in per cent. */
export function withShares(text: string, amounts: readonly Amount[]): readonly Amount[] {
  if (!/\b(?:half|third|quarter|fifth)/i.test(text)) return amounts;
  const shares = [...text.matchAll(IN_WORDS)].map((match): Amount => {
    const [words, hedge = '', half, count, fraction] = match;
    const value = (count ? wordValue(count)! : 1) * FRACTION_WORDS[(half ?? fraction)!.toLowerCase()]!;
    const span = { start: match.index, end: match.index + words.length };
    return { value, step: 1, unit: 'percent', words, loose: false, span, range: rangeOf(value, hedge) };
  });
  if (shares.length === 0) return amounts;
  const others = amounts.filter(
    ({ span }) => !shares.some((one) => span.start < one.span.end && span.end > one.span.start),
  );
  return [...others, ...shares].sort((a, b) => a.span.start - b.span.start);
}

function rangeOf(value: number, hedge: string): readonly [low: number, high: number] {
  if (/more|over/i.test(hedge)) return [value + 0.01, 100];
  if (/less|fewer|under/i.test(hedge)) return [0, value + 1];
  const off = hedge === '' ? ABOUT : NEARLY;
  return [value - off, value + off];
}
