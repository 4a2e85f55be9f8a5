/** How many words a text has; one with a hyphen or an apostrophe in it is one. */
export function wordCount(text: string): number {
  return text.match(/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'-]*/gu)?.length ?? 0;
}
