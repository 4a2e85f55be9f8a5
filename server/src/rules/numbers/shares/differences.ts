/** Finds changes in numbers that their two ends do not make: “rose from 1,240 to 1,390, a rise of 160”. */
import type { Amount } from '../amounts/amounts';
import { like, slack } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { CHANGE_NOUNS, CHANGE_VERBS, goesFrom } from './change-words';

/** A word or a year. */
const WORDS = '(?:\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’-]+|(?:19|20)\\d\\d(?:[/–-]\\d\\d)?))';
const NOUNS = `(?:${CHANGE_NOUNS}|saving|change)`;
/** From the second end to the change: “, a rise of”, “: a cut of”, “, which is”. */
const THEN = new RegExp(
  `^${WORDS}{0,5}?(?:,|:|\\s[–—-]|\\s\\()\\s?(?:(?:which|that)\\s(?:is|was|means)\\s)?an?\\s(?:[a-z]+\\s)?${NOUNS}\\sof\\s$`,
  'iu',
);
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
const NOT_SAME = /^[^.;]{0,30}\b(?:after|before|net|in\sreal\sterms|without|excluding|including)\b/i;
/** How far off somebody subtracts wrong, as a share of the difference. */
const FURTHEST = 0.6;

/** The changes of a sentence that are not the difference of the two amounts beside them. */
export function wrongDifferences({ text, amounts }: CountedText): readonly Clash[] {
  return amounts.slice(2).flatMap((last, at) => {
    const [first, second] = [amounts[at]!, amounts[at + 1]!];
    const lead = text.slice(Math.max(0, first.span.start - 40), first.span.start);
    const one = text.slice(first.span.end, second.span.start);
    const other = text.slice(second.span.end, last.span.start);
    const behind = text.slice(last.span.end);
    if (GOES_ON.test(behind) || NOT_SAME.test(behind) || (OPEN.test(lead) && first.value <= NOON)) return [];
    if (goesFrom(text, first, second) && THEN.test(other)) {
      const isOneOfSeveral = amounts.slice(at + 3).some(({ unit }) => unit === last.unit) || ONE.test(behind);
      return ENDS.test(behind) && !isOneOfSeveral ? wrongBy(last, first, second) : [];
    }
    return BY.test(lead) && ENDS_FOLLOW.test(one) && goesFrom(text, second, last)
      ? wrongBy(first, second, last)
      : [];
  });
}

function wrongBy(change: Amount, from: Amount, to: Amount): readonly Clash[] {
  const all = [change, from, to];
  if (change.unit === 'percent' || all.some(({ unit, loose }) => unit !== change.unit || loose)) return [];
  const is = Math.abs(to.value - from.value);
  const off = Math.abs(is - change.value);
  if (off <= slack(change) + slack(from) + slack(to) + 1e-6 || off > is * FURTHEST) return [];
  // A change with so many zeros is rounded.
  if (change.value % 100 === 0 && off < 50) return [];
  const exact = all.reduce((a, b) => (b.step < a.step ? b : a));
  const by = like(exact, is);
  return [wrong(change, `From “${from.words}” to “${to.words}” is ${by}, not “${change.words}”.`, by)];
}
