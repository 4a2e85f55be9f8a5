import { isAlike } from '../../../server/src/skeleton/shared-placeholders';
import { endBeforeNotes } from '../../../server/src/snippets';

/** The beginning of a placeholder, which must also end on its line. */
const BEGUN = /\[insert [^\]\r\n]*\]?/g;
const isPlaceholder = (words: string): boolean => words.endsWith(']');

export const hasPlaceholder = (text: string): boolean => (text.match(BEGUN) ?? []).some(isPlaceholder);

/** The placeholders of a text, in order. */
export function placeholdersIn(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly words: string }[] {
  return [...text.matchAll(BEGUN)]
    .filter(([words]) => isPlaceholder(words))
    .map(({ 0: words, index: start }) => ({ start, end: start + words.length, words }));
}

/**
 * Texts in VS Code's snippet syntax. Each `[insert …]` is a tab stop, numbered through all texts; those for the same words
 * share one. The last stop is the end of the first text, so that Tab leads back from a footnote to its reference.
 *
 * @param places placeholders that the document has already, in the order in which Tab goes on to them: from the end of the
 *   first text if the texts have none. The last of them is the last stop.
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
