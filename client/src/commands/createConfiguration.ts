import { Uri, window, workspace } from 'vscode';
import { configurationTemplate } from '../../../server/src/project/template';
import { exists } from '../fileExists';
import { type Command, optionsIn, uri, uriIn } from './support';

/**
 * Writes a commented `.advocacy.json` to start from, or opens the one that is there.
 * Arguments: a workspace folder's URI or `{ folder }`; else the user chooses where there are several.
 * Resolves to the file's URI.
 */
export const createConfiguration: Command = async (_context, args) => {
  const folder = uri(optionsIn(args)?.folder) ?? uriIn(args) ?? (await pickFolder());
  if (folder === undefined) return undefined;
  const file = Uri.joinPath(folder, '.advocacy.json');
  if (!(await exists(file)))
    await workspace.fs.writeFile(file, new TextEncoder().encode(configurationTemplate));
  await window.showTextDocument(await workspace.openTextDocument(file));
  return file;
};

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('Open a folder first: the configuration belongs to it.');
  if (folders.length === 1) return folders[0]!.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: 'Where should the configuration be saved?' }))
    ?.uri;
}
