import { type Uri, window, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { nameOf } from './documents';
import { asNotice } from './notice';

/** What the user had not saved when the edit of a code action was last asked for. */
let unsaved: ReadonlySet<string> = new Set();

/** Before a code action's edit is made: remembers what is not saved, as afterwards all that it changed is so. */
export function noteUnsaved(): void {
  const documents = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  unsaved = new Set(documents.map(({ uri }) => uri.toString()));
}

export const noteUnsavedFirst: NonNullable<Middleware['resolveCodeAction']> = (action, token, next) => {
  noteUnsaved();
  return next(action, token);
};

/** Saves what a code action changed. Where that has changes of the user's own, they decide, and are told so. */
export async function saveChanged(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  if (!unsaved.has(uri.toString()) && (await document.save())) return;
  const name = nameOf(document);
  const save = `Save ${name}`;
  const message = `${name} was changed, and counts once it is saved.`;
  if ((await window.showInformationMessage(asNotice(message), save)) === save) await document.save();
}
