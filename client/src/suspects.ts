/**
 * Which draft a server hangs on: the one that it was given since it last gave a sign of life. Where that may be several,
 * the next server is given them one by one.
 */
export class Suspects {
  /** When (ms) each was given, by URI. */
  readonly #given = new Map<string, number>();
  /** Who waits for the end of one. */
  readonly #waiting = new Map<string, () => void>();
  readonly #aside = new Set<string>();
  #oneByOne = false;

  /** @param settles A server may look at a draft so long (ms) after it was given it, and answer in between. */
  constructor(private readonly settles = 2_000) {}

  /** Whether drafts are to be given one by one, each when the server has come to an end with the one before. */
  get oneByOne(): boolean {
    return this.#oneByOne;
  }

  /** Whether there is one that the server may hang on. */
  get any(): boolean {
    return this.#given.size > 0;
  }

  isAside(uri: string): boolean {
    return this.#aside.has(uri);
  }

  /** Whether a request is about a draft that is set aside. */
  concerns(params: unknown): boolean {
    if (this.#aside.size === 0) return false;
    const written = JSON.stringify(params);
    return [...this.#aside].some((uri) => written.includes(JSON.stringify(uri)));
  }

  given(uri: string, now: number): void {
    this.#given.set(uri, now);
  }

  /** The server has come to an end with a draft. */
  done(uri: string): void {
    this.#given.delete(uri);
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
  }

  /** Settled when the server has come to an end with a draft that it was given; never where it hangs. */
  settled(uri: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(uri, resolve));
  }

  /** The server has answered a question of `asked`. */
  answered(asked: number): void {
    for (const [uri, at] of this.#given) if (at + this.settles <= asked) this.done(uri);
  }

  /** A draft was closed: opened again, it is given to the server again. */
  closed(uri: string): void {
    this.#aside.delete(uri);
    this.done(uri);
  }

  /**
   * The server hangs.
   * @param isBusy Whether it had something else to do, which it may hang on as well.
   * @returns the draft that is set aside for that; undefined where it is not known yet
   */
  hangs(isBusy = false): string | undefined {
    const [one, ...more] = this.#given.keys();
    this.#given.clear();
    this.#waiting.clear();
    if (one === undefined || more.length > 0 || isBusy) {
      this.#oneByOne = true;
      return undefined;
    }
    this.#aside.add(one);
    return one;
  }

  /** All are given to the next server again. */
  forget(): void {
    this.#aside.clear();
    this.#given.clear();
    this.#waiting.clear();
    this.#oneByOne = false;
  }
}
