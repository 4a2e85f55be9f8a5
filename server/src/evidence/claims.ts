/** Tells a claim, which somebody must have measured, from an organisation's plain bookkeeping. */
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
/** From how many on a count of things or events can no longer be one service's own. */
const SECTOR = 1000;

/**
 * What a quantity is to a sceptical reader.
 * @param quantity Its span counts in `text`.
 * @param text The sentence.
 * @param proposal Whether it stands where a paper sets out what it asks for and what that costs.
 */
export function kindOf(quantity: Quantity, text: string, proposal = false): FigureKind {
  const { start, end } = quantity.span;
  // Words that bear on the number stand close to it: a sentence can tell of a rise and of something else.
  const near = text.slice(Math.max(0, start - 70), end + 60);
  const before = text.slice(Math.max(0, start - 80), start);
  const { value, unit } = quantity;
  switch (quantity.measure) {
    case 'percent':
      return isShareOfSomething(value, text.slice(end, end + 40)) && !HYPOTHETICAL.test(before)
        ? 'claim'
        : 'plain';
    case 'share':
      return shareKind(text, start, end);
    case 'rank':
    case 'multiple':
      return 'claim';
    case 'money':
      if (PRICE.test(near) && value < 1000) return 'plain';
      if (proposal) return 'own';
      return VALUE.test(near) || (CHANGE.test(near) && CUTS.test(near)) ? 'claim' : 'own';
    case 'count':
      break;
  }
  if (HYPOTHETICAL.test(before)) return 'plain';
  const changed = CHANGE.test(near);
  if (unit === 'trivial') return 'plain';
  if (proposal && !changed) return 'own';
  if (SAMPLE.test(near) || PLAN.test(near)) return 'own';
  switch (unit) {
    case 'people':
    case 'use':
    case 'economy':
      return value >= MANY || changed ? 'claim' : 'own';
    case 'assets':
      return (changed && DECLINE.test(near) && value > 2) ||
        (CUTS.test(near) && value >= 20) ||
        (HANDLED.test(near) && value >= MANY) ||
        (WIDE.test(near) && value >= SECTOR)
        ? 'claim'
        : 'own';
    case 'output':
      return value >= SECTOR || (changed && value > 2) ? 'claim' : 'own';
    default:
      if (value >= SECTOR) return 'claim';
      if (value >= MANY) return changed || EFFECT.test(near) ? 'claim' : 'own';
      return changed && value > 2 && /\d/.test(text.slice(start, end)) ? 'claim' : 'plain';
  }
}

/** What a number is only supposed for: "even if another 1,000 were to close". */
const HYPOTHETICAL = /\b(?:if|suppose|supposing|imagine)\s(?:[\w'’,-]+\s+){0,6}$/i;

/** Not a discount, and "100%" only where it is said of what. */
function isShareOfSomething(value: number, after: string): boolean {
  if (/^\s*(?:off|discount|vat|apr)\b/i.test(after)) return false;
  return (
    value !== 100 ||
    /^\s+(?:of|said|say|would|felt|agreed|rated|thought|were|are|reported|told)\b/i.test(after)
  );
}

/** "A third of children" is a claim; "half of the book" is not. */
function shareKind(text: string, start: number, end: number): FigureKind {
  const words = text.slice(start, end);
  if (/\d|\sin\s|\sout\s+of\s|million|billion/i.test(words)) return 'claim';
  if (
    /\b(?:than|over|nearly|almost|about|around|under|to|just|some|roughly|approximately)\s+$/i.test(
      text.slice(Math.max(0, start - 40), start),
    )
  )
    return 'claim';
  // "Up by a third".
  if (/\b(?:by|up|down)\s+$/i.test(text.slice(Math.max(0, start - 8), start))) return 'claim';
  const whole =
    /^\s+(?:of\s+)?(?:all\s+)?(?:the|our|their|its|these|those|his|her|my)?\s*((?:[\w'’-]+\s*){1,4})/i.exec(
      text.slice(end, end + 60),
    );
  const nouns = (whole?.[1] ?? '').toLowerCase().split(/\s+/);
  if (/^\s+(?:of\s+)?(?:us|them|those|all)\b/i.test(text.slice(end, end + 40))) return 'claim';
  // "Half of the book": a part of one thing is no share of many.
  return nouns.some((noun) => {
    const unit = unitOf(noun);
    return unit === 'people' || (unit !== undefined && unit !== 'trivial' && singular(noun) !== noun);
  })
    ? 'claim'
    : 'plain';
}
