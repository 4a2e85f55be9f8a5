/** Shares and percentages that a sentence itself lets its reader work out: “by a third, from £88,000 to £61,000”. */
import type { Span } from '../draft';
import type { Figure } from '../evidence';

const NUMBER = String.raw`£?(\d[\d,]{0,14}(?:\.\d{1,6})?)(?:\s?(?:million|billion|thousand|bn|[mk])\b)?`;
/** Two numbers of which the second is what became of the first: “from 108 to 100”. */
const CHANGE = new RegExp(String.raw`\bfrom\s${NUMBER}(?:\s[a-z-]{2,20}){0,4}\sto\s${NUMBER}`, 'gi');
/** How far a share in words may be from the sum, in points: “a third” of 30.7%. */
const LOOSE = 4;

/**
 * Whether a share or percentage of a sentence is the change between two numbers that stand in it. A part of a whole
 * (“62%, or 124 of 200”) is one result with them, which still has to come from somewhere.
 */
export function followsFrom(sentence: string, figure: Figure, at: Span): boolean {
  const { measure, value } = figure;
  if (measure !== 'percent' && measure !== 'share') return false;
  const written = sentence.slice(at.start, at.end);
  const percent = measure === 'share' ? 100 * (Number.isNaN(value) ? fractionIn(written) : value) : value;
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  const slack = measure === 'share' ? LOOSE : 0.51 / 10 ** decimals;
  return [...sentence.matchAll(CHANGE)].some(([, one, other]) => {
    const [from, to] = [numberOf(one!), numberOf(other!)];
    return Math.abs((100 * Math.abs(to - from)) / from - percent) <= slack;
  });
}

const numberOf = (written: string): number => Number(written.replaceAll(',', ''));

const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };

/** “Two thirds” as a number; NaN for other words. */
function fractionIn(words: string): number {
  const [, count = '', part = ''] =
    /(?:\b(two|three|four)[\s-])?(half|third|quarter|fifth|tenth)s?\b/i.exec(words) ?? [];
  return (COUNTS[count.toLowerCase()] ?? 1) / (PARTS[part.toLowerCase()] ?? Number.NaN);
}
