import type { Clock } from './debouncer';

/** In ms: changes of what documents are judged against that come closer together are answered as one. */
const QUIET = 250;
/** So long in ms an answer waits at the most, however many changes there are. */
const LONGEST = 2_000;

/**
 * Decides when all documents are judged again as what they are judged against has changed: the first change after a
 * rest at once, those that follow closely together. One document at a time, and other messages in between, so that a
 * key is answered however many are open.
 */
export class Revalidation {
  #waiting: { readonly since: number; cancel: () => void } | undefined;
  #last = Number.NEGATIVE_INFINITY;
  #left: string[] = [];
  #going = false;

  /**
   * @param begins called when a change, or many that came together, is answered
   * @param documents the keys of what is open then
   * @param answer judges one of them
   */
  constructor(
    private readonly begins: () => void,
    private readonly documents: () => readonly string[],
    private readonly answer: (key: string) => unknown,
    private readonly clock: Clock,
  ) {}

  /** Says that what all documents are judged against has changed. */
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
    // Those that were still to come go first: otherwise the last ones would never have their turn.
    const all = new Set(this.documents());
    this.#left = [...new Set([...this.#left.filter((key) => all.has(key)), ...all])];
    if (this.#going) return;
    this.#going = true;
    void this.#next();
  }

  async #next(): Promise<void> {
    for (let key = this.#left.shift(); key !== undefined; key = this.#left.shift()) {
      await this.answer(key);
      await new Promise<void>((resolve) => this.clock.soon(resolve));
    }
    this.#going = false;
  }
}
