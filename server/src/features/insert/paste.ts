import type { Range } from 'vscode-languageserver';
import { blockIndexAt, type Draft, offsetAt } from '../../draft';
import type { PastedMarkdown } from '../../protocol';
import { appendNotes, footnoteLabels } from '../../rules/lib/footnotes/append';
import { legible } from '../../text/plain-output';
import type { AnalysedDocument } from '../workspace/analyses';
import { toRange } from '../workspace/convert';

/** The most characters of HTML that are read: as plain text it is pasted all the same. */
const MOST_HTML = 10_000_000;

/**
 * HTML from the clipboard as Markdown for a place in a draft.
 *
 * @returns null outside drafts, in code, HTML and front matter, and where plain text says as much
 */
export async function pasted(
  { document, isDraft }: AnalysedDocument,
  range: Range,
  html: string,
  google?: string,
): Promise<PastedMarkdown | null> {
  const { draft } = document;
  const start = offsetAt(draft, range.start);
  const end = offsetAt(draft, range.end);
  if (!isDraft || html.length > MOST_HTML || isVerbatim(draft, start)) return null;
  // Loaded at its first use, as Word is.
  const { clipboardMarkdown, lossText } = await import('../../import');
  const made = clipboardMarkdown(
    html,
    notesIn(draft),
    (google?.length ?? 0) > MOST_HTML ? undefined : google,
  );
  if (made === undefined) return null;
  const { blocks, flows, notes } = made;
  const text = `${flows.first ? '' : gapBefore(draft, start)}${blocks}`;
  const losses = made.losses.map((loss) => legible(lossText(loss)));
  const last = draft.blocks.at(-1);
  const isLast = !last || end >= last.start + last.block.text.length;
  if (notes.length > 0 && isLast) return { text: `${text}\n\n${notes.join('\n')}\n`, losses };
  const tail = flows.last ? '' : gapBehind(draft, end);
  if (notes.length === 0) return { text: text + tail, losses };
  const { span, text: newText } = appendNotes(draft, notes);
  return { text: text + tail, notes: { range: toRange(draft, span), newText }, losses };
}

/** How far footnotes with numbers are counted. */
function notesIn(draft: Draft): number {
  return footnoteLabels(draft).reduce(
    (most, label) => (/^\d{1,9}$/.test(label) ? Math.max(most, Number(label)) : most),
    0,
  );
}

function isVerbatim(draft: Draft, offset: number): boolean {
  const { span } = draft.frontMatter;
  if (span !== undefined && offset < span.end) return true;
  const node = draft.blocks[blockIndexAt(draft, offset)]?.block.node;
  return node?.type === 'code' || node?.type === 'html';
}

/** The line ends that are needed between a block and the text before it. */
function gapBefore({ source }: Draft, offset: number): string {
  return lackingIn(source.slice(Math.max(0, offset - 400), offset), /\n[^\S\n]*$/);
}

function gapBehind({ source }: Draft, offset: number): string {
  return lackingIn(source.slice(offset, offset + 400), /^[^\S\n]*\n/);
}

/** What line ends a text lacks at its end or beginning, by a pattern for one there, to have a blank line. */
function lackingIn(text: string, lineEnd: RegExp): string {
  if (text.trim() === '') return '';
  if (!lineEnd.test(text)) return '\n\n';
  return lineEnd.test(text.replace(lineEnd, '')) ? '' : '\n';
}
