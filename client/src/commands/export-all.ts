import { type CancellationToken, Uri, window, workspace } from 'vscode';
import { type ExportOptions, type ExportResult, serverCommands } from '../../../server/src/protocol';
import { isUnsaved } from '../editor/documents';
import { type CommandName, commandNames } from '../ui/command-names';
import { messageOf } from '../ui/error-message';
import { notice } from '../ui/notice';
import { inProgress } from '../ui/progress';
import { below, Places } from '../word/export-all-targets';
import { exportArguments, exportAsking, refusalOf } from '../word/exporting';
import { issuesOf, leftIn } from '../word/issues';
import { log } from '../word/messages';
import { reviews } from '../word/review';
import { type Pending, reviewAll } from '../word/review-all';
import { findDrafts, tellNoDrafts } from './offer-draft';
import { type Command, type Context, optionsIn, uri, uriIn } from './support';

interface Failure {
  readonly draft: Uri;
  readonly message: string;
  /** Whether somebody has changed the existing document. */
  readonly isChanged?: boolean;
}

interface Sum {
  readonly exported: readonly Uri[];
  readonly failed: readonly Failure[];
  /** Drafts that were not exported because of issues. */
  readonly left: readonly Pending[];
  /** How many exported documents have issues. */
  readonly withIssues: number;
  /** How many drafts were exported with unsaved changes. */
  readonly unsaved: number;
  readonly cancelled: boolean;
}

const NOTHING = { exported: [], failed: [], left: [], withIssues: 0, unsaved: 0 };

/**
 * Exports every draft of the workspace, or of a folder, to Word. A failure does not stop the others. Drafts in which
 * nothing is filled in yet are left out, unless the user wants them.
 * Arguments: a folder's URI, or `{ folder?, targetFolder?, force? }` for no questions or messages. Resolves to
 * `{ exported, failed: [{ draft, message }], left: [{ draft }], cancelled }`.
 */
export const exportAll: Command = async (context, args) => {
  const options = optionsIn(args);
  const folder = uri(options?.folder) ?? uriIn(args);
  const root = folder ?? workspace.workspaceFolders?.[0]?.uri;
  if (options !== undefined) {
    const into = uri(options.targetFolder);
    const places = new Places(into ? below(into, root) : () => undefined);
    return run(context, folder, places, () => ({ force: options.force === true, unlessSkeleton: true }));
  }
  const places = await askPlaces(context, root);
  if (places === undefined) return undefined;
  return exportAsked(
    context,
    places,
    run(context, folder, places, asked),
    commandNames['advocacy.exportAll'],
  );
};

/** Exports the drafts that are selected in the Explorer, each to where it was exported last, or beside itself. */
export async function exportSelected(context: Context, drafts: readonly Uri[]): Promise<Sum> {
  const places = new Places((draft) => context.targets.of(draft));
  const command = commandNames['advocacy.exportWord'];
  return exportAsked(context, places, exportSome(context, drafts, places, asked, command), command);
}

/** The options of an export whose issues are shown to the user first. */
const asked = (draft: Uri): ExportOptions => ({ review: reviews(draft), unlessSkeleton: true });

/** Exports drafts, shows the issues of those that were left out, exports those that the user wants, and reports. */
async function exportAsked(
  context: Context,
  places: Places,
  exporting: Promise<Sum>,
  command: CommandName,
): Promise<Sum> {
  const first = await exporting;
  const sum = first.cancelled ? first : await withReviewed(context, first, places, command);
  void tell(context, sum, places, command);
  return sum;
}

