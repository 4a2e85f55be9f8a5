import { Range, Uri, workspace } from 'vscode';
import type { Range as ServerRange } from 'vscode-languageserver-types';
import { type Command, select } from './support';

/** Goes to a passage of the Coverage view: its document's URI and its range. */
export const revealPassage: Command = async (_context, [uri, range]) => {
  if (!(uri instanceof Uri) || !(range instanceof Range)) return;
  const document = await workspace.openTextDocument(uri);
  await select(document, document.validateRange(range));
};

/** The same for the server, in its words: what a quick fix has inserted. */
export const selectInserted: Command = async (_context, [uri, range]) => {
  if (typeof uri !== 'string' || typeof range !== 'object' || range === null) return;
  const { start, end } = range as ServerRange;
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const selection = new Range(start.line, start.character, end.line, end.character);
  await select(document, document.validateRange(selection));
};
