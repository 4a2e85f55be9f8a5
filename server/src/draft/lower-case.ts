/** The only letter that becomes two. Patterns that ignore case take it for no “i” either. */
const DOTTED = /\u0130/g;

/**
 * A text in lower case with every letter where it was, for patterns that would otherwise have to ignore case.
 * @returns as many characters as `text` has
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(DOTTED, 'ı').toLowerCase();
}
