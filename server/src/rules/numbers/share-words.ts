import type { Amount } from './amounts';
import { wordValue } from './amounts';

/** Fractions in per cent. */
export const FRACTION_WORDS: Readonly<Record<string, number>> = {
  half: 50,
  third: 100 / 3,
  quarter: 25,
  fifth: 20,
};
/** Text behind a fraction that is a share, and not an ordinal or a measure: "a third post", "half an hour". */
export const BEHIND =
  "(?=\\s*(?:[().,;:–—]|$)|\\sof\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\\s){1,4}\\(\\d|\\sof\\s(?:them|these|those|whom|which|all|the|our|its|everyone|everybody|people)\\b|\\s(?:were|was|are|is|had|have|has|said|came|did|found|went)\\b)";
const IN_WORDS = new RegExp(
  `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d-])(?:(more\\sthan|(?:well\\s)?over|nearly|almost|just\\sunder|(?:fewer|less)\\sthan|under|about|around|roughly|some)\\s)?(?:(half)|(?:(?:an?|one)\\s|(two|three|four)[\\s-])(half|third|quarter|fifth)s?)${BEHIND}`,
  'giu',
);
/** How far from a fraction a share may be, in points. */
const ABOUT = 5;
/** The same with “about”, “nearly” or the like. */
const NEARLY = 7;

/** The amounts of a text, and its shares in words, each with the range of percentages that it may stand for. */
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
