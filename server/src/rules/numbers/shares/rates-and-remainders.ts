/** Wrong rates and remainders of earlier counts: "742 came and 203 found work, a success rate of 31%". */
import { type Amount, isCount } from '../amounts/amounts';
import { sumOf } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { follows, LEAST, shareOn } from './shares';

const RATE =
  /[,(–-]\s+an?\s+(?:[a-z]+\s){0,2}(?:response|success|completion|pass|return|retention|outcome|take-up)\s+rate\s+of\s+$/i;
const OF_OTHER = /^\s+(?:of|among|for|in|on)\b/i;

/**
 * A rate that fits no two of the counts before it: "742 people came and 203 found work, a success rate of 31%".
 *
 * @param before the amounts of the previous sentence or list item
 */
export function wrongRates({ text, amounts }: CountedText, before: readonly Amount[]): readonly Clash[] {
  if (!text.includes('rate')) return [];
  const rateAt = ({ span }: Amount) => RATE.exec(text.slice(Math.max(0, span.start - 60), span.start))?.[0];
  const at = amounts.findIndex((one) => one.unit === 'percent' && rateAt(one) !== undefined);
  const share = amounts[at];
  // Small counts are left out: "all six books" does not count the people.
  const isLarge = (one: Amount): boolean => isCount(one) && one.value >= LEAST;
  const own = amounts.slice(0, Math.max(0, at)).filter(isLarge);
  const part = own.at(-1);
  if (!share || !part || OF_OTHER.test(text.slice(share.span.end))) return [];
  const counts = [...before.filter(isLarge), ...own];
  const whole = counts.find(({ value }) => value > part.value);
  const isMeant = (one: Amount, other: Amount): boolean =>
    one.value < other.value && follows(one, other, share);
  if (!whole || counts.some((one) => counts.some((other) => isMeant(one, other)))) return [];
  return [shareOn(part, whole, share)];
}

const REST = /\b(?:the|our|their)\s(?:(?:other|remaining)|rest,)\s$/i;
/** A number that no noun follows counts the same things as the whole. */
const NO_NOUN =
  /^(?:\s*[.,;:)]|\s(?:of|will|would|are|were|is|was|have|had|has|do|did|can|could|should|must|may|came|come|go|went|said|met|got|took|[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2,20}ed)\b)/iu;
const NOUN = /^\s([A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+)/u;
/** A remainder that is further off than this share of the whole probably belongs to another whole. */
const FURTHEST = 0.05;

/**
 * A wrong remainder of a whole: "94 have been asked, and 81 have done it. The remaining 15 …", "Each of the ten has one.
 * Six are open, and the other three …".
 *
 * @param before the previous sentences
 */
export function wrongLeft({ text, amounts }: CountedText, before: readonly CountedText[]): readonly Clash[] {
  const index = amounts.findIndex(
    ({ unit, span }) => unit === 'count' && REST.test(text.slice(Math.max(0, span.start - 25), span.start)),
  );
  const stated = amounts[index];
  // “The remaining 11 will come, and one is kept free” says itself what is left.
  if (!stated || amounts.slice(index + 1).some(isCount) || /\bone\b/i.test(text.slice(stated.span.end)))
    return [];
  const counts = [...before, { text, amounts: amounts.slice(0, index) }].flatMap((one) =>
    one.amounts.filter(isCount).map((amount) => ({ ...amount, behind: one.text.slice(amount.span.end) })),
  );
  const [first, second] = counts;
  const whole = second && /^\s(?:out\s)?of\s/.test(first!.behind) ? second : first;
  if (!whole || whole.value < LEAST) return [];
  const noun = NOUN.exec(whole.behind)?.[1];
  // A count of something else, as in “and 40 chairs”, is not a part.
  const isOf = (behind: string): boolean => NO_NOUN.test(behind) || NOUN.exec(behind)?.[1] === noun;
  const parts = counts.filter((one) => one !== whole && isOf(one.behind));
  if (parts.length === 0 || !isOf(text.slice(stated.span.end))) return [];
  let sums = [0];
  for (const { value } of parts.slice(0, 4)) sums = sums.concat(sums.map((sum) => sum + value));
  if (counts.some(({ value }) => sums.some((sum) => value - sum === stated.value))) return [];
  const rest = whole.value - sumOf(parts);
  const off = Math.abs(rest - stated.value);
  if (rest <= 0 || off > Math.max(2, FURTHEST * whole.value)) return [];
  const less = [whole, ...parts].map(({ words }) => words).join(' less ');
  return [wrong(stated, `“${stated.words}” are said to be left, but ${less} leaves ${rest}.`)];
}
