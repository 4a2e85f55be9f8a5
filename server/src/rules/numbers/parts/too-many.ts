/** Finds parts that are more than their whole: “Of the 84 who answered, ninety-one said”. */
import { type Amount, isCount } from '../amounts/amounts';
import { OF_FIRST } from '../amounts/of-words';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';

/** Between the whole and its part: the end of a clause at last. */
const THEN = /^[^;:()]{0,80},\s(?:only\s|just\s)?$/;
/** Behind a part that has no noun of its own: what it does. */
const DOES =
  /^\s(?:(?:are|were|is|was|have|had|has|did|do|said|told|came|went|took|gave|chose|would|could|can|live|lived|use|used|want|need|borrow)\b|[a-z]{3,}ed\b)/;
/** Words of a sentence in which a part may be of more than the whole, or be no part. */
const MORE = /\b(?:times|more\sthan|per\s?cent|including|between\sthem|each|twice|per)\b|[%£]/i;

const isExact = (one: Amount): boolean => isCount(one) && !one.loose;

/** The part of a sentence that is more than the whole that it begins with. */
export function partsAboveWhole({ text, amounts }: CountedText): readonly Clash[] {
  const [whole, part] = amounts;
  if (!whole || !part || MORE.test(text) || !OF_FIRST.test(text.slice(0, whole.span.start))) return [];
  if (!THEN.test(text.slice(whole.span.end, part.span.start)) || !DOES.test(text.slice(part.span.end)))
    return [];
  if (!isExact(part) || !isExact(whole) || part.value <= whole.value) return [];
  return [wrong(part, `“${part.words}” are said to be some of “${whole.words}”, which is fewer.`)];
}
