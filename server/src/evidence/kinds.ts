/**
 * Distinguishes claims, which somebody must have measured, from an organisation's own bookkeeping. All texts here are
 * in lower case: V8 takes twice as long to compile patterns that ignore case.
 */
import { phrases } from '../words/phrases';
import data from './phrases.json';
import type { FigureKind, Quantity } from './types';
import { singular, unitOf } from './vocabulary';

/**
 * Phrases near a figure, by their meaning for it. Phrases with `$` come right before the figure, those with `^` right
 * after it, others near it.
 */
export const SAYS = phrases('kinds', data.kinds);

/** From this number on, a count of people, use, jobs or businesses is presented as a result. */
const MANY = 100;
/** Up to this number in words, things are mentioned rather than counted: "two had lived next door". */
const A_FEW = 3;
/** From this number on, things or events are too many to be one service's own. */
const SECTOR = 1000;
/** An amount below this may be a price. */
const LARGEST_PRICE = 1000;

/** A quantity with the text around it. */
interface QuantityInContext extends Quantity {
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** The text right around the figure; the rest of a sentence may be about something else. */
  readonly near: string;
}

/**
 * Returns the kind of a quantity.
 *
 * @param quantity with offsets in `text`
 * @param text the sentence, in lower case
 * @param proposal whether it is in a section on the paper's requests and their costs
 */
export function kindOf(quantity: Quantity, text: string, proposal = false): FigureKind {
  const { start, end } = quantity.span;
  const found: QuantityInContext = {
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - 140), start),
    after: text.slice(end, end + 140),
    near: text.slice(Math.max(0, start - 70), end + 60),
    ...quantity,
  };
  const kind = byMeasure(found, proposal);
  // "Ask to take two home": a small number in words is evidence only as a claim.
  return kind === 'own' && isAFew(found) ? 'plain' : kind;
}

/** Whether the kind of a quantity depends on `proposal`. */
export const dependsOnPlace = ({ measure }: Quantity): boolean => measure === 'money' || measure === 'count';

function byMeasure(found: QuantityInContext, proposal: boolean): FigureKind {
  switch (found.measure) {
    case 'percent':
      return percentKind(found);
    case 'share':
      return isToBeReached(found) || SAYS.demanded.test(found.before) ? 'own' : shareKind(found);
    case 'rank':
      return SAYS.yetToBe.test(found.before) ? 'own' : 'claim';
    case 'multiple':
      return isAimedAt(found) || isToBeReached(found) ? 'own' : 'claim';
    case 'money':
      return moneyKind(found, proposal);
    case 'count':
      return countKind(found, proposal);
  }
}

/** A small number in words: "take two home". */
const isAFew = ({ measure, value, words }: QuantityInContext): boolean =>
  measure === 'count' && value <= A_FEW && !/\d/.test(words);

/** Whether a quantity is of long ago and not compared with today, so that it is no evidence for the present. */
const isLongAgo = ({ near }: QuantityInContext): boolean => SAYS.longAgo.test(near) && !SAYS.today.test(near);

/** Whether a quantity is an aim: "our aim is to double the number". */
const isAimedAt = ({ before }: QuantityInContext): boolean =>
  SAYS.aimedAt.test(before) && !/\bfrom\b/.test(before);

/** Whether a quantity is a target or decision of the writers, which has no source. A forecast is not: it needs one. */
function isToBeReached({ before }: QuantityInContext): boolean {
  if (SAYS.target.test(before)) return true;
  return SAYS.undertaken.test(before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1));
}

/** Whether a quantity is planned: "we will run forty sessions". */
const isUndertaking = ({ before, after }: QuantityInContext): boolean =>
  SAYS.willDo.test(before) && !SAYS.areHit.test(after);

function percentKind(found: QuantityInContext): FigureKind {
  const { after, near, value } = found;
  if (isToBeReached(found) || isAimedAt(found)) return 'own';
  if (SAYS.discount.test(after) || value === 100 || SAYS.supposed.test(found.before)) return 'plain';
  return SAYS.budgeted.test(near) ? 'own' : 'claim';
}

/** "A third of children" is a claim; "half of the book", a part of one thing, is not. */
function shareKind({ words, before, after }: QuantityInContext): FigureKind {
  if (/\d|\sin\s|\sout\s+of\s|million|billion/.test(words)) return 'claim';
  if (SAYS.oneThing.test(after)) return 'plain';
  if (SAYS.roughly.test(before) || SAYS.together.test(after) || SAYS.oneBody.test(after)) return 'claim';
  const whole =
    /^\s+(?:of\s+)?(?:all\s+)?(?:(?:the|our|their|its|these|those|his|her|my)\s*)?([\w'’-][\w'’ -]{0,59})/.exec(
      after,
    );
  const isOfMany = (whole?.[1] ?? '').split(/\s+/, 4).some((noun) => {
    const unit = unitOf(noun);
    return unit === 'people' || (unit !== undefined && unit !== 'trivial' && singular(noun) !== noun);
  });
  return isOfMany ? 'claim' : 'plain';
}

