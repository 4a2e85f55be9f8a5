/**
 * Tells a claim, which somebody must have measured, from an organisation's plain bookkeeping.
 *
 * All texts here are in lower case: patterns that ignore case take V8 twice as long to compile.
 */
import { isLostOverTime, isPartOfBudget, isYearTotal, USE_OF_THINGS } from './bookkeeping';
import { isBroughtAbout, isCompared, isLoss, isOutcome, isTarget, isUndertaking } from './outcomes';
import { isAimedAt, isToBeReached } from './targets';
import type { FigureKind, Quantity } from './types';
import {
  CHANGE,
  CUTS,
  DECLINE,
  EFFECT,
  HANDLED,
  PLAN,
  PRICE,
  SAMPLE,
  singular,
  unitOf,
  VALUE,
  WIDE,
} from './vocabulary';

/** From how many on a count of people, of use, of jobs or businesses is held up as a result. */
const MANY = 100;
/** Up to how many of nothing in particular, in words, are told and not counted: "two had lived next door". */
const A_FEW = 3;
/** From how many on a count of things or events can no longer be one service's own. */
const SECTOR = 1000;

/**
 * What a quantity is to a sceptical reader.
 * @param quantity Its span counts in `text`.
 * @param text The sentence, in lower case.
 * @param proposal Whether it stands where a paper sets out what it asks for and what that costs.
 */
export function kindOf(quantity: Quantity, text: string, proposal = false): FigureKind {
  const kind = asCounted(quantity, text, proposal);
  // "Ask to take two home": a few, told in words, are no evidence unless they are a claim.
  return kind === 'own' && isAFew(quantity, text) ? 'plain' : kind;
}

/** Whether it matters for a quantity that it stands where a paper sets out what it asks for. */
export const dependsOnPlace = ({ measure }: Quantity): boolean => measure === 'money' || measure === 'count';

function isAFew({ measure, value, span }: Quantity, text: string): boolean {
  return measure === 'count' && value <= A_FEW && !/\d/.test(text.slice(span.start, span.end));
}

