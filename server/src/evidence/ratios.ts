/** Tells percentages and shares that somebody must have found out from those that are set, planned or only supposed. All texts here are in lower case. */
import { isLostOverTime, isPartOfBudget } from './bookkeeping';
import { isOutcome } from './outcomes';
import { HYPOTHETICAL, isHistory } from './supposed';
import { isAimedAt, isToBeReached } from './targets';
import type { FigureKind, Quantity } from './types';
import { singular, unitOf } from './vocabulary';

/** @param text The sentence. */
export function percentKind({ span: { start, end }, value }: Quantity, text: string): FigureKind {
  const before = text.slice(Math.max(0, start - 80), start);
  if (STANDARD.test(text.slice(end, end + 60)) || RESPONSE_RATE.test(text.slice(end, end + 60))) return 'own';
  if (WEIGHTED.test(before)) return 'plain';
  if (isToBeReached(text, start, end) || isPartOfBudget(before, text.slice(end, end + 90))) return 'own';
  if (TARGET.test(before) || isAimedAt(before) || isFunding(before, text.slice(end, end + 60))) return 'own';
  if (NO_FIGURE.test(before) || /^\s+of\s+the\s+(?:marks|points|score)\b/.test(text.slice(end, end + 24)))
    return 'plain';
  if (/^\s+(?:for|on)\s+(?:quality|price|cost|social\s+value)\b/.test(text.slice(end, end + 20)))
    return 'plain';
  if (IN_A_TITLE.test(before)) return 'plain';
  if (HOUSEKEEPING.test(before)) return 'own';
  if (!isShareOfSomething(value, text.slice(end, end + 40)) || HYPOTHETICAL.test(before)) return 'plain';
  return BUDGETED.test(text.slice(Math.max(0, start - 50), end + 40)) ? 'own' : 'claim';
}

/** @param text The sentence. */
export function shareKind(quantity: Quantity, text: string): FigureKind {
  const { start, end } = quantity.span;
  const before = text.slice(Math.max(0, start - 80), start);
  if (isHistory(text.slice(Math.max(0, start - 70), end + 60))) return 'plain';
  if (isToBeReached(text, start, end) || isOpenOn(before, text.slice(start, end + 30))) return 'own';
  if (isLostOverTime(before, text.slice(end, end + 80))) return 'claim';
  if (STAFF.test(before) && OF_STAFF.test(text.slice(end, end + 40))) return 'own';
  if (WOULD_DO.test(before) || STANDARD.test(text.slice(end, end + 60))) return 'own';
  return DEMANDED.test(before) ? 'own' : kindOfShare(quantity, text);
}

/** "Both close at 5pm on four days out of five": its own hours. */
function isOpenOn(before: string, words: string): boolean {
  return (
    /\b(?:opens?|close[sd]?|shuts?|open)\s+(?:at\s+\S+\s+)?(?:on|for)\s+(?:only\s+|just\s+)?$/.test(before) &&
    /\b(?:days|mornings|afternoons|evenings|weeks|weekends|saturdays|sundays)\b/.test(words)
  );
}

/** Percentages that are set, not found out. */
const BUDGETED =
  /\b(?:council\s+tax|precept|charged\s+at|base\s+rate|match[-\s]fund\w*|pay\s+(?:award|rise)|interest\s+rate|find\s+(?:savings\s+of\s+)?\d|vat|levy|(?:rents?|charges|fares?|fees)[^.;]{0,30}\s(?:will|to)\s|discount|contingenc\w+|indexation|assumed|allowed|entitled\s+to)\b/;