/** Returns, savings and losses are claims; prices, costs and budgets are not. */
function moneyKind({ before, after, near, value }: QuantityInContext, proposal: boolean): FigureKind {
  if (SAYS.supposed.test(before)) return 'plain';
  if (SAYS.elsewhereCosts.test(near) || SAYS.returns.test(near)) return 'claim';
  if ((value < LARGEST_PRICE && SAYS.againstMoney.test(after)) || SAYS.costsPeople.test(before))
    return 'claim';
  if (value < LARGEST_PRICE && SAYS.price.test(near)) return 'plain';
  if (proposal || SAYS.savingSought.test(near)) return 'own';
  if (SAYS.saves.test(before) && !SAYS.mustSave.test(before)) return 'claim';
  return SAYS.value.test(near) || (SAYS.change.test(near) && SAYS.cuts.test(near)) ? 'claim' : 'own';
}

function countKind(found: QuantityInContext, proposal: boolean): FigureKind {
  const { before, after, near, value, unit, words } = found;
  if (SAYS.supposed.test(before) || isLongAgo(found)) return 'plain';
  if (isAFew(found) && (SAYS.who.test(after) || (unit === undefined && !isOutcome(found)))) return 'plain';
  if (SAYS.hasRoom.test(before)) return 'own';
  if ((unit === 'assets' || unit === 'output' || value < MANY) && SAYS.upTo.test(before)) return 'own';
  if (unit === 'trivial') return 'plain';
  const changed = SAYS.change.test(near);
  if (proposal && !changed) return 'own';
  if (value > 1 && isCompared(found)) {
    // The assets of a service are its own bookkeeping, unless they shrink.
    return unit === 'assets' && !SAYS.decline.test(near) && !/\bagainst\b/.test(near) ? 'own' : 'claim';
  }
  if (unit !== 'assets' && value >= 10 && SAYS.asMany.test(before) && !isUndertaking(found)) return 'claim';
  if (value > 1 && SAYS.ofWhom.test(after)) return 'claim';
  if (isToBeReached(found)) return 'own';
  if (value < SECTOR && isUndertaking(found)) return 'own';
  // Looks far back, because the name of an activity can be long.
  if (SAYS.asked.test(`${before.slice(-70)}${words}${after}`) || SAYS.planned.test(before.slice(-80)))
    return 'own';
  if (value > 1 && bearsOut(found)) return 'claim';
  if (value >= 10 && SAYS.inServices.test(after)) return 'claim';
  switch (unit) {
    case 'economy':
    case 'people':
    case 'use':
      return value >= MANY || changed ? 'claim' : 'own';
    case 'assets':
      return (value >= 300 && SAYS.sector.test(after)) ||
        (changed && SAYS.decline.test(near) && value > 2) ||
        (value >= 20 && (SAYS.cuts.test(near) || SAYS.ledTo.test(before))) ||
        (value >= MANY && (SAYS.volunteers.test(after) || SAYS.handled.test(near)))
        ? 'claim'
        : 'own';
    case 'output':
      return value >= SECTOR || (changed && value > 2) ? 'claim' : 'own';
    default:
      if (value >= SECTOR || (value > 1 && SAYS.ofThemAlone.test(after))) return 'claim';
      if (value >= MANY) return changed || SAYS.effect.test(near) ? 'claim' : 'own';
      return changed && value > 2 && /\d/.test(words) ? 'claim' : 'plain';
  }
}

/** Whether even a small number shows a loss or an outcome. */
function bearsOut(found: QuantityInContext): boolean {
  const { before, unit } = found;
  if (isLoss(found)) return true;
  if (unit !== 'assets' && unit !== 'use' && isOutcome(found)) return true;
  if (unit === 'people' && SAYS.began.test(before)) return true;
  const cause = unit === 'economy' ? SAYS.ledTo.exec(before) : null;
  return cause !== null && !SAYS.maybe.test(before.slice(0, cause.index));
}

/** Whether a number is one end of a change or one side of a comparison: "8 as against 20", "last summer it was 81". */
const isCompared = ({ before, after, words }: QuantityInContext): boolean =>
  SAYS.against.test(`${before.slice(-40)}${words}${after.slice(0, 50)}`) ||
  SAYS.byThen.test(before) ||
  SAYS.lastTime.test(before) ||
  SAYS.likened.test(before);

/** Whether a quantity is a loss: "four galleries have shut since 2021". */
function isLoss({ before, after }: QuantityInContext): boolean {
  const rest = after.slice(0, 80).split(/[;.!?]\s/, 1)[0]!;
  return (
    (SAYS.since.test(rest) || SAYS.sinceThen.test(before)) && (SAYS.lost.test(before) || SAYS.gone.test(rest))
  );
}

/** Whether a quantity is an outcome for the people counted: "eleven of them have since found work". */
function isOutcome({ before, after }: QuantityInContext): boolean {
  const stop = SAYS.elsewhere.exec(after);
  const rest = stop ? after.slice(0, stop.index) : after;
  const match = SAYS.becameOf.exec(rest);
  if (match && !SAYS.maybe.test(rest.slice(0, match.index))) return true;
  if (SAYS.someOf.test(rest) && !/\bthe\s+$/.test(before) && !SAYS.ofLife.test(rest)) return true;
  return SAYS.foundFor.test(before) || (SAYS.helped.test(before) && SAYS.intoIt.test(rest));
}
