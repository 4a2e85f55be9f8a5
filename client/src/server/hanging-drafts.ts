/** For this many ms after it was given a draft, a server may answer other requests before it looks at the draft. */
const SETTLES = 2_000;

/**
 * Finds the draft that a server hangs on: the one that it was given since its last sign of life. Where there are
 * several, the next server is given them one by one.
 */
export class HangingDrafts {
  /** When each draft was given, in ms, by URI. */
  readonly #given = new Map<string, number>();
  /** Callbacks that wait until the server has judged a draft. */
  readonly #waiting = new Map<string, () => void>();
  readonly #aside = new Set<string>();
  #oneByOne = false;

  /** Whether drafts are given one by one, each after the server has judged the one before. */
  get oneByOne(): boolean {
    return this.#oneByOne;
  }

  /** Whether there is a draft that the server may hang on. */
  get any(): boolean {
    return this.#given.size > 0;
  }

  isAside(uri: string): boolean {
    return this.#aside.has(uri);
  }

  /** Whether a draft is set aside. */
  concerns(params: unknown): boolean {
    if (this.#aside.size === 0) return false;
    const written = JSON.stringify(params);
    return [...this.#aside].some((uri) => written.includes(JSON.stringify(uri)));
  }

  given(uri: string, now: number): void {
    this.#given.set(uri, now);
  }

  /** To be called when the server has judged a draft. */
  done(uri: string): void {
    this.#given.delete(uri);
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
  }

  /** Settled when the server has judged a draft that it was given; never where it hangs. */
  settled(uri: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(uri, resolve));
  }

  /** To be called when the server has answered a question of `asked`. */
  answered(asked: number): void {
    for (const [uri, at] of this.#given) if (at + SETTLES <= asked) this.done(uri);
  }

  /** To be called when a draft was closed. Opened again, it is given to the server again. */
  closed(uri: string): void {
    this.#aside.delete(uri);
    this.done(uri);
  }

  /**
   * To be called when the server hangs.
   *
   * @param isBusy whether it was doing something else that it may hang on as well
   * @returns the draft that is set aside; undefined where it is not known yet
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

  /** Gives all drafts to the next server again. */
  forget(): void {
    this.#aside.clear();
    this.#given.clear();
    this.#waiting.clear();
    this.#oneByOne = false;
  }
}
