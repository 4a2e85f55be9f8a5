import type { Amount } from './amounts';
import { wordValue } from './amounts';

/** Fractions in per cent. */
const FRACTIONS: Readonly<Record<string, number>> = { half: 50, third: 100 / 3, quarter: 25, fifth: 20 };
/** Text behind a fraction that is a share, and not an ordinal or a measure: "a third post", "half an hour". */
const BEHIND =
  "(?=\\s*(?:[().,;:–—]|$)|\\sof\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\\s){1,4}\\(\\d|\\sof\\s(?:them|these|those|whom|which|all|the|our|its|everyone|everybody|people)\\b|\\s(?:were|was|are|is|had|have|has|said|came|did|found|went)\\b)";
/** Words such as “about” and “more than” before a share; one group. */
export const HEDGE =
  '(?:(more\\sthan|(?:well\\s)?over|at\\sleast|nearly|almost|just\\sunder|(?:fewer|less)\\sthan|under|about|around|roughly|some)\\s)?';
/** "Half", "a third", "two thirds": groups for `fractionOf`. */
export const FRACTION = `(?:(half)|(?:(?:an?\\s|one[\\s-])|(two|three|four)[\\s-])(half|third|quarter|fifth)s?)${BEHIND}`;
const IN_WORDS = new RegExp(`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d-])${HEDGE}${FRACTION}`, 'giu');

export const MORE = /more|over|least/i;
export const LESS = /less|fewer|under/i;
/** How far a percentage may be from its words, in points: 15% of the share within these limits. */
const LEAST_OFF = 2;
const MOST_OFF = 5;
/** How much further with “about” or the like. */
const HEDGED = 2;

/** The amounts of a text, and its shares in words, each with the range of percentages that it may stand for. */
export function withShares(text: string, amounts: readonly Amount[]): readonly Amount[] {
  if (!/\b(?:half|third|quarter|fifth)/i.test(text)) return amounts;
  const shares = [...text.matchAll(IN_WORDS)].map((match): Amount => {
    const [words, hedge = '', ...fraction] = match;
    const value = fractionOf(fraction);
    const span = { start: match.index, end: match.index + words.length };
    return { value, step: 1, unit: 'percent', words, loose: false, span, range: rangeOf(value, hedge) };
  });
  if (shares.length === 0) return amounts;
  const others = amounts.filter(
    ({ span }) => !shares.some((one) => span.start < one.span.end && span.end > one.span.start),
  );
  return [...others, ...shares].sort((a, b) => a.span.start - b.span.start);
}

/**
 * A fraction in per cent.
 *
 * @param groups what those of `FRACTION` matched
 */
export function fractionOf(groups: readonly (string | undefined)[]): number {
  const [half, count, fraction] = groups;
  return (count ? wordValue(count)! : 1) * FRACTIONS[(half ?? fraction)!.toLowerCase()]!;
}

/** The percentages that a share in words may stand for. */
export function rangeOf(value: number, hedge: string): readonly [low: number, high: number] {
  if (MORE.test(hedge)) return [/least/i.test(hedge) ? value - 0.01 : value, 100];
  if (LESS.test(hedge)) return [0, value];
  const off = Math.min(MOST_OFF, Math.max(LEAST_OFF, 0.15 * value)) + (hedge === '' ? 0 : HEDGED);
  return [value - off, value + off];
}
