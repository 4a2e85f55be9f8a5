/** From our offsets to the protocol's positions. */
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
} from '../draft';
import type { Client } from './client';
import type { OpenDocument } from './documents';

export function toRange(draft: Draft, span: Span): Range {
  return { start: positionAt(draft, span.start), end: positionAt(draft, span.end) };
}

/** An edit of one open document, bound to its version where the client understands that. */
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

/** The comments of ours that a block is made of; none where it is anything else besides. */
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
 * The change that gives a block a comment of ours: on a line of its own above the block, since a comment inside a
 * table or a list would break it, or on the line of ours that is there already, so that each speaks of the block.
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
