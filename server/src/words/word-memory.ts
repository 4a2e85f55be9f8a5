/** Longer words, in characters, are not remembered: each key in a word as long as a file would keep another copy. */
const LONGEST = 40;

/** The same text, and nothing of what it was cut from. */
export function copy(word: string): string {
  return ` ${word}`.slice(1);
}

/** What is known of words that were met before: most words of a text have been. */
export class WordMemory<V> {
  readonly #known = new Map<string, V>();

  /** @param most how many words are remembered at a time: more than a paper has different ones */
  constructor(private readonly most: number) {}

  /** How many words are remembered. */
  get size(): number {
    return this.#known.size;
  }

  get(word: string): V | undefined {
    return this.#known.get(word);
  }

  clear(): void {
    this.#known.clear();
  }

  /** @param word a `copy`, where it was a part of a text: a part of a string keeps the whole alive */
  set(word: string, value: V): void {
    if (word.length > LONGEST) return;
    if (this.#known.size >= this.most) this.#known.clear();
    this.#known.set(word, value);
  }
}
