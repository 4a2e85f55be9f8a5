/** Tells a count that somebody must have looked into from an organisation's plain bookkeeping. All texts here are in lower case. */
import { USE_OF_THINGS } from './bookkeeping';
import { isBroughtAbout, isCompared, isLoss, isOutcome, isTarget, isUndertaking } from './outcomes';
import { HYPOTHETICAL, isHistory } from './supposed';
import { isToBeReached } from './targets';
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
  if (HYPOTHETICAL.test(before) || isHistory(near)) return 'plain';
  const after = text.slice(end, end + 60);
  if (
    isAFew(quantity, text) &&
    (TELLS_OF_A_FEW.test(after) || (unit === undefined && !isOutcome(text, start, end)))
  )
    return 'plain';
  if (HAS_ROOM.test(before)) return 'own';
  if ((unit === 'assets' || unit === 'output' || value < MANY) && /\bup\s+to\s+$/.test(before)) return 'own';
  const changed = CHANGE.test(near);
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
  if (unit !== 'assets' && value >= 10 && AS_MANY_AS.test(before) && !isUndertaking(text, start, end))
    return 'claim';
  if (value > 1 && OF_WHOM.test(text.slice(end, end + 60))) return 'claim';
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
  if (value >= 10 && IN_SERVICES.test(text.slice(end, end + 60))) return 'claim';
  if (unit === 'people' && BEGAN_WITH.test(before)) return 'claim';
  switch (unit) {
    case 'economy':
      return value >= MANY || changed ? 'claim' : 'own';
    case 'people':
    case 'use':
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
  /\b(?:group|club|class|session|course|circle|caf[eé]|scheme|project|we|it)\s+began\s+(?:in\s+\w+\s+)?with\s+(?:only\s+|just\s+)?$/;

/** "Two who sat silent now run the quiz", "two people told us": witnesses, and no statistic. */
const TELLS_OF_A_FEW = /^\s+who\b/;

/** Said of a number only to show how large it is. */
const AS_MANY_AS = /\b(?:as\s+many\s+as|upwards\s+of)\s+$/;

/** "Seven of whom live alone", "for four of them it was the first time". */
const OF_WHOM =
  /^\s+of\s+(?:whom|these|them)\s+(?:(?:all|also|now)\s+)?(?:live|lived|have\s+(?:never|not|no)|said|came\s+from|(?:it|this|that)\s+was\s+(?:the|their|his|her)\s+first)\b|^(?:\s+of\s+(?:the|our|its|these|those))?\s+\w+\s+(?:it|this|that)\s+was\s+(?:the|their|his|her)\s+first\b/;

const ASSETS_BEFORE =
  /\b(?:computers|pcs|terminals|tablets|desks|seats|branches|staff|posts|books|titles|copies|vans|rooms|items)\b/;

/** "A dozen library services have hosted gigs": what is told of many services is none's own bookkeeping. */
const IN_SERVICES =
  /^\s+(?:public\s+)?library\s+(?:services|authorities)\s+(?:have|now|already|are\s+now|were\s+found|offer|run|lend|use|say|said|report)\b/;

/** "Option B would leave 11,400 residents more than two miles from a library". */
const DOES_TO_PEOPLE =
  /\b(?:would|will|could)\s+(?:[a-z]+\s+)?(?:leave|affect|hit|harm|deprive|exclude|isolate|cut\s+off)\s+(?:[a-z]+\s+){0,3}$/;

/** Books in Welsh are not of all Wales. */
const IN_A_LANGUAGE = /\bin\s+(?:(?:and|or|both)\s+)+/g;

/** "Five of the group had found work". */
const OF_A_GROUP =
  /^\s+of\s+(?:the|our|this|that|each|her|his)\s+(?:\w+\s+)?(?:group|class|cohort|course|club|volunteers|staff)\b/;

/** What a hall or a room takes. */
const HAS_ROOM =
  /\b(?:seats?|seating|sleeps|accommodates?|licensed\s+for|capacity\s+(?:of|for|is)|room\s+for|space\s+for|can\s+(?:take|hold|fit|seat))\s+(?:up\s+to\s+|about\s+|around\s+|some\s+|over\s+)?$/;

/** More libraries or schools than one service has, and what something has led to in many services. */
function isSector(value: number, after: string, before: string): boolean {
  return (
    (value >= 300 &&
      /^\s+(?:[a-z]+\s+){0,2}(?:libraries|branches|councils|local\s+authorities|communities)\b/.test(
        after,
      )) ||
    (value >= 20 &&
      /^\s+(?:[a-z]+\s+){0,2}(?:librar(?:y\s+(?:services|authorities)|ies)|schools|councils|authorities)\s+(?:running|offering|setting|using|having|to|in)\b/.test(
        after,
      ) &&
      /\b(?:led\s+to|resulted\s+in|enabled|allowed)\s+(?:[\w-]+\s+){0,2}$/.test(before)) ||
    (value >= MANY &&
      /^\s+(?:[a-z]+\s+){0,2}(?:volunteers|champions)\s+(?:have\s+)?(?:now\s+|already\s+|since\s+)?(?:signed\s+up|come\s+forward|came\s+forward|joined|giving\s+up)\b/.test(
        after,
      ))
  );
}
