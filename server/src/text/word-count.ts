/** A dash between two words is none. */
const isWord = (word: string): boolean => /[\p{L}\d]/u.test(word);

/** How many words a text has, counted as Word does and those who set a limit: what stands between spaces. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter(isWord).length;
}
