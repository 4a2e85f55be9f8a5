import { type Disposable, type Memento, type Uri, workspace } from 'vscode';

/** The most values that are kept; the oldest are dropped first. */
const MOST = 300;

/** Values by file, in the workspace state. A value stays with its file when that or its folder is renamed. */
export class ValuesByFile<Value> implements Disposable {
  readonly #listening: Disposable;

  constructor(
    private readonly memory: Memento,
    private readonly key: string,
  ) {
    this.#listening = workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) await this.#moved(oldUri.toString(), newUri.toString());
    });
  }

  dispose(): void {
    this.#listening.dispose();
  }

  of(file: Uri): Value | undefined {
    return this.#all()[file.toString()];
  }

  all(): readonly Value[] {
    return Object.values(this.#all());
  }

  /** @param value undefined to remove it */
  async keep(file: Uri, value: Value | undefined): Promise<void> {
    // The URI of an unsaved draft is used again for the next one.
    if (file.scheme === 'untitled' || value === this.of(file)) return;
    const { [file.toString()]: _before, ...others } = this.#all();
    const entries = Object.entries(others).slice(1 - MOST);
    if (value !== undefined) entries.push([file.toString(), value]);
    await this.memory.update(this.key, Object.fromEntries(entries));
  }

  async #moved(from: string, to: string): Promise<void> {
    const entries = Object.entries(this.#all());
    const isIn = (file: string): boolean => file === from || file.startsWith(`${from}/`);
    if (!entries.some(([file]) => isIn(file))) return;
    await this.memory.update(
      this.key,
      Object.fromEntries(
        entries.map(([file, value]) => [isIn(file) ? to + file.slice(from.length) : file, value]),
      ),
    );
  }

  #all(): Readonly<Record<string, Value>> {
    return this.memory.get<Readonly<Record<string, Value>>>(this.key, {});
  }
}
