import type { Position, TextDocument, Uri } from 'vscode';
import { Range, window } from 'vscode';
import { type Insertable, type InsertResult, serverCommands } from '../../../server/src/protocol';
import { columnOf, editorOf, select } from '../editor/editors';
import { withTabGoingOn } from '../editor/tab-stops';
import { notice } from '../ui/notice';
import type { Context } from './support';

/**
 * Has the server insert something, and selects its first placeholder or puts the cursor behind it. From there, Tab goes
 * on to the next placeholder of the draft.
 * @param position undefined for the place where it belongs in the paper
 * @returns the document's URI
 */
export async function insert(
  context: Context,
  document: TextDocument,
  position: Position | undefined,
  what: Insertable,
): Promise<Uri> {
  // The server makes the edit in the editor, which should show it.
  await editorOf(document);
  const { result, isSelected } = await withTabGoingOn(document, () =>
    inserted(context, document, position, what),
  );
  const { start, end } = result;
  // Selected once more, what was typed meanwhile would be replaced.
  if (isSelected) await window.showTextDocument(document, columnOf(document));
  else await select(document, new Range(start.line, start.character, end.line, end.character));
  return document.uri;
}

/** Inserts without showing the editor. Resolves to the range to select. */
export async function inserted(
  { server }: Context,
  document: TextDocument,
  position: Position | undefined,
  what: Insertable,
): Promise<InsertResult['selection']> {
  const at = position === undefined ? null : { line: position.line, character: position.character };
  const args = [server.uri(document.uri), at, what];
  const { applied, selection, held } = await server.execute<InsertResult>(serverCommands.insert, args);
  if (!applied) throw new Error('The editor did not take the text.');
  if (held !== undefined)
    void window.showInformationMessage(
      ...notice(
        `So that the argument counts, this paper is now held to ${held}: its details at the top say so.`,
      ),
    );
  return selection;
}
