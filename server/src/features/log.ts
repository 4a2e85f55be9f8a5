/** Keeps a log readable: the same failure, which may come with every key, is written once. */
export class FailureLog {
  readonly #seen = new Set<string>();

  constructor(private readonly write: (message: string) => void) {}

  /** `what` failed, in words that end a sentence begun with it: "Checking file:///a.md". */
  failed(what: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const key = `${what}\n${error instanceof Error ? error.message : detail}`;
    // A log that grew without end would be a leak, too.
    if (this.#seen.has(key) || this.#seen.size >= 1000) return;
    this.#seen.add(key);
    this.write(`${what} failed: ${detail}`);
  }
}
