/** Decides whether a server that ended is started again: not when it has ended `limit` times within `window` ms. */
export class Restarts {
  #ends: number[] = [];

  constructor(
    readonly limit = 5,
    private readonly window = 3 * 60_000,
  ) {}

  /** Takes note of an end at `now` (ms). */
  ended(now: number): { readonly restart: boolean; readonly firstInWindow: boolean } {
    this.#ends = [...this.#ends.filter((end) => now - end < this.window), now];
    return { restart: this.#ends.length < this.limit, firstInWindow: this.#ends.length === 1 };
  }

  /** The user started it by hand: count anew. */
  forget(): void {
    this.#ends = [];
  }
}
