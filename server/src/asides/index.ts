/**
 * Asides: what a draft says to those who work on it and not to its reader. A logistic regression over the features of a
 * piece of text, fitted to drafts that editors marked (`server/train/asides.mts` writes the weights, and says how well it
 * does on drafts left out).
 */

import { firstWhere } from '../draft/binary-search';
import { CITED, isEditorial, MARK, quotationsIn, type Surroundings } from '../draft/unfilled';
import { fitted } from '../models/weights';
import { foundFeatures, logistic, sumAt } from '../models/weights/logistic';
import { RecentTexts } from '../words/recent-texts';
import { eachFeature } from './features';
import { type Piece, piecesOf } from './pieces';

/** From which probability a piece is an aside, as measured on drafts that took no part in the fitting. */
const SURE = { setOff: 0.2, sentence: 0.3 };

export interface Aside extends Piece {
  /** That an editor would mark it as not finished, from 0 to 1. */
  readonly probability: number;
}

/** A letter or a word in square brackets is an editor’s. */
const IS_NOTE = /[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2} .{0,40}[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2}/u;

/**
 * The asides of a text, in no order: a sentence only where nothing in it is one.
 *
 * @param text as `unfilledIn` takes it
 */
export function asidesIn(text: string, place: Surroundings): readonly Aside[] {
  if (!MAY_HAVE.test(text)) return NONE;
  return known.get(`${place.alone} ${place.quoted} ${text}`, () => read(text, place));
}

const MAY_HAVE = new RegExp(`[A-Za-zÀ-ÖØ-ፚḀ-ỹ[(${MARK}]`, 'u');
const known = new RecentTexts<readonly Aside[]>();

function read(text: string, place: Surroundings): readonly Aside[] {
  const found: Aside[] = [];
  /** Of each character, whether it is in one of them: a piece is short, and they may be many. */
  let taken: Uint8Array | undefined;
  for (const piece of piecesOf(text, place.alone === 'cell')) {
    const isSetOff = piece.kind !== 'sentence' && piece.kind !== 'cell';
    const probability = probabilityOf(piece);
    if (probability < (isSetOff ? SURE.setOff : SURE.sentence)) continue;
    if (taken?.subarray(piece.start, piece.end).includes(1)) continue;
    if (piece.kind === 'square' && isReference(piece)) continue;
    if (piece.kind === 'round' && LEADS_TO.test(piece.words)) continue;
    found.push({ ...piece, probability });
    taken ??= new Uint8Array(text.length);
    taken.fill(1, piece.start, piece.end);
  }
  return found.length > 0 && !place.quoted ? outsideQuotations(text, found) : NONE;
}

const NONE: readonly never[] = [];

/** “(draft at Annex 1)” says where something is. */
const LEADS_TO = /\b(?:at|in|see|as)\s+(?:annex|appendix|section|paragraph|table|figure)\s+[A-Z\d]/i;

const isReference = ({ words }: Piece): boolean =>
  !IS_NOTE.test(words) || CITED.test(words) || isEditorial(words);

/** What somebody says is none of ours. A piece that is all of a quotation may stand in the place of one. */
function outsideQuotations(text: string, found: readonly Aside[]): readonly Aside[] {
  const quotations = quotationsIn(text);
  return found.filter((piece) => {
    const around = quotations[firstWhere(quotations, ({ end }) => end > piece.end)];
    return around === undefined || around.start > piece.start;
  });
}

/** Of the sentences of a paragraph, a key changes one. */
const judged = new RecentTexts<number>();

/** That an editor would mark a piece as not finished, from 0 to 1. */
function probabilityOf(piece: Piece): number {
  return judged.get(`${piece.kind} ${piece.words}`, () => {
    const { asides } = fitted();
    const found = foundFeatures(asides.features, (visit) => eachFeature(piece, visit));
    return logistic(asides.start + sumAt(found, asides.hundredths));
  });
}
