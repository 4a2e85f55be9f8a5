/**
 * Caches the results of asynchronous loads by key, until `forget`. Results that have arrived can be read synchronously.
 */
export class AsyncCache<K, V> {
  readonly #loaded = new Map<K, V>();
  readonly #loading = new Map<K, Promise<V>>();

  peek(key: K): V | undefined {
    return this.#loaded.get(key);
  }

  /**
   * The cached result for a key, or else that of a new load.
   *
   * @param load must not reject
   * @param onLoaded called when the result has arrived, unless the cache was cleared meanwhile
   */
  get(key: K, load: () => Promise<V>, onLoaded: () => void = () => undefined): Promise<V> {
    const earlier = this.#loading.get(key);
    if (earlier) return earlier;
    const loading = load();
    this.#loading.set(key, loading);
    void loading.then((value) => {
      if (this.#loading.get(key) !== loading) return;
      this.#loaded.set(key, value);
      onLoaded();
    });
    return loading;
  }

  all(): readonly V[] {
    return [...this.#loaded.values()];
  }

  forget(): void {
    this.#loaded.clear();
    this.#loading.clear();
  }
}
