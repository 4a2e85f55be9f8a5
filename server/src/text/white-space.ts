/** A text without the white space at its ends, and what stands there; of white space alone, all is before. */
export function apartFromSpace(text: string): {
  readonly before: string;
  readonly words: string;
  readonly after: string;
} {
  const words = text.trim();
  const start = text.length - text.trimStart().length;
  return { before: text.slice(0, start), words, after: text.slice(start + words.length) };
}
