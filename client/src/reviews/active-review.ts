import { commands, Disposable, EventEmitter, Range, type TextDocument } from 'vscode';
import {
  type ReviewAction,
  type Reviews,
  reviewsRequest,
  serverCommands,
} from '../../../server/src/protocol';
import { type ActiveDraft, type Shown, shownDocument } from '../server/active-draft';
import type { Server } from '../server/server';

/** The changes and comments in the active document. */
export interface Review {
  readonly document: TextDocument;
  /** The version of the document in which `marks` have their ranges. */
  readonly version: number;
  readonly marks: Reviews;
  /** `CoverageResult.review` at that time; undefined after a restart of the server, whose values begin anew. */
  readonly state: string | undefined;
}

export const NONE: Reviews = { changes: [], threads: [] };

/** Follows the review in the active document, as the text changes. */
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

  /** Undefined if no Markdown is active. */
  get review(): Review | undefined {
    return this.#review;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  /** Asks for the current review in a document. */
  async of(document: TextDocument): Promise<Reviews> {
    const textDocument = { uri: this.server.uri(document.uri) };
    const marks = await this.server.request<Reviews | null>(reviewsRequest, { textDocument });
    return marks ?? NONE;
  }

  /** Runs an action on the review. Resolves to whether the editor made the change. */
  async run(document: TextDocument, action: ReviewAction): Promise<boolean> {
    const { range } = action;
    // VS Code's ranges have another form in JSON.
    const plain = range && { start: placeOf(range.start), end: placeOf(range.end) };
    const sent = plain === undefined ? action : { ...action, range: plain };
    return this.server.execute<boolean>(serverCommands.review, [this.server.uri(document.uri), sent]);
  }

  /** Makes one request at a time, and another one if something changed in the meantime. */
  async #ask(): Promise<void> {
    this.#askAgain = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#askAgain) {
      this.#askAgain = false;
      const { shown } = this.active;
      // Requests fail while the server restarts; its next state asks again.
      const review = await this.#read(shown).catch(() => undefined);
      if (!this.#askAgain) this.#show(review);
    }
    this.#asking = false;
  }

  /** The review in the active document. Not requested if it is unchanged, as after most keys. */
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

export function hasReview({ changes, threads }: Reviews): boolean {
  return changes.length + threads.length > 0;
}

function placeOf({ line, character }: { readonly line: number; readonly character: number }) {
  return { line, character };
}

/** VS Code's range for one of the protocol. */
export function rangeOf({ start, end }: Reviews['changes'][number]['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
