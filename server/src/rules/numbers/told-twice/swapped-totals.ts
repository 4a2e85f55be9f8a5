/** Finds the total of a table that a sentence gives with two digits in each other’s place: “£98,400” for £89,400. */
import { addTo, tally } from '../../../util/lists';
import { slipAt } from '../tables/slips';
import { differ, isSaid, type Placed } from './placed-numbers';

/** From how many digits on, without zeros at the end, a total need not be told twice. */
const MANY_DIGITS = 4;
const LEAST = 1000;

/**
 * Sums of money that stand once in the paper, each with the only total of a table that it is but for two digits beside
 * each other.
 */
export function swappedTotals(
  all: readonly Placed[],
): readonly { readonly one: Placed; readonly total: Placed }[] {
  const totals = new Map<string, Placed[]>();
  for (const placed of all) {
    const { value, table } = placed.mention;
    if (table === 'total' && value >= LEAST) addTo(totals, keyOf(value), placed);
  }
  if (totals.size === 0) return [];
  const times = tally(all.map(({ mention }) => mention.value));
  return all.flatMap((one) => {
    const { mention } = one;
    if (!isSaid(mention, 'money') || mention.value < LEAST || times.get(mention.value) !== 1) return [];
    const found = (totals.get(keyOf(mention.value)) ?? []).filter(({ mention: total }) =>
      isSwapped(mention.value, total.value),
    );
    const [total] = found;
    if (!total || found.some((other) => other.mention.value !== total.mention.value)) return [];
    const { value } = total.mention;
    const isSure = times.get(value)! > 1 || String(value).replace(/0{1,9}$/, '').length >= MANY_DIGITS;
    // A sum and its total in one sentence are two things.
    const isBeside = mention.sentence.includes(total.mention.words);
    return isSure && !isBeside && !differ(mention.times, total.mention.times) ? [{ one, total }] : [];
  });
}

const keyOf = (value: number): string => [...String(value)].sort().join('');

/** Whether two digits beside each other have changed places. */
function isSwapped(a: number, b: number): boolean {
  const [first, second] = slipAt(a, b) ?? [];
  return second !== undefined && second === first! + 1;
}
