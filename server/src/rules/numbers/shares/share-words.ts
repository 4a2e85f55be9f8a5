import { type Amount, countOf } from '../amounts/amounts';
import { being, wordsOf } from '../vocabulary';

/** Fractions in per cent. */
const FRACTIONS: Readonly<Record<string, number>> = { half: 50, third: 100 / 3, quarter: 25, fifth: 20 };
/** Words such as “about” and “more than” before a share; one group. */
export const HEDGE = `(?:(${(['atLeast', 'more', 'less', 'about'] as const).map(wordsOf).join('|')})\\s+)?`;
/** "Half", "a third", "two thirds": groups for `fractionOf`. */
export const FRACTION_WORDS =
  '(?:(half)|(?:(?:an?\\s|one[\\s-])|(two|three|four)[\\s-])(half|third|quarter|fifth)s?)\\b';
/** The same where it is a share. */
export const FRACTION = `${FRACTION_WORDS}(?=${wordsOf('share')})`;
const IN_WORDS = new RegExp(`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d-])${HEDGE}${FRACTION}`, 'giu');

const AT_LEAST = being('atLeast');
const MORE = being('more');
const LESS = being('less');
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
  return (count ? countOf(count)! : 1) * FRACTIONS[(half ?? fraction)!.toLowerCase()]!;
}

/** What words before a share make of it; '' for none. */
export function meantBy(hedge: string): '' | 'at least' | 'more than' | 'less than' | 'about' {
  if (hedge === '') return '';
  if (AT_LEAST.test(hedge)) return 'at least';
  return MORE.test(hedge) ? 'more than' : LESS.test(hedge) ? 'less than' : 'about';
}

/** The percentages that a share in words may stand for. */
export function rangeOf(value: number, hedge: string): readonly [low: number, high: number] {
  if (AT_LEAST.test(hedge)) return [value - 0.01, 100];
  if (MORE.test(hedge)) return [value, 100];
  if (LESS.test(hedge)) return [0, value];
  const off = Math.min(MOST_OFF, Math.max(LEAST_OFF, 0.15 * value)) + (hedge === '' ? 0 : HEDGED);
  return [value - off, value + off];
}
