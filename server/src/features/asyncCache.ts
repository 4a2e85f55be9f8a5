/** What is asked for once by each key, and is at hand without waiting from when it came until it is forgotten. */
export class AsyncCache<K, V> {
  readonly #known = new Map<K, V>();
  readonly #asked = new Map<K, Promise<V>>();

  peek(key: K): V | undefined {
    return this.#known.get(key);
  }

  /**
   * @param ask never rejects
   * @param came called when the answer has come, and was not forgotten meanwhile
   */
  get(key: K, ask: () => Promise<V>, came: () => void = () => undefined): Promise<V> {
    const before = this.#asked.get(key);
    if (before) return before;
    const asked = ask();
    this.#asked.set(key, asked);
    void asked.then((value) => {
      if (this.#asked.get(key) !== asked) return;
      this.#known.set(key, value);
      came();
    });
    return asked;
  }

  all(): readonly V[] {
    return [...this.#known.values()];
  }

  forget(): void {
    this.#known.clear();
    this.#asked.clear();
  }
}
