/** How often within `WINDOW` ms a server may end. */
export const MOST_ENDS = 5;
const WINDOW = 3 * 60_000;

/** Decides whether a server that ended is restarted. */
export class Restarts {
  #ends: number[] = [];
  /** Time spent waiting for servers that hung, in ms, which says nothing about how well they ran. */
  #silent = 0;

  /** Records an end at `now`, after `silent` ms without an answer. */
  ended(now: number, silent = 0): { readonly restart: boolean; readonly firstInWindow: boolean } {
    this.#silent += silent;
    const at = now - this.#silent;
    this.#ends = [...this.#ends.filter((end) => at - end < WINDOW), at];
    return { restart: this.#ends.length < MOST_ENDS, firstInWindow: this.#ends.length === 1 };
  }

  /** Resets the count, as the user started the server. */
  forget(): void {
    this.#ends = [];
  }
}
