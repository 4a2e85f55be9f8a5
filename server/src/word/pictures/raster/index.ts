import { readableJpeg } from './jpeg';
import { readablePng } from './png';
import type { Size } from './scale';

/** Dots to the inch that a printed picture needs; Word's own "print" has as many. */
const DPI = 220;

/** More pixels than cameras have that people hold: what it takes to read them is too much for a document. */
const MOST_PIXELS = 32_000_000;

/** Files below are not worth the look. */
const SMALL = 30_000;

/** A picture with fewer bytes to the pixel gets no smaller, or pretends to be large. */
const LEAST_BYTES = 1 / 50;

/**
 * A picture in no more pixels than a printer shows, where that makes its file smaller by a tenth or more; else as it is.
 * Damaged and unusual ones are left as they are, and so are those that would take too long or too much memory.
 *
 * @param orientation how the camera was held, as EXIF numbers it; 1 is upright
 * @param shown in inches, of the picture as it is stored
 */
export function reduced(
  bytes: Uint8Array,
  type: 'png' | 'jpg',
  orientation: number,
  shown: Size,
): Uint8Array {
  if (bytes.length < SMALL) return bytes;
  try {
    const picture = type === 'jpg' ? readableJpeg(bytes, orientation) : readablePng(bytes);
    if (picture === undefined) return bytes;
    const { width, height } = picture;
    const to = { width: Math.ceil(shown.width * DPI), height: Math.ceil(shown.height * DPI) };
    const pixels = width * height;
    const isHonest = pixels <= MOST_PIXELS && picture.coded >= pixels * LEAST_BYTES;
    if (to.width >= width || to.height >= height || !isHonest) return bytes;
    const smaller = picture.in(to);
    return smaller !== undefined && smaller.length < bytes.length * 0.9 ? smaller : bytes;
  } catch {
    return bytes;
  }
}
