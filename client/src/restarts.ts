/** Decides whether a server that ended is started again: not when it has ended `limit` times within `window` ms. */
export class Restarts {
  #ends: number[] = [];
  /** Time (ms) that was spent on waiting for servers that hung: it says nothing of how well they ran. */
  #silent = 0;

  constructor(
    readonly limit = 5,
    private readonly window = 3 * 60_000,
  ) {}

  /** Takes note of an end at `now`, after `silent` without an answer (ms). */
  ended(now: number, silent = 0): { readonly restart: boolean; readonly firstInWindow: boolean } {
    this.#silent += silent;
    const at = now - this.#silent;
    this.#ends = [...this.#ends.filter((end) => at - end < this.window), at];
    return { restart: this.#ends.length < this.limit, firstInWindow: this.#ends.length === 1 };
  }

  /** The user started it by hand: count anew. */
  forget(): void {
    this.#ends = [];
  }
}
