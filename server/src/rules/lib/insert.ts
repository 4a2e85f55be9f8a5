import { BlockFinder, type Change, type Draft, lineEndOf } from '../../draft';
import { labelsOf } from '../../draft/labels';
import { memoized } from '../../memoize';
import { withNotesApart } from '../../snippets';
import { danglingReferences } from './dangling';

/**
 * The edit that inserts Markdown before the block at `index` (after the last block where `index` is their number), with
 * blank lines around it and the draft's line ends.
 */
export function insertBlock(draft: Draft, index: number, markdown: string): Change {
  const eol = lineEndOf(draft);
  const before = draft.blocks[index - 1];
  const at = before
    ? before.start + before.block.text.length
    : (draft.frontMatter.span?.end ?? (draft.source.slice(0, 1) === '\uFEFF' ? 1 : 0));
  const rest = draft.source.slice(at, at + 200);
  const lead = before || draft.frontMatter.span ? eol + eol : '';
  const tail =
    rest.trim() === '' && at + rest.length === draft.source.length
      ? /^\s*?(?:\r\n|\r|\n)/.test(rest)
        ? ''
        : eol
      : /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/.test(rest)
        ? ''
        : /^[^\S\r\n]*(?:\r\n|\r|\n)/.test(rest)
          ? eol
          : eol + eol;
  const body = markdown.trim().replace(/\r\n|\r|\n/g, eol);
  return { span: { start: at, end: at }, text: lead + body + tail };
}

/** The position after the last block of the text, before the footnotes and link definitions at the end. */
export function endOfText(draft: Draft): number {
  let index = draft.blocks.length;
  while (index > 0 && isNote(draft, index - 1)) index--;
  return index;
}

function isNote(draft: Draft, index: number): boolean {
  const { type } = draft.blocks[index]!.block.node;
  return type === 'footnoteDefinition' || type === 'definition';
}

const finder = new BlockFinder((block) => {
  const labels = labelsOf(block).filter((label) => label.startsWith('^'));
  return labels.length > 0 ? labels.map((label) => label.slice(1).toLowerCase()) : undefined;
});

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

/** The text of a new footnote, as in snippets. */
const SOURCE_TO_FILL_IN =
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
