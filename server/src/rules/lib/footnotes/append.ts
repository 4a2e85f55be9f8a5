import { BlockFinder, type Change, type Draft, lineEndOf } from '../../../draft';
import { labelsOf } from '../../../draft/labels';
import { withNotesApart } from '../../../snippets';
import { memoized } from '../../../util/memoize';
import { insertBlock, isNote } from '../blocks/insert-block';
import { danglingReferences } from './dangling';

const finder = new BlockFinder((block) =>
  labelsOf(block)
    .filter((label) => label.startsWith('^'))
    .map((label) => label.slice(1).toLowerCase()),
);

/** The labels of the footnotes that a draft defines. */
export const footnoteLabels = memoized((draft: Draft): readonly string[] =>
  finder.in(draft, undefined).flatMap(({ found }) => found),
);

/** The next free number for a footnote. */
export function nextFootnote(draft: Draft): string {
  // The label of a dangling reference is not free either: the new footnote would become its source.
  const taken = new Set([
    ...footnoteLabels(draft),
    ...danglingReferences(draft).map(({ label }) => label.toLowerCase()),
  ]);
  let number = 1;
  while (taken.has(String(number))) number++;
  return String(number);
}

/** A source to fill in, as in snippets. */
export const SOURCE_TO_FILL_IN =
  '[insert organisation], *[insert title of the source]*, [insert month and year], [insert web address or where to ask for a copy].';

/** The edit that adds a footnote with a source to fill in at the end of the draft. */
export function appendFootnote(draft: Draft, label: string): Change {
  return appendNotes(draft, [`[^${label}]: ${SOURCE_TO_FILL_IN}`]);
}

/** The edit that adds footnotes (`[^1]: …`, each on a line) at the end of the draft. */
export function appendNotes(draft: Draft, notes: readonly string[]): Change {
  const eol = lineEndOf(draft);
  const last = draft.blocks.at(-1);
  if (!last || !isNote(draft, draft.blocks.length - 1)) {
    return insertBlock(draft, draft.blocks.length, notes.join('\n'));
  }
  const at = last.start + last.block.text.length;
  const tail = /^\s*?(?:\r\n|\r|\n)/.test(draft.source.slice(at, at + 200)) ? '' : eol;
  return { span: { start: at, end: at }, text: `${eol}${notes.join(eol)}${tail}` };
}

/**
 * The edits that insert Markdown before the block at `index`, like `insertBlock`, with its footnotes at the end of the
 * draft.
 */
export function insertBlocks(draft: Draft, index: number, markdown: string): readonly Change[] {
  const { text, notes } = withNotesApart(markdown);
  if (notes.length === 0 || text === '' || index >= draft.blocks.length)
    return [insertBlock(draft, index, markdown)];
  return [insertBlock(draft, index, text), appendNotes(draft, notes)];
}

/** The edits that put a reference to a footnote at an offset of the draft, and add the note where that is new. */
export function cited(at: number, label: string, note?: Change): readonly Change[] {
  const reference = { span: { start: at, end: at }, text: `[^${label}]` };
  if (note === undefined) return [reference];
  // At the end of the draft, both are inserted at the same offset.
  return note.span.start === at ? [{ span: note.span, text: reference.text + note.text }] : [reference, note];
}
