/** Shares, percentages and multiples that a text itself lets its reader work out: “by a third, from £88,000 to £61,000”. */
import type { Span } from '../draft';
import type { Figure } from '../evidence';
import { numberOf } from '../evidence/number-values';

const NUMBER = String.raw`£?(\d[\d,]{0,14}(?:\.\d{1,6})?(?:\s?(?:million|billion|thousand|bn|[mk])\b)?)`;
const BETWEEN = String.raw`(?:\s(?:[a-z-]{2,20}|(?:19|20)\d\d(?:[/–-]\d\d)?)){0,5}?`;
/** Two numbers of which the second is what became of the first: “from 108 to 100”, “(92 to 51 a month)”. */
const CHANGE = new RegExp(String.raw`(?:\bfrom\s|\()${NUMBER}${BETWEEN}\sto\s${NUMBER}`, 'gi');
/** How far a share in words may be from the sum, in points: “a third” of 30.7%. */
const LOOSE = 4;
/** The same where it says so: “almost half” of 44.6%. */
const LOOSER = 6;
/** The same for a part of a whole of which nothing says that it is near. */
const CLOSE = 1;

/**
 * Whether a share, percentage or multiple of a sentence is the change between two numbers that stand in it, or says in
 * other words what part one is of the other. A percentage of a whole (“62%, or 124 of 200”) is one result with them,
 * which still has to come from somewhere.
 *
 * @param sentence its place in the text, which may go on behind it
 * @param startBefore where the sentence before it starts
 */
export function followsFrom(
  text: string,
  sentence: Span,
  { measure, value, span: at }: Figure,
  startBefore: () => number,
): boolean {
  if (measure !== 'percent' && measure !== 'share' && measure !== 'multiple') return false;
  const own = text.slice(sentence.start, sentence.end);
  const written = text.slice(at.start, at.end);
  if (measure === 'multiple') return isMultiple(own, written);
  const percent = measure === 'share' ? 100 * (Number.isNaN(value) ? fractionIn(written) : value) : value;
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  const isNear = NEAR.test(text.slice(sentence.start, at.start));
  const slack = measure === 'percent' ? 0.51 / 10 ** decimals : isNear ? LOOSER : LOOSE;
  if (changesIn(own).some(([from, to]) => Math.abs((100 * Math.abs(to - from)) / from - percent) <= slack))
    return true;
  const before = text.slice(sentence.start, at.start);
  const isSum = sumsUp(own);
  const isInWords = measure === 'share';
  // A share in words alone may say again what its own sentence has in numbers.
  if (!isSum && !(isInWords && SAYS_AGAIN.test(before))) return false;
  const start = isSum ? startBefore() : sentence.start;
  // “4 in 10” is not made of itself.
  const numbers = countsIn(`${text.slice(start, at.start)} ${text.slice(at.end, sentence.end)}`);
  return isPart(numbers, percent, isNear && isInWords ? LOOSE : CLOSE);
}

const changesIn = (sentence: string): readonly (readonly [from: number, to: number])[] =>
  [...sentence.matchAll(CHANGE)].map(([, one, other]) => [numberOf(one!), numberOf(other!)]);

const MULTIPLES: readonly (readonly [word: RegExp, times: number])[] = [
  [/doubl/i, 2],
  [/tripl|trebl/i, 3],
  [/quadrupl/i, 4],
  [/halv/i, 0.5],
];

/** “doubled, from 20,000 in 2020 to 40,000”, “more than doubled, from 140 to 310” */
function isMultiple(sentence: string, written: string): boolean {
  const times = MULTIPLES.find(([word]) => word.test(written))?.[1];
  return (
    times !== undefined && changesIn(sentence).some(([from, to]) => Math.abs(to / from / times - 1) <= 0.2)
  );
}

const NEARLY =
  '(?:(?:about|around|roughly|nearly|almost|just over|just under|a little over|a little under|more than|over|under|fewer than|less than|some)\\s)';
/** A share that says again what stands before it: “…, which is three in four”, “… (one in four)”. */
const SAYS_AGAIN = new RegExp(
  `(?:^|[,;:(–—]\\s?)(?:(?:or|so|which|that|this)\\s)?(?:(?:is|was|makes|means|comes to)\\s)?${NEARLY}?$`,
  'i',
);
const NEAR = new RegExp(`\\b${NEARLY}$`, 'i');
/** A sentence that draws a sum of the one before. */
const SUMS_UP =
  /^(?:so|that is|that’s|that's|this is|that makes|which is|in other words|or),?\s|\b(?:is|are|was|were)\stherefore\s/i;

/** Before a clause that says more than the one before it. */
const JOINT =
  /[;:–—]\s|,\s(?=(?:and|but|so|which|that|as|because|for|while|making|meaning|proving|showing)\s)|\s(?=(?:because|which|and\s(?:proves?|shows?|means?|demonstrates?|confirms?|so))\s)/i;
/** A clause of fewer words only says the sum again: “or more than one in four”. */
const FEWEST_WORDS = 5;

/** Whether a sentence says that it follows from the numbers before it: “That is …”, “The share is therefore …”. */
export const sumsUp = (sentence: string): boolean => SUMS_UP.test(sentence);

/**
 * Whether a clause works something out and concludes no more: not “That is 28%, which proves that …”.
 *
 * @param sums what is worked out
 */
export function isOnlySum(text: string, clause: Span, sums: readonly Figure[]): boolean {
  let end = clause.start;
  return text
    .slice(clause.start, clause.end)
    .split(JOINT)
    .every((part) => {
      const start = text.indexOf(part, end);
      end = start + part.length;
      return (
        sums.some(({ span }) => span.start >= start && span.start < end) ||
        part.trim().split(/\s+/).length < FEWEST_WORDS
      );
    });
}

/** Whether one of some numbers is such a part of another. */
const isPart = (numbers: readonly number[], percent: number, slack: number): boolean =>
  numbers.some((whole) =>
    numbers.some((part) => part < whole && Math.abs((100 * part) / whole - percent) <= slack),
  );

/** The counts of a text, without years and percentages; none where there are too many to tell which are meant. */
function countsIn(text: string): readonly number[] {
  const found = [...text.matchAll(/(?<![\d.,£])\d[\d,]{0,14}(?![\d.]*\d|\s?%|\sper\scent)/g)].map(
    ([one]) => one,
  );
  const counts = found.filter((one) => !/^(?:19|20)\d\d$/.test(one)).map(numberOf);
  return counts.length > MOST_COUNTS ? [] : counts;
}
const MOST_COUNTS = 5;

const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };

/** “Two thirds” as a number; NaN for other words. */
function fractionIn(words: string): number {
  const [, count = '', part = ''] =
    /(?:\b(two|three|four)[\s-])?(half|third|quarter|fifth|tenth)s?\b/i.exec(words) ?? [];
  return (COUNTS[count.toLowerCase()] ?? 1) / (PARTS[part.toLowerCase()] ?? Number.NaN);
}
