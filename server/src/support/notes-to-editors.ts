/** Notes to editors that give the source of a figure: “9,400 children: Ashby Council, *Loans*, May 2026”. */
import { BlockFinder, type Draft, passagesOf, perBlock } from '../draft';
import { hasInsert } from '../draft/unfilled';
import { beginsNotes } from './source-notes';

/** What a note has that says where its numbers are from. */
const FROM = /\bfrom\b|\baccording to\b|\bsource\b|[:,(][^.;]{0,200}\b20\d\d\b/i;
const NUMBER = /£?\d[\d,]*(?:\.\d+)?%?/g;

interface Note {
  readonly text: string;
  /** Without their commas, from “£” to “%”. */
  readonly numbers: readonly string[];
}

/** `above` for what stands above the notes; else the notes of a block with a source, or with a place for one to fill in. */
const finder = new BlockFinder(
  perBlock((block): readonly (Note | 'above')[] =>
    beginsNotes(block)
      ? ['above']
      : passagesOf(block).flatMap(({ prose: { text } }) => {
          const numbers = FROM.test(text) || hasInsert(text) ? text.match(NUMBER) : null;
          return numbers ? [{ text, numbers: numbers.map((number) => number.replaceAll(',', '')) }] : [];
        }),
  ),
);

/**
 * Whether a note to editors has the source of a figure, by its words or by its number.
 *
 * @param words as a finding quotes them
 * @param number long enough not to be another by chance; undefined for none
 */
export function isInNotesToEditors(
  draft: Draft,
): (figure: { readonly words: string; readonly number: string | undefined }) => boolean {
  const found = finder.in(draft, undefined).flatMap((one) => one.found);
  const above = found.indexOf('above');
  const notes = above === -1 ? [] : found.slice(above).filter((note): note is Note => note !== 'above');
  return ({ words, number }) =>
    notes.some(
      (note) =>
        (number !== undefined && note.numbers.includes(number)) ||
        note.text.includes(words.replace(/ …$/, '')),
    );
}
