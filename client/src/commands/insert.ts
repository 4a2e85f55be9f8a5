import type { Position, TextDocument, Uri } from 'vscode';
import { Range } from 'vscode';
import { type Insertable, type InsertResult, serverCommands } from '../../../server/src/protocol';
import { editorOf, select } from '../editors';
import type { Context } from './support';

/**
 * Has the server insert something, and selects the first thing to fill in, or puts the cursor behind it.
 * @param position Undefined: where it belongs in the paper.
 * @returns the document's URI
 */
export async function insert(
  { server }: Context,
  document: TextDocument,
  position: Position | undefined,
  what: Insertable,
): Promise<Uri> {
  // The edit comes back through the editor, which should show it.
  await editorOf(document);
  const at = position === undefined ? null : { line: position.line, character: position.character };
  const { applied, selection } = await server.execute<InsertResult>(serverCommands.insert, [
    server.uri(document.uri),
    at,
    what,
  ]);
  if (!applied) throw new Error('The editor did not take the text.');
  const { start, end } = selection;
  await select(document, new Range(start.line, start.character, end.line, end.character));
  return document.uri;
}
