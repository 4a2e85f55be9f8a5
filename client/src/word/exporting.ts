import { Uri, window, workspace } from 'vscode';
import { ResponseError } from 'vscode-languageclient';
import {
  type ExportOptions,
  type ExportRefused,
  type ExportResult,
  serverCommands,
} from '../../../server/src/protocol';
import type { CommandName } from '../ui/command-names';
import { inProgress } from '../ui/progress';
import type { WordContext } from './context';
import { anotherName, besides } from './last-targets';
import { mergeReview, tellMerged } from './merge-review';
import { review } from './review';

export interface Request {
  readonly command: CommandName;
  /** The name of the draft's file, for messages. */
  readonly name: string;
  readonly draft: Uri;
  /** The file to write; undefined for one beside the draft. */
  readonly target: Uri | undefined;
  readonly options: ExportOptions;
}

/** Exports without questions. Resolves to undefined if the user cancelled it. */
export function exportOnce(context: WordContext, request: Request): Promise<ExportResult | undefined> {
  return inProgress(`${request.command}: ${request.name}`, (token, report) =>
    context.server.execute<ExportResult>(
      serverCommands.exportWord,
      exportArguments(context, request),
      token,
      report,
    ),
  );
}

/** The arguments of the server's command. A document that was brought home may be overwritten. */
export function exportArguments(
  { server, overwritable }: WordContext,
  { draft, target, options }: Omit<Request, 'command' | 'name'>,
): readonly unknown[] {
  const known =
    draft.scheme === 'untitled' && target === undefined
      ? undefined
      : overwritable.sumOf(target ?? besides(draft));
  return [
    server.uri(draft),
    target === undefined ? null : server.uri(target),
    known === undefined ? options : { ...options, broughtHome: known },
  ];
}

/** Why an export was refused; undefined for any other error. */
export function refusalOf(error: unknown): ExportRefused | undefined {
  return error instanceof ResponseError ? (error.data as ExportRefused | undefined) : undefined;
}

/**
 * Exports, after showing the issues of the draft, and asks what to do about an existing file.
 * Resolves to undefined if the user cancelled it.
 */
export async function exportAsking(
  context: WordContext,
  request: Request,
): Promise<ExportResult | undefined> {
  let { target, options } = request;
  for (;;) {
    try {
      const result = await exportOnce(context, { ...request, target, options });
      if (result === undefined || result.written) return result;
      const isFinal = options.final === true;
      if (!(await review(context.reviews, request.draft, result, isFinal))) return undefined;
      options = { ...options, review: false };
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === undefined) throw error;
      const way = await wayOut(refused, error);
      if (way === undefined) return undefined;
      if (way === 'bring back') {
        await bringBack(context, request.draft, Uri.parse(refused.uri, true));
        return undefined;
      }
      if (way === 'elsewhere') {
        target = await askTarget(anotherName(Uri.parse(refused.uri, true)), request.command);
        if (target === undefined) return undefined;
        // The dialog has asked whether to overwrite an existing file.
        options = { ...options, force: true, despiteOpen: false };
      } else options = { ...options, ...way };
    }
  }
}

/** Brings the existing document home into the draft, which the user then looks through before exporting it again. */
export async function bringBack(context: WordContext, draft: Uri, document: Uri): Promise<void> {
  const home = await mergeReview(context, await workspace.openTextDocument(draft), document);
  if (home !== undefined) void tellMerged(home, document);
}

export const BRING_BACK = 'Bring It Back First';
const TRY_AGAIN = 'Try Again';
const ANOTHER_NAME = 'Save Under Another Name…';
const OVERWRITE = 'Overwrite';
const WRITE_ANYWAY = 'Write Anyway';

/** Asks what to do about an existing file: options to try again with, `elsewhere`, or `bring back`. */
async function wayOut(
  { reason, uri }: ExportRefused,
  error: unknown,
): Promise<ExportOptions | 'elsewhere' | 'bring back' | undefined> {
  const name = Uri.parse(uri, true).path.split('/').at(-1)!;
  const [message, detail, ...ways] = questions(name, error)[reason];
  const answer = await window.showWarningMessage(message, { modal: true, detail }, ...ways);
  switch (answer) {
    case TRY_AGAIN:
      return {};
    case BRING_BACK:
      return 'bring back';
    case ANOTHER_NAME:
      return 'elsewhere';
    case OVERWRITE:
      return { force: true };
    case WRITE_ANYWAY:
      return { despiteOpen: true };
    default:
      return undefined;
  }
}

type Question = readonly [message: string, detail: string, ...ways: string[]];

function questions(name: string, error: unknown): Readonly<Record<ExportRefused['reason'], Question>> {
  const said =
    error instanceof Error ? error.message.replace(/\. Close it there, and export again\.$/, '.') : '';
  return {
    exists: [
      `${name} is there already, and Library Advocacy did not write it.`,
      'Overwriting it cannot be undone.',
      ANOTHER_NAME,
      OVERWRITE,
    ],
    changed: [
      `${name} was changed or saved by somebody since it was exported.`,
      'Brought back, their changes and comments stand in the draft, to be accepted or not. Overwriting it loses them, and cannot be undone.',
      BRING_BACK,
      ANOTHER_NAME,
      OVERWRITE,
    ],
    open: [
      said,
      'Close it there, then try again. If nobody has it open any more, the sign of that was left behind: write anyway.',
      TRY_AGAIN,
      ANOTHER_NAME,
      WRITE_ANYWAY,
    ],
    locked: [
      said,
      'Close it in Word, then try again. The document that is there is as it was.',
      TRY_AGAIN,
      ANOTHER_NAME,
    ],
  };
}

/** Asks where to write a Word document. @param title of the dialog @param defaultUri the file that it suggests */
export async function askTarget(defaultUri: Uri | undefined, title: CommandName): Promise<Uri | undefined> {
  return window.showSaveDialog({
    filters: { 'Word document': ['docx'] },
    title,
    ...(defaultUri ? { defaultUri } : {}),
  });
}
