import { commands, Disposable, EventEmitter, Range, type TextDocument } from 'vscode';
import {
  type ReviewAction,
  type Reviews,
  reviewsRequest,
  serverCommands,
} from '../../../server/src/protocol';
import { type ActiveDraft, type Shown, shownDocument } from '../activeDraft';
import type { Server } from '../server';

/** The changes and comments in the document in front of the user. */
export interface Review {
  readonly document: TextDocument;
  /** Of the document that `marks` are places in. */
  readonly version: number;
  readonly marks: Reviews;
  /** What `CoverageResult.review` said of it; undefined where another server numbers anew. */
  readonly state: string | undefined;
}

export const NONE: Reviews = { changes: [], threads: [] };

/** Follows the review in the document in front of the user, as the text changes. */
export class ActiveReview implements Disposable {
  readonly #changed = new EventEmitter<Review | undefined>();
  readonly #listening: Disposable;
  #review: Review | undefined;
  #asking = false;
  #askAgain = false;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly server: Server,
    private readonly active: ActiveDraft,
  ) {
    this.#listening = Disposable.from(
      active.onDidChange(() => void this.#ask()),
      server.onDidChangeState(() => {
        this.#review = this.#review && { ...this.#review, state: undefined };
      }),
    );
    void this.#ask();
  }

  /** Undefined where no Markdown is in front. */
  get review(): Review | undefined {
    return this.#review;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  /** The review in a document as it is now. */
  async of(document: TextDocument): Promise<Reviews> {
    const textDocument = { uri: this.server.uri(document.uri) };
    const marks = await this.server.request<Reviews | null>(reviewsRequest, { textDocument });
    return marks ?? NONE;
  }

  /** Does something with the review; resolves to whether the editor made the change. */
  async run(document: TextDocument, action: ReviewAction): Promise<boolean> {
    const { range } = action;
    // VS Code's ranges become something else in JSON.
    const plain = range && { start: placeOf(range.start), end: placeOf(range.end) };
    const sent = plain === undefined ? action : { ...action, range: plain };
    return this.server.execute<boolean>(serverCommands.review, [this.server.uri(document.uri), sent]);
  }

  /** One request at a time, and once more where something changed meanwhile. */
  async #ask(): Promise<void> {
    this.#askAgain = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#askAgain) {
      this.#askAgain = false;
      const { shown } = this.active;
      // Between the server's end and its restart requests fail; the next state asks again.
      const review = await this.#read(shown).catch(() => undefined);
      if (!this.#askAgain) this.#show(review);
    }
    this.#asking = false;
  }

  /** The review in what is shown. Most keys leave it as it was: then it is not asked for. */
  async #read(shown: Shown): Promise<Review | undefined> {
    const document = shownDocument(shown);
    if (document === undefined) return undefined;
    const { review: state, version } = ('coverage' in shown && shown.coverage) || {};
    const before = this.#review?.document === document ? this.#review : undefined;
    if (shown.kind === 'reading') return before;
    if (state === '') return { document, version: version!, marks: NONE, state };
    if (before && state !== undefined && state === before.state) return { ...before, version: version! };
    return { document, marks: await this.of(document), version: document.version, state };
  }

  #show(review: Review | undefined): void {
    this.#review = review;
    const reviewed = review !== undefined && hasReview(review.marks);
    const resolved = review?.marks.threads.some((thread) => thread.resolved) ?? false;
    void commands.executeCommand('setContext', 'advocacy.hasReview', reviewed);
    void commands.executeCommand('setContext', 'advocacy.hasResolved', resolved);
    this.#changed.fire(review);
  }
}

/** Whether there is anything of a review. */
export function hasReview({ changes, threads }: Reviews): boolean {
  return changes.length + threads.length > 0;
}

function placeOf({ line, character }: { readonly line: number; readonly character: number }) {
  return { line, character };
}

/** A range of the protocol. */
export function rangeOf({ start, end }: Reviews['changes'][number]['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
