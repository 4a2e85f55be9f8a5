import { readableJpeg } from './jpeg';
import { readablePng } from './png';
import type { Size } from './scale';

/** The resolution that a printed picture needs, in dots per inch; that of Word's own "print". */
const DPI = 220;

/** The most pixels of a picture that is reduced. More than those of usual cameras take too much time and memory. */
const MOST_PIXELS = 32_000_000;

/** Smaller files, in bytes, are not worth reducing. */
const SMALL = 30_000;

/** The least bytes for each pixel of a picture that is reduced. Others would not get smaller, or are forged. */
const LEAST_BYTES = 1 / 50;

/**
 * Scales a picture down to the resolution of a printer, if that makes its file smaller by a tenth or more. Damaged and
 * unusual pictures, and those that would take too much time or memory, are returned unchanged.
 *
 * @param orientation the EXIF orientation; 1 is upright
 * @param shown the printed size of the picture as it is stored, in inches
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
