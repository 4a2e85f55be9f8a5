import { type Disposable, type TextDocument, TextDocumentChangeReason, type Uri, workspace } from 'vscode';

/** Does something; what it returns takes that back. */
type Act = () => Promise<() => Promise<unknown>>;

interface Followed {
  readonly act: Act;
  readonly before: string;
  readonly after: string;
  /** Undefined while it is taken back. */
  takeBack: (() => Promise<unknown>) | undefined;
  isSaved: boolean;
}

/**
 * Does what goes with an edit of a draft, and takes it back with the edit: where that is undone, and where the draft is
 * closed as it was before. Not where other edits lead to the same text: they may have rejected what the edit brought.
 */
export class Undoing implements Disposable {
  readonly #followed = new Map<string, Followed[]>();
  readonly #listening: readonly Disposable[];

  constructor() {
    this.#listening = [
      workspace.onDidChangeTextDocument(({ document, reason }) => this.#changed(document, reason)),
      workspace.onDidSaveTextDocument((draft) => {
        for (const one of this.#of(draft)) one.isSaved = true;
      }),
      workspace.onDidCloseTextDocument((draft) => this.#closed(draft)),
    ];
  }

  dispose(): void {
    for (const one of this.#listening) one.dispose();
  }

  /** @param before the draft's text before the edit, which has been made */
  async follow(draft: TextDocument, before: string, act: Act): Promise<void> {
    const takeBack = await act();
    const after = draft.getText();
    if (after === before) return;
    const followed = { act, before, after, takeBack, isSaved: false };
    this.#followed.set(draft.uri.toString(), [...this.#of(draft), followed]);
  }

  #of(draft: TextDocument): readonly Followed[] {
    return this.#followed.get(draft.uri.toString()) ?? [];
  }

  async #changed(draft: TextDocument, reason: TextDocumentChangeReason | undefined): Promise<void> {
    const followed = reason === undefined ? [] : this.#of(draft);
    if (followed.length === 0) return;
    const text = draft.getText();
    for (const one of followed) {
      if (reason === TextDocumentChangeReason.Undo && text === one.before) await takeBack(one);
      if (reason === TextDocumentChangeReason.Redo && text === one.after) one.takeBack ??= await one.act();
    }
  }

  async #closed(draft: TextDocument): Promise<void> {
    const followed = this.#of(draft).filter(({ isSaved }) => !isSaved);
    // One whose language changes is closed and opened.
    if (!draft.isClosed) return;
    this.#followed.delete(draft.uri.toString());
    if (followed.length === 0) return;
    const text = await onDisk(draft.uri);
    for (const one of followed) if (text === one.before) await takeBack(one);
  }
}

async function takeBack(one: Followed): Promise<void> {
  const back = one.takeBack;
  one.takeBack = undefined;
  await back?.();
}

/** Undefined where it cannot be read. */
async function onDisk(draft: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(draft));
  } catch {
    return undefined;
  }
}
