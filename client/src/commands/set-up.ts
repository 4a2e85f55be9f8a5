import {
  type InputBox,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  Range,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type SetUp, type SetUpParams, setUpRequest } from '../../../server/src/protocol';
import { ABOUT_EXAMPLES, ABOUT_KEYS, type About } from '../../../server/src/snippets/about';
import { exists } from '../editor/file-exists';
import { commandNames } from '../ui/command-names';
import { messageOf } from '../ui/error-message';
import { notice } from '../ui/notice';
import { catalogueOf } from './pick-kind';
import { type Command, type Context, optionsIn, pickWorkspaceFolder, text, uri, uriIn } from './support';

const TITLE = commandNames['advocacy.setUp'];
const OPEN = 'Open';
const SAVE = 'Save Them';
const GO_ON = 'Go On';

const QUESTIONS: Readonly<Record<Exclude<keyof About, 'nation'>, string>> = {
  organisation: 'Which library service or council are your papers from?',
  place: 'Which place do you serve?',
  contact: 'Whom can readers ask? A name, a telephone number and an e-mail address.',
  author: 'Who signs? Your name and your role.',
  address: 'What is your address, for letters? Put commas between its lines.',
};

/** Behind each question whose answer is written. */
const MAY_BE_EMPTY = 'You can leave this empty.';

/** The answers to which nation; without a value, none is kept. */
const NATIONS = [
  { label: 'As each paper says', detail: 'Told from the names of councils and bodies in it.', value: '' },
  ...['England', 'Scotland', 'Wales', 'Northern Ireland'].map((value) => ({ label: value, value })),
];

/** Answers by what they are of; an empty one takes out what was known. */
type Answers = Readonly<Partial<Record<keyof About, string>>>;

/**
 * Asks for the authors' details, and writes them to the folder's `.advocacy.json` for new drafts.
 * Arguments: a folder's URI, or `{ folder, organisation, place, nation, contact, author }` for no questions.
 * Resolves to the details, also where the questions were left and only some are answered; undefined if none is.
 */
export const setUp: Command = async (context, args) => {
  const options = optionsIn(args);
  const folder =
    uri(options?.folder) ?? uriIn(args) ?? (await pickWorkspaceFolder('For which folder are the answers?'));
  if (folder === undefined) return undefined;
  if (options === undefined) return askAbout(context, folder, true);
  const answers = ABOUT_KEYS.map((key) => [key, text(options[key])] as const);
  return keep(context, folder, given(Object.fromEntries(answers)));
};

/**
 * Asks for each detail, with the current value. Answers may be empty. Where somebody leaves the questions, what is
 * answered is not kept without asking.
 *
 * @param says whether to say where the answers are kept
 */
export async function askAbout(context: Context, folder: Uri, says = false): Promise<About | undefined> {
  const { about } = await catalogueOf(context, folder);
  return askFrom(context, folder, { known: about, answers: about, at: 0, says });
}

interface Asking {
  readonly known: About;
  readonly answers: Answers;
  /** The number of the first question, from 0. */
  readonly at: number;
  readonly says: boolean;
}

async function askFrom(context: Context, folder: Uri, asking: Asking): Promise<About | undefined> {
  const { known, says } = asking;
  let { answers, at } = asking;
  for (let key = ABOUT_KEYS[at]; key !== undefined; key = ABOUT_KEYS[at]) {
    const { value, by } = await ask(key, at, answers[key] ?? '');
    if (by === 0) {
      if (ABOUT_KEYS.every((one) => (answers[one] ?? '') === (known[one] ?? ''))) return undefined;
      void offer(context, folder, { known, answers, at, says }).catch((error: unknown) =>
        window.showErrorMessage(...notice(messageOf(error))),
      );
      return given(answers);
    }
    answers = { ...answers, [key]: value.trim() };
    at += by;
  }
  const about = given(answers);
  // No file is written without any details.
  if (Object.keys({ ...known, ...about }).length === 0) return {};
  await keep(context, folder, about);
  if (says && Object.keys(about).length > 0) void sayKept(folder);
  return about;
}

const given = (answers: Answers): About =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value)) as About;

/** Puts a question. Resolves to what it was answered, and how many questions that leads on: 0 where it is closed. */
function ask(
  key: keyof About,
  at: number,
  known: string,
): Promise<{ readonly value: string; readonly by: -1 | 0 | 1 }> {
  const { box, value, refuse } = key === 'nation' ? nationList(known) : textBox(key, known);
  box.title = TITLE;
  box.step = at + 1;
  box.totalSteps = ABOUT_KEYS.length;
  box.buttons = at > 0 ? [QuickInputButtons.Back] : [];
  box.ignoreFocusOut = true;
  return new Promise<{ readonly value: string; readonly by: -1 | 0 | 1 }>((resolve) => {
    box.onDidTriggerButton(() => resolve({ value: value() ?? known, by: -1 }));
    box.onDidAccept(() => {
      const answer = value();
      if (answer === undefined) refuse();
      else resolve({ value: answer, by: 1 });
    });
    box.onDidHide(() => resolve({ value: known, by: 0 }));
    box.show();
  }).finally(() => box.dispose());
}

/** A question, with its answer; undefined where nothing that can be chosen is typed, which `refuse` says. */
interface Box<Shown> {
  readonly box: Shown;
  readonly value: () => string | undefined;
  readonly refuse: () => void;
}

function textBox(key: keyof typeof QUESTIONS, value: string): Box<InputBox> {
  const box = Object.assign(window.createInputBox(), {
    prompt: `${QUESTIONS[key]} ${MAY_BE_EMPTY}`,
    placeholder: ABOUT_EXAMPLES[key],
    value,
  });
  return { box, value: () => box.value, refuse: () => undefined };
}

function nationList(known: string): Box<QuickPick<QuickPickItem>> {
  const list = window.createQuickPick<(typeof NATIONS)[number]>();
  list.placeholder = 'Whose law and figures do your papers go by?';
  list.items = NATIONS;
  list.activeItems = NATIONS.filter(({ value }) => value === known);
  return {
    box: list,
    value: () => list.activeItems[0]?.value,
    // The words are seen, and the whole list, once what was typed is gone.
    refuse: () => {
      list.placeholder = `“${list.value}” is none of these. Choose a nation, or “${NATIONS[0]!.label}” to leave it out.`;
      list.value = '';
    },
  };
}

/** Offers to save what is answered where somebody left the questions. */
async function offer(context: Context, folder: Uri, asking: Asking): Promise<void> {
  const message = `You left at question ${asking.at + 1} of ${ABOUT_KEYS.length}. Your answers so far are not saved yet.`;
  const wanted = await window.showInformationMessage(message, SAVE, GO_ON);
  if (wanted === SAVE) await keep(context, folder, given(asking.answers));
  if (wanted === GO_ON) await askFrom(context, folder, asking);
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
