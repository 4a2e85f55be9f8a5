/** Finds parts that are more than their whole: “Of the 84 who answered, ninety-one said”, “24 members, 31 of whom live alone”. */
import { type Amount, isCount } from '../amounts/amounts';
import { OF_FIRST, OF_THEM_FIRST } from '../amounts/of-words';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';

const OF_THEM = /^\s(?:[a-z-]+\s){0,2}of\s(?:them|these|those|whom)\b/;
const OF_WHOM = /^\sof\swhom\b/;
/** Between the whole and its part: the end of a clause at last. */
const THEN = /^[^;:()]{0,80},\s(?:only\s|just\s)?$/;
/** Behind a part that has no noun of its own: what it does. */
const DOES =
  /^\s(?:(?:are|were|is|was|have|had|has|did|do|said|told|came|went|took|gave|chose|would|could|can|live|lived|use|used|want|need|borrow)\b|[a-z]{3,}ed\b)/;
/** Words of a sentence in which a part may be of more than the whole, or be no part. */
const MORE = /\b(?:times|more\sthan|per\s?cent|including|between\sthem|each|twice|per)\b|[%£]/i;

/** The fewest that “of them” of the next sentence may be, and how near the start of theirs they stand, in characters. */
const FEWEST = 10;
const NEAR_START = 40;

const isExact = (one: Amount): boolean => isCount(one) && !one.loose;

/** The parts of a sentence that are more than the whole that it tells, or the sentence before it with its only number. */
export function partsAboveWhole(
  { text, amounts }: CountedText,
  before: CountedText | undefined,
): readonly Clash[] {
  const [first, second] = amounts;
  if (!first || MORE.test(text)) return [];
  const lead = text.slice(0, first.span.start);
  const behind = ({ span }: Amount): string => text.slice(span.end, span.end + 40);
  if (second && OF_FIRST.test(lead))
    return THEN.test(text.slice(first.span.end, second.span.start)) && DOES.test(behind(second))
      ? above(second, first)
      : [];
  if (second && amounts.length === 2 && OF_WHOM.test(behind(second)))
    return /^\s[a-z-]+(?:\s[a-z-]+){0,3},\s$/.test(text.slice(first.span.end, second.span.start))
      ? above(second, first)
      : [];
  const [whole, ...others] = before?.amounts ?? [];
  if (!whole || others.length > 0 || whole.value < FEWEST || MORE.test(before!.text)) return [];
  if (whole.span.start > NEAR_START) return [];
  const isOfThem =
    (OF_THEM_FIRST.test(lead) && DOES.test(behind(first))) || (lead === '' && OF_THEM.test(behind(first)));
  return isOfThem ? above(first, whole) : [];
}

function above(part: Amount, whole: Amount): readonly Clash[] {
  if (!isExact(part) || !isExact(whole) || part.value <= whole.value) return [];
  return [wrong(part, `“${part.words}” are said to be some of “${whole.words}”, which is fewer.`)];
}
