import { commands, env, UIKind, type Uri, window } from 'vscode';
import type { ExportResult } from '../../../server/src/protocol';
import type { Context } from '../commands/support';
import { asNotice } from '../notice';
import { leftIn, leftWords } from './left';
import { shown } from './targets';

/** Whether the editor runs where its files are, so that the system can open them. */
const onThisComputer = (file: Uri): boolean =>
  file.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;

/** Opens a Word document with the system's program for it; where there is none, downloads it. */
export async function openFile(file: Uri): Promise<void> {
  if (onThisComputer(file)) {
    await env.openExternal(file);
    return;
  }
  await commands.executeCommand('revealInExplorer', file);
  await commands.executeCommand('explorer.download');
}

/** Writes what is left in a document to the output. */
export function log({ output }: Context, name: string, result: ExportResult): void {
  for (const { message, line } of leftIn(result)) output.warn(`${name}:${line}: ${message}`);
}

/**
 * Says where a draft was exported to, and offers to open it.
 * @param reviewed The user has seen before what is left in it.
 * @param open The setting `advocacy.word.openAfterExport`.
 */
export async function tell(
  context: Context,
  draft: Uri,
  file: Uri,
  result: ExportResult,
  { reviewed, open }: { readonly reviewed: boolean; readonly open: string },
): Promise<void> {
  const name = asNotice(shown(file, draft));
  const local = onThisComputer(file);
  const openIt = local ? 'Open' : 'Download';
  const showIt = local ? 'Show in Folder' : 'Show in Explorer';
  const details = 'Show Output';
  const buttons = open === 'ask' ? [openIt, showIt] : [];
  const left = reviewed ? undefined : leftWords(result);
  const answer =
    left === undefined
      ? await window.showInformationMessage(`Exported to ${name}.`, ...buttons)
      : await window.showWarningMessage(`Exported to ${name}, but ${asNotice(left)}`, details, ...buttons);
  if (answer === details) context.output.show();
  if (answer === openIt) await openFile(file);
  if (answer === showIt) await commands.executeCommand(local ? 'revealFileInOS' : 'revealInExplorer', file);
}
