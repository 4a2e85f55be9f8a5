/** Finds what “the others” of a whole cannot be: “two of our nine libraries lose hours, and the other eight do not”. */
import { type Amount, isCount } from '../amounts/amounts';
import { OF_FIRST } from '../amounts/of-words';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';

const OTHERS = /\bthe\s(?:other|remaining)\s$/i;
const OF = /^\s(?:out\s)?of\s(?:(?:the|our|its|their|these|those)\s)?$/i;
/** A noun in the plural behind a number. */
const NOUN = /^\s(?:[a-z-]+\s){0,2}?([a-z]{3,}s)\b/;
const NEXT_NOUN = /^\s([a-z]{3,}s)\b/;
/** How far off somebody counts wrong; further off, others are others of something else. */
const FURTHEST = 2;

/**
 * The count of the others of a whole that its first part does not leave.
 *
 * @param before the sentence before, where the first part may stand
 */
export function wrongOthers(
  { text, amounts }: CountedText,
  before: CountedText | undefined,
): readonly Clash[] {
  const at = amounts.findIndex(({ span }) =>
    OTHERS.test(text.slice(Math.max(0, span.start - 20), span.start)),
  );
  const rest = amounts[at];
  if (!rest || !isCount(rest)) return [];
  // “The other six open all week, and one opens by appointment” says itself that six are not all.
  if (amounts.slice(at + 1).some(isCount) || /\bone\b/i.test(text.slice(rest.span.end))) return [];
  const own = wholeIn(text, amounts.slice(0, at));
  const of = own ?? (at === 0 && before ? wholeIn(before.text, before.amounts) : undefined);
  if (!of) return [];
  const { whole, part, noun } = of;
  const next = NEXT_NOUN.exec(text.slice(rest.span.end))?.[1];
  if (next !== undefined && next !== noun) return [];
  const left = whole.value - part.value;
  const off = Math.abs(left - rest.value);
  if (left < 2 || off === 0 || off > FURTHEST) return [];
  const why = `“${rest.words}” are said to be the others, but ${whole.words} less ${part.words} leaves ${left}.`;
  return [wrong(rest, why)];
}

/** A whole and its only part in a text that has no other count: “two of our nine libraries”, “Of the nine libraries, two …”. */
function wholeIn(text: string, amounts: readonly Amount[]) {
  const [first, second, ...more] = amounts;
  if (!first || !second || more.length > 0 || !amounts.every((one) => isCount(one) && !one.loose))
    return undefined;
  const isOf = OF.test(text.slice(first.span.end, second.span.start));
  if (!isOf && !OF_FIRST.test(text.slice(0, first.span.start))) return undefined;
  const [part, whole] = isOf ? [first, second] : [second, first];
  return { whole, part, noun: NOUN.exec(text.slice(whole.span.end))?.[1] };
}
