import { encode as encodeJpeg } from 'jpeg-js';
import type { Raster } from '../../../src/word/pictures/raster/scale';

/** A picture with noise in it, as photographs have, the same for the same seed. */
export function photo(width: number, height: number, channels: Raster['channels'] = 3, seed = 1): Raster {
  let state = seed;
  const data = new Uint8Array(width * height * channels).map((_, at) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return 100 + (((at / channels) % width) * 100) / width + (state >> 16) / 1024;
  });
  return { width, height, channels, data };
}

export function jpegOf({ width, height, channels, data }: Raster, quality = 90): Uint8Array {
  const pixels = new Uint8Array(width * height * 4).map((_, at) =>
    at % 4 === 3 ? 255 : data[Math.floor(at / 4) * channels + (at % 4)]!,
  );
  return new Uint8Array(encodeJpeg({ width, height, data: pixels }, quality).data);
}
