import { commands, env, UIKind, Uri, window, workspace } from 'vscode';
import { ResponseError } from 'vscode-languageclient';
import {
  type ExportOptions,
  type ExportRefused,
  type ExportResult,
  serverCommands,
} from '../../../server/src/protocol';
import { nameOf } from '../documents';
import { leftIn, leftWords } from '../exported';
import { asNotice } from '../notice';
import { type Command, type Context, documentOf, optionsIn, patiently, text, uri, uriIn } from './support';

const OVERWRITE = 'Overwrite';
const SAVE_AS = 'Save As…';

/**
 * Exports a draft to Word.
 * Arguments: its URI (else the active document), and `{ target?, open?, force?, template? }` to be asked nothing.
 * Resolves to the written file's URI, or undefined where the user stopped.
 */
export const exportWord: Command = async (context, args) => {
  const options = optionsIn(args);
  const document = await documentOf(context, uriIn(args));
  let target = uri(options?.target);
  if (target === undefined && document.isUntitled) {
    if (options !== undefined) throw new Error('A draft that is not saved yet needs a target.');
    target = await askTarget(undefined);
    if (target === undefined) return undefined;
  }
  const template = text(options?.template);
  const settings = { force: options?.force === true, ...(template === undefined ? {} : { template }) };
  const request = { name: nameOf(document), uri: document.uri, target, settings };
  const result =
    options === undefined ? await exportAsking(context, request) : await exportOnce(context, request);
  if (result === undefined) return undefined;
  const written = Uri.parse(result.uri, true);
  for (const { message, line } of leftIn(result)) context.output.warn(`${request.name}:${line}: ${message}`);
  const open = workspace.getConfiguration('advocacy', document).get<string>('word.openAfterExport', 'ask');
  if (options === undefined) void tell(context, written, result, open);
  if (options === undefined ? open === 'always' : options.open === true) await openFile(written);
  return written;
};

interface Request {
  readonly name: string;
  readonly uri: Uri;
  readonly target: Uri | undefined;
  readonly settings: ExportOptions;
}

function exportOnce({ server }: Context, request: Request): Promise<ExportResult | undefined> {
  const target = request.target === undefined ? null : server.uri(request.target);
  return patiently(`Exporting ${request.name} to Word`, (token, report) =>
    server.execute<ExportResult>(
      serverCommands.exportWord,
      [server.uri(request.uri), target, request.settings],
      token,
      report,
    ),
  );
}

/** Exports, and asks what to do when something else's file is in the way. */
async function exportAsking(context: Context, request: Request): Promise<ExportResult | undefined> {
  try {
    return await exportOnce(context, request);
  } catch (error) {
    const refused = error instanceof ResponseError ? (error.data as ExportRefused | undefined) : undefined;
    if (refused?.reason !== 'exists') throw error;
    const file = Uri.parse(refused.uri, true);
    const message = `${file.path.split('/').at(-1)} is there already, and Library Advocacy did not write it.`;
    const detail = 'Overwriting it cannot be undone.';
    const answer = await window.showWarningMessage(message, { modal: true, detail }, OVERWRITE, SAVE_AS);
    if (answer === OVERWRITE) {
      return exportOnce(context, { ...request, settings: { ...request.settings, force: true } });
    }
    const target = answer === SAVE_AS ? await askTarget(file) : undefined;
    // The dialog has asked before it gave the name of a file that is there.
    return (
      target && exportOnce(context, { ...request, target, settings: { ...request.settings, force: true } })
    );
  }
}

async function askTarget(near: Uri | undefined): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = near ?? (folder && Uri.joinPath(folder, 'draft.docx'));
  return window.showSaveDialog({
    filters: { 'Word document': ['docx'] },
    title: 'Export to Word',
    ...(defaultUri ? { defaultUri } : {}),
  });
}

/** Whether the editor runs where its files are, so that the system can open them. */
const onThisComputer = (file: Uri): boolean =>
  file.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;

async function openFile(file: Uri): Promise<void> {
  if (onThisComputer(file)) {
    await env.openExternal(file);
    return;
  }
  await commands.executeCommand('revealInExplorer', file);
  await commands.executeCommand('explorer.download');
}

async function tell(context: Context, file: Uri, result: ExportResult, open: string): Promise<void> {
  const name = asNotice(file.path.split('/').at(-1)!);
  const local = onThisComputer(file);
  const openIt = local ? 'Open' : 'Download';
  const showIt = local ? 'Show in Folder' : 'Show in Explorer';
  const details = 'Show Output';
  const buttons = open === 'ask' ? [openIt, showIt] : [];
  const left = leftWords(result);
  const answer =
    left === undefined
      ? await window.showInformationMessage(`Exported to ${name}.`, ...buttons)
      : await window.showWarningMessage(`Exported to ${name}, but ${asNotice(left)}`, details, ...buttons);
  if (answer === details) context.output.show();
  if (answer === openIt) await openFile(file);
  if (answer === showIt) await commands.executeCommand(local ? 'revealFileInOS' : 'revealInExplorer', file);
}
