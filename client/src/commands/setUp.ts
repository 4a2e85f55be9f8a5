import { Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { ABOUT_KEYS, type About } from '../../../server/src/about';
import { type SetUp, type SetUpParams, setUpRequest } from '../../../server/src/protocol';
import { commandNames } from '../commandNames';
import { exists } from '../fileExists';
import { catalogueOf } from './pickKind';
import { type Command, type Context, optionsIn, pickWorkspaceFolder, text, uri, uriIn } from './support';

const TITLE = commandNames['advocacy.setUp'];

const QUESTIONS: Readonly<Record<keyof About, { readonly prompt: string; readonly placeHolder: string }>> = {
  organisation: {
    prompt: 'Which library service or council is the paper from?',
    placeHolder: 'Ashby Libraries',
  },
  place: { prompt: 'Which place do you serve?', placeHolder: 'Ashby' },
  contact: {
    prompt: 'Whom can readers ask? A name, a telephone number and an e-mail address.',
    placeHolder: 'Ann Moss, 01632 960123, ann.moss@ashby.example',
  },
  author: { prompt: 'Who signs? Your name and your role.', placeHolder: 'Ann Moss, Head of Libraries' },
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
  if (options === undefined) return askAbout(context, folder);
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

async function keep({ server }: Context, folder: Uri, about: About): Promise<About> {
  const file = Uri.joinPath(workspace.getWorkspaceFolder(folder)?.uri ?? folder, '.advocacy.json');
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
