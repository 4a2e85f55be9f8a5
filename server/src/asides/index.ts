/**
 * Asides: what a draft says to those who work on it and not to its reader. A logistic regression over the signs of a
 * piece of text, fitted to drafts that editors marked (`server/train/asides.mts` writes the weights, and says how well it
 * does on drafts left out).
 */

import { isEditorial, type Place, quotationsIn } from '../draft/unfilled';
import { fitted } from '../fitted';
import { type Piece, piecesOf } from './pieces';
import { eachSign } from './signs';

/** From which probability a piece is an aside, as measured on drafts that took no part in the fitting. */
const SURE = { setOff: 0.2, sentence: 0.3 };

/** A letter, a word or a citation in square brackets is an editor’s. */
const IS_NOTE = /\p{L}{2} .{0,40}\p{L}{2}/u;
const CITED = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/;

/**
 * The asides of a text, in no order: a sentence only where nothing in it is one.
 *
 * @param text as `unfilledIn` takes it
 */
export function asidesIn(text: string, place: Place): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of piecesOf(text, place.alone === 'cell')) {
    const isSetOff = piece.kind !== 'sentence' && piece.kind !== 'cell';
    if (probabilityOf(piece) < (isSetOff ? SURE.setOff : SURE.sentence)) continue;
    if (found.some(({ start, end }) => start < piece.end && piece.start < end)) continue;
    if (piece.kind === 'square' && isReference(piece)) continue;
    found.push(piece);
  }
  return found.length > 0 && !place.quoted ? outsideQuotations(text, found) : NONE;
}

const NONE: readonly never[] = [];

const isReference = ({ words }: Piece): boolean =>
  !IS_NOTE.test(words) || CITED.test(words) || isEditorial(words);

/** What somebody says is none of ours. */
function outsideQuotations(text: string, found: readonly Piece[]): readonly Piece[] {
  const quotations = quotationsIn(text);
  return quotations.length === 0
    ? found
    : found.filter((piece) => !quotations.some(({ start, end }) => start < piece.start && piece.end < end));
}

/** That an editor would mark a piece as not finished, from 0 to 1. */
export function probabilityOf(piece: Piece): number {
  const { start, weights } = fitted().asides;
  const seen = new Set<string>();
  let sum = start;
  eachSign(piece, (sign) => {
    if (seen.has(sign)) return;
    seen.add(sign);
    // “constructor” is a word as well.
    if (Object.hasOwn(weights, sign)) sum += weights[sign]! / 100;
  });
  return 1 / (1 + Math.exp(-sum));
}
