import type { Disposable, Memento, Uri } from 'vscode';
import { Kept } from './kept';

/** The check sums of reviewed documents that were brought back: nothing in those is lost when they are overwritten. */
export class BroughtHome implements Disposable {
  readonly #sums: Kept<string>;

  constructor(memory: Memento) {
    this.#sums = new Kept(memory, 'advocacy.broughtHome');
  }

  dispose(): void {
    this.#sums.dispose();
  }

  sumOf(document: Uri): string | undefined {
    return this.#sums.of(document);
  }

  /** @returns what takes that back */
  async remember(document: Uri, sum: string): Promise<() => Promise<void>> {
    const before = this.#sums.of(document);
    await this.#sums.keep(document, sum);
    return () => this.#sums.keep(document, before);
  }
}
