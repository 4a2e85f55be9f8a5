import { copy, WordMemory } from '../../words/word-memory';

/** Endings whose e is not spoken, or that are one syllable where the letters say two. */
const SILENT = /(?<=[^scgxzlaeiouy])es$|(?<=[^tde])ed$|(?<=[^laeiouy])e$|(?<=[aeiouy]l)es?$/;

/**
 * How many syllables an English word has, as far as its letters tell: right for nine words in ten, and for the sum of
 * a paper closer than that.
 *
 * @param word letters, in any case
 */
export function syllables(word: string): number {
  let count = known.get(word);
  if (count === undefined) {
    count = counted(word);
    known.set(copy(word), count);
  }
  return count;
}

const known = new WordMemory<number>(4000);

function counted(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return letters === '' ? 0 : 1;
  const spoken = letters.replace(SILENT, '').replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
