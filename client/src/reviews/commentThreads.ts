import {
  type Comment,
  type CommentController,
  CommentMode,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  comments,
  type Disposable,
  MarkdownString,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { ReviewThread } from '../../../server/src/protocol';
import type { ActiveReview, Review } from './activeReview';
import { hasReview, rangeOf } from './activeReview';

/** Shows the comments in the document in front as VS Code's threads at their place. */
export class CommentThreads implements Disposable {
  readonly #controller: CommentController;
  readonly #listening: Disposable;
  #document = '';
  #threads: CommentThread[] = [];

  constructor(active: ActiveReview) {
    this.#controller = comments.createCommentController('advocacy.review', 'Review of the Paper');
    this.#controller.options = { prompt: 'Reply', placeHolder: 'What do you think?' };
    this.#controller.commentingRangeProvider = {
      // VS Code marks these lines, so only those of a paper that is under review.
      provideCommentingRanges: (document) => {
        const { review } = active;
        const isReviewed = review?.document === document && hasReview(review.marks);
        return isReviewed ? [new Range(firstLine(document), 0, document.lineCount - 1, 0)] : [];
      },
    };
    this.#listening = active.onDidChange((review) => this.#show(review));
    this.#show(active.review);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#controller.dispose();
  }

  #show(review: Review | undefined): void {
    const uri = review?.document.uri.toString() ?? '';
    const found = review?.marks.threads ?? [];
    // What is there is kept, with what is being typed into it.
    if (uri !== this.#document) this.#drop(0);
    this.#document = uri;
    this.#drop(found.length);
    if (review === undefined) return;
    for (const [index, thread] of found.entries()) {
      const shown =
        this.#threads[index] ??
        this.#controller.createCommentThread(review.document.uri, rangeOf(thread.on ?? thread.range), []);
      this.#threads[index] = shown;
      update(shown, thread);
    }
  }

  #drop(from: number): void {
    for (const thread of this.#threads.splice(from)) thread.dispose();
  }
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
  return { range: thread.range ?? new Range(0, 0, 0, 0), text };
}

/** Puts what the text says into a thread, and leaves alone what is so: VS Code draws it anew at each change. */
function update(shown: CommentThread, { range, on, comments: said, resolved }: ReviewThread): void {
  const place = rangeOf(on ?? range);
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
  shown.label = on === undefined ? 'Comment' : 'Comment on these words';
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
