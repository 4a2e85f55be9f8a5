/** A name without what people write differently: capitals, hyphens, apostrophes. */
export const plainName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]+/gu, ' ')
    .trim();
