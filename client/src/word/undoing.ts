import { type Disposable, type TextDocument, TextDocumentChangeReason, workspace } from 'vscode';

/** Does something, and returns a function that undoes it. */
type Act = () => Promise<() => Promise<unknown>>;

/** An action that goes with an edit. It is done and undone in turn, however quickly the edit is undone. */
class Followed {
  isDone = false;
  /** Whether the edit was in the draft when that was last saved; undefined if it was not saved since. */
  savedWith: boolean | undefined;
  /** Whether other edits led back to the text before it. They may reject what it brought, so undo has no meaning then. */
  isOver = false;
  #back: (() => Promise<unknown>) | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly act: Act,
    readonly before: string,
    readonly after: string,
  ) {}

  become(isDone: boolean): Promise<unknown> {
    this.isDone = isDone;
    const turn = async (): Promise<void> => {
      if (isDone) this.#back ??= await this.act();
      else {
        const back = this.#back;
        this.#back = undefined;
        await back?.();
      }
    };
    this.#running = this.#running.then(turn, turn);
    return this.#running;
  }
}

/**
 * Runs actions that go with edits of drafts, and undoes them when the edit is undone or the draft is closed without saving
 * it. Not when other edits lead to the same text, as they may have rejected what the edit brought.
 */
export class Undoing implements Disposable {
  readonly #followed = new Map<string, Followed[]>();
  readonly #listening: readonly Disposable[];

  constructor() {
    this.#listening = [
      workspace.onDidChangeTextDocument(({ document, reason }) => this.#changed(document, reason)),
      workspace.onDidSaveTextDocument((draft) => {
        for (const one of this.#of(draft)) one.savedWith = one.isDone;
      }),
      workspace.onDidCloseTextDocument((draft) => this.#closed(draft)),
    ];
  }

  dispose(): void {
    for (const one of this.#listening) one.dispose();
  }

  /** @param before the draft's text before the edit, which has been made */
  async follow(draft: TextDocument, before: string, act: Act): Promise<void> {
    // The draft may change during the action.
    const followed = new Followed(act, before, draft.getText());
    if (followed.after !== before) this.#followed.set(draft.uri.toString(), [...this.#of(draft), followed]);
    await followed.become(true);
  }

  #of(draft: TextDocument): readonly Followed[] {
    return this.#followed.get(draft.uri.toString()) ?? [];
  }

  async #changed(draft: TextDocument, reason: TextDocumentChangeReason | undefined): Promise<void> {
    const followed = this.#of(draft).filter(({ isOver }) => !isOver);
    if (followed.length === 0) return;
    const text = draft.getText();
    for (const one of followed) {
      if (reason === undefined) one.isOver = one.isDone && text === one.before;
      else if (reason === TextDocumentChangeReason.Undo && text === one.before) await one.become(false);
      else if (reason === TextDocumentChangeReason.Redo && text === one.after) await one.become(true);
    }
  }

  /** Unsaved changes are lost, so the state of the file counts. */
  async #closed(draft: TextDocument): Promise<void> {
    // A document is also closed and opened when its language changes.
    if (!draft.isClosed) return;
    const followed = this.#of(draft);
    this.#followed.delete(draft.uri.toString());
    for (const one of followed) await one.become(one.savedWith ?? false);
  }
}