function asCounted(quantity: Quantity, text: string, proposal: boolean): FigureKind {
  const { start, end } = quantity.span;
  // Words that bear on the number stand close to it: a sentence can tell of a rise and of something else.
  const near = text.slice(Math.max(0, start - 70), end + 60);
  const before = text.slice(Math.max(0, start - 80), start);
  const { value, unit } = quantity;
  switch (quantity.measure) {
    case 'percent':
      if (STANDARD.test(text.slice(end, end + 60)) || RESPONSE_RATE.test(text.slice(end, end + 60)))
        return 'own';
      if (WEIGHTED.test(before)) return 'plain';
      if (isToBeReached(text, start, end) || isPartOfBudget(before, text.slice(end, end + 90))) return 'own';
      if (TARGET.test(before) || isAimedAt(before) || isFunding(before, text.slice(end, end + 60)))
        return 'own';
      if (NO_FIGURE.test(before) || /^\s+of\s+the\s+(?:marks|points|score)\b/.test(text.slice(end, end + 24)))
        return 'plain';
      if (/^\s+(?:for|on)\s+(?:quality|price|cost|social\s+value)\b/.test(text.slice(end, end + 20)))
        return 'plain';
      if (!isShareOfSomething(value, text.slice(end, end + 40)) || HYPOTHETICAL.test(before)) return 'plain';
      return BUDGETED.test(text.slice(Math.max(0, start - 50), end + 40)) ? 'own' : 'claim';
    case 'share':
      if (isHistory(near)) return 'plain';
      if (isToBeReached(text, start, end)) return 'own';
      if (isLostOverTime(before, text.slice(end, end + 80))) return 'claim';
      if (WOULD_DO.test(before) || STANDARD.test(text.slice(end, end + 60))) return 'own';
      return DEMANDED.test(before) ? 'own' : shareKind(quantity, text);
    case 'rank':
      return YET_TO_BE.test(before) ? 'own' : 'claim';
    case 'multiple':
      return isAimedAt(before) || isToBeReached(text, start, end) ? 'own' : 'claim';
    case 'money':
      if (HYPOTHETICAL.test(before)) return 'plain';
      if (ELSEWHERE_COSTS.test(near) || COSTS_TO_TREAT.test(text.slice(Math.max(0, start - 40), end + 60)))
        return 'claim';
      if (RETURNS.test(near) || LOCAL_SPEND.test(near)) return 'claim';
      if (value < 1000 && AGAINST_ANOTHER.test(text.slice(end, end + 40))) return 'claim';
      if (/\bvalued\s+at\s+(?:\w+\s+)?$/.test(before)) return 'claim';
      if (
        /^\s+(?:a|per)\s+(?:head|resident|person|household|visit|loan)\s+(?:a\s+year|of\s+(?:the\s+)?population)\b|^\s+per\s+(?:visit|loan|resident|household)\b/.test(
          text.slice(end, end + 40),
        )
      )
        return 'claim';
      if (PRICE.test(near) && value < 1000) return 'plain';
      if (
        value < 50 &&
        !/\b(?:cost|spen[dt]|less|more|budget)\b/.test(before) &&
        /^\s+(?:a|per)\s+(?:head|team|table|child|family|person)\b/.test(text.slice(end, end + 14))
      )
        return 'plain';
      if (OF_A_CONTRACT.test(near)) return 'own';
      if (proposal || PAY_OFFERED.test(near) || inOption(text, start, end) || SAVING_SOUGHT.test(near))
        return 'own';
      if (SAVES.test(before) && !MUST_SAVE.test(before)) return 'claim';
      if (isLostOverTime(before, text.slice(end, end + 80))) return 'claim';
      return VALUE.test(near) || (CHANGE.test(near) && CUTS.test(near)) ? 'claim' : 'own';
    case 'count':
      break;
  }
  if (HYPOTHETICAL.test(before) || isHistory(near) || SOLD.test(near)) return 'plain';
  if (unit === undefined && isAFew(quantity, text) && !isOutcome(text, start, end)) return 'plain';
  if (HAS_ROOM.test(before)) return 'own';
  const after = text.slice(end, end + 60);
  if (/^\s+(?:\w+\s+)?signatures?\b/.test(after) && !CHANGE.test(near)) return 'own';
  if (I_DID.test(before)) return 'plain';
  if (
    /\b(?:town|village|parish)\s+of\s+(?:about\s+|some\s+|around\s+|nearly\s+|over\s+|more\s+than\s+|just\s+)?$/.test(
      before,
    ) &&
    !CHANGE.test(near)
  )
    return 'plain';
  if (/\b(?:shortlist|longlist)\s+of\s+$/.test(before)) return 'plain';
  if (CAN_HAVE.test(before) || (COLLECTION_HAS.test(before) && !CHANGE.test(near))) return 'own';
  if (LETTERS.test(after) && !CHANGE.test(near)) return 'own';
  if (unit === 'use' && SENT_OUT.test(after)) return 'own';
  if (HOLDS.test(before) && ON_ITS_BOOKS.test(after) && !CHANGE.test(near)) return 'own';
  if (THRESHOLD.test(before)) return 'plain';
  if ((unit === 'assets' || unit === 'output' || value < MANY) && /\bup\s+to\s+$/.test(before)) return 'own';
  if (OPEN_FOR.test(before) && /^\s+hours\b/.test(text.slice(end, end + 8))) return 'own';
  const changed = CHANGE.test(near);
  if (
    (unit === 'assets' || unit === 'output') &&
    VAGUE.test(text.slice(start, end)) &&
    !(
      changed ||
      EFFECT.test(near) ||
      /\b(?:booked|held|run|shared|a\s+(?:day|week|month|year))\b/.test(near) ||
      HANDLED.test(near) ||
      WIDE.test(near) ||
      CUTS.test(near)
    )
  )
    return 'plain';
  if (/\bi(?:['’]ve|\s+have)?\s+[^.;]*$/.test(before) && VAGUE.test(text.slice(start, end))) return 'plain';
  if (/\ball\s+but\s+$/.test(before) && /^\s+(?:of\b|have\b|had\b|said\b)/.test(after) && unit !== 'assets')
    return 'claim';
  if (/^\s+(?:different\s+|other\s+)?languages\s+(?:are\s+)?(?:spoken|heard)\b/.test(after)) return 'claim';
  if (unit === 'trivial') return 'plain';
  // Costs and dates of an option are its own; what it would do to people is not.
  if (proposal && !changed && !(unit === 'people' && value >= MANY && DOES_TO_PEOPLE.test(before)))
    return 'own';
  const compared = isCompared(text, start, end);
  if (compared && value > 1) {
    // A service that counts what it has keeps its books, unless that shrinks.
    const holds =
      unit === 'assets' || (unit === undefined && ASSETS_BEFORE.test(before) && !USE_OF_THINGS.test(before));
    return holds && !DECLINE.test(near) && !/\bagainst\b/.test(near) ? 'own' : 'claim';
  }
  if (value > 1 && PART_OF.test(before)) return /\bcomplaints?\b/.test(before) ? 'own' : 'claim';
  if (/\bcombined\s+age\b/.test(near)) return 'plain';
  if (unit !== 'assets' && value >= 10 && AS_MANY_AS.test(before) && !isUndertaking(text, start, end))
    return 'claim';
  if (value > 1 && OF_WHOM.test(text.slice(end, end + 60))) return 'claim';
  if (isYearTotal(text, start, end)) return 'own';
  if (isTarget(text, end) || isToBeReached(text, start, end)) return 'own';
  if (value < SECTOR && isUndertaking(text, start, end)) return 'own';
  // What they took part in can have a long name.
  if (SAMPLE.test(text.slice(Math.max(0, start - 70), end + 120)) || PLAN.test(before)) return 'own';
  if (value > 1 && isLoss(text, start, end)) return 'claim';
  if (
    value > 1 &&
    (unit !== 'assets' || OF_A_GROUP.test(after)) &&
    unit !== 'use' &&
    isOutcome(text, start, end)
  )
    return 'claim';
  if (value > 1 && unit === 'economy' && isBroughtAbout(text, start)) return 'claim';
  if (
    unit === 'people' &&
    /\bturn(?:ed|ing)?\s+(?:away\s+)?(?:about\s+|some\s+|over\s+|more\s+than\s+)?$/.test(before) &&
    (/\baway\b/.test(before) || /^(?:\s+\w+){1,3}?\s+away\b/.test(after))
  )
    return 'claim';
  if (value >= 10 && IN_SERVICES.test(text.slice(end, end + 60))) return 'claim';
  if (PLAN.test(near)) return 'own';
  if (unit === 'people' && BEGAN_WITH.test(before)) return 'claim';
  switch (unit) {
    case 'economy':
      if (TO_BE_BUILT.test(near) && !changed) return 'own';
      return value >= MANY || changed ? 'claim' : 'own';
    case 'people':
    case 'use':
      if (value < SECTOR && !changed && (AT_ONE_EVENT.test(after) || ATTENDED_BY.test(before))) return 'own';
      return value >= MANY || changed ? 'claim' : 'own';
    case 'assets':
      if (isSector(value, text.slice(end, end + 50), before)) return 'claim';
      return (changed && DECLINE.test(near) && value > 2) ||
        (CUTS.test(near) && value >= 20) ||
        (HANDLED.test(near) && value >= MANY) ||
        (WIDE.test(near) && value >= MANY)
        ? 'claim'
        : 'own';
    case 'output':
      return value >= SECTOR || (changed && value > 2) ? 'claim' : 'own';
    default:
      if (VAGUE.test(text.slice(start, end)) && !EFFECT.test(near) && !changed && !CUTS.test(near))
        return 'plain';
      if (value >= SECTOR || (value > 1 && OF_THEM_ALONE.test(text.slice(end, end + 60)))) return 'claim';
      if (value >= MANY) return changed || EFFECT.test(near) ? 'claim' : 'own';
      return changed && value > 2 && /\d/.test(text.slice(start, end)) ? 'claim' : 'plain';
  }
}

/** "Six had been given other work": a number that stands for people, and what became of them. */
const OF_THEM_ALONE =
  /^\s+(?:had|have)\s+(?:never|not|since|now|already|been\s+(?:given|offered|taken\s+on|helped|found|referred|moved))\b/;
/** Told only to show how it has grown. */
const BEGAN_WITH =
  /\b(?:group|club|class|session|course|circle|caf[eé]|scheme|project|we|it)\s+(?:began|started(?:\s+(?:off|out))?)\s+(?:in\s+\w+\s+)?with\s+(?:only\s+|just\s+)?$/;

/** Said of a number only to show how large it is. */
const AS_MANY_AS = /\b(?:as\s+many\s+as|upwards\s+of)\s+$/;
/** "Seven of whom live alone", "for four of them it was the first time". */
const OF_WHOM =
  /^\s+of\s+(?:whom|these|them)\s+(?:(?:all|also|now)\s+)?(?:live|lived|had\s+(?:never|not|been|no)|have\s+(?:never|not|no)|were\s+(?:new|still|under|over|out|un\w+)|are\s+(?:new|still|un\w+|out|over|under)|said|came\s+from|(?:it|this|that)\s+was\s+(?:the|their|his|her)\s+first)\b|^(?:\s+of\s+(?:the|our|its|these|those))?\s+\w+\s+(?:it|this|that)\s+was\s+(?:the|their|his|her)\s+first\b/;

/** "Of the 39 who came, 22 …": the second number is a share of the first. */
const PART_OF =
  /(?:^|[.;:,]\s+|\b(?:and|but)\s+)of\s+(?:the\s+|these\s+|those\s+|our\s+|its\s+)?(?:first\s+|last\s+)?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)\b[^.;:,]{0,60},\s+(?:[a-z]+\s+){0,2}$/;
/** "It costs £11,000 a year to treat one person". */
const COSTS_TO_TREAT =
  /\bcosts?\s+[^.;]{0,20}£[\d,.]+(?:\s?(?:k|m|million|thousand))?\s+(?:a\s+\w+\s+|each\s+\w+\s+|per\s+\w+\s+)?to\s+(?:treat|keep|house|look\s+after|care\s+for|place|imprison|support)\b/;
/** What others charge: a price that tells what a free service is worth. */
const ELSEWHERE_COSTS =
  /\bwould\s+(?:otherwise\s+|normally\s+)?(?:have\s+)?(?:cost|set)\s+(?:an?|each|the|any|them|you|most|(?!(?:about|around|over|some|only|just|nearly|almost|between|up)\b)[a-z]+\s+(?:trader|person|customer|business|firm|family|company)s?)\b|\bwould\s+(?:otherwise|have)\s+(?:have\s+)?cost\b|\bwould\s+(?:charge|quote)\b|\bwould\s+cost\b[^.;]{0,40}\bto\s+buy\b|\bthat\s+(?:a|most)\s+[^.;]{0,30}\bcould\s+(?:not|never)\s+(?:pay|afford)/;
/** "£7 for every £1": what is got out of what is put in. */
const RETURNS =
  /\b(?:for|from|on|in)\s+(?:every|each)\s+(?:pound|£\s?1)\b(?!,?\d)|\b(?:every|each)\s+(?:pound|£\s?1)\b(?!,?\d)/;
/** What those who come spend about the place. */
const LOCAL_SPEND =
  /\bsp(?:end|ends|ent|ending)\b[^.;]{0,40}\b(?:locally|in\s+(?:local|nearby|other|the)\s+(?:shops|businesses|cafes|caf[eé]s|town|economy)|nearby)\b/;
const AGAINST_ANOTHER = /^(?:\s+[\w'’-]+){0,5}?\s+(?:as\s+)?(?:against|compared\s+(?:with|to))\s+[£\d]/;
const SAVES = /\bsav(?:e|es|ed|ing)\s+(?:[\w'’-]+\s+){0,4}$/;
/** A saving that somebody is set is a part of a budget. */
const MUST_SAVE =
  /\b(?:must|(?:has|have|had|needs?|asked|told|required|ordered|plans?|proposals?|aims?|bid|efforts?|ways?|was|were|is|are)\s+to)\s+(?:find\s+and\s+)?sav(?:e|es)\s+(?:[\w'’-]+\s+){0,4}$/;
/** Percentages that are set, not found out. */
const BUDGETED =
  /\b(?:council\s+tax|precept|charged\s+at|base\s+rate|match[-\s]fund\w*|pay\s+(?:award|rise)|interest\s+rate|find\s+(?:savings\s+of\s+)?\d|vat|levy|(?:rents?|charges|fares?|fees)[^.;]{0,30}\s(?:will|to)\s|discount|contingenc\w+|indexation|assumed|allowed|entitled\s+to)\b/;
const TARGET =
  /\b(?:target|aim|goal|ambition)\s+(?:\w+\s+){0,3}?(?:is|was|of|to\s+\w+)\s+(?:at\s+least\s+)?$/;
/** What the head of a table says of percentages that somebody has set. */
const WEIGHTED =
  /\b(?:quality|price)\s+(?:counts|will\s+count)\s+for\b|\b(?:weight(?:ing)?s?|criteri(?:on|a)|scoring)\b/;
/** "What would be the first such library in Wales". */
const YET_TO_BE =
  /\b(?:would\s+(?:be|become)|(?:hopes?|aims?|wants?|plans?)\s+(?:\w+\s+){0,3}?to\s+(?:be|become|have|make)|(?:is|are)\s+to\s+(?:be|become|develop|build|create|open|launch|set\s+up))\b[^.;]*$/;
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

/** "Asks that one in ten be set aside". */
const DEMANDED =
  /\b(?:ask(?:s|ed)?|requir(?:e|es|ed)|propos(?:e|es|ed)|recommend(?:s|ed)?|insist(?:s|ed)?)\s+that\s+(?:[\w'’-]+\s+){0,4}$/;
const ASSETS_BEFORE =
  /\b(?:computers|pcs|terminals|tablets|desks|seats|branches|staff|posts|books|titles|copies|vans|rooms|items)\b/;

/** How many answered: "with 49% replying". */
const RESPONSE_RATE =
  /^\s+(?:replying|responding|return(?:ing|ed)?\b|response\b|(?:of\s+(?:them|those|all|the\s+\w+)\s+)?(?:replied|responded|returned))/;
/** "A dozen library services have hosted gigs": what is told of many services is none's own bookkeeping. */
const IN_SERVICES =
  /^\s+(?:public\s+)?library\s+(?:services|authorities)\s+(?:have|now|already|are\s+now|were\s+found|offer|run|lend|use|say|said|report)\b/;
/** What is laid down: "85% of the population should be within two miles". */
const STANDARD =
  /^(?:\s+(?!(?:where|what|than|who|that)\b)[\w'’-]+){0,8}?\s+(?:should|must|has\s+to|have\s+to|may(?=\s+be\s+(?:councillors|members|from)))\s+(?:be|have|live|meet|reach)\b/;
/** "Thousands of bargains": words of plenty, which nobody has counted. */
const VAGUE = /^\D*s(?:\s+of)?$/;
/** What the back of a book says of its author. */
const SOLD = /\bsold\b[^.;]{0,30}\b(?:books|copies)\b/;
/** Savings that have yet to be found are a part of a budget. */
const SAVING_SOUGHT =
  /\b(?:further|options\s+for|proposals\s+for|proposed|required|target)\s+savings\b|\b(?:agree|find|make|deliver|achieve|identify|require|propose)[sd]?\s+(?:an?\s+|the\s+)?(?:\w+\s+)?savings?\s+of\b|\bsavings?\s+(?:of\s+\S+(?:\s+\S+)?\s+)?(?:(?:is|are|was|were)\s+)?(?:required|needed|sought|proposed|to\s+be\s+(?:made|found|achieved|delivered))\b|\bsavings?\s+of\s+\S+(?:\s+\S+)?\s+(?:is|are)\s+(?:\w+\s+)?(?:needed|required|sought)\b/;
const OF_A_CONTRACT =
  /\b(?:contract|tender)s?\b[^.;]{0,60}\b(?:value|worth)\b|\b(?:fund|grant|award|package|pot|bid|prize)s?\s+(?:(?:is|was|are|were|which\s+is|will\s+be)\s+)?worth\b|\bvalue\s+of\s+the\s+(?:contract|tender)\b/;
/** A line of what could be cut, with what that would bring. */
const OPTION_SAVES =
  /\boption(?:\s+[a-z\d])?\s+(?:would\s+|will\s+)?(?:[\w'’-]+\s+){0,5}?sav(?:e|es|ing)\b|\boption\s+[a-z\d]\s+[^.;]{0,120}?\band\s+sav(?:e|es)\b/;
/** "Option B would leave 11,400 residents more than two miles from a library". */
const DOES_TO_PEOPLE =
  /\b(?:would|will|could)\s+(?:[a-z]+\s+)?(?:leave|affect|hit|harm|deprive|exclude|isolate|cut\s+off)\s+(?:[a-z]+\s+){0,3}$/;
const OPTION = /^\W*(?:options?|proposals?|measures?)\s+(?:[\w'’-]+\s+){0,4}?savings?\b/;
/** Looked for near the figure and at the beginning alone: a sentence may be as long as a file. */
function inOption(text: string, start: number, end: number): boolean {
  return OPTION.test(text.slice(0, 120)) || OPTION_SAVES.test(text.slice(Math.max(0, start - 150), end + 60));
}
/** What an option comes to: "Option A would reduce opening hours by a fifth". */
const WOULD_DO = /\b(?:options?|proposals?)\s+\w+\s+(?:would|will)\b[^.;]{0,50}\bby\s+$/;
/** What a post is paid. */
const PAY_OFFERED = /\bsalar(?:y|ies)\s*(?:is|of|range|from|between|:)|\bpro\s+rata\b|\bper\s+annum\b/;
/** Homes and shops that a plan is for. */
const TO_BE_BUILT =
  /\b(?:sites?|phase|develop(?:ment|er|ers)?|built|build|building|planning|plots?|affordable)\b/;
/** "4,000 letters have been sent out": what was sent is no use that was made of it. */
const SENT_OUT =
  /^\s+(?:letters|messages|emails|tweets|invitations|questionnaires)\s+(?:(?:have|had)\s+been|were|went)\s+(?:sent|posted|delivered|out)\b/;
/** "We have 300 members". */
const HOLDS =
  /\b(?:we|it|they|librar(?:y|ies)|group|service|club|society|friends|which)\s+(?:now\s+|still\s+|also\s+)?(?:has|have|had)\s+(?:a\s+total\s+of\s+|about\s+|around\s+|some\s+|over\s+|nearly\s+|almost\s+|more\s+than\s+)?$/;
/** "Received 14 complaints", "I borrowed 112 books". */
const LETTERS = /^\s+(?:\w+\s+)?(?:complaints|compliments|comments)\b/;
const I_DID =
  /\bi(?:['’]ve)?\s+(?:have\s+)?(?:read|borrowed|bought|have|own|had|wrote|written|took)\s+(?:about\s+|over\s+|some\s+)?$/;
const ON_ITS_BOOKS = /^\s+(?:\w+\s+)?(?:members|customers|subscribers|followers|supporters)\b/;
/** "Five of the group had found work". */
const OF_A_GROUP =
  /^\s+of\s+(?:the|our|this|that|each|her|his)\s+(?:\w+\s+)?(?:group|class|cohort|course|club|volunteers|staff)\b/;
/** What there is to be read: "you can read 7,000 newspapers", "the archive has 4 million records". */
const CAN_HAVE =
  /\bcan\s+(?:now\s+)?(?:read|borrow|download|stream|choose\s+from|search|see)\s+(?:any\s+of\s+|from\s+)?(?:over\s+|more\s+than\s+|up\s+to\s+|some\s+)?$/;
const COLLECTION_HAS =
  /\b(?:collections?|archives?|catalogue|app|database|site)\s+(?:\w+\s+)?(?:has|have|holds?|contains?|offers?|includes?)\s+(?:over\s+|more\s+than\s+|nearly\s+|some\s+|about\s+)?$/;
/** Those who came to one event: attendance. */
const AT_ONE_EVENT =
  /^\s+(?:\w+\s+)?(?:came|turned\s+up|turned\s+out|gathered|were\s+(?:there|present))\s+(?:to|for|at)\s+(?:the|hear|watch|our|a|see|an)\s+(?:\w+\s+){0,2}?(?:opening|launch|talk|ceremony|party|meeting|concert|event|reading|quiz|lecture|reception|author|speaker)\b/;
const ATTENDED_BY =
  /\b(?:event|opening|launch|ceremony|meeting|talk|evening)\s+was\s+attended\s+by\s+(?:\w+\s+)?$/;
const OPEN_FOR = /\bopen\s+(?:for\s+)?(?:a\s+total\s+of\s+)?$/;
/** A line that is drawn ("stops with fewer than three users"), and who is served first ("the first 100 visitors"). */
const THRESHOLD =
  /\b(?:stops|branches|libraries|groups|sites|classes|villages|schools|areas|places|where|if)\s+(?:with|have|has|of|there\s+are)\s+(?:fewer|less|more|under|over)\s+than\s+$|^\s*the\s+first\s+$|[.;]\s+the\s+first\s+$/;
/** What a hall or a room takes. */
const HAS_ROOM =
  /\b(?:seats?|seating|sleeps|accommodates?|licensed\s+for|capacity\s+(?:of|for|is)|room\s+for|space\s+for|can\s+(?:take|hold|fit|seat))\s+(?:up\s+to\s+|about\s+|around\s+|some\s+|over\s+)?$/;
/** How it once was supports no case of today, unless it is held against today. */
const HISTORY =
  /\b(?:1[5-8]\d\d|19[0-6]\d)\b|\b(?:world\s+war|great\s+war|victorian?|edwardian|(?:eighteenth|nineteenth|18th|19th)[-\s]century|carnegie\s+(?:gave|grant|gift))\b/;
const TODAY = /\b(?:now|today|since|still|compared|this\s+year|last\s+year|20[012]\d)\b/;

/** More libraries or schools than one service has, and what something has led to in many services. */
function isSector(value: number, after: string, before: string): boolean {
  return (
    (value >= 300 &&
      /^\s+(?:[a-z]+\s+){0,2}(?:librar(?:y\s+(?:services|authorities|buildings)|ies)|branches|councils|local\s+authorities|communities)\b/.test(
        after,
      )) ||
    (value >= 20 &&
      /^\s+(?:[a-z]+\s+){0,2}(?:librar(?:y\s+(?:services|authorities)|ies)|schools|councils|authorities)\s+(?:running|offering|setting|using|having|to|in)\b/.test(
        after,
      ) &&
      /\b(?:led\s+to|resulted\s+in|enabled|allowed)\s+(?:[\w-]+\s+){0,2}$/.test(before)) ||
    (value >= MANY &&
      /^\s+(?:[a-z]+\s+){0,2}(?:volunteers|champions)\s+(?:have\s+)?(?:now\s+|already\s+|since\s+)?(?:signed\s+up|come\s+forward|came\s+forward|joined|been\s+(?:trained|recruited)|giving\s+up)\b/.test(
        after,
      ))
  );
}

function isHistory(near: string): boolean {
  return HISTORY.test(near) && !TODAY.test(near);
}

/** What a number is only supposed for: "even if another 1,000 were to close". */
const HYPOTHETICAL = /\b(?:if|suppose|supposing|imagine)\s(?:(?!one\s+of\b)[\w'’,-]+\s+){0,6}$/;

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
function shareKind({ span: { start, end }, unit }: Quantity, text: string): FigureKind {
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
