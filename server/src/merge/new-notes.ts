/** Footnotes that reviewers added: where they refer to, and their text at the end of the draft. */
import type { By } from '../criticmarkup/types';
import { UNTRACKED } from '../criticmarkup/untracked';
import type { WordDocument } from '../docx/model';
import { type Draft, lineEndOf } from '../draft';
import { after, firstBy, groupsOf } from './groups';
import type { Leaf } from './leaves';
import { printOf } from './match';
import type { Splice } from './splices';
import type { Part } from './types';

/** An order after that of everything in a paragraph of the document. */
export const LAST = 1e9;

/** Writes the text of a new note as Markdown, marked as inserted by somebody. */
export type AddNote = (parts: readonly Part[], by: By) => string;

/** The draft that the notes go into, and the document that has them. */
interface NoteSource {
  readonly ours: Draft;
  readonly document: Pick<WordDocument, 'notes'>;
}

export class NewNotes {
  /** References in the draft by the keys of notes in the document. */
  readonly #references = new Map<string, string>();
  /** The labels of the draft's own notes by the print of their text, once one is looked for. */
  #byPrint: ReadonlyMap<string, string> | undefined;

  /**
   * @param leaves those of the draft
   * @param splices where the text of each note is added
   */
  constructor(
    private readonly source: NoteSource,
    private readonly leaves: readonly Leaf[],
    private readonly splices: Splice[],
    private readonly added: AddNote,
  ) {}

  /** The reference to a note that a reviewer added. Its text goes to the end of the draft. */
  reference(key: string): string {
    const known = this.#references.get(key);
    if (known !== undefined) return known;
    const { document, ours } = this.source;
    const parts = groupsOf(document.notes.get(key) ?? [], '', []).flatMap((group) => group.parts);
    const there = this.#noteThatSays(after(parts));
    if (there !== undefined) {
      this.#references.set(key, `[^${there}]`);
      return `[^${there}]`;
    }
    let number = this.#references.size + 1;
    while (ours.text.includes(`[^review-${number}]`)) number++;
    const reference = `[^review-${number}]`;
    this.#references.set(key, reference);
    const eol = lineEndOf(ours);
    const end = ours.text.length;
    const lead = ours.text === '' || ours.text.endsWith('\n') ? eol : `${eol}${eol}`;
    const text = `${lead}${reference}: ${this.added(parts, firstBy(parts) ?? UNTRACKED)}${eol}`;
    this.splices.push({ start: end, end, text, order: LAST + number });
    return reference;
  }

  /** The label of the draft's own note with a text: a paragraph that is moved or copied in Word brings a copy of it. */
  #noteThatSays(text: string): string | undefined {
    if (text.trim() === '') return undefined;
    this.#byPrint ??= new Map(
      [...notesOf(this.leaves)].reverse().map(([note, own]) => [printOf(own), note] as const),
    );
    return this.#byPrint.get(printOf(text));
  }
}

/** The text of each note by its label. */
function notesOf(leaves: readonly Leaf[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { note, text } of leaves)
    if (note !== undefined) texts.set(note, (texts.get(note) ?? '') + text);
  return texts;
}
