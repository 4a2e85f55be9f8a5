/** From our offsets to the protocol's positions. */
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type Directive, directivesOf, positionAt } from '../draft';
import type { Block, Change, Draft, Span } from '../draft/types';
import type { Client } from './client';
import type { OpenDocument } from './documents';

export function toRange(draft: Draft, span: Span): Range {
  return { start: positionAt(draft, span.start), end: positionAt(draft, span.end) };
}

export function toTextEdits(draft: Draft, changes: readonly Change[]): TextEdit[] {
  return changes.map(({ span, text }) => ({ range: toRange(draft, span), newText: text }));
}

/** An edit of one open document, bound to its version where the client understands that. */
export function toWorkspaceEdit(
  { uri, version, draft }: OpenDocument,
  changes: readonly Change[],
  client: Pick<Client, 'versionedEdits'>,
): WorkspaceEdit {
  const edits = toTextEdits(draft, changes);
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Position in `draft.blocks` of the block that an offset lies in or at the end of; -1 where it lies between blocks. */
export function blockIndexAt({ blocks }: Draft, offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const found = blocks[low];
  return found && found.start <= offset && offset <= found.start + found.block.text.length ? low : -1;
}

/** The line end that a draft uses. */
export function lineEndOf({ text }: Draft): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** The directive of a block that is one comment of ours and nothing else. */
export function ownDirective(block: Block): Directive | undefined {
  if (block.node.type !== 'html') return undefined;
  const [directive, ...others] = directivesOf(block);
  if (!directive || others.length > 0) return undefined;
  const rest = block.text.slice(0, directive.span.start) + block.text.slice(directive.span.end);
  return rest.trim() === '' ? directive : undefined;
}
