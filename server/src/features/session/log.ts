/** Logs failures, each once: the same failure may recur with every key. */
export class FailureLog {
  readonly #seen = new Set<string>();

  constructor(private readonly write: (message: string) => void) {}

  /** @param what the subject of the sentence “… failed”: "Checking file:///a.md" */
  failed(what: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const key = `${what}\n${error instanceof Error ? error.message : detail}`;
    // Limits the memory.
    if (this.#seen.has(key) || this.#seen.size >= 1000) return;
    this.#seen.add(key);
    this.write(`${what} failed: ${detail}`);
  }
}
