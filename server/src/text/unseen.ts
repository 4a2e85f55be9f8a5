/** Soft hyphens, spaces without width, word joiners, byte order marks, and what stood for a picture or a field. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF\uFFFC]/g;

/**
 * A text without the characters that are pasted along with it and that nobody sees. Joiners stay: emoji and other
 * alphabets are made of them.
 */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}
