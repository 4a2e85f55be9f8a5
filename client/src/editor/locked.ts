import { Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { nameOf } from './documents';

/** Thrown where a document cannot be changed; what was changed in it is taken back. */
export class Locked extends Error {
  constructor(document: TextDocument) {
    super(`${nameOf(document)} is read-only here, so it cannot be changed.`);
  }
}

/**
 * Makes a change to a document. No extension can ask VS Code whether a document is read-only, and its changes are made
 * even then: they are shown, but never count as unsaved, and are lost. So this looks afterwards, and takes them back.
 *
 * @throws Locked where the document is read-only
 */
export async function changeUnlocked<T>(document: TextDocument, change: () => Promise<T>): Promise<T> {
  const { version } = document;
  const before = document.getText();
  let isKept = document.isDirty;
  // A document that is saved by itself is unsaved for a moment.
  const listening = workspace.onDidChangeTextDocument((event) => {
    if (event.document === document) isKept ||= document.isDirty;
  });
  try {
    const result = await change();
    if (isKept || document.isDirty || document.version === version) return result;
  } finally {
    listening.dispose();
  }
  const back = new WorkspaceEdit();
  back.replace(document.uri, new Range(0, 0, document.lineCount, 0), before);
  await workspace.applyEdit(back);
  throw new Locked(document);
}
