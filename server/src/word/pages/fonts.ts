import { characterWidth } from '../measure';
import { CALIBRI } from './calibri';

/** How a typeface compares with Arial: the width of its text, and the height of its line by its size. */
interface Typeface {
  readonly width: number;
  readonly line: number;
  /** Every character has this width, in thousandths of the size. */
  readonly fixed?: number;
  /** Widths of its own for U+0020 to U+007E, in thousandths of the size. */
  readonly own?: { readonly plain: readonly number[]; readonly bold: readonly number[] };
}

/** Measured on running English text; the lines are the ascent, descent and gap that the fonts' own tables give. */
const TYPEFACES: Readonly<Record<string, Typeface>> = {
  arial: { width: 1, line: 1.149 },
  'liberation sans': { width: 1, line: 1.149 },
  helvetica: { width: 1, line: 1.149 },
  aptos: { width: 0.99, line: 1.278 },
  calibri: { width: 0.9, line: 1.221, own: CALIBRI },
  carlito: { width: 0.9, line: 1.221, own: CALIBRI },
  cambria: { width: 0.96, line: 1.172 },
  candara: { width: 0.93, line: 1.221 },
  corbel: { width: 0.93, line: 1.221 },
  garamond: { width: 0.84, line: 1.125 },
  georgia: { width: 1.01, line: 1.136 },
  gill: { width: 0.9, line: 1.15 },
  lato: { width: 0.99, line: 1.2 },
  'noto sans': { width: 1.07, line: 1.362 },
  'open sans': { width: 1.07, line: 1.362 },
  palatino: { width: 0.97, line: 1.35 },
  roboto: { width: 0.99, line: 1.172 },
  'segoe ui': { width: 1.01, line: 1.33 },
  tahoma: { width: 0.99, line: 1.207 },
  times: { width: 0.89, line: 1.149 },
  'liberation serif': { width: 0.89, line: 1.149 },
  trebuchet: { width: 0.98, line: 1.16 },
  verdana: { width: 1.17, line: 1.215 },
  'courier new': { width: 1, line: 1.133, fixed: 600 },
  'liberation mono': { width: 1, line: 1.133, fixed: 600 },
  consolas: { width: 1, line: 1.171, fixed: 550 },
};

const known = new Map<string, Typeface>();

/** The typeface of a name, by how it begins; any other is taken for Arial. */
export function typeface(name: string): Typeface {
  const found = known.get(name);
  if (found !== undefined) return found;
  const face = knownTypeface(name) ?? TYPEFACES.arial!;
  known.set(name, face);
  return face;
}

/** The typeface of a name, by how it begins; undefined for one whose widths are not known. */
export function knownTypeface(name: string): Typeface | undefined {
  const wanted = name.toLowerCase();
  const key = Object.keys(TYPEFACES).find((one) => wanted.startsWith(one));
  return key === undefined ? undefined : TYPEFACES[key];
}

/** The width of a character in thousandths of the type's size. */
export function widthOf(code: number, face: Typeface, bold: boolean): number {
  const own = face.own?.[bold ? 'bold' : 'plain'][code - 32];
  return face.fixed ?? own ?? characterWidth(code, bold) * face.width;
}
