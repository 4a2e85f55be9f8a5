/** A name for comparing: in small letters, without hyphens, apostrophes and other punctuation. */
export const plainName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]+/gu, ' ')
    .trim();
