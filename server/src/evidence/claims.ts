/**
 * Tells a claim, which somebody must have measured, from an organisation's plain bookkeeping.
 *
 * All texts here are in lower case: patterns that ignore case take V8 twice as long to compile.
 */
import { countKind, isAFew } from './counts';
import { moneyKind } from './money';
import { percentKind, shareKind } from './ratios';
import { isAimedAt, isToBeReached } from './targets';
import type { FigureKind, Quantity } from './types';

/**
 * What a quantity is to a sceptical reader.
 * @param quantity Its span counts in `text`.
 * @param text The sentence, in lower case.
 * @param proposal Whether it stands where a paper sets out what it asks for and what that costs.
 */
export function kindOf(quantity: Quantity, text: string, proposal = false): FigureKind {
  const kind = byMeasure(quantity, text, proposal);
  // "Ask to take two home": a few, told in words, are no evidence unless they are a claim.
  return kind === 'own' && isAFew(quantity, text) ? 'plain' : kind;
}

/** Whether it matters for a quantity that it stands where a paper sets out what it asks for. */
export const dependsOnPlace = ({ measure }: Quantity): boolean => measure === 'money' || measure === 'count';

function byMeasure(quantity: Quantity, text: string, proposal: boolean): FigureKind {
  const { start, end } = quantity.span;
  const before = text.slice(Math.max(0, start - 80), start);
  switch (quantity.measure) {
    case 'percent':
      return percentKind(quantity, text);
    case 'share':
      return shareKind(quantity, text);
    case 'rank':
      return YET_TO_BE.test(before) ? 'own' : 'claim';
    case 'multiple':
      return isAimedAt(before) || isToBeReached(text, start, end) ? 'own' : 'claim';
    case 'money':
      return moneyKind(quantity, text, proposal);
    case 'count':
      return countKind(quantity, text, proposal);
  }
}

/** "What would be the first such library in Wales". */
const YET_TO_BE =
  /\b(?:would\s+(?:be|become)|(?:is|are)\s+to\s+(?:be|become|develop|build|create|open|launch|set\s+up))\b[^.;]*$/;
