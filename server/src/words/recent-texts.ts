import { copy } from '../text/copy';

/** Texts longer than this are not cached, nor are very short ones, which are read as fast as looked up. */
const LONGEST = 4_000;
const SHORTEST = 32;
/**
 * At least so many characters of texts are cached: those of a list or table, all of which are read again after a key in
 * one item.
 */
const ENOUGH = 200_000;
/** What a text counts in addition to its characters. */
const ITSELF = 50;

/** Caches results by text, for the most recently used texts. */
export class RecentTexts<V extends NonNullable<unknown>> {
  #recent = new Map<string, V>();
  #before = this.#recent;
  #size = 0;

  /** @param read computes the result for a text that is not cached */
  get(text: string, read: () => V): V {
    if (text.length > LONGEST || text.length < SHORTEST) return read();
    let found = this.#recent.get(text);
    if (found === undefined) {
      found = this.#before.get(text) ?? read();
      if (this.#size > ENOUGH) {
        this.#before = this.#recent;
        this.#recent = new Map();
        this.#size = 0;
      }
      this.#size += text.length + ITSELF;
      this.#recent.set(copy(text), found);
    }
    return found;
  }
}
