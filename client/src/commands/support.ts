import { type TextDocument, Uri, window, workspace } from 'vscode';
import { remoteAddressProblem } from '../../../server/src/files/remote';
import { isMarkdown } from '../editor/documents';
import type { FillingIn } from '../filling-in/filling-in';
import type { PlacesToFill } from '../filling-in/places-to-fill';
import type { ActiveReview } from '../reviews/active-review';
import type { CommentThreads } from '../reviews/comment-threads';
import { type ActiveDraft, shownDocument } from '../server/active-draft';
import type { WalkthroughSteps } from '../views/walkthrough-steps';
import type { WordContext } from '../word/context';

/** What commands share. */
export interface Context extends WordContext {
  readonly active: ActiveDraft;
  readonly review: ActiveReview;
  readonly steps: Pick<WalkthroughSteps, 'note'>;
  readonly threads: Pick<CommentThreads, 'answer'>;
  readonly places: PlacesToFill;
  readonly filling: FillingIn;
  /** The folder of the extension. */
  readonly extension: Uri;
  /** A folder for the extension's own files. */
  readonly storage: Uri;
  /** The user's own folder; undefined in a browser, which has none. */
  readonly home: Uri | undefined;
}

/** A command: gets the arguments of `executeCommand`, and resolves to what its file says. */
export type Command = (context: Context, args: readonly unknown[]) => Promise<unknown>;

/** Keys of the objects that menus and buttons pass. */
const KEYS_FROM_MENUS = ['groupId', 'node', 'scheme', 'thread', 'comments'];

/** The options object among a command's arguments, with which a command asks nothing. Menus pass objects, too. */
export function optionsIn(args: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
  return args.find((value): value is Record<string, unknown> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uri)
      return false;
    // Keys of editors, of rows of a view, of URIs from JSON, and of comment threads and replies.
    return !KEYS_FROM_MENUS.some((key) => key in value);
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

/** Addresses of files and shares. */
const ADDRESS = /^\s*(?:file:|[\\/]{2}[^\\/\s]+[\\/])/i;

/**
 * Commands are also called by other extensions and shortcuts.
 *
 * @throws Error where an argument is on another computer on which nothing is open
 */
export function stayHere(args: readonly unknown[]): void {
  const open = (): string[] =>
    [...(workspace.workspaceFolders ?? []), ...workspace.textDocuments].map((one) => one.uri.toString());
  for (const value of [...args.flat(), ...Object.values(optionsIn(args) ?? {})]) {
    const isAddress = value instanceof Uri || (typeof value === 'string' && ADDRESS.test(value));
    const reason = isAddress ? remoteAddressProblem(value.toString(), open) : undefined;
    if (reason !== undefined) throw new Error(reason);
  }
}

/** Thrown where a command needs a draft, and none is active. */
export class NoDraft extends Error {
  constructor() {
    super('Open a Markdown document first.');
  }
}

/**
 * The Markdown document of a command: the one named, or else the active one.
 *
 * @throws NoDraft where there is none
 */
export async function documentOf({ active }: Context, named: Uri | undefined): Promise<TextDocument> {
  if (named !== undefined) return workspace.openTextDocument(named);
  const front = window.activeTextEditor?.document;
  const document = front !== undefined && isMarkdown(front) ? front : shownDocument(active.shown);
  if (document === undefined) throw new NoDraft();
  return document;
}

/** The folder for a file of the project; undefined where the user chooses none. */
export async function pickWorkspaceFolder(placeHolder: string): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('Open a folder first: the settings belong to it.');
  if (folders.length === 1) return folders[0]!.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}
