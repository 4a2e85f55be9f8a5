/** Of nodes that are nested deeper than this, only the text is kept. */
export const DEEPEST = 100;
