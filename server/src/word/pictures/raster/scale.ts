/** A picture as rows of pixels from the top, with eight bits for each sample. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Grey, grey and alpha, RGB, or RGB and alpha. */
  readonly channels: 1 | 2 | 3 | 4;
  readonly data: Uint8Array;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture file that can be scaled down. Its size is in pixels, as stored. */
export interface Reducible extends Size {
  /** How many bytes of the file may hold its pixels. */
  readonly coded: number;
  /**
   * Scales it down.
   *
   * @returns a new file; undefined if the picture is cut off
   * @throws Error if it is damaged
   */
  in(size: Size): Uint8Array | undefined;
}

/**
 * Scales a picture down. Each new pixel is the mean of those that it replaces, weighted by their opacity.
 *
 * @param to whole numbers, no larger than the picture's
 */
export function scaledDown(from: Raster, to: Size): Raster {
  const { channels } = from;
  const across = sharesOf(from.width, to.width);
  const down = sharesOf(from.height, to.height);
  const out = new Uint8Array(to.width * to.height * channels);
  // The last pixel takes what rounding leaves over.
  let row = new Float32Array((to.width + 1) * channels);
  let next = new Float32Array(row.length);
  for (let y = 0, at = 0; y < from.height; y++) {
    const share = down.first[y]!;
    add(from, y, across, row, share);
    if (share < down.each) add(from, y, across, next, down.each - share);
    if (y + 1 < from.height && down.index[y + 1] === at) continue;
    writeRow(row, out, at++ * to.width * channels, to.width, channels);
    [row, next] = [next, row.fill(0)];
  }
  return { ...to, channels, data: out };
}

/** How pixels are distributed along an axis: each falls on one new pixel, or on that and the next one. */
interface Shares {
  readonly index: Uint32Array;
  /** The share of the first of the two, in parts of a new pixel. */
  readonly first: Float32Array;
  /** The share of both together. */
  readonly each: number;
}

function sharesOf(from: number, to: number): Shares {
  const index = new Uint32Array(from);
  const first = new Float32Array(from);
  for (let at = 0; at < from; at++) {
    // In whole numbers, so that ends of pixels that coincide are equal.
    index[at] = Math.floor((at * to) / from);
    first[at] = Math.min(to, (index[at]! + 1) * from - at * to) / from;
  }
  return { index, first, each: Math.fround(to / from) };
}

function add(from: Raster, y: number, across: Shares, row: Float32Array, share: number): void {
  const { width, channels, data } = from;
  const hasAlpha = channels === 2 || channels === 4;
  for (let x = 0, at = y * width * channels; x < width; x++, at += channels) {
    const alpha = hasAlpha ? data[at + channels - 1]! / 255 : 1;
    const first = across.first[x]! * share;
    const second = across.each * share - first;
    const to = across.index[x]! * channels;
    for (let channel = 0; channel < channels; channel++) {
      const value = data[at + channel]! * (hasAlpha && channel === channels - 1 ? 1 : alpha);
      row[to + channel]! += value * first;
      if (second > 0) row[to + channels + channel]! += value * second;
    }
  }
}

function writeRow(row: Float32Array, out: Uint8Array, start: number, width: number, channels: number): void {
  const hasAlpha = channels === 2 || channels === 4;
  for (let at = 0; at < width * channels; at += channels) {
    const alpha = hasAlpha ? row[at + channels - 1]! / 255 : 1;
    for (let channel = 0; channel < channels; channel++) {
      const isAlpha = hasAlpha && channel === channels - 1;
      const value = isAlpha || alpha === 0 ? row[at + channel]! : row[at + channel]! / alpha;
      out[start + at + channel] = Math.min(255, Math.round(value));
    }
  }
}
