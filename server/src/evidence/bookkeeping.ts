/**
 * Tells what an organisation counts of itself, pays and arranges, and what it has lost, by the words beside a figure.
 * All texts here are in lower case.
 */
import type { Quantity } from './types';
import { CHANGE, CUTS, WIDE } from './vocabulary';

/** "In 2025-26 we issued 612,000 items and welcomed": the totals of a year. */
const ITS_OWN_TOTAL =
  /\b(?:we|(?:the|our)\s+(?:\w+\s+)?(?:service|libraries|library(?:\s+service)?))\s+(?:[^.;:]{0,60}?\s)?(?:issued|lent|loaned|welcomed|recorded)\s+(?:(?:about|around|some|over|nearly|almost|more|than|just)\s+)*$/;
const OF_A_YEAR = /\b20\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?\b|\b(?:a|last|each|every|per)\s+year\b/;

/**
 * Whether a count is a plain total of what a service lent or of who came in a year, told without a comparison.
 * @param start The figure's, in `text`.
 */
export function isYearTotal(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - 120), end + 80);
  return (
    ITS_OWN_TOTAL.test(text.slice(Math.max(0, start - 120), start)) &&
    OF_A_YEAR.test(around) &&
    !CHANGE.test(around) &&
    !CUTS.test(around) &&
    !WIDE.test(around) &&
    !/\b(?:more|fewer|less)\b/.test(around)
  );
}

/** So long a line of totals may be, in characters. */
const LONGEST_TOTAL = 80;
const COMES =
  /^\s+(?:new\s+|active\s+)?(?:members|borrowers|visitors|attendees|readers|users|people(?:\s+(?:at|in)\s+(?:them|these|those|our\s+events))?)\W*$/;

/** Whether a line is there for the total of what a service lent, held or had: "1,204,877 visits". */
export function isPlainTotal({ measure, unit, span }: Quantity, text: string): boolean {
  if (measure !== 'count' || text.length > LONGEST_TOTAL || WIDE.test(text) || CUTS.test(text)) return false;
  return unit === 'use' || unit === 'output' || (unit === 'people' && COMES.test(text.slice(span.end)));
}

const OF_A_BUDGET =
  /^\s+of\s+(?:the|our|its|all)\s+(?:[\w-]+['’]s?\s+)?(?:(?:total|net|gross|overall|revenue|capital|annual|whole)\s+)*(?:budget|spending|expenditure)\b|^\s+of\s+(?:annual\s+|our\s+|its\s+)?(?:turnover|income|expenditure)\b/;
const A_BUDGET = /\b(?:budget|reserve|grant|cost|spend|expenditure|precept)s?\b[^;]{0,60}$|£[^;]{0,40}$/;
const MEETS =
  /\b(?:meet|pay|cover|contribute|fund|find|provide)(?:s|ed)?\s+(?:(?:about|around|some|up|to|just|only|over)\s+)*$|\b(?:met|paid|found)\s+$/;
const OF_A_COST =
  /^\s+of\s+(?:the|its|their|our|these|this|all)\s+(?:[\w-]+\s+)?(?:costs?|bill|bills|budget|funding|price|rent|salary|salaries|running\s+costs|expenses|fee|fees)\b/;
/** "… 25% of the cost, and the Heritage Fund 75%". */
const AND_ANOTHER =
  /(?:%|per\s+cent)\s+of\s+(?:the|its|their|our|these|this|all)\s+(?:[\w-]+\s+)?(?:costs?|bills?|budget|funding|price|rent|salar(?:y|ies)|expenses|fees?)\b[^.;]{0,80}$/;

/** Whether a percentage is a part of a budget, or of what somebody pays. */
export function isPartOfBudget(before: string, after: string): boolean {
  return (
    (OF_A_BUDGET.test(after) && A_BUDGET.test(before)) ||
    (MEETS.test(before) && OF_A_COST.test(after)) ||
    (AND_ANOTHER.test(before) && MEETS_EARLIER.test(before) && /^\s*(?:[.,;]|$|of\s)/.test(after))
  );
}
const MEETS_EARLIER = /\b(?:meet|pay|cover|contribute|fund|find|provide)(?:s|ed)?\b|\bpaid\b/;

/** "Has lost a third of its grant", "has been cut by £1.1 million since 2010". */
const HAS_LOST = /\b(?:has|have|had)\s+(?:also\s+)?lost\s+(?:(?:about|over|nearly|almost|more|than)\s+)*$/;
const BEEN_CUT =
  /\b(?:has|have|had)\s+(?:also\s+)?(?:been\s+(?:cut|reduced)|fallen|shrunk)\s+by\s+(?:(?:about|over|nearly|almost|more|than)\s+)*$/;
const SINCE = /\b(?:since|over\s+the\s+(?:last|past)|in\s+(?:\w+\s+)?years?)\b/;

/** Whether a share or an amount is what somebody has lost over time. */
export function isLostOverTime(before: string, after: string): boolean {
  return (
    (HAS_LOST.test(before) || BEEN_CUT.test(before)) &&
    (SINCE.test(after.split(/[.;]/, 1)[0]!) || /^\W*(?:since|over|in)\b/.test(before))
  );
}

/** What people do with things, whatever the things are: "loans of health books". */
export const USE_OF_THINGS =
  /\b(?:loans|issues|borrowing|lending|downloads|requests|reservations|visits|bookings)\s+(?:of|for|to)\b/;
