import { type Uri, window, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { asNotice } from '../ui/notice';
import { nameOf } from './documents';

/** URIs of the documents with unsaved changes when the edit of a code action was last requested. */
let unsaved: ReadonlySet<string> = new Set();

/** Remembers which documents have unsaved changes, before a code action's edit adds others. */
export function noteUnsaved(): void {
  const documents = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  unsaved = new Set(documents.map(({ uri }) => uri.toString()));
}

export const noteUnsavedFirst: NonNullable<Middleware['resolveCodeAction']> = (action, token, next) => {
  noteUnsaved();
  return next(action, token);
};

/**
 * Saves a file that a code action changed, and says what it does from now on: undoing in the draft does not undo it. If it
 * also has the user's own unsaved changes, they are told to save it.
 */
export async function saveChanged(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const isSaved = !unsaved.has(uri.toString()) && (await document.save());
  const name = nameOf(document);
  const [message, button] = isSaved
    ? [`Ignored in all papers of this folder from now on, as ${name} says.`, `Open ${name}`]
    : [`${name} was changed, and counts once it is saved.`, `Save ${name}`];
  void window.showInformationMessage(asNotice(message), button).then(async (chosen) => {
    if (chosen !== undefined) await (isSaved ? window.showTextDocument(document) : document.save());
  });
}
