import {
  type CommentReply,
  type CommentThread,
  commands,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  window,
} from 'vscode';
import type { ReviewBy } from '../../../server/src/protocol';
import { oneLine, shortened } from '../../../server/src/text/shorten';
import { nameOf } from '../editor/documents';
import { editorOf } from '../editor/editors';
import { rangeOf } from '../reviews/active-review';
import { documentOf as documentOfThread, placeIn, saidIn } from '../reviews/comment-threads';
import { REMOVE_RESOLVED } from '../ui/command-ids';
import { commandNames } from '../ui/command-names';
import { notice } from '../ui/notice';
import { catalogueOf } from './pick-kind';
import { type Command, type Context, documentOf, optionsIn, text, uriIn } from './support';

/**
 * Goes to the next change or comment behind the cursor, and after the last one to the first. Arguments: a document's
 * URI, and `{ first: true }` to go to the first one in any case. Resolves to its range.
 */
export const nextReviewMark: Command = (context, args) => go(context, args, 1);
export const previousReviewMark: Command = (context, args) => go(context, args, -1);

async function go(context: Context, args: readonly unknown[], step: 1 | -1): Promise<Range | undefined> {
  const document = await documentOf(context, uriIn(args));
  const editor = await editorOf(document);
  const { changes, threads } = await context.review.of(document);
  // After a review was brought home, the user begins with its first change, wherever the cursor is.
  const fromTop = optionsIn(args)?.first === true;
  const open = threads.filter(({ resolved }) => !resolved).map(({ range, on }) => rangeOf(on ?? range));
  const ranges = [...changes.map(({ range }) => rangeOf(range)), ...open].sort((a, b) =>
    a.start.compareTo(b.start),
  );
  const { active } = editor.selection;
  const at = fromTop
    ? 0
    : step === 1
      ? ranges.findIndex(({ start }) => start.isAfter(active))
      : ranges.findLastIndex(({ start }) => start.isBefore(active));
  const range = ranges.at(at === -1 && step === 1 ? 0 : at);
  if (range === undefined) {
    void sayNothingOpen(document, threads.length);
    return undefined;
  }
  // Without a selection, which the next key would replace.
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return range;
}

/** @param resolved the number of resolved comments in the text */
async function sayNothingOpen({ uri }: TextDocument, resolved: number): Promise<void> {
  const remove = commandNames[REMOVE_RESOLVED];
  const message = 'No change and no comment is open.';
  const answer = await window.showInformationMessage(message, ...(resolved > 0 ? [remove] : []));
  if (answer === remove) await commands.executeCommand(REMOVE_RESOLVED, uri);
}

/** Removes all resolved comments of a document, as one undoable edit. Resolves to their number. */
export const removeResolved: Command = async (context, args) => {
  const document = await documentOf(context, uriIn(args));
  const { threads } = await context.review.of(document);
  const count = threads.filter(({ resolved }) => resolved).length;
  if (count === 0) {
    void window.showInformationMessage(...notice(`No comment in ${nameOf(document)} is resolved.`));
    return undefined;
  }
  return (await context.review.run(document, { do: 'clear' })) ? count : undefined;
};

/**
 * Opens the comment at the cursor or on its line, with the cursor in the box for a reply. Arguments: a document's URI and
 * a range (default: the active draft and its selection). Resolves to whether there is a comment.
 */
export const answerComment: Command = async (context, args) => {
  const document = await documentOf(context, uriIn(args));
  const given = args.find((value): value is Range => value instanceof Range);
  const range = given ?? (await editorOf(document)).selection;
  const line = document.lineAt(range.start.line).range;
  if ((await context.threads.answer(document, range)) || (await context.threads.answer(document, line)))
    return true;
  void window.showInformationMessage(
    ...notice('There is no comment here. Ctrl+F9 (on a Mac, Cmd+F9) goes to the next one.'),
  );
  return undefined;
};

/**
 * Comments on the selection, or on the word at the cursor. Arguments: a document's URI, and `{ text }` to be asked for
 * nothing but an unknown name. Resolves to whether the comment was made.
 */
