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
import { EXPORT_FINAL } from '../commandIds';
import { commandNames } from '../commandNames';
import { isUnsaved, nameOf } from '../documents';
import { select } from '../editors';
import { asNotice } from '../notice';
import { carriedWords, exportedWords, type Issue, leftIn } from './issues';
import { shown } from './targets';

/** What a `WordContext` has for what is said. */
interface Outlets {
  readonly output: LogOutputChannel;
  /** Of the workspace. */
  readonly memory: Memento;
}

/** Whether the editor runs where its files are, so that the system can open them. */
export const onThisComputer = (file: Uri): boolean =>
  file.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;

/** Opens a file with the system's program for it; where there is none, downloads it. */
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
/** More are not kept: the oldest go first. */
const MOST = 300;
/** More take the room of the words. */
const MOST_BUTTONS = 2;

/** Writes what is left in a document to the output. */
export function log({ output }: Outlets, name: string, result: ExportResult): void {
  for (const { message, line, uri } of leftIn(result)) {
    output.warn(`${uri === undefined ? name : nameOf(uri)}:${line}: ${message}`);
  }
}

/**
 * Says where a draft was exported to, and offers to open it.
 * @param reviewed The user has seen before what is left in it.
 * @param open The setting `advocacy.word.openAfterExport`.
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

/** What a document holds that is not for everybody: said once of each draft, and again when comments come to it. */
async function carriedOnce(
  { memory }: Outlets,
  draft: Uri,
  { carries, remarks }: ExportResult,
): Promise<string | undefined> {
  const told = memory.get<Readonly<Record<string, number>>>(TOLD, {});
  const { [draft.toString()]: before = 0, ...others } = told;
  if (carries.length <= before) return undefined;
  const entries = Object.entries(others).slice(1 - MOST);
  await memory.update(TOLD, Object.fromEntries([...entries, [draft.toString(), carries.length]]));
  return carriedWords({ carries, ...(remarks && { remarks }) });
}

/** Says something of a file that was written, and offers to open it. */
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

/** Puts the cursor at what is left: in the draft, or in the file that it names. */
export async function goTo(draft: Uri, { line, uri }: Issue): Promise<void> {
  const document = await workspace.openTextDocument(uri === undefined ? draft : Uri.parse(uri, true));
  // Nothing is selected: the next key must not take a line away.
  const start = document.validatePosition(new Position(line - 1, 0));
  await select(document, new Range(start, start));
}
