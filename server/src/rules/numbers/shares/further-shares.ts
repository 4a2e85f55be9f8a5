/** Finds further wrong shares of one whole: "Of 84 people, 31 (37%) found work and 47 (61%) stayed". */
import { type Amount, isCount } from '../amounts/amounts';
import { OF_FIRST, OF_THEM_FIRST, OF_WHOM } from '../amounts/of-words';
import type { CountedText } from '../amounts/sentences';
import type { Clash } from '../clash';
import { type Pair, pairsIn } from './pairs';
import { follows, LEAST, shareOn } from './shares';

/** A part stands right behind a comma, a semicolon or “and”: between them, “in Kirkby” would name another whole. */
const NEXT_PART = /(?:[,;]|\b(?:and|but))\s(?:(?:and|but)\s)?(?:only\s|just\s)?$/i;
/** Words of another time, group or subject, a name, or a semicolon that the part does not stand right behind. */
export const OTHER_WHOLE =
  /;(?!\s(?:(?:and|but)\s)?(?:only\s|just\s)?$)|[:(]|\b(?:of\s(?:the|them|those|these|all|our|whom|which)|amongst?|years?|compared|against(?!,|\s(?:and|but)\b)|than|versus|target|nationally|average|others?|rest|remaining)\b/i;
export const NAME = /\s\p{Lu}/u;
/** “and in the evening group”, and the same at the start of what stands between commas. */
const TURN =
  /(?:^|\s)(?:and|but)\s(?:in|at|for|of|on|with|after|before|by|from|when|where|as|while|whereas|during|within|through|under|over)\b/i;
const TURN_FIRST =
  /^(?:in|at|for|of|on|with|after|before|by|from|when|where|as|while|whereas|during|within|through|under|over)\b/i;
/** What may follow a share whose part counts what the whole does: no noun of its own, and no “of the volunteers”. */
const SAME_THING =
  /^\)(?:[,;.]|$|\s(?:and|or|but|also|now|still|no|not|never|who|will|would|are|were|is|was|have|had|has|do|did|can|could|should|must|may|came|come|go|went|against|undecided|unsure|say|said|met|got|took|found|told|gave|felt|made|left|kept|began|became|read|won|sent|brought|bought|thought|taught|heard|knew|saw|spoke|wrote|paid|put|lost|learnt|chose|sat|stood|grew|ran|fell|rang|lent|spent|held|built|use|want|need|know|live|work|agree|go|feel|(?:in|to|by|with|as|for|at|from)\s(?!\p{Lu}|the\s\p{Lu})|[a-zà-öø-ÿ]{2,20}ed\b))/u;

/**
 * The shares of a sentence that are said of the whole that it begins from, as another of its shares is, and are not.
 *
 * @param before the amounts of the sentence before it, which may be what a share is of
 */
export function wrongFurther({ text, amounts }: CountedText, before: readonly Amount[]): readonly Clash[] {
  const pairs = pairsIn(text, amounts);
  const [first] = pairs;
  const whole = first && pairs.length > 1 ? wholeOf(text, amounts, first, before) : undefined;
  if (!whole) return [];
  const end = pairs.findIndex((pair, index) => index > 0 && !goesOn(text, amounts, pairs[index - 1]!, pair));
  const of = pairs
    .slice(0, end === -1 ? pairs.length : end)
    .filter(({ part, share }, index) => part.value <= whole.value && (index === 0 || isSame(text, share)));
  if (!of.some(({ part, share }) => follows(part, whole, share))) return [];
  return of.flatMap(({ part, share }) => {
    const others = [...amounts, ...before].filter((one) => isCount(one) && one.value >= part.value);
    const wholes = [whole, ...others.filter((one) => one !== part), ...leftOf(whole, pairs, part)];
    // The first is held against the whole alone, see `wrongShares`.
    if (part === first!.part || wholes.some((one) => follows(part, one, share))) return [];
    const { instead, ...found } = shareOn(part, whole, share);
    // Of a larger part before it, another percentage would be right.
    const isOnly = others.every((one) => one === whole || one === part);
    return [isOnly && instead ? { ...found, instead } : found];
  });
}

/** "Of 84 people, 31 (37%)"; "84 people came, of whom 31 (37%)"; "84 people came. Of these, 31 (37%)" */
function wholeOf(
  text: string,
  amounts: readonly Amount[],
  { part, share, at }: Pair,
  before: readonly Amount[],
): Amount | undefined {
  const counts = amounts.slice(0, at);
  if (counts.length === 0 && OF_THEM_FIRST.test(text.slice(0, part.span.start)))
    return before.findLast((one) => isCount(one) && one.value >= LEAST && follows(part, one, share));
  const isFirst = counts[0] && OF_FIRST.test(text.slice(0, counts[0].span.start));
  const isOfWhom = OF_WHOM.test(text.slice(0, part.span.start));
  const whole = isFirst ? counts[0] : isOfWhom ? counts.at(-1) : undefined;
  if (!whole || whole.loose || whole.value < LEAST || !counts.every(isCount)) return undefined;
  return counts.some((one) => one !== whole && one.value >= part.value) ? undefined : whole;
}

/** Whether a part goes on counting in the whole of the one before it. */
function goesOn(text: string, amounts: readonly Amount[], last: Pair, { part, at }: Pair): boolean {
  const words = text.slice(last.share.span.end, part.span.start);
  const between = amounts.slice(last.at + 2, at);
  return (
    NEXT_PART.test(words) &&
    !OTHER_WHOLE.test(words) &&
    !NAME.test(words) &&
    !turns(words) &&
    between.every((one) => isCount(one) && one.value < Math.min(LEAST, part.value))
  );
}

/** Whether words end in a clause between commas that may name another group: “, and in the evening, ”. */
function turns(words: string): boolean {
  const clauses = words.split(/[,;]\s/);
  const clause = clauses.at(-2) ?? '';
  return TURN.test(clause) || (clauses.length > 2 && TURN_FIRST.test(clause));
}

export const isSame = (text: string, share: Amount): boolean =>
  SAME_THING.test(text.slice(share.span.end, share.span.end + 60));

/** What the parts before one come to and leave: “the 53 who did not” need not be told. */
export function leftOf(whole: Amount, pairs: readonly Pick<Pair, 'part'>[], part: Amount): readonly Amount[] {
  const values: number[] = [];
  let sum = 0;
  for (const one of pairs) {
    if (one.part === part) break;
    sum += one.part.value;
    values.push(sum, whole.value - sum, whole.value - one.part.value);
  }
  return values.filter((value) => value >= part.value).map((value) => ({ ...whole, value }));
}