/** Exports those of the left drafts that the user wants in spite of their issues. */
async function withReviewed(
  context: Context,
  first: Sum,
  places: Places,
  command: CommandName,
): Promise<Sum> {
  const isNew = ({ draft, result }: Pending): boolean =>
    result.skeleton === true || context.reviews.isNew(draft, issuesOf(result));
  const asked = first.left.filter(isNew);
  const chosen = asked.length > 0 ? await reviewAll(asked) : [];
  for (const { draft, result } of chosen) context.reviews.accept(draft, issuesOf(result));
  const wanted = first.left.filter((one) => !asked.includes(one) || chosen.includes(one));
  if (wanted.length === 0) return first;
  const drafts = wanted.map(({ draft }) => draft);
  const second = await exportSome(context, drafts, places, () => ({}), command);
  return {
    ...second,
    exported: [...first.exported, ...second.exported],
    failed: [...first.failed, ...second.failed],
    left: first.left.filter((one) => !wanted.includes(one)),
    // The user has just seen the issues of the others.
    withIssues: first.withIssues,
    unsaved: first.unsaved + second.unsaved,
  };
}

async function askPlaces({ targets }: Context, root: Uri | undefined): Promise<Places | undefined> {
  const items = [
    { label: 'Beside each draft', detail: 'Or where the draft was exported to last.', beside: true },
    {
      label: 'Into one folder…',
      detail: 'Drafts of folders go into folders of the same names.',
      beside: false,
    },
  ];
  const picked = await window.showQuickPick(items, {
    title: commandNames['advocacy.exportAll'],
    placeHolder: 'Where should the Word documents be written?',
  });
  if (picked === undefined) return undefined;
  if (picked.beside) return new Places((draft) => targets.of(draft));
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: commandNames['advocacy.exportAll'],
    openLabel: 'Export Here',
    ...(root ? { defaultUri: root } : {}),
  });
  return chosen?.[0] && new Places(below(chosen[0], root));
}

/** Finds the drafts and exports them. Documents that were written before the user cancelled it are kept. */
async function run(
  context: Context,
  folder: Uri | undefined,
  places: Places,
  optionsOf: (draft: Uri) => ExportOptions,
): Promise<Sum> {
  const found = await findDrafts(context, folder);
  if (found === undefined) return { ...NOTHING, cancelled: true };
  const unreadable = found.unreadable.map(({ uri: draft, message }) => ({
    draft: Uri.parse(draft),
    message,
  }));
  const drafts = found.drafts.map((draft) => Uri.parse(draft, true));
  const sum = await exportSome(context, drafts, places, optionsOf, commandNames['advocacy.exportAll']);
  return { ...sum, failed: [...unreadable, ...sum.failed] };
}

/** Exports drafts until the user cancels it. */
async function exportSome(
  context: Context,
  drafts: readonly Uri[],
  places: Places,
  optionsOf: (draft: Uri) => ExportOptions,
  command: CommandName,
): Promise<Sum> {
  let stopped = false;
  const sum = await inProgress(command, (token, report) => {
    token.onCancellationRequested(() => {
      stopped = true;
    });
    return exportEach(context, drafts, places, optionsOf, token, (message) => report({ message }));
  });
  return { ...NOTHING, ...sum, cancelled: stopped };
}

async function exportEach(
  context: Context,
  drafts: readonly Uri[],
  places: Places,
  optionsOf: (draft: Uri) => ExportOptions,
  token: CancellationToken,
  report: (message: string) => void,
): Promise<Omit<Sum, 'cancelled'>> {
  const { server } = context;
  const exported: Uri[] = [];
  const failed: Failure[] = [];
  const left: Pending[] = [];
  let withIssues = 0;
  let unsaved = 0;
  // So that links between drafts lead to the documents.
  const documents = Object.fromEntries(
    places.documentsOf(drafts).map(([draft, document]) => [server.uri(draft), server.uri(document)]),
  );
  for (const [index, draft] of drafts.entries()) {
    if (token.isCancellationRequested) break;
    const name = draft.path.split('/').at(-1)!;
    report(`${index + 1} of ${drafts.length}: ${name}`);
    try {
      const target = places.of(draft);
      const result = await server.execute<ExportResult>(
        serverCommands.exportWord,
        exportArguments(context, { draft, target, options: { ...optionsOf(draft), documents } }),
        token,
      );
      if (!result.written) {
        left.push({ draft, result });
        continue;
      }
      exported.push(Uri.parse(result.uri, true));
      log(context, name, result);
      if (leftIn(result).length > 0) withIssues++;
      if (isUnsaved(draft)) unsaved++;
    } catch (error) {
      if (token.isCancellationRequested) break;
      const isChanged = refusalOf(error)?.reason === 'changed';
      failed.push({ draft, message: messageOf(error), isChanged });
      context.output.error(`${name} was not exported: ${messageOf(error)}`);
    }
  }
  return { exported, failed, left, withIssues, unsaved };
}

