import type { Uri } from 'vscode';
import { OPEN_DOCUMENT } from '../../../server/src/docx/other-kinds';
import { WORD_ENDING } from '../../../server/src/files/endings';
import { nameOf } from '../editor/documents';

/**
 * Throws where a file cannot be a Word document by its name, and says what to do.
 *
 * @throws an error whose message is for the user
 */
export function refuseOther(document: Uri): void {
  if (WORD_ENDING.test(document.path)) return;
  const why = /\.(?:odt|ott|fodt)$/i.test(document.path)
    ? OPEN_DOCUMENT
    : 'it is no Word document; open it where it was made, and save it as .docx';
  throw new Error(`${nameOf(document)} cannot be used: ${why}.`);
}
