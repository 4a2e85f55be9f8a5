/** Rates and rests of what has been counted before: "742 came and 203 found work, a success rate of 31%". */
import type { Amount } from './amounts';
import { nounAt } from './parts';
import { type Found, follows, LEAST, messageOn } from './shares';

const RATE = /[,(–-]\s+an?\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+){0,2}rate\s+of\s+$/iu;
/** Worked out of what is no part of a whole, or of the average of a year. */
const NO_SHARE = /\b(?:growth|increase|turnover|vacancy|absence|sickness|inflation|annual|average)\s/i;
const OF_OTHER = /^\s+(?:of|among|for|in|on)\b/i;
/** “203 into work”, “203 read all six books”: what has a noun of its own (“84 volunteers”) may be of another whole. */
const OF_WHOLE =
  /^(?:\s*[,.;:–-]|\s+(?:of\s+(?:them|these|those|whom|which)|into|in|to|at|with|on|have|had|were|was|are|read|came|went|got|found|left|took|gave|sent|won|kept|made|began|[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+ed)\b)/iu;
/** Further off, in points, it is the rate of something else. */
const POINTS = 8;
const MOST = 3;

/**
 * A rate that is that of a count in none of the counts before it: "742 people came and 203 found work, a success rate of 31%".
 *
 * @param before the amounts of the sentence, or the item of a list, before it
 */
export function wrongRates(
  text: string,
  amounts: readonly Amount[],
  before: readonly Amount[],
): readonly Found[] {
  if (!text.includes('rate')) return [];
  const rateAt = ({ span }: Amount) => RATE.exec(text.slice(Math.max(0, span.start - 60), span.start))?.[0];
  const at = amounts.findIndex((one) => one.unit === 'percent' && rateAt(one) !== undefined);
  const share = amounts[at];
  if (!share || OF_OTHER.test(text.slice(share.span.end)) || NO_SHARE.test(rateAt(share)!)) return [];
  // "All six books" is no count of those who came.
  const isCount = ({ unit, value }: Amount): boolean => unit === 'count' && value >= LEAST;
  const own = amounts.slice(0, at).filter(isCount);
  const part = own.at(-1);
  if (!part || !OF_WHOLE.test(text.slice(part.span.end))) return [];
  const counts = [...before.filter(isCount), ...own];
  const [whole] = (own.length > 1 ? own : counts).filter(({ value }) => value > part.value);
  // Of more, nobody can say which two are meant.
  if (!whole || counts.length > MOST) return [];
  const isMeant = (one: Amount, other: Amount): boolean =>
    one.value < other.value && follows(one, other, share);
  if (counts.some((one) => counts.some((other) => isMeant(one, other)))) return [];
  if (Math.abs((100 * part.value) / whole.value - share.value) > POINTS) return [];
  return [{ at: share, message: messageOn(part, whole, share, undefined) }];
}

const REST = /\b(?:the|our|their)\s(?:(other|remaining)|rest,)\s$/i;
/** What is left is of the whole where no other noun follows on it. */
const NO_NOUN =
  /^(?:\s*[.,;:)]|\s(?:of|will|would|are|were|is|was|have|had|has|do|did|can|could|should|must|may|came|come|go|went|said|met|got|took|[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2,20}ed)\b)/iu;
/** A few that stand beside others, of which nobody says that they are all. */
const BESIDE = /\b(?:each(?!\sof\s)|per|every|at\sleast|so\sfar)\b/i;
/** "The other ten libraries in the county" */
const ELSEWHERE = /^\s([A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+)\s(?:in|of|at|from|outside|across|near)\s/u;
/** So far off, it is another whole. */
const FURTHEST = 0.05;

/** A sentence with its amounts. */
interface Told {
  readonly text: string;
  readonly amounts: readonly Amount[];
}

/**
 * What is said to be left of a whole, and is not: "94 have been asked, and 81 have done it. The remaining 15 …", "Each of
 * the ten has one. Six are open, and the other three …".
 *
 * @param before the sentences before it
 */
export function wrongLeft(told: Told, before: readonly Told[]): readonly Found[] {
  const { text, amounts } = told;
  const index = amounts.findIndex(
    ({ unit, span }) => unit === 'count' && REST.test(text.slice(Math.max(0, span.start - 25), span.start)),
  );
  const left = amounts[index];
  // “The remaining 11 will come, and one is kept free” says itself what is left.
  if (
    !left ||
    amounts.slice(index + 1).some(({ unit }) => unit === 'count') ||
    /\bone\b/i.test(text.slice(left.span.end))
  )
    return [];
  const counts = [...before, { text, amounts: amounts.slice(0, index) }].flatMap((one) =>
    one.amounts.flatMap((amount) =>
      amount.unit === 'count'
        ? [{ ...amount, behind: one.text.slice(amount.span.end, amount.span.end + 60) }]
        : [],
    ),
  );
  const [first, second] = counts;
  const whole = second && /^\s(?:out\s)?of\s/.test(first!.behind) ? second : first;
  if (!whole || whole.value < LEAST || BESIDE.test([...before, told].map((one) => one.text).join(' ')))
    return [];
  const noun = nounAt(whole.behind, 0);
  const isOf = (behind: string): boolean => NO_NOUN.test(behind) || nounAt(behind, 0) === noun;
  const behind = text.slice(left.span.end);
  if (!isOf(behind) || (noun !== '' && ELSEWHERE.exec(behind)?.[1] === noun)) return [];
  // What counts something else is no part: “and 40 chairs”.
  const parts = counts.filter((one) => one !== whole && isOf(one.behind));
  if (parts.length === 0 || parts.length > 4 || counts.some(({ loose }) => loose)) return [];
  let sums = [0];
  for (const { value } of parts) sums = sums.concat(sums.map((sum) => sum + value));
  if (counts.some(({ value }) => sums.some((sum) => value - sum === left.value))) return [];
  const rest = whole.value - parts.reduce((all, { value }) => all + value, 0);
  const off = Math.abs(rest - left.value);
  if (rest <= 0 || counts.some(({ value }) => value === off) || off > Math.max(2, FURTHEST * whole.value))
    return [];
  return [
    {
      at: left,
      message: `“${left.words}” are said to be left, but ${[whole, ...parts].map(({ words }) => words).join(' less ')} leaves ${rest}. Put right whichever is wrong.`,
    },
  ];
}
