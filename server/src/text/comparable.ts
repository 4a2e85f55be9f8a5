/** A text by which to tell whether two say the same: its words in small letters, without what stands between them. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
