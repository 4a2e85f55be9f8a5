import { getOrInsert } from '../util/memoize';
import fonts from './fonts.json';

/** The width of a character in thousandths of the size of the type. */
function characterWidth(code: number, bold: boolean): number {
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

/** How a typeface compares with Arial: the width of its text, and the height of its line by its size. */
interface Typeface {
  readonly width: number;
  readonly line: number;
  /** Every character has this width, in thousandths of the size. */
  readonly fixed?: number;
  /** Whose widths it has for U+0020 to U+007E, in thousandths of the size. */
  readonly own?: keyof typeof fonts.widths;
}

/** Measured on running English text; the lines are the ascent, descent and gap that the fonts' own tables give. */
const TYPEFACES: Readonly<Record<string, Typeface>> = fonts.typefaces as Readonly<Record<string, Typeface>>;

const known = new Map<string, Typeface>();

/** The typeface of a name, by how it begins; any other is taken for Arial. */
export function typeface(name: string): Typeface {
  return getOrInsert(known, name, () => knownTypeface(name) ?? TYPEFACES.arial!);
}

/** The typeface of a name, by how it begins; undefined for one whose widths are not known. */
export function knownTypeface(name: string): Typeface | undefined {
  const wanted = name.toLowerCase();
  const key = Object.keys(TYPEFACES).find((one) => wanted.startsWith(one));
  return key === undefined ? undefined : TYPEFACES[key];
}

/** The width of a character in thousandths of the type's size. */
export function widthOf(code: number, face: Typeface, bold: boolean): number {
  const own = face.own && fonts.widths[face.own][bold ? 'bold' : 'plain'][code - 32];
  return face.fixed ?? own ?? characterWidth(code, bold) * face.width;
}
