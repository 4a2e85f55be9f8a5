/** Finds a whole that none of its parts and shares go with, where another whole has them all right. */

import { spanIn } from '../../lib/blocks/prose';
import type { Amount } from '../amounts/amounts';
import { like, sumOf } from '../amounts/number-format';
import { OF_FIRST, OF_THEM_FIRST, OF_WHOM } from '../amounts/of-words';
import type { Counted } from '../amounts/sentences';
import type { Clash } from '../clash';
import { isSlip } from '../tables/slips';
import { type Pair, pairsIn } from './pairs';
import { follows, LEAST, shareOn } from './shares';

const OF_ANSWERS = /^(?:\d+\.\d+\s+)?Of\sthe\s(?:total|replies|responses|answers),?\s$/;
/** How far the sum of the parts may be from the whole, as a share of it; a slip of the keys may be further. */
const NEAR = 0.06;

/**
 * The whole of a sentence that gives its parts with their shares, all of which are of the sum of the parts:
 * “We had 1,240 replies. Of these, 746 (62%) were against, 373 (31%) for it and 85 (7%) had no view.”
 *
 * @param last the sentence before it, in which the whole may stand
 * @returns the clash with its span in the block
 */
export function wrongWhole(own: Counted, last: Counted | undefined): Clash | undefined {
  const { text, amounts } = own;
  const pairs = pairsIn(text, amounts);
  const [first] = pairs;
  if (!first || pairs.length < 2) return undefined;
  const counts = amounts.slice(0, first.at);
  const others = amounts
    .slice(first.at)
    .filter((one) => pairs.every((pair) => pair.part !== one && pair.share !== one));
  if (others.some(({ unit, value }) => unit === 'count' && value >= LEAST)) return undefined;
  const lead = text.slice(0, first.part.span.start);
  if (counts.length === 0) {
    const whole =
      OF_THEM_FIRST.test(lead) || OF_ANSWERS.test(lead) ? last?.amounts.findLast(isWhole) : undefined;
    return whole && compare(whole, last!, pairs, own);
  }
  const [whole] = counts as [Amount];
  const isOfWhole = OF_FIRST.test(text.slice(0, whole.span.start)) || OF_WHOM.test(lead);
  return counts.length === 1 && isOfWhole && isWhole(whole) ? compare(whole, own, pairs, own) : undefined;
}

const isWhole = ({ unit, loose, value }: Amount): boolean => unit === 'count' && !loose && value >= LEAST;

/** @param at the sentence of the whole, and `own` that of its parts */
function compare(whole: Amount, at: Counted, pairs: readonly Pair[], own: Counted): Clash | undefined {
  const sum = sumOf(pairs.map(({ part }) => part));
  const isNear = Math.abs(sum - whole.value) <= NEAR * whole.value || isSlip(sum, whole.value);
  const right = { ...whole, value: sum };
  if (sum === whole.value || !isNear || !pairs.every(({ part, share }) => follows(part, right, share)))
    return undefined;
  const [off, ...more] = pairs.filter(({ part, share }) => !follows(part, whole, share));
  if (!off) return undefined;
  const by = like(whole, sum);
  // The only share that would have to change where the whole is right.
  const ofShare = more.length === 0 ? (shareOn(off.part, whole, off.share).instead ?? []) : [];
  const parts = pairs.map(({ part }) => part.words).join(' + ');
  return {
    span: spanIn(at, whole.span),
    message: `“${whole.words}” is not the sum of its parts: ${parts} = ${by}, and ${pairs.length === 2 ? 'both' : 'all'} their shares are of ${by}. Put right the whole, or else the parts.`,
    instead: [
      { words: whole.words, by },
      ...ofShare.map((one) => ({
        ...one,
        span: spanIn(own, off.share.span),
        as: ` for “${off.share.words}”`,
      })),
    ],
  };
}
