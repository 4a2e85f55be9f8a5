import { Uri, window, workspace } from 'vscode';
import { configurationTemplate } from '../../../server/src/project/template';
import { exists } from '../fileExists';
import { type Command, optionsIn, pickWorkspaceFolder, uri, uriIn } from './support';

/**
 * Writes a commented `.advocacy.json` to start from, or opens the one that is there.
 * Arguments: a workspace folder's URI or `{ folder }`; else the user chooses where there are several.
 * Resolves to the file's URI.
 */
export const createConfiguration: Command = async (_context, args) => {
  const folder =
    uri(optionsIn(args)?.folder) ??
    uriIn(args) ??
    (await pickWorkspaceFolder('Which folder are the settings for?'));
  if (folder === undefined) return undefined;
  const file = Uri.joinPath(folder, '.advocacy.json');
  if (!(await exists(file)))
    await workspace.fs.writeFile(file, new TextEncoder().encode(configurationTemplate));
  await window.showTextDocument(await workspace.openTextDocument(file));
  return file;
};
