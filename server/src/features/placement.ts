import type { Change, Draft } from '../draft/types';
import { appendNotes } from '../rules/lib/insert';
import { withNotesApart } from '../snippets';
import { blockIndexAt, lineEndOf } from './convert';

/** The same, with its footnotes at the end of the draft, unless the text goes there itself. */
export function insertTextAt(draft: Draft, offset: number, markdown: string): readonly Change[] {
  const { text, notes } = withNotesApart(markdown);
  const change = insertAt(draft, offset, text);
  const last = draft.blocks.at(-1);
  const isLast = !last || change.span.start >= last.start + last.block.text.length;
  if (notes.length === 0 || text === '' || isLast) return [insertAt(draft, offset, markdown)];
  return [change, appendNotes(draft, notes)];
}

/** Inserts text as blocks of its own where the cursor is: on a blank line there, else after the block around it. */
export function insertAt(draft: Draft, offset: number, text: string): Change {
  const { blocks, frontMatter } = draft;
  const start = frontMatter.span?.end ?? 0;
  const placed = blocks[blockIndexAt(draft, offset)];
  const at = placed ? placed.start + placed.block.text.length : Math.max(offset, start);
  const end = lineEndOf(draft);
  const before = draft.text.slice(0, at);
  const after = draft.text.slice(at);
  const above = lineEnds(before.slice(before.trimEnd().length));
  const below = lineEnds(after.slice(0, after.length - after.trimStart().length));
  const lead = before.trim() === '' ? '' : end.repeat(Math.max(0, 2 - above));
  const tail = after.trim() === '' ? (below > 0 ? '' : end) : end.repeat(Math.max(0, 2 - below));
  return { span: { start: at, end: at }, text: lead + text.replace(/\r\n|\r|\n/g, end) + tail };
}

function lineEnds(white: string): number {
  return white.match(/\r\n|\r|\n/g)?.length ?? 0;
}
