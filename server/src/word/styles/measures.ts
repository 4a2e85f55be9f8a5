/** How far a quotation is set in, in twips. */
export const QUOTE_STEP = 425;

/** The line beside a quotation: eighths of a point, points, colour. */
export const QUOTE_BAR = { size: 24, space: 10, color: '7F8FA9' } as const;

/** GitHub's alerts, each with the colour of its bar, which stands out on white at 4.5 to 1 or more. */
export const ALERTS = {
  note: '1F4E9E',
  tip: '1A6B36',
  important: '6B2FA0',
  warning: '8A5300',
  caution: 'B3261E',
} as const;

export type AlertKind = keyof typeof ALERTS;

/** Size of text in tables, in points. */
export const TABLE_TEXT_SIZE = 11;

/** Colour of titles and headings. */
export const INK = '1F3864';
