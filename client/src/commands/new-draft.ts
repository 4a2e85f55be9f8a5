import { Range, SnippetString, type TextDocument, Uri, window, workspace } from 'vscode';
import { type Skeleton, type SkeletonParams, skeletonRequest } from '../../../server/src/protocol';
import { draftName } from '../../../server/src/skeleton/draft-name';
import type { About } from '../../../server/src/snippets/about';
import { localDate } from '../../../server/src/text/dates';
import { exists } from '../editor/file-exists';
import { snippetsOf } from '../editor/placeholders';
import { commandNames } from '../ui/command-names';
import { saveUnasked } from '../word/on-save';
import { catalogueOf, pickKind } from './pick-kind';
import { askAbout } from './set-up';
import { type Command, type Context, optionsIn, text, uri, uriIn } from './support';

const TITLE = commandNames['advocacy.newDraft'];

/**
 * Starts a draft: front matter, title and the kind's parts, with placeholders.
 * Arguments: `{ kind, title, folder? }`, or a folder's URI; without options, the user is asked.
 * Without a folder, the draft is not saved yet. Resolves to its URI; undefined if cancelled.
 */
export const newDraft: Command = async (context, args) => {
  const options = optionsIn(args);
  if (options !== undefined) {
    const kind = text(options.kind) ?? 'briefing';
    return create(context, { kind, title: text(options.title) ?? '', folder: uri(options.folder) });
  }
  const given = await folderIn(args);
  const kind = await pickKind(context, given ?? workspace.workspaceFolders?.[0]?.uri, TITLE);
  if (kind === undefined) return undefined;
  const title = await window.showInputBox({
    title: TITLE,
    prompt: 'Its title, as readers will see it. It can be changed later.',
    placeHolder: 'Keep our libraries open on Saturdays',
    ignoreFocusOut: true,
  });
  if (title === undefined) return undefined;
  const place = given === undefined ? await pickFolder() : { folder: given };
  if (place === undefined) return undefined;
  const about = place.folder && (await setUpOnce(context, place.folder));
  return create(context, { kind, title, folder: place.folder, ...(about && { about }) });
};

interface Wanted {
  readonly kind: string;
  readonly title: string;
  readonly folder: Uri | undefined;
  readonly about?: About;
}

async function create({ server }: Context, { kind, title, folder, about }: Wanted): Promise<Uri> {
  const base = folder ?? workspace.workspaceFolders?.[0]?.uri;
  const params: SkeletonParams = {
    kind,
    title,
    today: localDate(new Date()),
    ...(base && { folder: server.uri(base) }),
    ...(about && { about }),
  };
  const { text: content } = await server.request<Skeleton>(skeletonRequest, params);
  const document =
    folder === undefined
      ? await workspace.openTextDocument({ language: 'markdown', content })
      : await workspace.openTextDocument(await write(folder, title || kind, content));
  await fillIn(document);
  return document.uri;
}

const ASKED = 'advocacy.setUp.asked';

/** Offers once in a workspace to set up the authors' details, if there are none yet. */
async function setUpOnce(context: Context, folder: Uri): Promise<About | undefined> {
  if (context.memory.get(ASKED) === true || workspace.getWorkspaceFolder(folder) === undefined)
    return undefined;
  const { about } = await catalogueOf(context, folder);
  if (Object.keys(about).length > 0) return undefined;
  // So that the items stay when somebody begins to type an answer.
  const now = {
    alwaysShow: true,
    label: '$(edit) Say once who you are…',
    detail: 'Organisation, place, contact and author: filled in now, and in every later draft.',
  };
  const later = {
    alwaysShow: true,
    label: '$(circle-slash) Not now',
    detail: 'There is a placeholder for each. The command “Set Up…” asks whenever you like.',
  };
  const picked = await window.showQuickPick([now, later], {
    title: TITLE,
    placeHolder: 'Would you like the names of your service and your place filled in?',
  });
  if (picked !== undefined) await context.memory.update(ASKED, true);
  return picked === now ? askAbout(context, folder) : undefined;
}

/** Writes a new file with the next free name. */
async function write(folder: Uri, title: string, content: string): Promise<Uri> {
  const fileOf = (name: string): Uri => Uri.joinPath(folder, `${name}.md`);
  const file = fileOf(await draftName(title, (name) => exists(fileOf(name))));
  await workspace.fs.writeFile(file, new TextEncoder().encode(content));
  return file;
}

/** Shows a new draft with its first placeholder selected; Tab goes on to the others. */
async function fillIn(document: TextDocument): Promise<void> {
  const editor = await window.showTextDocument(document);
  const content = document.getText();
  // Begins in the front matter: the audience decides what is written, and is in the text, too.
  const [paper] = snippetsOf([content]);
  const whole = new Range(document.positionAt(0), document.positionAt(content.length));
  const options = { undoStopBefore: false, undoStopAfter: false, keepWhitespace: true };
  await editor.insertSnippet(new SnippetString(paper), whole, options);
  // The text is that of the file, but the editor shows it as changed.
  if (!document.isUntitled) await saveUnasked(document);
}

/** The folder of the item that a menu was opened on. */
async function folderIn(args: readonly unknown[]): Promise<Uri | undefined> {
  const given = uriIn(args);
  if (given === undefined || given.scheme === 'untitled') return undefined;
  const { type } = await workspace.fs.stat(given);
  return type & 2 ? given : Uri.joinPath(given, '..');
}

/** Lets the user choose a folder; without one in the result, the draft is saved later. Undefined if cancelled. */
async function pickFolder(): Promise<{ readonly folder: Uri | undefined } | undefined> {
  const workspaceFolders = workspace.workspaceFolders ?? [];
  if (workspaceFolders.length === 0) return { folder: undefined };
  const active = window.activeTextEditor?.document.uri;
  const beside = active && workspace.getWorkspaceFolder(active) ? [Uri.joinPath(active, '..')] : [];
  const folders = [...beside, ...workspaceFolders.map((folder) => folder.uri)];
  const unique = [...new Map(folders.map((folder) => [folder.toString(), folder])).values()];
  const items = [
    ...unique.map((folder) => ({
      label: `$(folder) ${workspace.asRelativePath(folder, workspaceFolders.length > 1)}`.replace(
        folder.path,
        workspace.getWorkspaceFolder(folder)?.name ?? folder.path,
      ),
      folder,
      choose: false,
    })),
    { label: '$(folder-opened) Another folder…', folder: undefined, choose: true },
    { label: '$(edit) Save it later', folder: undefined, choose: false },
  ];
  const picked = await window.showQuickPick(items, {
    title: TITLE,
    placeHolder: 'Where should it be saved?',
  });
  if (picked === undefined || !picked.choose) return picked;
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: 'Save Draft Here',
    ...(unique[0] ? { defaultUri: unique[0] } : {}),
  });
  return chosen?.[0] && { folder: chosen[0] };
}
