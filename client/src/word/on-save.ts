import { Disposable, type TextDocument, TextDocumentSaveReason, Uri, window, workspace } from 'vscode';
import type { ExportResult } from '../../../server/src/protocol';
import { coverageRequest, serverCommands } from '../../../server/src/protocol';
import { isMarkdown, nameOf } from '../editor/documents';
import { commandNames } from '../ui/command-names';
import { messageOf } from '../ui/error-message';
import { asNotice, notice } from '../ui/notice';
import type { WordContext } from './context';
import { askTarget, BRING_BACK, bringBack, exportArguments, exportAsking, refusalOf } from './exporting';
import { savedWords } from './issues';
import { anotherName, besides, shown } from './last-targets';
import { log } from './messages';

const TRY_AGAIN = 'Try Again';
const ANOTHER_NAME = 'Save Under Another Name…';
const OVERWRITE = 'Overwrite';
/** How long the status bar shows that a draft was exported, in milliseconds. */
const SHOWN = 4000;

/** Documents that the extension is saving, and not their author. */
const unasked = new WeakSet<TextDocument>();

/** Saves a document without exporting it, as its author did not ask for it. */
export async function saveUnasked(document: TextDocument): Promise<void> {
  unasked.add(document);
  try {
    await document.save();
  } finally {
    unasked.delete(document);
  }
}

/** Exports a draft whenever its author saves it, if the setting `advocacy.word.exportOnSave` is on. */
export function exportOnSave(context: WordContext): Disposable {
  /** Documents that are being saved automatically, a while after a key. They are not exported. */
  const automatic = new WeakSet<TextDocument>();
  /** Drafts that are being exported, and whether they were saved again in the meantime. */
  const running = new Map<string, { again: boolean }>();
  /** Drafts whose failure was reported. It is not reported again until an export succeeds. */
  const failed = new Set<string>();

  const exportSaved = async (document: TextDocument): Promise<void> => {
    const key = document.uri.toString();
    const before = running.get(key);
    if (before !== undefined) {
      before.again = true;
      return;
    }
    const state = { again: false };
    running.set(key, state);
    try {
      do {
        state.again = false;
        await exportOne(context, document, failed);
      } while (state.again);
    } finally {
      running.delete(key);
    }
  };

  return Disposable.from(
    workspace.onWillSaveTextDocument(({ document, reason }) => {
      if (reason === TextDocumentSaveReason.AfterDelay) automatic.add(document);
      else automatic.delete(document);
    }),
    workspace.onDidSaveTextDocument((document) => {
      if (!isMarkdown(document) || automatic.has(document) || unasked.has(document)) return;
      const settings = workspace.getConfiguration('advocacy', document);
      if (settings.get('word.exportOnSave', false)) void exportSaved(document);
    }),
  );
}

async function exportOne(context: WordContext, document: TextDocument, failed: Set<string>): Promise<void> {
  const { server, targets } = context;
  const key = document.uri.toString();
  const name = nameOf(document);
  try {
    const textDocument = { uri: server.uri(document.uri) };
    const coverage = await server.request<{ draft: boolean } | null>(coverageRequest, { textDocument });
    if (!coverage?.draft) return;
    const target = targets.of(document.uri);
    const result = await server.execute<ExportResult>(
      serverCommands.exportWord,
      exportArguments(context, { draft: document.uri, target, options: {} }),
    );
    failed.delete(key);
    log(context, name, result);
    const written = shown(Uri.parse(result.uri, true), document.uri);
    window.setStatusBarMessage(savedWords(written, result), SHOWN);
  } catch (error) {
    const message = messageOf(error);
    context.output.error(`${name} was not exported: ${message}`);
    if (failed.has(key)) return;
    failed.add(key);
    // Not awaited, so that the next save need not wait.
    offerWayOut(context, document, error, message, failed).catch((failure: unknown) => {
      void window.showErrorMessage(...notice(messageOf(failure)));
    });
  }
}

async function offerWayOut(
  context: WordContext,
  document: TextDocument,
  error: unknown,
  message: string,
  failed: Set<string>,
): Promise<void> {
  const refused = refusalOf(error);
  const isChanged = refused?.reason === 'changed';
  const ways = isChanged
    ? [BRING_BACK, ANOTHER_NAME, OVERWRITE]
    : refused
      ? [TRY_AGAIN, ANOTHER_NAME]
      : [TRY_AGAIN];
  const answer = await window.showWarningMessage(asNotice(`Saved, but not exported: ${message}`), ...ways);
  if (answer === undefined) return;
  failed.delete(document.uri.toString());
  if (answer === TRY_AGAIN) {
    await exportOne(context, document, failed);
    return;
  }
  if (refused !== undefined && answer === BRING_BACK) {
    await bringBack(context, document.uri, Uri.parse(refused.uri, true));
    return;
  }
  const command = commandNames['advocacy.exportWord'];
  const isThere = answer === OVERWRITE && refused !== undefined;
  const target = isThere
    ? Uri.parse(refused.uri, true)
    : await askTarget(anotherName(refused ? Uri.parse(refused.uri, true) : besides(document.uri)), command);
  if (target === undefined) return;
  const request = { command, name: nameOf(document), draft: document.uri, target, options: { force: true } };
  const result = await exportAsking(context, request);
  if (result !== undefined) await context.targets.remember(document.uri, Uri.parse(result.uri, true));
}
