import { type CompletionItem, CompletionItemKind, type Position, TextEdit } from 'vscode-languageserver';
import { BlockFinder, offsetAt, passagesOf } from '../draft';
import type { Draft } from '../draft/types';
import { appendFootnote, nextFootnote, SOURCE_TO_FILL_IN } from '../rules/lib/insert';
import { toRange } from './convert';

/** Letters of a note that tell which it is. */
const EXCERPT = 100;

const notes = new BlockFinder((block) => {
  const { node } = block;
  if (node.type !== 'footnoteDefinition') return undefined;
  const text = passagesOf(block)
    .map(({ prose }) => prose.text.replace(/\s+/g, ' ').trim())
    .join(' ');
  return { label: node.label ?? node.identifier, text };
});

/**
 * The footnotes that a reference may lead to where one is being written, and a new one, whose text then begins at the
 * end of the draft.
 *
 * @param line of text, up to the position
 * @returns undefined where no reference is being written
 */
export function footnotesAt(line: string, position: Position, draft: Draft): CompletionItem[] | undefined {
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
  // Edits may not touch: behind the last word of a draft, it is one.
  return [
    ...known,
    span.start === offset
      ? { ...made, textEdit: { range, newText: next + close + text } }
      : { ...made, additionalTextEdits: [TextEdit.replace(toRange(draft, span), text)] },
  ];
}
