/** The only letter that becomes two. */
const DOTTED = /\u0130/g;

/**
 * A text in lower case with every letter where it was, for patterns that would otherwise have to ignore case.
 * @returns as many characters as `text` has
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(DOTTED, 'i').toLowerCase();
}
