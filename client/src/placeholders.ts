import { isAlike } from '../../server/src/skeleton/alike';

/** What begins as a placeholder does; it is one where it ends on its line. */
const BEGUN = /\[insert [^\]\r\n]*\]?/g;
const isPlaceholder = (words: string): boolean => words.endsWith(']');

/** Whether a text has something to fill in. */
export const hasPlaceholder = (text: string): boolean => (text.match(BEGUN) ?? []).some(isPlaceholder);

/**
 * Texts in VS Code's snippet syntax: each `[insert …]` is a tab stop, numbered on through all of them in their order,
 * and the last stop is the end of the first text: where that is the reference to a footnote, Tab leads back there.
 * Placeholders that have the same filling are one stop.
 */
export function snippetsOf(texts: readonly string[]): readonly string[] {
  let stop = 0;
  const known = new Map<string, number>();
  return texts.map((text, index) => {
    const escaped = text.replace(/[\\$}]/g, '\\$&');
    const snippet = escaped.replace(BEGUN, (words) => {
      if (!isPlaceholder(words)) return words;
      const number = known.get(words) ?? ++stop;
      if (isAlike(words)) known.set(words, number);
      return `\${${number}:${words}}`;
    });
    return index === 0 ? snippet.replace(/(?<!\s)\s*$/, (white) => `$0${white}`) : snippet;
  });
}