const TRY_AGAIN = 'Try Again';
const SHOW_OUTPUT = 'Show Output';
const DECIDE = 'Decide for Each…';

async function tell(context: Context, sum: Sum, places: Places, command: CommandName): Promise<void> {
  const { exported, failed, left, withIssues, cancelled } = sum;
  if (exported.length + failed.length + left.length === 0 && !cancelled) return tellNoDrafts();
  const changed = failed.filter(({ isChanged }) => isChanged);
  const buttons = [
    ...(changed.length > 0 ? [DECIDE] : []),
    ...(failed.length > changed.length ? [TRY_AGAIN] : []),
    ...(failed.length + withIssues > 0 ? [SHOW_OUTPUT] : []),
  ];
  const show = failed.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  const answer = await show(...notice(sentence(sum), ...buttons));
  if (answer === SHOW_OUTPUT) context.output.show();
  if (answer === DECIDE) await decide(context, changed, places, command);
  if (answer !== TRY_AGAIN) return;
  const drafts = failed.map(({ draft }) => draft);
  await tell(context, await exportSome(context, drafts, places, () => ({}), command), places, command);
}

/** Asks what to do with each document that somebody has changed. */
async function decide(
  context: Context,
  changed: readonly Failure[],
  places: Places,
  command: CommandName,
): Promise<void> {
  for (const { draft } of changed) {
    const name = draft.path.split('/').at(-1)!;
    const result = await exportAsking(context, {
      command,
      name,
      draft,
      target: places.of(draft),
      options: {},
    });
    if (result !== undefined) log(context, name, result);
  }
}

/** The most failures that a message names; the output has all of them. */
const NAMED = 3;

function sentence({ exported, failed, left, withIssues, unsaved, cancelled }: Sum): string {
  const stopped = cancelled ? 'Stopped before the end. ' : '';
  const some = exported.length === 0 ? 'No draft was' : drafts(exported.length);
  const of = (count: number): string => (exported.length === 1 ? 'It' : `${count} of them`);
  const issues =
    withIssues > 0
      ? ` ${of(withIssues)} ${withIssues === 1 ? 'has' : 'have'} something left to look at.`
      : '';
  const ahead =
    unsaved > 0
      ? ` ${of(unsaved)} ${unsaved === 1 ? 'is' : 'are'} not saved yet, and exported as you see it here.`
      : '';
  const named = failed.slice(0, NAMED).map(({ draft, message }) => {
    const name = draft.path.split('/').at(-1)!;
    const says = message.startsWith(name.replace(/\.[^.]*$/, '')) || message.includes(name);
    return says ? message : `${name}: ${message}`;
  });
  const more = failed.length > NAMED ? ` And ${failed.length - NAMED} more.` : '';
  const lost =
    failed.length > 0
      ? ` ${failed.length === 1 ? 'One was not' : `${failed.length} were not`}. ${named.join(' ')}${more}`
      : '';
  const out = left.length > 0 ? ` ${left.length === 1 ? 'One was' : `${left.length} were`} left out.` : '';
  return `${stopped}${some} exported to Word.${issues}${ahead}${out}${lost}`;
}

const drafts = (count: number): string => (count === 1 ? '1 draft was' : `${count} drafts were`);
