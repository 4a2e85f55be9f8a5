import type { Position, TextDocument, Uri } from 'vscode';
import { Range } from 'vscode';
import { type Insertable, type InsertResult, serverCommands } from '../../../server/src/protocol';
import { editorOf, select } from '../editors';
import { withTabGoingOn } from '../tabStops';
import type { Context } from './support';

/**
 * Has the server insert something, and selects the first thing to fill in, or puts the cursor behind it. From there Tab
 * goes on to the next thing to fill in, in the whole draft.
 * @param position Undefined: where it belongs in the paper.
 * @returns the document's URI
 */
export async function insert(
  context: Context,
  document: TextDocument,
  position: Position | undefined,
  what: Insertable,
): Promise<Uri> {
  // The edit comes back through the editor, which should show it.
  await editorOf(document);
  const { start, end } = await withTabGoingOn(document, () => inserted(context, document, position, what));
  await select(document, new Range(start.line, start.character, end.line, end.character));
  return document.uri;
}

/** The same without showing it: where to go on writing. */
export async function inserted(
  { server }: Context,
  document: TextDocument,
  position: Position | undefined,
  what: Insertable,
): Promise<InsertResult['selection']> {
  const at = position === undefined ? null : { line: position.line, character: position.character };
  const args = [server.uri(document.uri), at, what];
  const { applied, selection } = await server.execute<InsertResult>(serverCommands.insert, args);
  if (!applied) throw new Error('The editor did not take the text.');
  return selection;
}
