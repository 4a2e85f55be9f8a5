import type { Word } from './tokenize';

/** A result is dropped when so many other words were met. */
export const ROOM = 4096;

/**
 * Memoizes a function of a word. Texts share their words, so that most are found by two reads of an array, where a map
 * of strings has a hash to compute and to compare: every word of every text is looked up in a dozen of these.
 */
export function perWord<V>(read: (word: Word) => V): (word: Word) => V {
  let words: (Word | undefined)[] | undefined;
  let values: V[];
  return (word) => {
    if (!words) {
      words = new Array<undefined>(ROOM).fill(undefined);
      values = new Array<V>(ROOM);
    }
    const place = word.number % ROOM;
    if (words[place] !== word) {
      values[place] = read(word);
      words[place] = word;
    }
    return values[place]!;
  };
}
