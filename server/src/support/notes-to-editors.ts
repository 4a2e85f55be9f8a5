/** Notes to editors, and the sources that they give: “9,400 children: Ashby Council, *Loans*, May 2026”. */
import { BlockFinder, type Draft, passagesOf, perBlock } from '../draft';
import { hasInsert } from '../draft/unfilled';
import { withoutEllipsis } from './claim-words';

/** A heading for the notes, or a line in bold. */
const BEGINNING = /^\W*notes? (?:to|for) (?:the )?editors?\b/i;
/** What a note has that says where its numbers are from. */
const FROM = /\bfrom\b|\baccording to\b|\bsource\b|[:,(][^.;]{0,200}\b20\d\d\b/i;
/** Stands between the notes, and in no words that a finding quotes. */
const BETWEEN_NOTES = '\0';
const NUMBER = /£?\d[\d,]*(?:\.\d+)?%?/g;

interface Note {
  readonly text: string;
  /** Without their commas, from “£” to “%”. */
  readonly numbers: readonly string[];
}

const beginnings = new BlockFinder(({ text }) => BEGINNING.test(text) || undefined);

/** The position of the block that begins the notes to editors; undefined for a draft without. */
export function notesToEditors(draft: Draft): number | undefined {
  return beginnings.in(draft, undefined)[0]?.index;
}

/** The notes of a block that give the source of numbers, or have a place for one to fill in. */
const notes = new BlockFinder(
  perBlock((block): readonly Note[] =>
    passagesOf(block).flatMap(({ prose: { text } }) => {
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
  const begin = notesToEditors(draft);
  if (begin === undefined) return () => false;
  const numbers = new Set<string>();
  let text = '';
  notes.each(draft, undefined, (found, _, index) => {
    if (index < begin) return;
    for (const note of found) {
      for (const number of note.numbers) numbers.add(number);
      text += BETWEEN_NOTES + note.text;
    }
  });
  return ({ words, number }) =>
    (number !== undefined && numbers.has(number)) || text.includes(withoutEllipsis(words));
}
