/** Finds a whole that none of its parts and shares go with, where another whole has them all right. */
import type { Amount } from '../amounts/amounts';
import { like } from '../amounts/number-format';
import { OF_FIRST, OF_THEM_FIRST, OF_WHOM } from '../amounts/of-words';
import { isSlip } from '../tables/slips';
import type { Found, Instead } from '../types';
import { type Pair, pairsIn } from './pairs';
import { follows, LEAST, shareOn } from './shares';

/** A whole of a sentence, or of the one before it. */
export interface WrongWhole extends Found {
  readonly at: Amount;
  readonly instead: Instead;
  /** The only share that would have to change where the whole is right, and what it would be. */
  readonly orElse?: { readonly at: Amount; readonly by: string } | undefined;
}

const OF_ANSWERS = /^(?:\d+\.\d+\s+)?Of\sthe\s(?:total|replies|responses|answers),?\s$/;
/** How far the sum of the parts may be from the whole, as a share of it; a slip of the keys may be further. */
const NEAR = 0.06;

/**
 * The whole of a sentence that gives its parts with their shares, all of which are of the sum of the parts:
 * “We had 1,240 replies. Of these, 746 (62%) were against, 373 (31%) for it and 85 (7%) had no view.”
 *
 * @param before the amounts of the sentence before it
 */
export function wrongWhole(
  text: string,
  amounts: readonly Amount[],
  before: readonly Amount[],
): WrongWhole | undefined {
  const pairs = pairsIn(text, amounts);
  const [first] = pairs;
  if (!first || pairs.length < 2) return undefined;
  const counts = amounts.slice(0, first.at);
  const others = amounts
    .slice(first.at)
    .filter((one) => pairs.every((pair) => pair.part !== one && pair.share !== one));
  if (others.some(({ unit, value }) => unit === 'count' && value >= LEAST)) return undefined;
  const lead = text.slice(0, first.part.span.start);
  const whole =
    counts.length === 0
      ? OF_THEM_FIRST.test(lead) || OF_ANSWERS.test(lead)
        ? before.findLast(isWhole)
        : undefined
      : counts.length === 1 && (OF_FIRST.test(text.slice(0, counts[0]!.span.start)) || OF_WHOM.test(lead))
        ? counts[0]
        : undefined;
  return whole && isWhole(whole) ? compare(whole, pairs) : undefined;
}

const isWhole = ({ unit, loose, value }: Amount): boolean => unit === 'count' && !loose && value >= LEAST;

function compare(whole: Amount, pairs: readonly Pair[]): WrongWhole | undefined {
  const sum = pairs.reduce((all, { part }) => all + part.value, 0);
  const isNear = Math.abs(sum - whole.value) <= NEAR * whole.value || isSlip(sum, whole.value);
  const right = { ...whole, value: sum };
  if (sum === whole.value || !isNear || !pairs.every(({ part, share }) => follows(part, right, share)))
    return undefined;
  const [off, ...more] = pairs.filter(({ part, share }) => !follows(part, whole, share));
  if (!off) return undefined;
  const instead = { words: whole.words, by: like(whole, sum) };
  const share = more.length === 0 ? shareOn(off.part, whole, off.share).instead : undefined;
  const parts = pairs.map(({ part }) => part.words).join(' + ');
  return {
    at: whole,
    message: `“${whole.words}” is not the sum of its parts: ${parts} = ${instead.by}, and ${pairs.length === 2 ? 'both' : 'all'} their shares are of ${instead.by}. Put right the whole, or else the parts.`,
    instead,
    orElse: share && { at: off.share, by: share.by },
  };
}
