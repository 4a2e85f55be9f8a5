import type { Disposable, Memento, Uri } from 'vscode';
import { ValuesByFile } from './values-by-file';

/** The check sums of reviewed documents that were brought home, and so may be overwritten. */
export class OverwritableDocuments implements Disposable {
  readonly #sums: ValuesByFile<string>;

  constructor(memory: Memento) {
    this.#sums = new ValuesByFile(memory, 'advocacy.broughtHome');
  }

  dispose(): void {
    this.#sums.dispose();
  }

  sumOf(document: Uri): string | undefined {
    return this.#sums.of(document);
  }

  /** @returns a function that undoes it */
  async remember(document: Uri, sum: string): Promise<() => Promise<void>> {
    const before = this.#sums.of(document);
    await this.#sums.keep(document, sum);
    return () => this.#sums.keep(document, before);
  }
}
