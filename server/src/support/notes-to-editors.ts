/** Notes to editors, and the sources that they give: “9,400 children: Ashby Council, *Loans*, May 2026”. */
import { BlockFinder, type Draft, headings, passagesOf, perBlock } from '../draft';
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

/** What notes to editors say. The same object as long as they say the same. */
export class EditorsNotes {
  constructor(
    readonly text: string,
    private readonly numbers: ReadonlySet<string>,
  ) {}

  /**
   * Whether a note has the source of a figure, by its words or by its number.
   *
   * @param words as a finding quotes them
   * @param number long enough not to be another by chance; undefined for none
   */
  name({ words, number }: { readonly words: string; readonly number: string | undefined }): boolean {
    return (number !== undefined && this.numbers.has(number)) || this.text.includes(withoutEllipsis(words));
  }
}

let last = new EditorsNotes('', new Set());

/** The notes to editors of a draft, up to the next section; undefined where it has none. */
export function editorsNotesOf(draft: Draft): EditorsNotes | undefined {
  const begin = notesToEditors(draft);
  if (begin === undefined) return undefined;
  const { node } = draft.blocks[begin]!.block;
  const depth = node.type === 'heading' ? node.depth : 0;
  const next = headings(draft).find((heading) => heading.index > begin && heading.depth <= depth);
  const end = next?.index ?? draft.blocks.length;
  const numbers = new Set<string>();
  let text = '';
  notes.each(draft, undefined, (found, _, index) => {
    if (index < begin || index >= end) return;
    for (const note of found) {
      for (const number of note.numbers) numbers.add(number);
      text += BETWEEN_NOTES + note.text;
    }
  });
  if (last.text !== text) last = new EditorsNotes(text, numbers);
  return last;
}
