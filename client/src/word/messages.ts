import {
  commands,
  env,
  type LogOutputChannel,
  type Memento,
  Position,
  Range,
  UIKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ExportResult } from '../../../server/src/protocol';
import { isUnsaved, nameOf } from '../editor/documents';
import { select } from '../editor/editors';
import { EXPORT_FINAL } from '../ui/command-ids';
import { commandNames } from '../ui/command-names';
import { asNotice } from '../ui/notice';
import { carriedWords, exportedWords, type Issue, leftIn } from './issues';
import { shown } from './last-targets';

/** The parts of a `WordContext` that messages need. */
interface Outlets {
  readonly output: LogOutputChannel;
  /** State of the workspace. */
  readonly memory: Memento;
}

/** Whether the editor runs where its files are, so that the system can open them. */
export const onThisComputer = (file: Uri): boolean =>
  file.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;

/** Opens a file with the system's program for it, or downloads it if the files are on another computer. */
export async function openFile(file: Uri): Promise<void> {
  if (onThisComputer(file)) {
    await env.openExternal(file);
    return;
  }
  await commands.executeCommand('revealInExplorer', file);
  await commands.executeCommand('explorer.download');
}

const SEND_OUT = `${commandNames[EXPORT_FINAL]}…`;
const TOLD = 'advocacy.toldWhatIsCarried';
/** The most drafts to remember; the oldest are forgotten first. */
const MOST = 300;
/** The most buttons of a message: more would leave no room for its text. */
const MOST_BUTTONS = 2;

/** Writes the open issues of an exported document to the output. */
export function log({ output }: Outlets, name: string, result: ExportResult): void {
  for (const { message, line, uri } of leftIn(result)) {
    output.warn(`${uri === undefined ? name : nameOf(uri)}:${line}: ${message}`);
  }
}

/**
 * Shows where a draft was exported to, and offers to open the document.
 * @param reviewed whether the user has already seen its open issues
 * @param open the setting `advocacy.word.openAfterExport`
 */
export async function tell(
  context: Outlets,
  draft: Uri,
  file: Uri,
  result: ExportResult,
  { reviewed, open }: { readonly reviewed: boolean; readonly open: string },
): Promise<void> {
  const name = asNotice(shown(file, draft));
  const details = 'Show Output';
  const ways = waysToOpen(file);
  const offered = open === 'ask' ? ways.map(({ title }) => title) : [];
  const unsaved = isUnsaved(draft) ? asNotice(nameOf(draft.toString())) : undefined;
  const exported = exportedWords(name, result, reviewed, unsaved);
  const { isWarning } = exported;
  const carried = await carriedOnce(context, draft, result);
  const message = carried === undefined ? exported.message : `${exported.message} ${carried}`;
  const elsewhere = result.warnings.find(({ uri }) => uri !== undefined);
  const mend = elsewhere && `Open ${nameOf(elsewhere.uri!)}`;
  const [way, ...others] = offered;
  const buttons = [
    ...(isWarning ? [mend ?? details] : []),
    ...(way === undefined ? [] : [way]),
    ...(carried === undefined ? others : [SEND_OUT]),
  ].slice(0, MOST_BUTTONS);
  const answer = isWarning
    ? await window.showWarningMessage(asNotice(message), ...buttons)
    : await window.showInformationMessage(message, ...buttons);
  if (answer === details) context.output.show();
  if (elsewhere !== undefined && answer === mend) await goTo(draft, elsewhere);
  if (answer === SEND_OUT) await commands.executeCommand(EXPORT_FINAL, draft);
  await ways.find(({ title }) => title === answer)?.run();
}

/** A sentence on internal content of a document, once for each draft and again if there is more; else undefined. */
async function carriedOnce(
  { memory }: Outlets,
  draft: Uri,
  { carries, remarks }: ExportResult,
): Promise<string | undefined> {
  const counts = memory.get<Readonly<Record<string, number>>>(TOLD, {});
  const { [draft.toString()]: before = 0, ...others } = counts;
  if (carries.length <= before) return undefined;
  const entries = Object.entries(others).slice(1 - MOST);
  await memory.update(TOLD, Object.fromEntries([...entries, [draft.toString(), carries.length]]));
  return carriedWords({ carries, ...(remarks && { remarks }) });
}

/** Shows a message on a file that was written, and offers to open it. */
export async function offerToOpen(file: Uri, message: string): Promise<void> {
  const ways = waysToOpen(file);
  const answer = await window.showInformationMessage(message, ...ways.map(({ title }) => title));
  await ways.find(({ title }) => title === answer)?.run();
}

function waysToOpen(file: Uri): readonly { readonly title: string; run(): Promise<unknown> }[] {
  const local = onThisComputer(file);
  return [
    { title: local ? 'Open' : 'Download', run: () => openFile(file) },
    {
      title: local ? 'Show in Folder' : 'Show in Explorer',
      run: async () => commands.executeCommand(local ? 'revealFileInOS' : 'revealInExplorer', file),
    },
  ];
}

/** Puts the cursor at an issue, in the draft or in the file that the issue names. */
export async function goTo(draft: Uri, { line, uri }: Issue): Promise<void> {
  const document = await workspace.openTextDocument(uri === undefined ? draft : Uri.parse(uri, true));
  // Selects nothing, so that the next key press does not replace a line.
  const start = document.validatePosition(new Position(line - 1, 0));
  await select(document, new Range(start, start));
}
