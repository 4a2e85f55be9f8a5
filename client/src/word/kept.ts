import { type Disposable, type Memento, type Uri, workspace } from 'vscode';

/** More are not kept: the oldest go first. */
const MOST = 300;

/** What is kept for files by their addresses, with the workspace. It goes with a file when that or its folder gets another name. */
export class Kept<Value> implements Disposable {
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

  /** @param value undefined: nothing more */
  async keep(file: Uri, value: Value | undefined): Promise<void> {
    // A draft that was never saved has a name that the next one will have.
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
