import {
  CodeAction,
  CodeActionKind,
  type Comment,
  type CommentController,
  type CommentingRangeProvider,
  CommentMode,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  commands,
  comments,
  Disposable,
  languages,
  MarkdownString,
  Position,
  Range,
  Selection,
  type TextDocument,
  workspace,
} from 'vscode';
import type { ReviewThread } from '../../../server/src/protocol';
import { getOrInsert } from '../../../server/src/util/memoize';
import { judgedSchemes } from '../editor/documents';
import { editorOf } from '../editor/editors';
import { ANSWER_COMMENT } from '../ui/command-ids';
import type { ActiveReview, Review } from './active-review';
import { hasReview, rangeOf } from './active-review';
import { commentWords } from './review-labels';

/**
 * Shows the comments of drafts as VS Code's comment threads: of the active document as its text changes, and of those that
 * were active before as they were then, as VS Code lists the comments of all of them.
 */
export class CommentThreads implements Disposable {
  readonly #controller: CommentController;
  readonly #listening: Disposable;
  /** VS Code marks the lines that can be commented on, so there are only some in a paper under review. */
  readonly #commentable: CommentingRangeProvider = {
    provideCommentingRanges: (document) => {
      const { review } = this.active;
      const isReviewed = review?.document === document && hasReview(review.marks);
      return isReviewed ? linesWithText(document) : [];
    },
  };
  /** By URI of the document. */
  readonly #threads = new Map<string, CommentThread[]>();
  /** The documents, by URI, for which VS Code was told to ask again, as they are under review. */
  readonly #askedAgain = new Set<string>();

  constructor(private readonly active: ActiveReview) {
    this.#controller = comments.createCommentController('advocacy.review', 'Review of the Paper');
    this.#controller.options = { prompt: 'Reply', placeHolder: 'What do you think?' };
    this.#controller.commentingRangeProvider = this.#commentable;
    this.#listening = Disposable.from(
      active.onDidChange((review) => this.#show(review)),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#drop(uri.toString(), 0);
        this.#askedAgain.delete(uri.toString());
      }),
      languages.registerCodeActionsProvider(
        judgedSchemes().map((scheme) => ({ scheme, language: 'markdown' })),
        { provideCodeActions: (document, range) => this.#actions(document, range) },
        { providedCodeActionKinds: [CodeActionKind.QuickFix] },
      ),
    );
    this.#show(active.review);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#controller.dispose();
  }

  /** Opens the comment at a range, with the cursor in the box for a reply. Resolves to false if there is none. */
  async answer(document: TextDocument, range: Range): Promise<boolean> {
    const thread = this.#at(document, range);
    const start = thread?.range?.start;
    if (thread === undefined || start === undefined) return false;
    const editor = await editorOf(document);
    thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    // VS Code can only go to the next thread behind the cursor, and from its comments to the box.
    const before = isStart(start)
      ? document.lineAt(document.lineCount - 1).range.end
      : justBefore(document, start);
    editor.selection = new Selection(before, before);
    await commands.executeCommand('editor.action.nextCommentThreadAction');
    editor.selection = new Selection(start, start);
    await commands.executeCommand('widgetNavigation.focusNext');
    return true;
  }

  #at(document: TextDocument, range: Range): CommentThread | undefined {
    const { review } = this.active;
    if (review?.document !== document) return undefined;
    const covers = ({ range: whole, on }: ReviewThread): boolean =>
      [whole, ...(on === undefined ? [] : [on])].some(
        (one) => rangeOf(one).intersection(range) !== undefined,
      );
    return this.#threads.get(document.uri.toString())?.[review.marks.threads.findLastIndex(covers)];
  }

  #actions(document: TextDocument, range: Range): CodeAction[] {
    if (this.#at(document, range) === undefined) return [];
    const title = 'Answer this comment';
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { command: ANSWER_COMMENT, title, arguments: [document.uri, range] };
    return [action];
  }

  #show(review: Review | undefined): void {
    if (review === undefined) return;
    const { document, marks } = review;
    const uri = document.uri.toString();
    this.#drop(uri, marks.threads.length);
    const taken: Position[] = [];
    // Existing threads are kept, with what is being typed into them.
    const threads = getOrInsert(this.#threads, uri, () => []);
    for (const [index, thread] of marks.threads.entries()) {
      const place = apart(shownAt(document, thread), taken);
      taken.push(place.start);
      const shown = threads[index] ?? this.#controller.createCommentThread(document.uri, place, []);
      threads[index] = shown;
      update(shown, thread, place, document);
    }
    void this.#askAgain(uri, hasReview(marks));
  }

  /**
   * VS Code asks once, when it shows a document, what is to be commented on, which may be before its review is known.
   * Where it is told of another answer, it shows all threads anew, so this is done once for a document.
   */
  async #askAgain(uri: string, isReviewed: boolean): Promise<void> {
    if (!isReviewed) this.#askedAgain.delete(uri);
    if (!isReviewed || this.#askedAgain.has(uri)) return;
    this.#askedAgain.add(uri);
    // When this has come back from VS Code, it knows the new threads and has the answer to what it asked before.
    await commands.executeCommand('setContext', 'advocacy.hasReview', true);
    this.#controller.commentingRangeProvider = this.#commentable;
  }

  /** Removes the threads of a document from the one at a position on. */
  #drop(uri: string, from: number): void {
    const threads = this.#threads.get(uri);
    for (const thread of threads?.splice(from) ?? []) thread.dispose();
    if (from === 0) this.#threads.delete(uri);
  }
}

