/** The pieces of a text that may be a note to whoever works on it: what is set off, and each sentence. */

import { sentences } from '../draft/sentences';
import type { Span } from '../draft/types';
import { MARK } from '../draft/unfilled';

/** How a piece stands in its text. */
type PieceKind = 'square' | 'round' | 'marked' | 'cell' | 'sentence';

export interface Piece extends Span {
  readonly kind: PieceKind;
  /** What it says, without its brackets. */
  readonly words: string;
}

/** A longer one is no note. */
const LONGEST = 240;

const SET_OFF: readonly (readonly [PieceKind, RegExp])[] = [
  ['square', /\[([^\][]{2,240})\](?![([:])/gu],
  ['round', /\(([^()]{3,240})\)/gu],
  ['marked', new RegExp(`(?<!${MARK})${MARK}([^${MARK}]{3,240})${MARK}(?!${MARK})`, 'gu')],
];

/**
 * The pieces of a text, what is set off first. In linear time.
 *
 * @param text as `unfilledIn` takes it, with marks as `MARK` and what is no text as `HIDDEN`
 */
export function* piecesOf(text: string, isCell: boolean): Generator<Piece> {
  for (const [kind, looks] of SET_OFF)
    for (const { 0: all, 1: words, index: start } of text.matchAll(looks))
      yield { kind, start, end: start + all.length, words: words! };
  for (const { start, end } of sentences(text))
    if (end - start <= LONGEST && /[A-Za-zÀ-ÖØ-ፚḀ-ỹ]/u.test(text.slice(start, end)))
      yield { kind: isCell ? 'cell' : 'sentence', start, end, words: text.slice(start, end) };
}
