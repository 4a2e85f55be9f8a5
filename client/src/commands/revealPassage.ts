import { Range, Uri, workspace } from 'vscode';
import { type Command, select } from './support';

/** Goes to a passage of the Coverage view: its document's URI and its range. */
export const revealPassage: Command = async (_context, [uri, range]) => {
  if (!(uri instanceof Uri) || !(range instanceof Range)) return;
  const document = await workspace.openTextDocument(uri);
  await select(document, document.validateRange(range));
};
