import {
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  InsertTextFormat,
  type Location,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import { blockAt, type Draft, offsetAt, type Span, shifted } from '../../draft';
import { excerpt } from '../../report/advice';
import { nodesOf, spanOf } from '../../rules/lib/blocks/nodes';
import { appendFootnote, nextFootnote } from '../../rules/lib/footnotes/append';
import { type Note, notes } from '../../rules/lib/footnotes/notes';
import type { Client } from '../client/client';
import { escapeMarkdown, hover } from '../coverage/hover';
import type { AnalysedDocument } from '../workspace/analyses';
import { toRange } from '../workspace/convert';

/** So far behind the cursor the rest of a label is looked for, in characters. */
const LONGEST_LABEL = 100;
/** Letters of a note that tell which it is. */
const EXCERPT = 100;

interface Reference {
  /** In the draft. */
  readonly span: Span;
  /** The footnote that it leads to. */
  readonly note: Note & { readonly start: number };
}

/** The reference to a footnote at a position. */
function referenceAt(draft: Draft, position: Position): Reference | undefined {
  const offset = offsetAt(draft, position);
  const placed = blockAt(draft, offset);
  if (!placed) return undefined;
  const at = offset - placed.start;
  for (const node of nodesOf(placed.block)) {
    if (node.type !== 'footnoteReference') continue;
    const span = spanOf(node);
    if (at < span.start || at > span.end) continue;
    for (const { found, placed: other } of notes.in(draft, undefined)) {
      const note = found.find(({ identifier }) => identifier === node.identifier);
      if (note)
        return {
          span: shifted(span, placed.start),
          note: { ...note, start: other.start },
        };
    }
  }
  return undefined;
}

/** Where the footnote stands that is referred to at a position. */
export function footnoteDefinitionAt(
  { isDraft, document }: AnalysedDocument,
  position: Position,
): Location | undefined {
  const found = isDraft ? referenceAt(document.draft, position) : undefined;
  if (!found) return undefined;
  const { start, span } = found.note;
  return {
    uri: document.uri,
    range: toRange(document.draft, shifted(span, start)),
  };
}

/** The text of the footnote that is referred to at a position. */
export function footnoteHoverAt(
  { isDraft, document }: AnalysedDocument,
  position: Position,
): Hover | undefined {
  const found = isDraft ? referenceAt(document.draft, position) : undefined;
  if (!found || found.note.text === '') return undefined;
  return hover(escapeMarkdown(found.note.text), document.draft, found.span);
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
  if (blockAt(draft, offset)?.block.node.type === 'code') return undefined;
  // What is there of the mark behind the cursor gives way, too: editors close a bracket as soon as it is opened.
  const behind = draft.source.slice(offset, Math.min(offset + LONGEST_LABEL, draft.source.length));
  const rest = /^[^\][\s^]*\]/.exec(behind)?.[0] ?? '';
  const range = {
    start: { ...position, character: position.character - typed.length },
    end: { ...position, character: position.character + rest.length },
  };
  const item = (label: string, detail: string, order: number): CompletionItem => ({
    label,
    kind: CompletionItemKind.Reference,
    detail,
    sortText: String(order).padStart(4, '0'),
    textEdit: { range, newText: `${label}]` },
  });
  const found = notes.in(draft, undefined).flatMap(({ found }) => found);
  const known = found.map(({ label, text }, order) => item(label, excerpt(text, EXCERPT), order));
  const next = nextFootnote(draft);
  const made = item(next, 'New footnote, with a place for its source at the end', found.length);
  const { span, text } = appendFootnote(draft, next);
  if (span.start !== offset + rest.length)
    return [...known, { ...made, additionalTextEdits: [TextEdit.replace(toRange(draft, span), text)] }];
  // Edits may not touch: behind the last word of a draft, it is one, and the cursor stays behind the mark.
  const newText = insertsSnippets ? `${next}]$0${text.replace(/[\\$}]/g, '\\$&')}` : `${next}]${text}`;
  const insertTextFormat = insertsSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
  return [...known, { ...made, insertTextFormat, textEdit: { range, newText } }];
}
