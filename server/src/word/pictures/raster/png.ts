import { Unzlib } from 'fflate';
import { pngChunk, pngOf, predicted } from './png-writer';
import { type Raster, type Reducible, type Size, scaledDown } from './scale';

/** The number of samples for each pixel, by the colour type of PNG. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** How many bytes are decompressed at once. */
const PIECE = 16_384;

/** Chunks on the colour space. */
const COLOUR = /^(?:iCCP|sRGB|gAMA|cHRM|cICP)$/;

/** 220 dots per inch, in dots per metre. */
const METRE = 8661;

/** The relevant chunks of a PNG. */
interface PngParts extends Size {
  /** Colour type. */
  readonly type: number;
  readonly palette: Uint8Array;
  /** The content of the tRNS chunk: transparent colours. */
  readonly clear: Uint8Array | undefined;
  /** Chunks on the colour space. */
  readonly colour: readonly Uint8Array[];
  readonly packed: readonly Uint8Array[];
}

/**
 * Reads the chunks of a PNG.
 *
 * @returns undefined if it is animated, interlaced or cut off, or has not eight bits for each sample
 */
export function readablePng(bytes: Uint8Array): Reducible | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height, depth, type] = [data.getUint32(16), data.getUint32(20), bytes[24]!, bytes[25]!];
  const colour: Uint8Array[] = [];
  const packed: Uint8Array[] = [];
  let palette: Uint8Array = new Uint8Array();
  let clear: Uint8Array | undefined;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = data.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const chunk = bytes.subarray(at, at + 12 + length);
    if (chunk.length < 12 + length || name === 'acTL') return undefined;
    const content = chunk.subarray(8, -4);
    if (name === 'IDAT') packed.push(content);
    if (name === 'PLTE') palette = content;
    // With an alpha channel, tRNS is not allowed, and programs ignore it.
    if (name === 'tRNS' && type !== 4 && type !== 6) clear = content;
    if (COLOUR.test(name)) colour.push(chunk);
    at += 12 + length;
    // The last byte of the header says whether it is interlaced.
    if (name === 'IEND' && bytes[28] === 0 && SAMPLES[type] !== undefined && depth === 8) {
      const parts = { width, height, type, palette, clear, colour, packed };
      const coded = packed.reduce((sum, { length }) => sum + length, 0);
      return { width, height, coded, in: (to) => smaller(parts, to) };
    }
  }
  return undefined;
}

function smaller(parts: PngParts, to: Size): Uint8Array | undefined {
  const rows = unpacked(parts);
  if (rows === undefined) return undefined;
  const resolution = new Uint8Array(9).fill(1);
  const data = new DataView(resolution.buffer);
  data.setUint32(0, METRE);
  data.setUint32(4, METRE);
  return pngOf(scaledDown(rasterOf(parts, rows), to), [...parts.colour, pngChunk('pHYs', resolution)]);
}

/** The bytes of a row, without that of its filter. */
function strideOf({ width, type }: PngParts): number {
  return width * SAMPLES[type]!;
}

/** The decompressed rows, each with its filter before it; undefined if there are too few. */
function unpacked(parts: PngParts): Uint8Array | undefined {
  const stride = strideOf(parts);
  const rows = new Uint8Array((stride + 1) * parts.height);
  let size = 0;
  const unpacker = new Unzlib((chunk) => {
    // A megabyte may decompress to a gigabyte.
    if (size + chunk.length > rows.length) throw new Error('it has more pixels than it says');
    rows.set(chunk, size);
    size += chunk.length;
  });
  for (const chunk of parts.packed) {
    for (let at = 0; at < chunk.length; at += PIECE) unpacker.push(chunk.subarray(at, at + PIECE));
  }
  unpacker.push(new Uint8Array(), true);
  return size === rows.length ? rows : undefined;
}

/** The bytes of all rows with their filters undone. */
function unfiltered(parts: PngParts, rows: Uint8Array): Uint8Array {
  const stride = strideOf(parts);
  const step = SAMPLES[parts.type]!;
  const out = new Uint8Array(stride * parts.height);
  for (let y = 0; y < parts.height; y++) {
    const from = y * (stride + 1) + 1;
    const filter = rows[from - 1]!;
    if (filter > 4) throw new Error('it has a filter that there is none');
    for (let x = 0, at = y * stride; x < stride; x++, at++) {
      const left = x < step ? 0 : out[at - step]!;
      const above = y === 0 ? 0 : out[at - stride]!;
      const corner = x < step || y === 0 ? 0 : out[at - stride - step]!;
      out[at] = rows[from + x]! + predicted(filter, left, above, corner);
    }
  }
  return out;
}

/** The pixels of a picture, with an alpha channel if anything is transparent. */
function rasterOf(parts: PngParts, rows: Uint8Array): Raster {
  const { width, height, type, palette, clear } = parts;
  const samples = unfiltered(parts, rows);
  const own = SAMPLES[type]!;
  const isIndexed = type === 3;
  const shown = isIndexed ? 3 : own;
  const channels = (clear === undefined ? shown : shown + 1) as Raster['channels'];
  const data = new Uint8Array(width * height * channels);
  for (let from = 0, at = 0; from < samples.length; from += own, at += channels) {
    let isClear = !isIndexed;
    for (let channel = 0; channel < shown; channel++) {
      const sample = samples[from + (isIndexed ? 0 : channel)]!;
      data[at + channel] = isIndexed ? palette[sample * 3 + channel]! : sample;
      if (clear !== undefined) isClear &&= sample === clear[channel * 2 + 1]!;
    }
    if (clear !== undefined)
      data[at + shown] = isIndexed ? (clear[samples[from]!] ?? 255) : isClear ? 0 : 255;
  }
  return { width, height, channels, data };
}
