import {
  type CancellationToken,
  CancellationTokenSource,
  type LogOutputChannel,
  type Memento,
  ProgressLocation,
  type Range,
  type TextDocument,
  type TextEditor,
  Uri,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import { type ActiveDraft, shownDocument } from '../activeDraft';
import { isMarkdown, isOn } from '../documents';
import { asNotice } from '../notice';
import type { ActiveReview } from '../reviews/activeReview';
import type { Server } from '../server';
import type { BroughtHome } from '../word/broughtHome';
import type { Reviews } from '../word/review';
import type { Targets } from '../word/targets';

/** What every command may use. */
export interface Context {
  readonly server: Server;
  readonly active: ActiveDraft;
  readonly output: LogOutputChannel;
  readonly targets: Targets;
  readonly reviews: Reviews;
  readonly review: ActiveReview;
  readonly broughtHome: BroughtHome;
  /** The extension's own folder. */
  readonly extension: Uri;
  /** A folder for the extension's own files. */
  readonly storage: Uri;
  /** Of the workspace. */
  readonly memory: Memento;
}

/** A command: gets what `executeCommand` was given, and resolves to what its own file says. */
export type Command = (context: Context, args: readonly unknown[]) => Promise<unknown>;

/** The options object among a command's arguments, which says that nothing is to be asked. Menus pass objects, too. */
export function optionsIn(args: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
  return args.find((value): value is Record<string, unknown> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uri)
      return false;
    return !('groupId' in value || 'node' in value || 'scheme' in value);
  });
}

/** The first URI among a command's arguments. */
export function uriIn(args: readonly unknown[]): Uri | undefined {
  return args.find((value): value is Uri => value instanceof Uri);
}

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const uri = (value: unknown): Uri | undefined =>
  value instanceof Uri
    ? value
    : typeof value === 'string' && value !== ''
      ? Uri.parse(value, true)
      : undefined;

/** A command was run that is about a draft, and there is none in front of the user. */
export class NoDraft extends Error {
  constructor() {
    super('Open a Markdown document first.');
  }
}

/**
 * The Markdown document that a command is about: the one named, else the one in front of the user.
 * @throws NoDraft where there is none.
 */
export async function documentOf({ active }: Context, named: Uri | undefined): Promise<TextDocument> {
  if (named !== undefined) return workspace.openTextDocument(named);
  const front = window.activeTextEditor?.document;
  const document = front !== undefined && isMarkdown(front) ? front : shownDocument(active.shown);
  if (document === undefined) throw new NoDraft();
  return document;
}

/** The editor that shows a document, brought to the front where it is not. */
export async function editorOf(document: TextDocument): Promise<TextEditor> {
  const shows = (editor: TextEditor | undefined): editor is TextEditor => editor?.document === document;
  if (shows(window.activeTextEditor)) return window.activeTextEditor;
  return window.showTextDocument(document, columnOf(document));
}

/** The column of editors that a document is open in, be it behind another one; nothing where it is in none. */
export function columnOf(document: TextDocument): { readonly viewColumn?: ViewColumn } {
  const viewColumn =
    window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn ??
    window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => isOn(tab, document)))?.viewColumn;
  return viewColumn === undefined ? {} : { viewColumn };
}

/** Shows a document with a stretch of it selected and in view. */
export async function select(document: TextDocument, selection: Range): Promise<void> {
  await window.showTextDocument(document, { selection, ...columnOf(document) });
}

/** Time in ms that is spent without a word. */
const PATIENCE = 700;

/**
 * Runs work that may take long. After a while it shows a notification with its progress, from which it can be
 * cancelled.
 * @returns what `work` returns, or undefined where the user cancelled it
 */
export async function patiently<T>(
  title: string,
  work: (token: CancellationToken, report: (progress: { message?: string }) => void) => Promise<T>,
): Promise<T | undefined> {
  const source = new CancellationTokenSource();
  let last: { message?: string } = {};
  let show = (progress: { message?: string }): void => {
    last = progress;
  };
  const result = work(source.token, (progress) => show(progress));
  const done = result.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([
    done,
    new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false)),
  ]);
  if (!inTime) {
    const options = { location: ProgressLocation.Notification, title: asNotice(title), cancellable: true };
    void window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      show = ({ message }) => progress.report(message === undefined ? {} : { message: asNotice(message) });
      show(last);
      return done;
    });
  }
  try {
    return await result;
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    source.dispose();
  }
}

/** What work resolves to, or undefined where it was cancelled and came to its end all the same, perhaps half done. */
export async function unlessCancelled<T>(token: CancellationToken, work: Promise<T>): Promise<T | undefined> {
  const result = await work;
  return token.isCancellationRequested ? undefined : result;
}

/** The folder that a file of the project is to lie in; undefined where the user chooses none. */
export async function pickWorkspaceFolder(placeHolder: string): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('Open a folder first: the settings belong to it.');
  if (folders.length === 1) return folders[0]!.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}
