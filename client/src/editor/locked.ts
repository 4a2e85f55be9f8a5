import { Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { nameOf } from './documents';

/** Thrown where a document cannot be changed; what was changed in it is taken back. */
export class Locked extends Error {
  constructor(document: TextDocument) {
    super(`${nameOf(document)} is read-only here, so it cannot be changed.`);
  }
}

/**
 * Applies an edit to documents that are open or not.
 *
 * @returns whether VS Code applied it
 * @throws Locked where one that is open is read-only
 */
export function applyUnlocked(edit: WorkspaceEdit): Promise<boolean> {
  const open = workspace.textDocuments.filter(({ uri }) => edit.has(uri));
  return changeUnlocked(open, async () => workspace.applyEdit(edit));
}

/**
 * Makes a change to documents. No extension can ask VS Code whether a document is read-only, and its changes are made
 * even then: they are shown, but never count as unsaved, and are lost. So this looks afterwards, and takes them back.
 * One that had changes before keeps them with the new one, and can be saved once it is read-only no more.
 *
 * @throws Locked where one of the documents is read-only; none of them is changed then
 */
export async function changeUnlocked<T>(
  documents: readonly TextDocument[],
  change: () => Promise<T>,
): Promise<T> {
  const before = documents.map((document) => ({
    document,
    version: document.version,
    text: document.getText(),
  }));
  const kept = new Set(documents.filter(({ isDirty }) => isDirty));
  // A document that is saved by itself is unsaved for a moment.
  const listening = workspace.onDidChangeTextDocument(({ document }) => {
    if (document.isDirty) kept.add(document);
  });
  const result = await change().finally(() => listening.dispose());
  const changed = before.filter(({ document, version }) => document.version !== version);
  const locked = changed.find(({ document }) => !kept.has(document) && !document.isDirty);
  if (locked === undefined) return result;
  const back = new WorkspaceEdit();
  for (const { document, text } of changed)
    back.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(back);
  throw new Locked(locked.document);
}
