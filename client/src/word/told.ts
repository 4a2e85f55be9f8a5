import { commands, env, Position, Range, UIKind, Uri, window, workspace } from 'vscode';
import type { ExportResult } from '../../../server/src/protocol';
import { select } from '../editors';
import { asNotice } from '../notice';
import type { WordContext } from './context';
import { exportedWords, type Issue, leftIn } from './left';
import { shown } from './targets';

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

/** Writes what is left in a document to the output. */
export function log({ output }: WordContext, name: string, result: ExportResult): void {
  for (const { message, line, uri } of leftIn(result)) {
    output.warn(`${uri === undefined ? name : fileName(uri)}:${line}: ${message}`);
  }
}

/**
 * Says where a draft was exported to, and offers to open it.
 * @param reviewed The user has seen before what is left in it.
 * @param open The setting `advocacy.word.openAfterExport`.
 */
export async function tell(
  context: WordContext,
  draft: Uri,
  file: Uri,
  result: ExportResult,
  { reviewed, open }: { readonly reviewed: boolean; readonly open: string },
): Promise<void> {
  const name = asNotice(shown(file, draft));
  const details = 'Show Output';
  const ways = waysToOpen(file);
  const buttons = open === 'ask' ? ways.map(({ title }) => title) : [];
  const { message, isWarning } = exportedWords(name, result, reviewed);
  const elsewhere = result.warnings.find(({ uri }) => uri !== undefined);
  const mend = elsewhere && `Open ${fileName(elsewhere.uri!)}`;
  const answer = isWarning
    ? await window.showWarningMessage(asNotice(message), mend ?? details, ...buttons)
    : await window.showInformationMessage(message, ...buttons);
  if (answer === details) context.output.show();
  if (elsewhere !== undefined && answer === mend) await goTo(draft, elsewhere);
  await ways.find(({ title }) => title === answer)?.run();
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

/** The name of the file of a URI. */
export const fileName = (uri: string): string => Uri.parse(uri, true).path.split('/').at(-1)!;

/** Puts the cursor at what is left: in the draft, or in the file that it names. */
export async function goTo(draft: Uri, { line, uri }: Issue): Promise<void> {
  const document = await workspace.openTextDocument(uri === undefined ? draft : Uri.parse(uri, true));
  // Nothing is selected: the next key must not take a line away.
  const start = document.validatePosition(new Position(line - 1, 0));
  await select(document, new Range(start, start));
}