/** The lines that can be commented on, which are those with words. */
function linesWithText(document: TextDocument): Range[] {
  const ranges: Range[] = [];
  for (let line = firstLine(document); line < document.lineCount; line++) {
    if (document.lineAt(line).isEmptyOrWhitespace) continue;
    const first = line;
    while (line + 1 < document.lineCount && !document.lineAt(line + 1).isEmptyOrWhitespace) line++;
    ranges.push(new Range(first, 0, line, document.lineAt(line).text.length));
  }
  return ranges;
}

/** The first line below the front matter, which cannot be commented on. */
function firstLine(document: TextDocument): number {
  const isFence = (line: number): boolean => /^---[ \t]*$/.test(document.lineAt(line).text);
  if (!isFence(0)) return 0;
  for (let line = 1; line < document.lineCount - 1; line++) if (isFence(line)) return line + 1;
  return 0;
}

/** The text that was typed into a thread, and the range that it is on; for a new one, the lines of its words. */
export function saidIn({ thread, text }: CommentReply): { readonly range: Range; readonly text: string } {
  return { range: placeIn(thread), text };
}

/** The range that each thread is on, as it may be shown at another one. */
const places = new WeakMap<CommentThread, Range>();

/** The range that a thread is on. */
export function placeIn(thread: CommentThread): Range {
  return places.get(thread) ?? thread.range ?? new Range(0, 0, 0, 0);
}

/** The longest line that is probably not wrapped, in characters. */
const SHORT = 50;

/** How far below its words a thread may be shown, in characters: about the length of a long paragraph. */
const NEAR = 1000;

/**
 * The range at which a thread is shown: its words; if these are in a long line, up to the next empty line below. VS Code
 * shows an icon beside each screen line that the last line of a thread is wrapped into, as if there were several comments.
 */
function shownAt(document: TextDocument, { range, on }: ReviewThread): Range {
  const place = rangeOf(on ?? range);
  if (document.lineAt(place.end.line).text.length <= SHORT) return place;
  let between = 0;
  for (let below = place.end.line + 1; below < document.lineCount && between <= NEAR; below++) {
    const { isEmptyOrWhitespace, text } = document.lineAt(below);
    if (isEmptyOrWhitespace) return new Range(place.start, new Position(below, 0));
    between += text.length;
  }
  return place;
}

/** A range with a start of its own, as VS Code can go to only one of the threads that start at the same place. */
function apart(place: Range, taken: readonly Position[]): Range {
  let { start } = place;
  while (taken.some((one) => one.isEqual(start)) && start.translate(0, 1).isBefore(place.end))
    start = start.translate(0, 1);
  return start === place.start ? place : new Range(start, place.end);
}

const isStart = ({ line, character }: Position): boolean => line === 0 && character === 0;

function justBefore(document: TextDocument, { line, character }: Position): Position {
  return character > 0 ? new Position(line, character - 1) : document.lineAt(line - 1).range.end;
}

/** Updates a thread from the text. Assigns only what has changed, as VS Code redraws it at each assignment. */
function update(shown: CommentThread, thread: ReviewThread, place: Range, document: TextDocument): void {
  const { range, on, comments: said, resolved } = thread;
  places.set(shown, rangeOf(range));
  if (!shown.range?.isEqual(place)) shown.range = place;
  const now = said.map(commentOf);
  if (JSON.stringify(shown.comments.map(plain)) !== JSON.stringify(now.map(plain))) shown.comments = now;
  const state = resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
  if (shown.state !== state) {
    shown.state = state;
    shown.contextValue = resolved ? 'resolved' : 'open';
    // Collapsed threads show as icons in the margin and do not move the text.
    shown.collapsibleState = CommentThreadCollapsibleState.Collapsed;
  }
  // Several threads that are shown at the same place are told apart by their labels.
  const label = commentWords(on === undefined ? '' : document.getText(rangeOf(on)));
  if (shown.label !== label) shown.label = label;
  shown.canReply = true;
}

const plain = ({ author, body, timestamp }: Comment) => [
  author.name,
  typeof body === 'string' ? body : body.value,
  timestamp?.getTime(),
];

function commentOf({ author, date, text }: ReviewThread['comments'][number]): Comment {
  const time = date === undefined ? Number.NaN : Date.parse(date);
  return {
    author: { name: author || 'Somebody' },
    body: new MarkdownString().appendText(text),
    mode: CommentMode.Preview,
    ...(!Number.isNaN(time) && { timestamp: new Date(time) }),
  };
}

export const documentOf = ({ uri }: CommentThread) => workspace.openTextDocument(uri);
