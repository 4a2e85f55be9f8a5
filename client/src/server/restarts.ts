/** Decides whether a server that ended is restarted: not when it has ended `limit` times within `window` ms. */
export class Restarts {
  #ends: number[] = [];
  /** Time spent waiting for servers that hung, in ms, which says nothing about how well they ran. */
  #silent = 0;

  constructor(
    readonly limit = 5,
    private readonly window = 3 * 60_000,
  ) {}

  /** Records an end at `now`, after `silent` ms without an answer. */
  ended(now: number, silent = 0): { readonly restart: boolean; readonly firstInWindow: boolean } {
    this.#silent += silent;
    const at = now - this.#silent;
    this.#ends = [...this.#ends.filter((end) => at - end < this.window), at];
    return { restart: this.#ends.length < this.limit, firstInWindow: this.#ends.length === 1 };
  }

  /** Resets the count, as the user started the server. */
  forget(): void {
    this.#ends = [];
  }
}
