/** Advance widths of Arial and Liberation Sans for U+0020 to U+007E, in thousandths of the type size. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** The same in bold. */
const BOLD_WIDTHS = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
  556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
  556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
  333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/** The width of a character in thousandths of the size of the type. */
export function characterWidth(code: number, bold: boolean): number {
  if (code >= 32 && code < 127) return (bold ? BOLD_WIDTHS : WIDTHS)[code - 32]!;
  // Accented Latin is about as wide as its base letter; the scripts beyond are mostly set square.
  return OTHERS.get(code) ?? (code < 0x2e80 ? (bold ? 611 : 556) : 1000);
}

/** Quotation marks, dashes, dots and spaces beyond ASCII; the same in bold but for a hair. */
const OTHERS: ReadonlyMap<number, number> = new Map([
  [0x00a0, 278],
  [0x00ad, 0],
  [0x00b7, 333],
  [0x2009, 200],
  [0x200b, 0],
  [0x2013, 556],
  [0x2014, 1000],
  [0x2018, 222],
  [0x2019, 222],
  [0x201c, 333],
  [0x201d, 333],
  [0x2022, 350],
  [0x2026, 1000],
]);

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
