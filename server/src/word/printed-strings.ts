import words from './printed-strings.json';

/**
 * What we print ourselves, in one language; the months are those from January on.
 */
export type Words = typeof words.en;

/** Our words in a language; those of English where there are none. */
export function wordsIn(language: string): Words {
  return /^cy\b/i.test(language) ? words.cy : words.en;
}
