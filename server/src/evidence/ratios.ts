/** Tells percentages and shares that somebody must have found out from those that are set, planned or only supposed. All texts here are in lower case. */
import { HYPOTHETICAL } from './supposed';
import { isAimedAt, isToBeReached } from './targets';
import type { FigureKind, Quantity } from './types';
import { singular, unitOf } from './vocabulary';

/** @param text The sentence. */
export function percentKind({ span: { start, end }, value }: Quantity, text: string): FigureKind {
  const before = text.slice(Math.max(0, start - 80), start);
  if (isToBeReached(text, start, end)) return 'own';
  if (TARGET.test(before) || isAimedAt(before)) return 'own';
  if (!isShareOfSomething(value, text.slice(end, end + 40)) || HYPOTHETICAL.test(before)) return 'plain';
  return BUDGETED.test(text.slice(Math.max(0, start - 50), end + 40)) ? 'own' : 'claim';
}

/** @param text The sentence. */
export function shareKind(quantity: Quantity, text: string): FigureKind {
  const { start, end } = quantity.span;
  const before = text.slice(Math.max(0, start - 80), start);
  if (isToBeReached(text, start, end)) return 'own';
  return DEMANDED.test(before) ? 'own' : kindOfShare(quantity, text);
}

/** Percentages that are set, not found out. */
const BUDGETED =
  /\b(?:council\s+tax|precept|charged\s+at|base\s+rate|match[-\s]fund\w*|pay\s+(?:award|rise)|interest\s+rate|vat|levy|discount|contingenc\w+|indexation|assumed|allowed|entitled\s+to)\b/;

const TARGET =
  /\b(?:target|aim|goal|ambition)\s+(?:\w+\s+){0,3}?(?:is|was|of|to\s+\w+)\s+(?:at\s+least\s+)?$/;

/** "Asks that one in ten be set aside". */
const DEMANDED =
  /\b(?:ask(?:s|ed)?|requir(?:e|es|ed)|propos(?:e|es|ed)|recommend(?:s|ed)?|insist(?:s|ed)?)\s+that\s+(?:[\w'’-]+\s+){0,4}$/;

/** Not a discount, and "100%" only where it is said of what. */
function isShareOfSomething(value: number, after: string): boolean {
  if (
    /^\s*(?:off(?!\s+(?:the|its|their|our)\s+(?:\w+\s+)?(?:hours|budget|grant|staff|fund))|discount|vat|apr)\b/.test(
      after,
    )
  )
    return false;
  return (
    value !== 100 ||
    /^\s+(?:of|said|say|would|felt|agreed|rated|thought|were|are|reported|told)\b/.test(after)
  );
}

/** A part of one thing, or a turn of speech. */
const ONE_THING =
  /^\s+(?:of\s+(?:it|this|that)\b|(?:of\s+)?(?:the|my|his|her|a|your)\s+(?:floor|room|book|story|battle|wall|building|page|house|garden|shelf|sky|people\s+i\s+know|\w+\s+i\s+know)\b)/;

const MEMBERS = /\b(?:membership|audience|workforce|population|staff|cohort|intake)\b/;

const BODY_OF_PEOPLE =
  /^(?:[\w-]+\s+)?(?:group|class|audience|membership|cohort|intake|population|workforce|electorate|staff|team|village|town)\b/;

/** "A third of children" is a claim; "half of the book" is not. */
function kindOfShare({ span: { start, end } }: Quantity, text: string): FigureKind {
  const words = text.slice(start, end);
  if (/\d|\sin\s|\sout\s+of\s|million|billion/.test(words)) return 'claim';
  if (ONE_THING.test(text.slice(end, end + 40)) && !MEMBERS.test(text.slice(Math.max(0, start - 80), start)))
    return 'plain';
  if (
    /\b(?:than|over|nearly|almost|about|around|under|to|just|only|barely|hardly|fully|many\s+as|some|roughly|approximately)\s+$/.test(
      text.slice(Math.max(0, start - 40), start),
    )
  )
    return 'claim';
  // "Two-thirds say": those who do something together are people.
  if (
    /^\s+(?:say|said|have|had|has|never|did|could|would|went|took|knew|got|were|are|felt|feel|think|thought|report(?:ed)?|told|came|come|live[sd]?|use[sd]?|do|want(?:ed)?|agreed?)\b/.test(
      text.slice(end, end + 20),
    )
  )
    return 'claim';
  // "Up by a third".
  if (/\b(?:by|up|down)\s+$/.test(text.slice(Math.max(0, start - 8), start))) return 'claim';
  const whole =
    /^\s+(?:of\s+)?(?:all\s+)?(?:the|our|their|its|these|those|his|her|my)?\s*((?:[\w'’-]+\s*){1,4})/.exec(
      text.slice(end, end + 60),
    );
  // "Half the group had started work": those who are one body are people.
  if (BODY_OF_PEOPLE.test(whole?.[1] ?? '')) return 'claim';
  const nouns = (whole?.[1] ?? '').toLowerCase().split(/\s+/);
  if (/^\s+(?:of\s+)?(?:us|them|those|all)\b/.test(text.slice(end, end + 40))) return 'claim';
  // "Half of the book": a part of one thing is no share of many.
  return nouns.some((noun) => {
    const unit = unitOf(noun);
    return unit === 'people' || (unit !== undefined && unit !== 'trivial' && singular(noun) !== noun);
  })
    ? 'claim'
    : 'plain';
}