/** What a service reports of its own staff and budget: the rate itself, and what that is held against. */
const HOUSEKEEPING =
  /\b(?:over|under)spen[dt]\s+(?:was|is|of)\s+(?:£[\d.,]+\s?(?:k|m|million)?\s*\(|(?:about|around|some|just|only)\s+)?$|\b(?:sickness(?:\s+absence)?|staff(?:ing)?\s+turnover)\s+(?:rates?\s+)?(?:was|is|were|st(?:ood|ands)\s+at|fell\s+to|rose\s+to|of|at)\s+(?:(?:about|around|some|just|only)\s+)?(?:[\d.]+(?:%|\s+per\s+cent),?\s+(?:against|compared\s+(?:with|to))\s+(?:[\w’'-]+\s+){0,5})?$/;

/** What a proposal is called: “proposal CS/14, ‘Reduce opening by 40%’”. */
const IN_A_TITLE =
  /\b(?:proposal|option|question|recommendation|motion)\s+[\w/.-]*\d[\w/.-]*,?:?\s+[“"‘'][^”"’]*$/;

const TARGET =
  /\b(?:target|aim|goal|ambition)\s+(?:\w+\s+){0,3}?(?:is|was|of|to\s+\w+)\s+(?:at\s+least\s+)?$/;

/** What the head of a table says of percentages that somebody has set. */
const WEIGHTED =
  /\b(?:quality|price)\s+(?:counts|will\s+count)\s+for\b|\b(?:weight(?:ing)?s?|criteri(?:on|a)|scoring)\b/;

/** Who pays which part, what must be saved and what fees are to be: a budget, not a finding. */
const PAYS = /\b(?:fund(?:ed|ing)|costs?|spending|paid|budget|grant)\b[^.;]*$/;

const PAYER =
  /^\s+(?:(?:would|will|of\s+it|of\s+which)\s+)?(?:(?:come|comes|came|coming|be\s+met|met|paid|funded|borne)\s+)?(?:from|by)\s+(?:the\s+|its\s+|our\s+)?(?:[a-z]+\s+)?(?:reserves|council|county|parish|lottery|government|board|service|trust|grants?|borrowing|partners|arts)\b/;

const MUST_FIND = /\b(?:must|has\s+to|have\s+to|needs?\s+to)\s+(?:save|find|cut|make)\b[^.;]*$/;

const IS_PROPOSED =
  /^\s+(?:in|of|to|for)\s+[^.;]{0,40}?\b(?:is|are|was|were|has\s+been|have\s+been)\s+proposed\b/;

/** "Save up to 30% on tickets", "the job is 60% outreach". */
const NO_FIGURE = /\bsave\s+(?:up\s+to\s+)?$|\b(?:job|post|role)\s+is\s+$/;

function isFunding(before: string, after: string): boolean {
  return (
    (PAYS.test(before) && PAYER.test(after)) ||
    MUST_FIND.test(before) ||
    IS_PROPOSED.test(after) ||
    /\b(?:fees|charges|prices|rents|fares)\s+(?:would|could|should|may|are\s+to)\s+[^.;]{0,30}$/.test(before)
  );
}

/** "140 staff, half of them part-time": before the share, and behind it. */
const STAFF = /\b(?:staff|employees|librarians|assistants|workforce|team)\b[^.;]{0,20}$/;
const OF_STAFF =
  /^\s+(?:of\s+(?:them|whom|these|the\s+staff|our\s+staff)\s+)?(?:(?:are|were|work|on)\s+)?(?:part[-\s]time|full[-\s]time|term[-\s]time|seasonal|casual|fixed[-\s]term|permanent)\b/;

/** "Asks that one in ten be set aside". */
const DEMANDED =
  /\b(?:ask(?:s|ed)?|requir(?:e|es|ed)|propos(?:e|es|ed)|recommend(?:s|ed)?|insist(?:s|ed)?)\s+that\s+(?:[\w'’-]+\s+){0,4}$/;

/** How many answered: "with 49% replying". */
const RESPONSE_RATE =
  /^\s+(?:replying|responding|return(?:ing|ed)?\b|response\b|(?:of\s+(?:them|those|all|the\s+\w+)\s+)?(?:replied|responded|returned))/;

/** What is laid down: "85% of the population should be within two miles". */
const STANDARD =
  /^(?:\s+(?!(?:where|what|than|who|that)\b)[\w'’-]+){0,8}?\s+(?:should|must|has\s+to|have\s+to|may(?=\s+be\s+(?:councillors|members|from)))\s+(?:be|have|live|meet|reach)\b/;

/** What an option comes to: "Option A would reduce opening hours by a fifth". */
const WOULD_DO = /\b(?:options?|proposals?)\s+\w+\s+(?:would|will)\b[^.;]{0,50}\bby\s+$/;

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
function kindOfShare({ span: { start, end }, unit }: Quantity, text: string): FigureKind {
  const words = text.slice(start, end);
  // "Four of the seven shows": of things, it is a proof only where something came of them.
  if (
    /\d|\w\s+of\s+(?:the|our|its|their|those|these|his|her)\s+\w/.test(words) &&
    / of /.test(words) &&
    !/\bout\s+of\b|pence|p\s+of/.test(words)
  ) {
    if (
      unit === 'trivial' ||
      (unit === undefined &&
        /^\s*(?:[.,;:)]|$)/.test(text.slice(end)) &&
        !/[:(–—]\s*$/.test(text.slice(Math.max(0, start - 3), start)))
    )
      return 'plain';
    if (unit === 'assets' || unit === 'output') return isOutcome(text, start, end) ? 'claim' : 'own';
    return 'claim';
  }
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
    /^\s+(?:say|said|have|had|has|never|did|could|would|went|took|knew|got|were|are|felt|feel|think|thought|report(?:ed)?|told|came|come|live[sd]?|use[sd]?|do|did|want(?:ed)?|agreed?)\b/.test(
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
  if (/^\s+of\s+(?:it|this|that)\b/.test(text.slice(end, end + 10))) return 'claim';
  if (/^\s+(?:of\s+)?(?:us|them|those|all)\b/.test(text.slice(end, end + 40))) return 'claim';
  // "Half of the book": a part of one thing is no share of many.
  return nouns.some((noun) => {
    const unit = unitOf(noun);
    return unit === 'people' || (unit !== undefined && unit !== 'trivial' && singular(noun) !== noun);
  })
    ? 'claim'
    : 'plain';
}
