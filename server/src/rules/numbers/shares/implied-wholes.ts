/** Finds the one number that its share does not go with, among shares that make 100%: “58% (1,700), 27% (885), 15% (491)”. */
import { greatest, least } from '../../../util/lists';
import { type Amount, isCount } from '../amounts/amounts';
import { grouped, roundedBy } from '../amounts/number-format';
import type { Found } from './shares';

/** A share with its number, and the wholes that both go with. */
interface Pair {
  readonly share: Amount;
  readonly number: Amount;
  readonly least: number;
  readonly most: number;
}

/** How far the shares of one whole may be from 100 by rounding. */
const ROUNDED = 1.5;
const FEWEST = 3;

/** The number of a sentence whose share is of another whole than all other shares of it, which make 100% together. */
export function wrongAmongShares(text: string, amounts: readonly Amount[]): readonly Found[] {
  const pairs = pairsIn(text, amounts);
  const percents = pairs.reduce((sum, { share }) => sum + share.value, 0);
  const all = amounts.filter(({ unit }) => unit === 'percent');
  if (pairs.length < FEWEST || all.length > pairs.length || Math.abs(percents - 100) > ROUNDED) return [];
  if (common(pairs)) return [];
  const odd = pairs.filter((one) => common(pairs.filter((other) => other !== one)));
  if (odd.length !== 1) return [];
  const [{ share, number }] = odd as [Pair];
  const others = common(pairs.filter((one) => one.number !== number))!;
  const whole = grouped((others.least + others.most) / 2, 0);
  return [
    {
      at: number,
      message: `“${number.words}” is not ${share.words} of what the other shares here are of, which is about ${whole}. Put right whichever is wrong.`,
    },
  ];
}

/** The shares that have their number in brackets behind them, or stand in brackets behind it. */
function pairsIn(text: string, amounts: readonly Amount[]): readonly Pair[] {
  return amounts.slice(1).flatMap((second, at) => {
    const first = amounts[at]!;
    const [share, number] = first.unit === 'percent' ? [first, second] : [second, first];
    // “Six hundred and two” is read as two.
    if (!/^\d/.test(number.words)) return [];
    if (share.unit !== 'percent' || !isCount(number) || share.loose || number.loose || share.value < 1)
      return [];
    if (!/^(?:\s[a-z]+){0,2}\s\($/.test(text.slice(first.span.end, second.span.start))) return [];
    if (text[second.span.end] !== ')') return [];
    const half = Math.max(share.step / 2, 0.05) * 1.01;
    const off = roundedBy(number);
    return [
      {
        share,
        number,
        least: (100 * (number.value - off)) / (share.value + half),
        most: (100 * (number.value + off)) / (share.value - half),
      },
    ];
  });
}

/** The wholes that all pairs go with. */
function common(pairs: readonly Pair[]): { readonly least: number; readonly most: number } | undefined {
  const lowest = greatest(pairs.map((one) => one.least));
  const highest = least(pairs.map((one) => one.most));
  return lowest <= highest ? { least: lowest, most: highest } : undefined;
}
