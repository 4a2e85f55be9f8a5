/** Tells a count that somebody must have looked into from an organisation's plain bookkeeping. All texts here are in lower case. */
import { isYearTotal, USE_OF_THINGS } from './bookkeeping';
import { isBroughtAbout, isCompared, isLoss, isOutcome, isTarget, isUndertaking } from './outcomes';
import { HYPOTHETICAL, isHistory } from './supposed';
import { isDecided, isToBeReached } from './targets';
import type { FigureKind, Quantity } from './types';
import { CHANGE, CUTS, DECLINE, EFFECT, HANDLED, PLAN, SAMPLE, WIDE } from './vocabulary';

/** From how many on a count of people, of use, of jobs or businesses is held up as a result. */
const MANY = 100;
/** Up to how many of nothing in particular, in words, are told and not counted: "two had lived next door". */
const A_FEW = 3;
/** From how many on a count of things or events can no longer be one service's own. */
const SECTOR = 1000;

/** A few of something, told in words: "take two home". */
export function isAFew({ measure, value, span }: Quantity, text: string): boolean {
  return measure === 'count' && value <= A_FEW && !/\d/.test(text.slice(span.start, span.end));
}

/**
 * @param text The sentence.
 * @param proposal Whether it stands where a paper sets out what it asks for and what that costs.
 */
