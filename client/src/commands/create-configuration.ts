import { commands, Uri, window, workspace } from 'vscode';
import { configurationTemplate } from '../../../server/src/project/template';
import { exists } from '../editor/file-exists';
import { SET_UP } from '../ui/command-ids';
import { commandNames } from '../ui/command-names';
import { type Command, optionsIn, pickWorkspaceFolder, uri, uriIn } from './support';

/**
 * Asks what to set for a folder, and leads to the place for it: questions, VS Code's settings page, or the folder's
 * `.advocacy.json`, which is written with comments if there is none.
 * Arguments: a workspace folder's URI; without it, the user chooses if there are several. Or `{ folder }`, to open the file
 * without a question. Resolves to the file's URI if it was opened.
 */
export const createConfiguration: Command = async (_context, args) => {
  const options = optionsIn(args);
  const folder =
    uri(options?.folder) ?? uriIn(args) ?? (await pickWorkspaceFolder('Which folder are the settings for?'));
  if (folder === undefined) return undefined;
  return options === undefined ? ask(folder) : openFile(folder);
};

async function ask(folder: Uri): Promise<unknown> {
  const settings = (what: string) => () =>
    commands.executeCommand('workbench.action.openWorkspaceSettings', { query: what });
  const ways = [
    {
      label: 'Who writes',
      detail: 'Organisation, place, nation, contact, author, address.',
      run: () => commands.executeCommand(SET_UP, folder),
    },
    {
      label: 'How serious each finding is',
      detail: 'A list for each, in VS Code’s settings.',
      run: settings('advocacy.findings'),
    },
    {
      label: 'Word documents',
      detail: 'Your council’s template, pictures, what happens at an export: in VS Code’s settings.',
      run: settings('advocacy.word'),
    },
    {
      label: 'Everything else, as a file',
      detail: 'Local names, abbreviations, facts of your own, what papers have to argue.',
      run: () => openFile(folder),
    },
  ];
  const picked = await window.showQuickPick(ways, {
    title: commandNames['advocacy.createConfiguration'],
    placeHolder: 'What would you like to set?',
  });
  return picked?.run();
}

async function openFile(folder: Uri): Promise<Uri> {
  const file = Uri.joinPath(folder, '.advocacy.json');
  if (!(await exists(file)))
    await workspace.fs.writeFile(file, new TextEncoder().encode(configurationTemplate));
  await window.showTextDocument(await workspace.openTextDocument(file));
  return file;
}
