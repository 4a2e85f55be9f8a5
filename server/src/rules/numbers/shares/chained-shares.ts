/** Finds wrong shares in sentences, items or cells that tell, one after the other, of one whole that is told before. */
import type { Span } from '../../../draft';
import { type Amount, isCount } from '../amounts/amounts';
import type { CountedText } from '../amounts/sentences';
import type { Clash } from '../clash';
import { isSame, leftOf, NAME, OTHER_WHOLE } from './further-shares';
import { type Pair, pairsIn } from './pairs';
import { follows, LEAST, shareOn } from './shares';

/** What may stand before a part at the start of its sentence or item. */
const STARTS = /^(?:\d+\.\d+\s+)?(?:(?:And|But|Only|Just)\s)?$/;

/** How many numbers of a passage are kept; one with more is data. */
const MOST = 40;

/** The part and share that a sentence or an item begins with, and that is of nothing named behind it. */
export function firstPair({ text, amounts }: CountedText): Pair | undefined {
  const [pair] = pairsIn(text, amounts);
  if (pair?.at !== 0 || !STARTS.test(text.slice(0, pair.part.span.start))) return undefined;
  const { end } = pair.share.span;
  const more = amounts[2]?.span.start ?? text.length;
  const behind = text.slice(end + 1, more);
  return isSame(text, pair.share) && !OTHER_WHOLE.test(behind) && !NAME.test(behind) ? pair : undefined;
}

/** The counts of which pairs can be shares. */
function wholesIn(amounts: readonly Amount[]): readonly Amount[] {
  return amounts.filter((one) => isCount(one) && !one.loose && one.value >= LEAST);
}

/**
 * The finding on a share that is not of the whole of the others, nor of any other count that is told.
 *
 * @param told the counts before it that it may be of
 * @param pairs those of the same whole before it
 */
function wrongOf(
  whole: Amount,
  { part, share }: Pair,
  told: readonly Amount[],
  pairs: readonly Pick<Pair, 'part'>[],
): Clash | undefined {
  if (part.value > whole.value) return undefined;
  const others = [whole, ...told, ...leftOf(whole, pairs, part)];
  return others.some((one) => one.value >= part.value && follows(part, one, share))
    ? undefined
    : shareOn(part, whole, share);
}

/**
 * Shares in sentences that each begin with one: "57 people came. 49 (86%) came back. 44 (87%) brought a friend."
 *
 * @returns each with the position of its sentence
 */
export function wrongChained(
  sentences: readonly CountedText[],
): readonly { readonly found: Clash; readonly at: number }[] {
  let told: readonly Amount[] = [];
  let pairs: readonly Pair[] = [];
  let whole: Amount | undefined;
  return sentences.flatMap((sentence, at) => {
    const own = sentence.amounts.filter(isCount);
    const pair = firstPair(sentence);
    const known = whole;
    const before = told;
    const last = pairs;
    told = [...told, ...own].slice(-MOST);
    if (!pair) {
      // Another number, or none, may change what is spoken of.
      [whole, pairs] = ofWhole(sentence);
      return [];
    }
    if (!known) {
      const larger = wholesIn(before).filter((one) => one.value > pair.part.value);
      whole = larger.findLast((one) => follows(pair.part, one, pair.share));
      pairs = [pair];
      // The sentence before it has only one number that it can be of.
      const only =
        larger.length === 1 && sentences[at - 1]!.amounts.includes(larger[0]!) ? larger[0] : undefined;
      const wrong = only && before.length === 1 ? wrongOf(only, pair, before, []) : undefined;
      return wrong ? [{ found: wrong, at }] : [];
    }
    pairs = [...last, pair].slice(-MOST);
    const found = wrongOf(known, pair, before, last);
    return found ? [{ found, at }] : [];
  });
}

/** The whole of a sentence such as “Of the 57 people, 49 (86%) came back”, with its parts. */
function ofWhole({ text, amounts }: CountedText): [Amount | undefined, readonly Pair[]] {
  const [pair, ...more] = pairsIn(text, amounts);
  if (!pair || pair.at === 0) return [undefined, []];
  const whole = wholesIn(amounts.slice(0, pair.at)).find(
    (one) => one.value > pair.part.value && follows(pair.part, one, pair.share),
  );
  return [whole, whole ? [pair, ...more] : []];
}

/** What a list or a column of a table has of one whole: the pairs of its items with their places, and all that they count. */
export interface PairList {
  readonly pairs: readonly (Pair & { readonly place: Span })[];
  readonly told: readonly Amount[];
}

/**
 * The one share of a list or a column that is not of the whole of the others: “Of 118 who answered:”, then “97 (82%)”.
 *
 * @param wholes the counts in the sentence or the head above them
 * @param isOf whether that sentence says itself that they are of its first count
 */
export function wrongInList(
  { pairs, told }: PairList,
  wholes: readonly Amount[],
  isOf: boolean,
): readonly Clash[] {
  const isRight = (whole: Amount, { part, share }: Pair): boolean =>
    part.value <= whole.value && follows(part, whole, share);
  const [whole] = wholesIn(wholes)
    .map((one) => ({ one, right: pairs.filter((pair) => isRight(one, pair)).length }))
    .sort((a, b) => b.right - a.right);
  const off = whole ? pairs.filter((pair) => !isRight(whole.one, pair)) : [];
  const [odd, ...more] = off;
  if (!whole || !odd || more.length > 0 || whole.right < (isOf ? 1 : 2)) return [];
  const before = pairs.slice(0, pairs.indexOf(odd));
  const found = wrongOf(whole.one, odd, [...wholes, ...told.filter((one) => one !== odd.part)], before);
  return found ? [{ ...found, span: odd.place }] : [];
}
