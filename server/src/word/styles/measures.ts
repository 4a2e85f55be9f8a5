/** How far a quotation is set in, in twips. */
export const QUOTE_STEP = 425;

/** The line beside a quotation: eighths of a point, points, colour. */
export const QUOTE_BAR = { size: 24, space: 10, color: '7F8FA9' } as const;

/** Size of text in tables, in points. */
export const TABLE_TEXT_SIZE = 11;

/** Colour of titles and headings. */
export const INK = '1F3864';