export const commentOnSelection: Command = async (context, args) => {
  const document = await documentOf(context, uriIn(args));
  const { selection } = await editorOf(document);
  const place = selection.isEmpty ? atCursor(document, selection) : selection;
  if (place === undefined)
    throw new Error(
      'A comment stands on words, and there are none on this line. Select those that it is about.',
    );
  const on = shortened(oneLine(document.getText(place)), EXCERPT);
  const words =
    text(optionsIn(args)?.text) ??
    (await window.showInputBox({
      title: 'Comment',
      prompt: selection.isEmpty
        ? `Nothing is selected: it stands on “${on}”, where the cursor is.`
        : `It stands on “${on}”.`,
      ignoreFocusOut: true,
    }));
  return words === undefined ? undefined : sayIn(context, document, place, words, 'comment');
};

/** How much of the commented words is shown, in characters. */
const EXCERPT = 60;

/** The word at the cursor, as in Word, or else all words of its line; undefined for none. */
function atCursor(document: TextDocument, { active }: Selection): Range | undefined {
  const word = document.getWordRangeAtPosition(active, /[\p{L}\p{N}][\p{L}\p{N}'’-]*/u);
  if (word !== undefined) return word;
  return document.lineAt(active.line).isEmptyOrWhitespace
    ? undefined
    : wordsOf(document, active.line, active.line);
}

// --- Buttons of comment threads. Their argument is the thread, or what was typed into it ----------------------------

export const replyToComment: Command = async (context, [reply]) =>
  say(context, reply as CommentReply, 'reply');

export const addComment: Command = async (context, [reply]) => {
  const made = reply as CommentReply;
  const done = await say(context, made, 'comment');
  // The comment is in the text now, and gets another thread.
  if (done) made.thread.dispose();
  return done;
};

export const resolveComment: Command = (context, [thread]) =>
  mark(context, thread as CommentThread, 'resolve');
export const reopenComment: Command = (context, [thread]) => mark(context, thread as CommentThread, 'reopen');
export const deleteComment: Command = (context, [thread]) => mark(context, thread as CommentThread, 'delete');

async function mark(
  context: Context,
  thread: CommentThread,
  what: 'resolve' | 'reopen' | 'delete',
): Promise<boolean | undefined> {
  const range = placeIn(thread);
  return (await context.review.run(await documentOfThread(thread), { do: what, range })) || undefined;
}

async function say(
  context: Context,
  reply: CommentReply,
  what: 'reply' | 'comment',
): Promise<boolean | undefined> {
  const { range, text: words } = saidIn(reply);
  const document = await documentOfThread(reply.thread);
  const place = what === 'comment' ? onWords(document, range) : range;
  return sayIn(context, document, place, words, what);
}

async function sayIn(
  context: Context,
  document: TextDocument,
  range: Range,
  words: string,
  what: 'reply' | 'comment',
): Promise<boolean | undefined> {
  if (words.trim() === '') return undefined;
  const by = await whoSays(context, document);
  if (by === undefined) return undefined;
  return (await context.review.run(document, { do: what, range, text: words, ...by })) || undefined;
}

/** The selection that a new comment was begun on; or else the words of its lines, as VS Code only gives whole lines. */
function onWords(document: TextDocument, range: Range): Range {
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const selection = editor?.selection;
  if (selection && !selection.isEmpty && range.contains(selection.start)) return selection;
  return wordsOf(document, range.start.line, range.end.line);
}

/** The marks at the beginning of a quotation, a heading or an item. */
const BEGINNING = /^(?:[\s>]|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)*/;

/** From the first letter of a line to the last one of another. */
function wordsOf(document: TextDocument, first: number, last: number): Range {
  const [{ length: start }] = BEGINNING.exec(document.lineAt(first).text)!;
  return new Range(first, start, last, document.lineAt(last).text.trimEnd().length);
}

const NAME = 'advocacy.reviewer';

/** The author and date of a comment. The name was entered before, is in the folder's configuration, or is asked for once. */
async function whoSays(context: Context, document: TextDocument): Promise<Required<ReviewBy> | undefined> {
  const { about } = await catalogueOf(context, document.uri);
  // “Ann Moss, Head of Libraries”: the role is not part of a reviewer's name.
  const known = context.memory.get<string>(NAME) ?? about.author?.split(',')[0];
  const author =
    known ??
    (await window.showInputBox({
      title: 'Who comments?',
      prompt: 'Your name, as it is to stand at your comments.',
      ignoreFocusOut: true,
    }));
  if (author === undefined) return undefined;
  if (known === undefined && author.trim() !== '') await context.memory.update(NAME, author.trim());
  return { author: author.trim(), date: new Date().toISOString().slice(0, 16).concat('Z') };
}
