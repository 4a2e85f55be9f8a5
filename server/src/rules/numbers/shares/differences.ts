/** Finds changes in numbers that their two ends do not make: “rose from 1,240 to 1,390, a rise of 160”. */
import { type Amount, isCount } from '../amounts/amounts';
import { like, slack } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { CHANGE_NOUNS, CHANGE_VERBS, goesFrom } from './change-words';

/** A word or a year. */
const WORDS = '(?:\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’-]+|(?:19|20)\\d\\d(?:[/–-]\\d\\d)?))';
const NOUNS = `(?:${CHANGE_NOUNS}|saving|change)`;
/** From the second end to the change: “, a rise of”, “: a cut of”, “, which is”. */
const THEN = new RegExp(
  `^${WORDS}{0,5}?(?:,|:|\\s[–—-]|\\s\\()\\s?(?:(?:which|that)\\s(?:is|was|means)\\s)?(?:an?\\s(?:[a-z]+\\s)?${NOUNS}\\sof|(?:up|down)(?:\\sby)?)\\s$`,
  'iu',
);
/** The same before “2,380 fewer” and “nine percentage points”, which need no noun. */
const BARE = new RegExp(`^${WORDS}{0,5}?(?:,|:|\\s[–—-]|\\s\\()\\s?(?:or\\s)?$`, 'iu');
const POINTS = /^\s(?:percentage\s)?points\b/i;
const FEWER = /^\s(?:fewer|less|more|lower|higher)\b/i;
/** The same in the next sentence. */
const THAT_IS = new RegExp(`^(?:That|This)\\s(?:is|was|means)\\san?\\s(?:[a-z]+\\s)?${NOUNS}\\sof\\s$`, 'iu');
/** Between two ends: “12,300 in 2023 and 9,020”, with “in 2024” behind it. */
const IN_YEAR = /^(?:\s[a-z]+){0,2}\sin\s(?:19|20)\d\d,?\sand\s(?:[a-z]+\s)?$/i;
const THEN_YEAR = /^\sin\s(?:19|20)\d\d\b/;
/** Before a change whose ends follow: “fell by £40,000, from …”. */
const BY = new RegExp(
  `\\b(?:${CHANGE_VERBS}\\s(?:[a-z]+\\s)?by|an?\\s(?:[a-z]+\\s)?${NOUNS}\\sof)\\s$`,
  'iu',
);
const ENDS_FOLLOW = new RegExp(
  `^(?!\\s(?:again|more|further|alone)\\b)${WORDS}{0,3},?\\s\\(?from\\s(?:the\\s)?$`,
  'iu',
);
/** Behind a change that is of what its ends are of: no noun, time or place of its own, and nothing that it is compared with. */
const ENDS = /^(?:[).,;:]|$|\s(?:and|but|because|as|while|which|in\s(?:all|total|two|three|\d))\b)/i;
/** A further number behind it may say what else changed: “a loss of two and one merger”. */
const ONE = /\bone\b/i;
/** Before two times of day. */
const OPEN = /\bopen(?:s|ed)?\s(?:[a-z]+\s){0,3}from\s$/i;
const NOON = 12;
/** Further ends: “from 310 to 480 and then to 655”. */
const GOES_ON = /^[^.;:]{0,40}\s(?:and|then|before)\s(?:[a-z]+\s){0,3}[£\d]/i;
/** Behind the second end, where that is of something else than the first. */
const NOT_SAME = /^[^.;]{0,30}\b(?:after|before|net|in\sreal\sterms|without|excluding|including)\b/i;
/** How far off somebody subtracts wrong, as a share of the difference. */
const FURTHEST = 0.6;

/**
 * The changes of a sentence that are not the difference of the two amounts beside them.
 *
 * @param before the sentence before it, which may have both
 */
export function wrongDifferences(
  { text, amounts }: CountedText,
  before: CountedText | undefined,
): readonly Clash[] {
  const [only, ...more] = amounts;
  if (before && only && more.length === 0 && THAT_IS.test(text.slice(0, only.span.start))) {
    const [first, second, ...others] = before.amounts;
    const isOfBoth = first && second && others.length === 0 && haveEnds(before.text, first, second);
    const tail = text.slice(only.span.end).replace(POINTS, '');
    return isOfBoth && ENDS.test(tail) && !NOT_SAME.test(tail) ? wrongBy(only, first, second, text) : [];
  }
  return amounts.slice(2).flatMap((last, at) => {
    const [first, second] = [amounts[at]!, amounts[at + 1]!];
    const lead = text.slice(Math.max(0, first.span.start - 40), first.span.start);
    const one = text.slice(first.span.end, second.span.start);
    const other = text.slice(second.span.end, last.span.start);
    const behind = text.slice(last.span.end);
    if (GOES_ON.test(behind) || NOT_SAME.test(behind) || (OPEN.test(lead) && first.value <= NOON)) return [];
    const isBare = BARE.test(other) && (FEWER.test(behind) || POINTS.test(behind));
    if ((isBare || THEN.test(other)) && haveEnds(text, first, second)) {
      const isOneOfSeveral = amounts.slice(at + 3).some(({ unit }) => unit === last.unit) || ONE.test(behind);
      const tail = behind.replace(isBare ? FEWER : '', '').replace(POINTS, '');
      return ENDS.test(tail) && !isOneOfSeveral ? wrongBy(last, first, second, text) : [];
    }
    return BY.test(lead) && ENDS_FOLLOW.test(one) && goesFrom(text, second, last)
      ? wrongBy(first, second, last, text)
      : [];
  });
}

/** Whether two amounts are said to be of one thing at two times. */
function haveEnds(text: string, a: Amount, b: Amount): boolean {
  const isByYear =
    IN_YEAR.test(text.slice(a.span.end, b.span.start)) && THEN_YEAR.test(text.slice(b.span.end));
  return isByYear || goesFrom(text, a, b);
}

/** @param text the sentence of the change */
function wrongBy(change: Amount, from: Amount, to: Amount, text: string): readonly Clash[] {
  const all = [change, from, to];
  const isPoints = isCount(change) && POINTS.test(text.slice(change.span.end));
  const of = isPoints ? 'percent' : change.unit;
  if (change.unit === 'percent' || all.some(({ loose }) => loose)) return [];
  if (from.unit !== of || to.unit !== of) return [];
  const is = Math.abs(to.value - from.value);
  const off = Math.abs(is - change.value);
  if (
    off <= slack(change) + slack(from) + slack(to) + (isPoints ? from.step : 0) + 1e-6 ||
    off > is * FURTHEST
  )
    return [];
  // A change with so many zeros is rounded.
  if (change.value % 100 === 0 && off < 50) return [];
  const exact = isPoints ? { ...change, step: from.step } : all.reduce((a, b) => (b.step < a.step ? b : a));
  const by = like(exact, is);
  return [
    wrong(
      change,
      `From “${from.words}” to “${to.words}” is ${by}${isPoints ? ' points' : ''}, not “${change.words}”.`,
      by,
    ),
  ];
}
