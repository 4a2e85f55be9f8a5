import { writePng } from './raster/png-writer';

/** The colour of each pixel of a picture in black and white. */
type Drawing = (x: number, y: number) => 'black' | 'white';

/** The longer side of a fallback, in pixels. */
const LONGEST = 480;

/**
 * A PNG for programs that cannot show an SVG: a frame in its proportions with an icon for a picture, as the SVG itself
 * cannot be drawn here.
 */
export function svgFallback(size: { readonly width: number; readonly height: number }): Uint8Array {
  const scale = LONGEST / Math.max(size.width, size.height);
  const width = Math.max(8, Math.round(size.width * scale));
  const height = Math.max(8, Math.round(size.height * scale));
  // The icon is a sun above two hills, a third as wide as the shorter side.
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

/** The icon for a missing picture, before its alternative text: a crossed-out frame. */
export function missingPicture(): Uint8Array {
  const width = 42;
  const height = 32;
  return png(width, height, (x, y) => {
    const frame = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
    const down = (y * width) / height;
    return frame || Math.abs(x - down) < 2 || Math.abs(width - 1 - x - down) < 2 ? 'black' : 'white';
  });
}

/** A PNG with one bit for each pixel. */
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
