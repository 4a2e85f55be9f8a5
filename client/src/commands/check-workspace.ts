import { commands, type Diagnostic, languages, Uri, window, workspace } from 'vscode';
import { serverCommands, type WorkspaceCheck } from '../../../server/src/protocol';
import { nameOf } from '../editor/documents';
import { commandNames } from '../ui/command-names';
import { notice } from '../ui/notice';
import { inProgress } from '../ui/progress';
import { tellNoDrafts } from './offer-draft';
import { type Command, optionsIn, uri, uriIn } from './support';

/**
 * Checks every draft of the workspace, open or not; the findings appear under Problems.
 * Arguments: a folder's URI, or `{ folder? }` for no messages. Resolves to the counts.
 */
export const checkWorkspace: Command = async ({ server, output }, args) => {
  const options = optionsIn(args);
  const folder = uri(options?.folder) ?? uriIn(args);
  const result = await inProgress(commandNames['advocacy.checkWorkspace'], (token, report) =>
    server.execute<WorkspaceCheck>(
      serverCommands.checkWorkspace,
      folder === undefined ? [] : [server.uri(folder)],
      token,
      report,
    ),
  );
  if (result === undefined) return undefined;
  for (const { uri: file, message } of result.unreadable) output.warn(`${Uri.parse(file).path}: ${message}`);
  if (options === undefined) void tell(result, settingsIgnored(folder));
  return result;
};

async function tell(result: WorkspaceCheck, ignored: string): Promise<void> {
  const { drafts, unreadable, cancelled } = result;
  if (drafts === 0 && unreadable.length === 0 && !cancelled) return tellNoDrafts();
  const message = sentence(result) + ignored;
  const { error, warning, information, hint } = result.findings;
  const showProblems = 'Show Problems';
  const buttons = error + warning + information + hint > 0 || ignored !== '' ? [showProblems] : [];
  const isBad = result.unreadable.length > 0 || error > 0 || ignored !== '';
  const show = isBad ? window.showWarningMessage : window.showInformationMessage;
  if ((await show(...notice(message, ...buttons))) === showProblems)
    await commands.executeCommand('workbench.actions.view.problems');
}

function sentence({ drafts, findings, reviews, unreadable, cancelled }: WorkspaceCheck): string {
  const counted = [
    count(findings.error, 'error'),
    count(findings.warning, 'warning'),
    findings.information > 0 ? `${findings.information} to consider` : '',
    // VS Code does not list them under Problems.
    findings.hint > 0 ? `${count(findings.hint, 'hint')} marked in the text` : '',
  ].filter((piece) => piece !== '');
  const found = counted.length > 0 ? counted.join(', ') : 'nothing to change';
  const stopped = cancelled ? 'Stopped before the end. ' : '';
  const lost =
    unreadable.length > 0 ? ` ${count(unreadable.length, 'file')} could not be read: see the output.` : '';
  return `${stopped}Checked ${count(drafts, 'draft') || 'no draft'}: ${found}.${inReview(reviews)}${lost}`;
}

/** Says which files have settings that do not count, as drafts are judged without them, and no draft has the mistake. */
function settingsIgnored(folder: Uri | undefined): string {
  const isMistake = ({ source, code }: Diagnostic): boolean =>
    source === 'advocacy' && (typeof code === 'object' ? code.value : code) === 'configuration-invalid';
  const isHere = ({ path }: Uri): boolean => folder === undefined || path.startsWith(`${folder.path}/`);
  const files = languages
    .getDiagnostics()
    .map(([file, all]) => ({ file, mistakes: all.filter(isMistake).length }))
    .filter(({ file, mistakes }) => mistakes > 0 && isHere(file));
  const mistakes = files.reduce((sum, one) => sum + one.mistakes, 0);
  if (mistakes === 0) return '';
  return ` ${count(mistakes, 'mistake')} in ${namesOf(files.map(({ file }) => workspace.asRelativePath(file)))}: what stands there does not count.`;
}

/** “hours.md and 2 others” */
function namesOf([first, ...others]: readonly string[]): string {
  return first + (others.length > 0 ? ` and ${count(others.length, 'other')}` : '');
}

/** What colleagues said in Word and nobody has answered stands in the drafts, and not under Problems. */
function inReview(reviews: WorkspaceCheck['reviews']): string {
  if (reviews.length === 0) return '';
  const open = reviews.reduce((sum, one) => sum + one.open, 0);
  const where = namesOf(reviews.map(({ uri: file }) => nameOf(Uri.parse(file))));
  const things = open === 1 ? '1 change or comment is' : `${open} changes and comments are`;
  return ` ${things} still open in ${where}.`;
}

const count = (number: number, noun: string): string =>
  number === 0 ? '' : number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
