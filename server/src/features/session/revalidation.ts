import type { Clock } from '../diagnostics/debouncer';
import { Throttler } from './throttler';

/** Changes that follow within this many ms are answered together. */
const QUIET = 250;
/** The longest that an answer waits, in ms, however many changes follow each other. */
const LONGEST = 2_000;

/**
 * Judges all open documents again when a configuration, a setting or a file has changed that they are judged by: at
 * once for the first change after a rest, and once for several that follow closely. Judges one document at a time and
 * lets other messages in between, so that keys are answered however many documents are open.
 */
export class Revalidation {
  #waiting: { readonly since: number; cancel: () => void } | undefined;
  #last = Number.NEGATIVE_INFINITY;
  #left: string[] = [];
  readonly #judging: Throttler;

  /**
   * @param begins called before the documents are judged
   * @param documents returns the URIs of the open documents
   * @param answer judges one of them
   * @param failed called with the error where that rejects; the others are judged all the same
   */
  constructor(
    private readonly begins: () => void,
    private readonly documents: () => readonly string[],
    private readonly answer: (key: string) => Promise<unknown>,
    failed: (error: unknown) => void,
    private readonly clock: Clock,
  ) {
    this.#judging = new Throttler(() => this.#judgeNext(), failed, clock);
  }

  /** To be called when anything has changed that all documents are judged by. */
  changed(): void {
    const now = this.clock.now();
    if (!this.#waiting && now - this.#last >= QUIET) {
      this.#begin();
      return;
    }
    const since = this.#waiting?.since ?? now;
    this.#waiting?.cancel();
    const wait = Math.max(0, Math.min(QUIET, since + LONGEST - now));
    this.#last = now;
    this.#waiting = { since, cancel: this.clock.after(wait, () => this.#begin()) };
  }

  #begin(): void {
    this.#waiting = undefined;
    this.#last = this.clock.now();
    this.begins();
    // Documents that still wait go first: otherwise the last ones might never have their turn.
    const all = new Set(this.documents());
    this.#left = [...new Set([...this.#left.filter((key) => all.has(key)), ...all])];
    this.#judging.ask();
  }

  async #judgeNext(): Promise<void> {
    const key = this.#left.shift();
    if (key === undefined) return;
    if (this.#left.length > 0) this.#judging.ask();
    await this.answer(key);
  }
}
