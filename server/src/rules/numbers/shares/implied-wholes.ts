/** Finds the one number that its share does not go with, among shares that make 100%: “58% (1,700), 27% (885), 15% (491)”. */
import { greatest, least } from '../../../util/lists';
import type { Amount } from '../amounts/amounts';
import { grouped, roundedBy, sumOf } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { pairsEitherWay } from './pairs';

/** A share with its number, and the wholes that both go with. */
interface Implied {
  readonly share: Amount;
  readonly number: Amount;
  readonly least: number;
  readonly most: number;
}

/** How far the shares of one whole may be from 100 by rounding. */
const ROUNDED = 1.5;
const FEWEST = 3;

/** The number of a sentence whose share is of another whole than all other shares of it, which make 100% together. */
export function wrongAmongShares({ text, amounts }: CountedText): readonly Clash[] {
  const pairs = wholesIn(text, amounts);
  const percents = sumOf(pairs.map(({ share }) => share));
  const all = amounts.filter(({ unit }) => unit === 'percent');
  if (pairs.length < FEWEST || all.length > pairs.length || Math.abs(percents - 100) > ROUNDED) return [];
  if (common(pairs)) return [];
  const odd = pairs.filter((one) => common(pairs.filter((other) => other !== one)));
  if (odd.length !== 1) return [];
  const [{ share, number }] = odd as [Implied];
  const others = common(pairs.filter((one) => one.number !== number))!;
  const whole = grouped((others.least + others.most) / 2, 0);
  const why = `“${number.words}” is not ${share.words} of what the other shares here are of, which is about ${whole}.`;
  return [wrong(number, why)];
}

/** The shares of a text with their numbers, and what these are of. */
function wholesIn(text: string, amounts: readonly Amount[]): readonly Implied[] {
  return pairsEitherWay(text, amounts).flatMap(({ share, part }) => {
    // “Six hundred and two” is read as two.
    if (!/^\d/.test(part.words) || share.value < 1) return [];
    const half = Math.max(share.step / 2, 0.05) * 1.01;
    const off = roundedBy(part);
    return [
      {
        share,
        number: part,
        least: (100 * (part.value - off)) / (share.value + half),
        most: (100 * (part.value + off)) / (share.value - half),
      },
    ];
  });
}

/** The wholes that all pairs go with. */
function common(pairs: readonly Implied[]): { readonly least: number; readonly most: number } | undefined {
  const lowest = greatest(pairs.map((one) => one.least));
  const highest = least(pairs.map((one) => one.most));
  return lowest <= highest ? { least: lowest, most: highest } : undefined;
}
