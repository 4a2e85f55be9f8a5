import {
  CodeAction,
  CodeActionKind,
  type Comment,
  type CommentController,
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
import { ANSWER_COMMENT } from '../commandIds';
import { judgedSchemes } from '../documents';
import { editorOf } from '../editors';
import type { ActiveReview, Review } from './activeReview';
import { hasReview, rangeOf } from './activeReview';
import { commentWords } from './reviewWords';

/** Shows the comments in the document in front as VS Code's threads at their place. */
export class CommentThreads implements Disposable {
  readonly #controller: CommentController;
  readonly #listening: Disposable;
  #document = '';
  #threads: CommentThread[] = [];

  constructor(private readonly active: ActiveReview) {
    this.#controller = comments.createCommentController('advocacy.review', 'Review of the Paper');
    this.#controller.options = { prompt: 'Reply', placeHolder: 'What do you think?' };
    this.#controller.commentingRangeProvider = {
      // VS Code marks these lines, so only those of a paper that is under review.
      provideCommentingRanges: (document) => {
        const { review } = active;
        const isReviewed = review?.document === document && hasReview(review.marks);
        return isReviewed ? linesWithText(document) : [];
      },
    };
    this.#listening = Disposable.from(
      active.onDidChange((review) => this.#show(review)),
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

  /** Opens the comment at a place, with the cursor where the answer is typed; false where there is none. */
  async answer(document: TextDocument, range: Range): Promise<boolean> {
    const thread = this.#at(document, range);
    const start = thread?.range?.start;
    if (thread === undefined || start === undefined) return false;
    const editor = await editorOf(document);
    thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    // VS Code goes to no thread by name, but to the next one behind the cursor, and from its comments on to the box.
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
    return this.#threads[review.marks.threads.findLastIndex(covers)];
  }

  #actions(document: TextDocument, range: Range): CodeAction[] {
    if (this.#at(document, range) === undefined) return [];
    const title = 'Answer this comment';
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { command: ANSWER_COMMENT, title, arguments: [document.uri, range] };
    return [action];
  }

  #show(review: Review | undefined): void {
    const uri = review?.document.uri.toString() ?? '';
    const found = review?.marks.threads ?? [];
    // What is there is kept, with what is being typed into it.
    if (uri !== this.#document) this.#drop(0);
    this.#document = uri;
    this.#drop(found.length);
    if (review === undefined) return;
    const taken: Position[] = [];
    for (const [index, thread] of found.entries()) {
      const place = apart(shownAt(review.document, thread), taken);
      taken.push(place.start);
      const shown =
        this.#threads[index] ?? this.#controller.createCommentThread(review.document.uri, place, []);
      this.#threads[index] = shown;
      update(shown, thread, place, review.document);
    }
  }

  #drop(from: number): void {
    for (const thread of this.#threads.splice(from)) thread.dispose();
  }
}

/** The lines that can be commented on: a comment stands on words, and there are none in an empty line. */
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

/** The line below the details at the top, which take no comments. */
function firstLine(document: TextDocument): number {
  const isFence = (line: number): boolean => /^---[ \t]*$/.test(document.lineAt(line).text);
  if (!isFence(0)) return 0;
  for (let line = 1; line < document.lineCount - 1; line++) if (isFence(line)) return line + 1;
  return 0;
}

/** The words that a person put into a thread, and where it stands; of a new one, the lines of its words. */
export function saidIn({ thread, text }: CommentReply): { readonly range: Range; readonly text: string } {
  return { range: placeIn(thread), text };
}

/** Where each thread stands in the text: it is shown elsewhere. */
const places = new WeakMap<CommentThread, Range>();

/** Where a thread stands in the text. */
export function placeIn(thread: CommentThread): Range {
  return places.get(thread) ?? thread.range ?? new Range(0, 0, 0, 0);
}

/** Letters of a line that is not likely to be wrapped. */
const SHORT = 50;

/** Letters of other items between a comment and its sign: about as far as the end of a long paragraph is. */
const NEAR = 1000;

/**
 * Where a thread is shown: at its words, but where these are in a long line, to the next empty line below. VS Code has a
 * sign beside each line on the screen that the last line of a thread is wrapped into, as if there were as many comments.
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

/** VS Code goes to threads by where they start, and to one of those that start at the same place: each has its own. */
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

/** Puts what the text says into a thread, and leaves alone what is so: VS Code draws it anew at each change. */
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
    // A sign in the margin leaves the text as it is; what it says is unfolded there.
    shown.collapsibleState = CommentThreadCollapsibleState.Collapsed;
  }
  // Where it is shown below, its sign may be that of others as well.
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

/** The document that a thread is in. */
export const documentOf = ({ uri }: CommentThread) => workspace.openTextDocument(uri);
