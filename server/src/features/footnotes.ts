import {
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  InsertTextFormat,
  type Location,
  MarkupKind,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import { BlockFinder, offsetAt, passagesOf } from '../draft';
import type { Draft, PlacedBlock, Span } from '../draft/types';
import { appendFootnote, nextFootnote, SOURCE_TO_FILL_IN } from '../rules/lib/insert';
import type { Client } from './client';
import { toRange } from './convert';
import { escaped } from './hover';
import type { Judged } from './judge';

/** Letters of a note that tell which it is. */
const EXCERPT = 100;

const notes = new BlockFinder((block) => {
  const { node } = block;
  if (node.type !== 'footnoteDefinition') return undefined;
  const text = passagesOf(block)
    .map(({ prose }) => prose.text.replace(/\s+/g, ' ').trim())
    .join(' ');
  return { label: node.label ?? node.identifier, identifier: node.identifier, text };
});

interface Reference {
  /** In the draft. */
  readonly span: Span;
  /** The footnote that it leads to. */
  readonly note: { readonly text: string; readonly placed: PlacedBlock };
}

/** The reference to a footnote at a position, where there is such a footnote. */
function referenceAt(draft: Draft, position: Position): Reference | undefined {
  const offset = offsetAt(draft, position);
  const start = offsetAt(draft, { line: position.line, character: 0 });
  const line = draft.source.slice(start, offsetAt(draft, { line: position.line + 1, character: 0 }));
  for (const { 0: mark, 1: label, index } of line.matchAll(/\[\^([^\][\s^]+)\](?!:)/g)) {
    const span = { start: start + index, end: start + index + mark.length };
    if (offset < span.start || offset > span.end) continue;
    // As the parser folds letters.
    const identifier = label!.toLowerCase().toUpperCase().toLowerCase();
    const note = notes.in(draft, undefined).find(({ found }) => found.identifier === identifier);
    return note && { span, note: { text: note.found.text, placed: note.placed } };
  }
  return undefined;
}

/** Where the footnote stands that is referred to at a position. */
export function footnoteDefinitionAt(
  { isDraft, document }: Judged,
  position: Position,
): Location | undefined {
  const found = isDraft ? referenceAt(document.draft, position) : undefined;
  if (!found) return undefined;
  const { start, block } = found.note.placed;
  return { uri: document.uri, range: toRange(document.draft, { start, end: start + block.text.length }) };
}

/** The text of the footnote that is referred to at a position. */
export function footnoteHoverAt({ isDraft, document }: Judged, position: Position): Hover | undefined {
  const found = isDraft ? referenceAt(document.draft, position) : undefined;
  if (!found || found.note.text === '') return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: escaped(found.note.text) },
    range: toRange(document.draft, found.span),
  };
}

/**
 * The footnotes that a reference may lead to where one is being written, and a new one, whose text then begins at the
 * end of the draft.
 *
 * @param line of text, up to the position
 * @returns undefined where no reference is being written
 */
export function footnotesAt(
  line: string,
  position: Position,
  draft: Draft,
  { insertsSnippets }: Pick<Client, 'insertsSnippets'>,
): CompletionItem[] | undefined {
  const typed = /\[\^([^\][\s^]*)$/.exec(line)?.[1];
  if (typed === undefined) return undefined;
  const offset = offsetAt(draft, position);
  // Editors close a bracket as soon as it is opened.
  const close = draft.source.slice(offset, Math.min(offset + 1, draft.source.length)) === ']' ? '' : ']';
  const range = { start: { ...position, character: position.character - typed.length }, end: position };
  const item = (label: string, detail: string, order: number): CompletionItem => ({
    label,
    kind: CompletionItemKind.Reference,
    detail,
    sortText: String(order).padStart(4, '0'),
    textEdit: { range, newText: label + close },
  });
  const found = notes.in(draft, undefined).map(({ found: { label, text } }) => ({ label, text }));
  const known = found.map(({ label, text }, order) =>
    item(label, text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1).trimEnd()}…` : text, order),
  );
  const next = nextFootnote(draft);
  const made = item(next, 'New footnote, with a place for its source at the end', found.length);
  const { span, text } = appendFootnote(draft, next, SOURCE_TO_FILL_IN);
  if (span.start !== offset)
    return [...known, { ...made, additionalTextEdits: [TextEdit.replace(toRange(draft, span), text)] }];
  // Edits may not touch: behind the last word of a draft, it is one, and the cursor stays where it was.
  const newText = insertsSnippets
    ? `${next}${close}$0${text.replace(/[\\$}]/g, '\\$&')}`
    : next + close + text;
  const insertTextFormat = insertsSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
  return [...known, { ...made, insertTextFormat, textEdit: { range, newText } }];
}
