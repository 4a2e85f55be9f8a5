import { copy } from './word-memory';

/** Longer texts are not kept, and no shorter ones, which are read as soon as found. */
const LONGEST = 4_000;
const SHORTEST = 32;
/** So many characters of texts are kept at least: those of a list or table, all of which a key in one item has read again. */
const ENOUGH = 200_000;
/** What a text counts besides its characters. */
const ITSELF = 50;

/** What is known of the texts that were asked for last. */
export class RecentTexts<V extends NonNullable<unknown>> {
  #recent = new Map<string, V>();
  #before = this.#recent;
  #size = 0;

  /** @param read what is to be known of a text: asked where it is not known */
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
