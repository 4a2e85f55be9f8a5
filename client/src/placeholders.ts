import { isAlike } from '../../server/src/skeleton/alike';
import { endBeforeNotes } from '../../server/src/snippets';

/** What begins as a placeholder does; it is one where it ends on its line. */
const BEGUN = /\[insert [^\]\r\n]*\]?/g;
const isPlaceholder = (words: string): boolean => words.endsWith(']');

/** Whether a text has something to fill in. */
export const hasPlaceholder = (text: string): boolean => (text.match(BEGUN) ?? []).some(isPlaceholder);

/** The places to fill in of a text, from its beginning. */
export function placeholdersIn(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly words: string }[] {
  return [...text.matchAll(BEGUN)]
    .filter(([words]) => isPlaceholder(words))
    .map(({ 0: words, index: start }) => ({ start, end: start + words.length, words }));
}

/**
 * Texts in VS Code's snippet syntax: each `[insert …]` is a tab stop, numbered on through all of them in their order,
 * and the last stop is the end of the first text: where that is the reference to a footnote, Tab leads back there.
 * Placeholders that have the same filling are one stop.
 *
 * @param places Placeholders that stand round the texts already, in the order in which Tab goes on to them. It does
 * so from behind the first text, where nothing in the texts is to be filled in; the last of them is the last stop.
 */
export function snippetsOf(texts: readonly string[], places: readonly string[] = []): readonly string[] {
  const goesOn = places.length > 0;
  const startsBehind = goesOn && !texts.some(hasPlaceholder);
  let stop = startsBehind ? 1 : 0;
  const known = new Map<string, number>();
  const snippetOf = (text: string): string =>
    text.replace(/[\\$}]/g, '\\$&').replace(BEGUN, (words) => {
      if (!isPlaceholder(words)) return words;
      const number = known.get(words) ?? ++stop;
      if (isAlike(words)) known.set(words, number);
      return `\${${number}:${words}}`;
    });
  const snippets = texts.map((text, index) => {
    if (index > 0 || (goesOn && !startsBehind)) return snippetOf(text);
    const end = startsBehind ? endBeforeNotes(text) : text.trimEnd().length;
    return `${snippetOf(text.slice(0, end))}$${startsBehind ? 1 : 0}${snippetOf(text.slice(end))}`;
  });
  const round = places.map(snippetOf);
  return [...snippets, ...round.map((place, index) => (index === round.length - 1 ? `${place}$0` : place))];
}
