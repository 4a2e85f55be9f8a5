import { sourceOf } from '../../../words/phrases';
import { countOf } from '../amounts/amounts';
import { grouped } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { FRACTION, fractionOf, HEDGE, meantBy, rangeOf } from './share-words';

const NUMBER = sourceOf('@counts');
const WORDED = new RegExp(
  `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d,.–-])${HEDGE}(?:(${NUMBER})\\s(?:in|out\\sof)\\s(?:every\\s)?(${NUMBER})|${FRACTION})(?=\\s)`,
  'giu',
);
/** Text between the words and the percentage. */
const BETWEEN =
  /^(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'-]+){0,9}\s\((?:\d[\d,]{0,9}(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){0,3}(?:,|;|\s[–—-])\s(?:or\s)?)?$/u;
const CLOSES = /^\s?[),;]/;
/**
 * Shares in words that differ from their percentage in brackets.
 *
 * @param known findings on percentages of the text, which are not repeated
 */
export function wrongWords({ text, amounts }: CountedText, known: readonly Clash[]): readonly Clash[] {
  if (!text.includes('(')) return [];
  return [...text.matchAll(WORDED)].flatMap((match): Clash[] => {
    const [words, hedge = '', part, whole, ...fraction] = match;
    const end = match.index + words.length;
    const percentage = amounts.find(({ span, unit }) => span.start > end && unit === 'percent');
    const between = percentage && text.slice(end, percentage.span.start);
    if (known.some(({ span }) => span.start === percentage?.span.start)) return [];
    if (!percentage || !BETWEEN.test(between!)) return [];
    if (!CLOSES.test(text.slice(percentage.span.end))) return [];
    if (whole && numberOf(whole) === 0) return [];
    const value = whole ? (100 * numberOf(part!)) / numberOf(whole) : fractionOf(fraction);
    const [low, high] = rangeOf(value, hedge);
    if (
      value > 100 ||
      (percentage.value + percentage.step / 2 > low && percentage.value - percentage.step / 2 < high)
    )
      return [];
    const means = [meantBy(hedge), grouped(value, 0)].join(' ').trim();
    const span = { start: match.index, end };
    return [wrong({ span }, `“${words}” means ${means}%, but the brackets say ${percentage.words}.`)];
  });
}

const numberOf = (word: string): number => countOf(word) ?? 1;
