import type { XmlBudget } from '../../docx/xml-tree';
import { takePicture } from '../pictures/read';

/**
 * The bytes that are kept of a picture in a template: undefined if Word does not know its format, or for an SVG that is
 * not safe or exceeds the budget.
 */
export function pictureIn(bytes: Uint8Array, type: string, drawings: XmlBudget): Uint8Array | undefined {
  if (type === 'image/svg+xml') {
    const picture = takePicture(bytes, drawings);
    return 'type' in picture && picture.type === 'svg' ? picture.bytes : undefined;
  }
  return BEGINNINGS.some((beginning) => beginning.every((byte, at) => byte === null || byte === bytes[at]))
    ? bytes
    : undefined;
}

/** The first bytes of picture files. */
const BEGINNINGS: readonly (readonly (number | null)[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x42, 0x4d], // BMP
  [0x49, 0x49, 0x2a, 0], // TIFF
  [0x4d, 0x4d, 0, 0x2a],
  [0x49, 0x49, 0xbc, 1], // HD Photo
  [1, 0, 0, 0, null, null, 0, 0], // EMF
  [0xd7, 0xcd, 0xc6, 0x9a], // WMF
  [1, 0, 9, 0, 0, 1],
  [1, 0, 9, 0, 0, 3],
];
