import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { type Commit, serverCommands } from '../../../server/src/protocol';
import { nameOf } from '../editor/documents';
import { exists } from '../editor/file-exists';
import { byWords } from '../reviews/review-labels';
import { commandNames } from '../ui/command-names';
import { inProgress } from '../ui/progress';
import { askTarget, exportAsking, exportOnce } from '../word/exporting';
import { asLabel } from '../word/issues';
import { besides, shown } from '../word/last-targets';
import { log, openFile } from '../word/messages';
import { type Command, type Context, documentOf, optionsIn, uri, uriIn } from './support';

const TITLE = commandNames['advocacy.exportChanges'];

/**
 * Exports what changed in a draft since its last export, or since a commit or a file, as tracked changes.
 * Arguments: the draft's URI (default: the active document), and `{ since, target, open? }` for no questions; `since` is
 * the URI of a file, or `commit:` with a commit's name. Resolves to the written file's URI; undefined if cancelled.
 */
export const exportChanges: Command = async (context, args) => {
  const document = await documentOf(context, uriIn(args));
  const draft = document.uri;
  const options = optionsIn(args);
  const last = draft.scheme === 'untitled' ? undefined : (context.targets.of(draft) ?? besides(draft));
  const since = options === undefined ? await askSince(context, draft, last) : uri(options.since);
  if (since === undefined && options !== undefined) throw new Error('The command needs an earlier version.');
  // A caller can name a commit even where no list of commits is offered.
  if (since?.scheme.toLowerCase() === 'commit' && !workspace.isTrusted)
    throw new Error(
      'Git is not asked for earlier versions in a folder that you do not trust. Choose a file.',
    );
  if (since === undefined) return undefined;
  const near = (last ?? since).with({ path: (last ?? since).path.replace(/\.[^./]*$/, '-changes.docx') });
  const target = options === undefined ? await askTarget(near, TITLE) : (uri(options.target) ?? near);
  if (target === undefined) return undefined;
  const request = { command: TITLE, name: nameOf(document), draft, target };
  const wanted = { since: context.server.uri(since) };
  // The dialog has asked whether to overwrite an existing file.
  const result =
    options === undefined
      ? await exportAsking(context, { ...request, options: { ...wanted, force: true } })
      : await exportOnce(context, { ...request, options: wanted });
  if (result === undefined) return undefined;
  log(context, nameOf(document), result);
  const written = Uri.parse(result.uri, true);
  if (options === undefined || options.open === true) await openFile(written);
  return written;
};

interface Choice extends QuickPickItem {
  /** Undefined for the item that lets the user choose a file. */
  readonly since?: Uri;
}

/** Lets the user choose an earlier version: the last export, a commit that changed the draft, or a file. */
async function askSince(context: Context, draft: Uri, last: Uri | undefined): Promise<Uri | undefined> {
  const [commits, isThere] = await Promise.all([
    inProgress(TITLE, () => commitsOf(context, draft)),
    last !== undefined && exists(last),
  ]);
  if (commits === undefined) return undefined;
  const choices: readonly Choice[] = [
    ...(last !== undefined && isThere
      ? [{ label: 'The last export', description: shown(last, draft), since: last }]
      : []),
    { label: 'A file…', description: 'an earlier version in Markdown, or a document that was exported' },
    ...(commits.length > 0 ? [{ label: 'Versions in Git', kind: QuickPickItemKind.Separator }] : []),
    ...commits.map(({ id, author, date, message }) => ({
      label: asLabel(message),
      description: asLabel(byWords({ author, date })),
      since: Uri.from({ scheme: 'commit', path: id }),
    })),
  ];
  const picked = await window.showQuickPick(choices, {
    title: TITLE,
    placeHolder: 'Since which version?',
    matchOnDescription: true,
  });
  if (picked === undefined || picked.since !== undefined) return picked?.since;
  const chosen = await window.showOpenDialog({
    title: TITLE,
    openLabel: 'Compare',
    filters: { 'Markdown or Word document': ['md', 'markdown', 'docx'] },
  });
  return chosen?.[0];
}

/** The commits that changed a draft. None in a workspace that is not trusted, where Git must not run. */
async function commitsOf({ server }: Context, draft: Uri): Promise<readonly Commit[]> {
  if (!workspace.isTrusted || draft.scheme !== 'file') return [];
  return server.execute<Commit[]>(serverCommands.commits, [server.uri(draft)]);
}
