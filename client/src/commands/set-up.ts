import { Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { ABOUT_KEYS, type About } from '../../../server/src/about';
import { type SetUp, type SetUpParams, setUpRequest } from '../../../server/src/protocol';
import { commandNames } from '../command-names';
import { exists } from '../file-exists';
import { catalogueOf } from './pick-kind';
import { type Command, type Context, optionsIn, pickWorkspaceFolder, text, uri, uriIn } from './support';

const TITLE = commandNames['advocacy.setUp'];
const OPEN = 'Open';

const QUESTIONS: Readonly<Record<keyof About, { readonly prompt: string; readonly placeHolder: string }>> = {
  organisation: {
    prompt: 'Which library service or council are your papers from?',
    placeHolder: 'Ashby Libraries',
  },
  place: { prompt: 'Which place do you serve?', placeHolder: 'Ashby' },
  contact: {
    prompt: 'Whom can readers ask? A name, a telephone number and an e-mail address.',
    placeHolder: 'Ann Moss, 01632 960123, ann.moss@ashby.example',
  },
  author: { prompt: 'Who signs? Your name and your role.', placeHolder: 'Ann Moss, Head of Libraries' },
  address: {
    prompt: 'What is your address, for letters? Put commas between its lines.',
    placeHolder: 'Ashby Library, Market Street, Ashby, LE65 1AA',
  },
};

/**
 * Asks for the authors' details, and writes them to the folder's `.advocacy.json` for new drafts.
 * Arguments: a folder's URI, or `{ folder, organisation, place, contact, author }` for no questions.
 * Resolves to the details; undefined if cancelled.
 */
export const setUp: Command = async (context, args) => {
  const options = optionsIn(args);
  const folder =
    uri(options?.folder) ?? uriIn(args) ?? (await pickWorkspaceFolder('For which folder are the answers?'));
  if (folder === undefined) return undefined;
  if (options === undefined) {
    const about = await askAbout(context, folder);
    if (about !== undefined && Object.keys(about).length > 0) void sayKept(folder);
    return about;
  }
  const given = ABOUT_KEYS.flatMap((key) => {
    const value = text(options[key]);
    return value ? [[key, value]] : [];
  });
  return keep(context, folder, Object.fromEntries(given));
};

/** Asks for each detail, with the current value. Answers may be empty. */
export async function askAbout(context: Context, folder: Uri): Promise<About | undefined> {
  const { about } = await catalogueOf(context, folder);
  const answers: [keyof About, string][] = [];
  for (const [index, key] of ABOUT_KEYS.entries()) {
    const answer = await window.showInputBox({
      ...QUESTIONS[key],
      title: `${TITLE} (${index + 1} of ${ABOUT_KEYS.length})`,
      value: about[key] ?? '',
      ignoreFocusOut: true,
    });
    if (answer === undefined) return undefined;
    if (answer.trim() !== '') answers.push([key, answer.trim()]);
  }
  // No file is written without any details.
  if (answers.length === 0 && Object.keys(about).length === 0) return {};
  return keep(context, folder, Object.fromEntries(answers));
}

/** Says what became of the answers, as the file that has them is hidden in many places. */
async function sayKept(folder: Uri): Promise<void> {
  const message = 'New drafts in this folder begin with these details. They stand in its .advocacy.json.';
  if ((await window.showInformationMessage(message, OPEN)) === OPEN)
    await window.showTextDocument(configurationIn(folder));
}

const configurationIn = (folder: Uri): Uri =>
  Uri.joinPath(workspace.getWorkspaceFolder(folder)?.uri ?? folder, '.advocacy.json');

async function keep({ server }: Context, folder: Uri, about: About): Promise<About> {
  const file = configurationIn(folder);
  const document = (await exists(file)) ? await workspace.openTextDocument(file) : undefined;
  const params: SetUpParams = { about, ...(document && { text: document.getText() }) };
  const { text: changed } = await server.request<SetUp>(setUpRequest, params);
  if (document === undefined) {
    await workspace.fs.writeFile(file, new TextEncoder().encode(changed));
    return about;
  }
  const edit = new WorkspaceEdit();
  edit.replace(file, new Range(0, 0, document.lineCount, 0), changed);
  await workspace.applyEdit(edit);
  await document.save();
  return about;
}
