import { getOrInsert } from '../../memoize';
import fonts from '../fonts.json';
import { characterWidth } from '../measure';

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
