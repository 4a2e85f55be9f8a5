/** Words with more characters are not cached: each key in a word as long as a file would cache another copy. */
const LONGEST = 40;

/** Caches results by word. */
export class WordMemory<V> {
  readonly #known = new Map<string, V>();

  /** @param most the most words that are cached at a time */
  constructor(private readonly most: number) {}

  get(word: string): V | undefined {
    return this.#known.get(word);
  }

  /** @param word a `copy` where it was cut from a text, which it would keep in memory */
  set(word: string, value: V): void {
    if (word.length > LONGEST) return;
    if (this.#known.size >= this.most) this.#known.clear();
    this.#known.set(word, value);
  }
}
