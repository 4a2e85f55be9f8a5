/** Converts our offsets to positions and edits of the protocol. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import {
  type Block,
  type Change,
  type Directive,
  type Draft,
  directivesOf,
  lineEndOf,
  positionAt,
  type Span,
} from '../../draft';
import type { Client } from '../client/client';
import type { OpenDocument } from './documents';

export function toRange(draft: Draft, span: Span): Range {
  return { start: positionAt(draft, span.start), end: positionAt(draft, span.end) };
}

/** An edit of one open document, bound to its version if the client supports that. */
export function toWorkspaceEdit(
  { uri, version, draft }: OpenDocument,
  changes: readonly Change[],
  client: Pick<Client, 'versionedEdits'>,
): WorkspaceEdit {
  const edits = changes.map(({ span, text }) => ({ range: toRange(draft, span), newText: text }));
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

export function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Our directives in a block that consists of nothing else; otherwise none. */
export function ownDirectives(block: Block): readonly Directive[] {
  if (block.node.type !== 'html') return [];
  const directives = directivesOf(block);
  let rest = '';
  let end = 0;
  for (const { span } of directives) {
    rest += block.text.slice(end, span.start);
    end = span.end;
  }
  return (rest + block.text.slice(end)).trim() === '' ? directives : [];
}

/**
 * The change that adds a directive to a block: on a separate line above it, because a comment inside a table or a list
 * would break that, or on the line of directives that is already there, so that all of them apply to the block.
 */
export function addDirective(draft: Draft, index: number, comment: string): Change {
  const { start } = draft.blocks[index]!;
  const above = draft.blocks[index - 1];
  const last = above && ownDirectives(above.block).at(-1);
  const belongs = last?.name === 'covers' || last?.name === 'disable-next-line';
  if (!above || !belongs) return { span: { start, end: start }, text: comment + lineEndOf(draft) };
  const at = above.start + last.span.end;
  return { span: { start: at, end: at }, text: ` ${comment}` };
}
