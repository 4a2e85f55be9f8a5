/** Compares counts in a sentence with their whole: "47 exclusions. Of these, 31 were for weeks, 13 for months and 5 for longer". */
import type { Amount } from '../amounts/amounts';
import { sumOf } from '../amounts/number-format';
import { OF_FIRST } from '../amounts/of-words';
import type { CountedText } from '../amounts/sentences';
import type { Clash } from '../clash';
import { compare, eachHasOne, isSum, withoutBrackets } from './breakdown';

/** “One” as the count of a part: "Nine of tailgating, one medical emergency". */
const ONE =
  /(?:[,;:(]\s*|\band\s+)(one)(?=\s+(?!of\b|or\b|and\b|to\b|another\b|day\b|in\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b)[A-Za-zÀ-ÖØ-ፚḀ-ỹ])/gu;

/** The amounts of a text, and those of “one” at the beginning of a part. */
export function withOnes(text: string, amounts: readonly Amount[]): readonly Amount[] {
  if (amounts.length < 2 || !text.includes('one')) return amounts;
  const ones = [...text.matchAll(ONE)].map(({ 0: words, 1: one, index }): Amount => {
    const end = index + words.length;
    return { value: 1, step: 1, unit: 'count', words: one!, loose: false, span: { start: end - 3, end } };
  });
  return ones.length === 0 ? amounts : [...amounts, ...ones].sort((a, b) => a.span.start - b.span.start);
}

/** "Of these, 31 were …": the whole is in the sentence before. */
const OF_BEFORE =
  /^(?:\d+\.\d+\s+)?Of\s+(?:these|those|them|this|that|which|whom|(the\s+latter))\b,?\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\s+){0,3}$/u;
/** Words between a whole and a number that says more of it. */
const SAYS_MORE =
  /\b(?:in|at|from|across|over|on|with|for|by|to|between|within|through|during|who|that|which|whose)\b/i;
const ENDS_PHRASE = /[,;:()]/;
/** "Six of the eight are green, one amber and two red" */
const PART_OF = /^\s+(?:out\s+)?of\s+(?:(?:the|our|its|their|these|those)\s+)*$/;
/** A count without a noun, whose whole is in the sentence before: "16 have agreed, three have said no …". */
const NO_NOUN =
  /^\s+(?:of\s+(?:them|these|those)\b|(?:have|has|had|are|were|was|is|said|did|do|will|would|agreed|came|went|gave|need|took|chose|wanted)\s)/i;
/** Text before a part of a part. */
const IN_PART = /,\s(?:including|of\s(?:which|whom))\b/i;
/** Text before the last part: "and", or "the rest". */
const CLOSES = /(?:\band\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\s){0,5}|[,;]\s(?:the\s)?(?:others?|rest)\s)$/u;
/** The end of a short list, which needs no "and": "One amber, two red". */
const ENDS_SHORT = /^(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){0,2}[.)]?$/u;
/** One may be told of in several parts: “six have a school, five a shop and two have both”. */
const TWICE = /\b(?:both|neither|also|(?:have|has|had)\san?)\b/i;
/** The largest difference that is taken for a mistake, as a share of the whole; or else 1. */
const FURTHEST = 0.1;

/** A next sentence that goes on with the list: "The last is a spare", "Two more came too late". */
export const TELLS_MORE =
  /^(?:The\s(?:last|others?|rest|remaining|remainder)|Another|One|[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]+\s(?:more|others?|further|did\snot|gave\sno))\b/iu;

/** Parts that do not add up to the whole in their sentence, or in the one before with the amounts `before`. */
export function wrongTallies({ text, amounts }: CountedText, before: readonly Amount[]): readonly Clash[] {
  const [first, second] = amounts;
  if (!first || amounts.length < 3) return [];
  const lead = text.slice(0, first.span.start);
  if (OF_FIRST.test(lead)) {
    const parts = behindWhole(text, amounts);
    // Parts that add up to less need not be all.
    return first.unit === 'count' && sumOf(parts) > first.value ? wrongWhole([first], parts, text) : [];
  }
  const ofBefore = OF_BEFORE.exec(lead);
  if (
    ofBefore ||
    (NO_NOUN.test(text.slice(first.span.end)) && /^(?:We\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ’']+\s+)?$/u.test(lead))
  )
    return wrongWhole(ofBefore?.[1] ? before.slice(-1) : before, amounts, text, before);
  if (second && lead.length < 40 && PART_OF.test(text.slice(first.span.end, second.span.start)))
    return wrongWhole([second], [first, ...amounts.slice(2)], text);
  return [];
}

/** The amounts behind a whole, without those that only say more of it: “Of the 84 people in 12 libraries, 31 …”. */
function behindWhole(text: string, amounts: readonly Amount[]): readonly Amount[] {
  const { end } = amounts[0]!.span;
  const first = amounts.findIndex(({ span }, index) => {
    const between = text.slice(end, span.start);
    return index > 0 && (ENDS_PHRASE.test(between) || !SAYS_MORE.test(between));
  });
  return first === -1 ? [] : amounts.slice(first);
}

/** Compares the parts among `all` with the wholes. The last part is marked for a whole of the sentence before. */
function wrongWhole(
  wholes: readonly Amount[],
  all: readonly Amount[],
  text: string,
  before: readonly Amount[] = [],
): readonly Clash[] {
  const end = IN_PART.exec(text)?.index;
  const bare = withoutBrackets(text.slice(0, end));
  const [first] = all;
  const parts = all.filter(({ span, unit }) => unit === first!.unit && /\S/.test(bare[span.start] ?? ' '));
  const [last, ...more] = parts.toReversed();
  if (!first || !last || more.length < 2 || first.unit === 'percent') return [];
  if (parts.some(({ loose, span }) => loose && !/\bother\s$/i.test(bare.slice(0, span.start)))) return [];
  if (
    !CLOSES.test(bare.slice(more[0]!.span.end, last.span.start)) &&
    !ENDS_SHORT.test(bare.slice(last.span.end).trimEnd())
  )
    return [];
  if (!eachHasOne(bare, parts) || TWICE.test(bare)) return [];
  // The mean of counts is not their whole. The first amounts may belong to a name, so the last ones may be all parts.
  const alike = wholes.filter(({ unit, step }) => unit === first.unit && (unit !== 'count' || step >= 1));
  if (alike.some((whole) => parts.some((_, at) => isSum(whole, parts.slice(at))))) return [];
  const found = alike.flatMap((whole) =>
    whole.loose ? [] : (compare(whole, parts, Math.max(FURTHEST, 1 / whole.value)) ?? []),
  );
  return found
    .slice(-1)
    .map((clash) => (before.some(({ span }) => span === clash.span) ? { ...clash, span: last.span } : clash));
}
