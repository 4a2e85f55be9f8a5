/** Finds totals of the sentences before that are not their sum: “Monitors cost £1,350, training £746. In all that was £2,196.” */
import { type Amount, isCount } from '../amounts/amounts';
import { sumOf } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import type { Clash } from '../clash';
import { compare, eachHasOne, hasMore, isNotAll, isSum } from './breakdown';

/** Before the total, which is the only number of its sentence. */
const TOLD =
  /^(?:(?:in\s(?:all|total)|altogether|all\stold|(?:taken\s)?together),?\s(?:that|this|it|they|these)\s(?:is|was|are|were|c[ao]mes?\sto|makes?|made|costs?|(?:will|would)\s(?:be|come\sto|cost))|(?:that|this|which)\s(?:is|was|makes|made|comes\sto|came\sto)\s(?:a\stotal\sof|in\s(?:all|total)))\s$/i;
const ENDS = /^(?:\s[a-z]+){0,2}\.?\)?$/;
/** Those who come twice are counted twice. */
const COMES_AGAIN = /\b(?:people|children|adults|families|members|readers|visitors|borrowers|[a-z]+ers)\b/;
/** How far off somebody adds wrong, as a share of the total. */
const FURTHEST = 0.1;
const FEWEST_COUNTS = 3;
const MOST = 20;

/**
 * @param before the sentences of its passage before it, the last of which are the parts
 */
export function wrongToldSum(
  { text, amounts }: CountedText,
  before: readonly CountedText[],
): readonly Clash[] {
  const [whole, ...others] = amounts;
  if (!whole || others.length > 0 || whole.unit === 'percent' || whole.loose) return [];
  const behind = text.slice(whole.span.end);
  if (!TOLD.test(text.slice(0, whole.span.start)) || !ENDS.test(behind)) return [];
  let parts: readonly Amount[] = [];
  let found: Clash | undefined;
  for (const sentence of before.toReversed()) {
    const own = partsIn(sentence, whole);
    if (!own || own.length + parts.length > MOST) break;
    parts = [...own, ...parts];
    // The total may be of some of them, too.
    if (parts.some((_, at) => isSum(whole, parts.slice(at)) || isSum(whole, parts.slice(0, at + 1))))
      return [];
    if (parts.length < (isCount(whole) ? FEWEST_COUNTS : 2)) continue;
    if (isCount(whole) && COMES_AGAIN.test(behind) && sumOf(parts) > whole.value) continue;
    found ??= compare(whole, parts, FURTHEST);
    // Counts of further sentences are of other things.
    if (isCount(whole)) break;
  }
  return found ? [found] : [];
}

/** All numbers of a sentence that tells nothing but parts of the unit of a whole. */
function partsIn({ text, amounts }: CountedText, { unit }: Amount): readonly Amount[] | undefined {
  const parts = amounts.filter((one) => one.unit === unit);
  const last = parts.at(-1);
  if (!last || parts.some(({ loose }) => loose) || isNotAll(text)) return undefined;
  if (unit === 'count' && parts.length < amounts.length) return undefined;
  return eachHasOne(text, parts) && !hasMore(text.slice(last.span.end)) ? parts : undefined;
}