export function countKind(quantity: Quantity, text: string, proposal: boolean): FigureKind {
  const { start, end } = quantity.span;
  // Words that bear on the number stand close to it: a sentence can tell of a rise and of something else.
  const near = text.slice(Math.max(0, start - 70), end + 60);
  const before = text.slice(Math.max(0, start - 80), start);
  const { value, unit } = quantity;
  if (HYPOTHETICAL.test(before) || isHistory(near) || SOLD.test(near)) return 'plain';
  const after = text.slice(end, end + 60);
  if (
    isAFew(quantity, text) &&
    (TELLS_OF_A_FEW.test(after) || (unit === undefined && !isOutcome(text, start, end)))
  )
    return 'plain';
  if (HAS_ROOM.test(before)) return 'own';
  if (unit === 'people' && PAYERS.test(after) && PAID_BY.test(before) && !CHANGE.test(near)) return 'own';
  if (SIGNATURES.test(after) && !CHANGE.test(near)) return 'own';
  if (I_DID.test(before) || FIRST_OF_ONE.test(before)) return 'plain';
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
  if (
    (HOLDS.test(before) || (WE_ARE.test(before) && !/\b(?:fewer|more|less)\b/.test(after))) &&
    ON_ITS_BOOKS.test(after) &&
    !CHANGE.test(near)
  )
    return 'own';
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
  if (isDecided(before)) return 'own';
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
        (WIDE.test(near.replace(IN_A_LANGUAGE, ' ')) && value >= MANY)
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

/** "Two who sat silent now run the quiz", "two people told us": witnesses, and no statistic. */
const TELLS_OF_A_FEW =
  /^\s+who\b|^(?:\s+(?!(?:more|fewer|a|an|per|each|every)\b)[\w’'-]+){0,4}?\s+told\s+(?:us|me)\b/;

/** "The scheme was paid for by the council and 312 local donors": up to the number, and behind it. */
const PAID_BY =
  /\b(?:paid\s+for|funded|part-funded|match-funded|crowdfunded|financed)\s+by\s(?:(?!(?:because|which|that|who|has|have|had|is|was|got|gets?|helps?|kept|keeps|drew|reach(?:es)?|[a-z]+ed)\b)[^.;:])*$/;
const PAYERS =
  /^\s+(?:[\w-]+\s+){0,2}?(?:donors|supporters|backers|subscribers|givers|patrons|members|people|residents|households|businesses|readers)\b(?!\s+(?:a|per|each|every|with|who|in)\b)/;

/** "We are the Friends of Ashby Library: 411 members". */
const WE_ARE = /\bwe(?:\s+are|['’]re)\s+(?:the|an?)\s+[^.;]{3,60}[:,–—]\s+$/;

/** Said of a number only to show how large it is. */
const AS_MANY_AS = /\b(?:as\s+many\s+as|upwards\s+of)\s+$/;

/** "Seven of whom live alone", "for four of them it was the first time". */
const OF_WHOM =
  /^\s+of\s+(?:whom|these|them)\s+(?:(?:all|also|now)\s+)?(?:live|lived|had\s+(?:never|not|been|no)|have\s+(?:never|not|no)|were\s+(?:new|still|under|over|out|un\w+)|are\s+(?:new|still|un\w+|out|over|under)|said|came\s+from|(?:it|this|that)\s+was\s+(?:the|their|his|her)\s+first)\b|^(?:\s+of\s+(?:the|our|its|these|those))?\s+\w+\s+(?:it|this|that)\s+was\s+(?:the|their|his|her)\s+first\b/;

/** "Of the 39 who came, 22 …": the second number is a share of the first. */
const PART_OF =
  /(?:^|[.;:,]\s+|\b(?:and|but)\s+)of\s+(?:the\s+|these\s+|those\s+|our\s+|its\s+)?(?:first\s+|last\s+)?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)\b[^.;:,]{0,60},\s+(?:[a-z]+\s+){0,2}$/;

const ASSETS_BEFORE =
  /\b(?:computers|pcs|terminals|tablets|desks|seats|branches|staff|posts|books|titles|copies|vans|rooms|items)\b/;

/** "A dozen library services have hosted gigs": what is told of many services is none's own bookkeeping. */
const IN_SERVICES =
  /^\s+(?:public\s+)?library\s+(?:services|authorities)\s+(?:have|now|already|are\s+now|were\s+found|offer|run|lend|use|say|said|report)\b/;

/** "Thousands of bargains": words of plenty, which nobody has counted. */
const VAGUE = /^\D*s(?:\s+of)?$/;

/** What the back of a book says of its author. */
const SOLD = /\bsold\b[^.;]{0,30}\b(?:books|copies)\b/;

/** "Option B would leave 11,400 residents more than two miles from a library". */
const DOES_TO_PEOPLE =
  /\b(?:would|will|could)\s+(?:[a-z]+\s+)?(?:leave|affect|hit|harm|deprive|exclude|isolate|cut\s+off)\s+(?:[a-z]+\s+){0,3}$/;

/** Homes and shops that a plan is for. */
const TO_BE_BUILT =
  /\b(?:sites?|phase|develop(?:ment|er|ers)?|built|build|building|planning|plots?|affordable)\b/;

/** "4,000 letters have been sent out": what was sent is no use that was made of it. */
const SENT_OUT =
  /^\s+(?:letters|messages|emails|tweets|invitations|questionnaires)\s+(?:(?:have|had)\s+been|were|went)\s+(?:sent|posted|delivered|out)\b/;

/** "We have 300 members". */
const HOLDS =
  /\b(?:we|it|they|librar(?:y|ies)|group|service|club|society|friends|which)\s+(?:now\s+|still\s+|also\s+)?(?:has|have|had)\s+(?:a\s+total\s+of\s+|about\s+|around\s+|some\s+|over\s+|nearly\s+|almost\s+|more\s+than\s+)?$/;

/** "2,017 and 684 signatures". */
const SIGNATURES = /^\s+(?:(?:and|or|,)\s+[\d,]+\s+)?(?:\w+\s+)?signatures?\b/;

/** "She sold her first two hundred pairs": a story of one. */
const FIRST_OF_ONE = /\b(?:his|her|my)\s+first\s+$/;

/** Books in Welsh are not of all Wales. */
const IN_A_LANGUAGE =
  /\bin\s+(?:(?:and|or|both)\s+|(?:welsh|english|scottish|gaelic|irish|british\s+sign)\b[\s,]*)+/g;

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
