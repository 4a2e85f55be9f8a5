import { writePng } from './raster/png-writer';

/** What a pixel of a picture in black and white is. */
type Drawing = (x: number, y: number) => 'black' | 'white';

/** The longer side of a stand-in, in pixels. */
const LONGEST = 480;

/**
 * What programs that cannot show an SVG show in its stead, in its proportions: a frame with the sign for a picture.
 * There is no way here to draw the SVG itself.
 */
export function svgFallback(size: { readonly width: number; readonly height: number }): Uint8Array {
  const scale = LONGEST / Math.max(size.width, size.height);
  const width = Math.max(8, Math.round(size.width * scale));
  const height = Math.max(8, Math.round(size.height * scale));
  // The sign is a sun above two hills, as wide as a third of the shorter side.
  const sign = Math.min(width, height) / 3;
  const left = (width - sign) / 2;
  const top = (height - sign) / 2;
  return png(width, height, (x, y) => {
    if (x < 2 || y < 2 || x >= width - 2 || y >= height - 2) return 'black';
    const across = (x - left) / sign;
    const down = (y - top) / sign;
    if (across < 0 || across > 1 || down < 0 || down > 1) return 'white';
    const sun = Math.hypot(across - 0.75, down - 0.22) < 0.14;
    const hills = down > 0.35 + Math.abs(across - 0.35) * 1.6 || down > 0.55 + Math.abs(across - 0.75) * 1.6;
    return sun || hills ? 'black' : 'white';
  });
}

/** The sign before the words that stand for a picture that is not there: a frame, crossed out. */
export function missingPicture(): Uint8Array {
  const width = 42;
  const height = 32;
  return png(width, height, (x, y) => {
    const frame = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
    const down = (y * width) / height;
    return frame || Math.abs(x - down) < 2 || Math.abs(width - 1 - x - down) < 2 ? 'black' : 'white';
  });
}

/** A PNG of one bit a pixel. */
export function png(width: number, height: number, drawing: Drawing): Uint8Array {
  const stride = Math.ceil(width / 8) + 1; // each row begins with its type of filter: none
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (drawing(x, y) === 'white') rows[y * stride + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  return writePng({ width, height, channels: 1 }, rows, 1);
}
