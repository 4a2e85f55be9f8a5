import type { Memento, Uri } from 'vscode';

const KEY = 'advocacy.broughtHome';
/** More are not kept: the oldest go first. */
const MOST = 300;

/** The check sums of reviewed documents that were brought back: nothing in those is lost when they are overwritten. */
export class BroughtHome {
  constructor(private readonly memory: Memento) {}

  sumOf(document: Uri): string | undefined {
    return this.#all()[document.toString()];
  }

  async remember(document: Uri, sum: string): Promise<void> {
    const { [document.toString()]: _before, ...others } = this.#all();
    const entries = [...Object.entries(others).slice(1 - MOST), [document.toString(), sum]];
    await this.memory.update(KEY, Object.fromEntries(entries));
  }

  #all(): Readonly<Record<string, string>> {
    return this.memory.get<Readonly<Record<string, string>>>(KEY, {});
  }
}
