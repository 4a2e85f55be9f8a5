import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { base64ToBytes } from '../../../server/src/features/client/base64';
import { WORD_ENDING, WORD_ENDINGS } from '../../../server/src/files/endings';
import { type ImportedWord, type KnownWord, serverCommands } from '../../../server/src/protocol';
import { nameOf } from '../editor/documents';
import { exists } from '../editor/file-exists';
import { commandNames } from '../ui/command-names';
import { inProgress } from '../ui/progress';
import type { WordContext } from './context';
import { anotherName, besides } from './last-targets';

export interface Imported {
  readonly draft: Uri;
  /** What it says that it is: “a report”; undefined where that was not clear. */
  readonly called: string | undefined;
  /** Number of pictures in the folder beside the draft. */
  readonly pictures: number;
  /** What Markdown cannot hold, as sentences. */
  readonly losses: readonly string[];
}

/**
 * Writes a Word document as a draft, with a folder of its pictures: all of it, or nothing. Never over a file that is
 * there. Undefined where the user stopped.
 *
 * @param target of the draft; by default beside the document, under the next free name
 */
export async function importDocument(
  { server, targets }: WordContext,
  document: Uri,
  target?: Uri,
): Promise<Imported | undefined> {
  const draft = target ?? (await beside(document));
  if (await exists(draft)) throw new Error(`${nameOf(draft)} is there already. Give the draft another name.`);
  const folder = draft.with({ path: `${draft.path.replace(/\.[^./]*$/, '')}-images` });
  const args = [server.uri(document), nameOf(folder)];
  const word = await inProgress(
    `${commandNames['advocacy.importWord']}: ${nameOf(document)}`,
    (token, report) => server.execute<ImportedWord>(serverCommands.importWord, args, token, report),
  );
  if (word === undefined) return undefined;
  const edit = new WorkspaceEdit();
  for (const { name, base64 } of word.pictures)
    edit.createFile(Uri.joinPath(folder, name), { contents: base64ToBytes(base64) });
  edit.createFile(draft, { contents: new TextEncoder().encode(word.markdown) });
  if (!(await workspace.applyEdit(edit)))
    throw new Error(`${nameOf(draft)} or its pictures could not be written.`);
  // Where the draft would be exported to lies what it was made of.
  if (await exists(besides(draft)))
    await targets.remember(draft, await freeName(anotherName(besides(draft))));
  return { draft, called: word.called, pictures: word.pictures.length, losses: word.losses };
}

/** The draft that a document beside it has the name of. */
function draftOf(document: Uri): Uri {
  return document.with({ path: document.path.replace(WORD_ENDING, '.md') });
}

/** The draft that a document was made of, as it says itself or by its name. */
export async function madeOf({ server }: WordContext, document: Uri): Promise<Uri | undefined> {
  const known = await server
    .execute<KnownWord>(serverCommands.knownWord, [server.uri(document)])
    // What keeps it from being read is said when it is imported.
    .catch(() => undefined);
  if (known?.draft !== undefined) return Uri.parse(known.draft, true);
  const draft = draftOf(document);
  return (await exists(draft)) ? draft : undefined;
}

/** The next free name beside the document. */
async function beside(document: Uri): Promise<Uri> {
  const stem = draftOf(document).path.slice(0, -'.md'.length);
  let draft = draftOf(document);
  for (let number = 2; await exists(draft); number++) draft = document.with({ path: `${stem}-${number}.md` });
  return draft;
}

/** The first name from `target` on that no file has. */
async function freeName(target: Uri): Promise<Uri> {
  return (await exists(target)) ? freeName(anotherName(target)) : target;
}

/** Has the user choose a Word document. */
export async function askDocument(title: string, openLabel: string): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    title,
    openLabel,
    filters: { 'Word document': [...WORD_ENDINGS] },
    ...(folder && { defaultUri: folder }),
  });
  return chosen?.[0];
}
