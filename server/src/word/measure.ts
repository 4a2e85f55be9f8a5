import fonts from './fonts.json';

/** The width of a character in thousandths of the size of the type. */
export function characterWidth(code: number, bold: boolean): number {
  if (code >= 32 && code < 127) return fonts.widths.arial[bold ? 'bold' : 'plain'][code - 32]!;
  // Accented Latin is about as wide as its base letter; the scripts beyond are mostly set square.
  return OTHERS.get(code) ?? (code < 0x2e80 ? (bold ? 611 : 556) : 1000);
}

/** Quotation marks, dashes, dots and spaces beyond ASCII; the same in bold but for a hair. */
const OTHERS: ReadonlyMap<number, number> = new Map(fonts.others as [number, number][]);

/**
 * The width of a text set on one line in Arial, in twips.
 *
 * @param points size of the type
 */
export function textWidth(text: string, points: number, bold = false): number {
  let units = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // The second half of a pair has the width of the pair already.
    if (code < 0xdc00 || code > 0xdfff) units += characterWidth(code, bold);
  }
  return Math.ceil((units / 1000) * points * 20);
}
