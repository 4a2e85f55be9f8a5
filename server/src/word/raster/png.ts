import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import { Unzlib } from 'fflate';
import { joined } from '../zip';
import { pngChunk, pngOf } from './png-writer';
import { type Raster, type Reducible, type Size, scaledDown } from './scale';

/** Samples of a pixel by the type of colour, as PNG numbers them. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The chunks without which there is no picture. */
const NEEDED = /^(?:IHDR|PLTE|tRNS|IDAT|IEND)$/;

/** What colours mean. */
const COLOUR = /^(?:iCCP|sRGB|gAMA|cHRM|cICP)$/;

/** Dots to the metre at 220 to the inch. */
const METRE = 8661;

/**
 * Looks through the chunks of a PNG.
 *
 * @returns undefined where it moves, or is cut off
 */
export function readablePng(bytes: Uint8Array): Reducible | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const needed: Uint8Array[] = [bytes.subarray(0, 8)];
  const colour: Uint8Array[] = [];
  const packed: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = data.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const chunk = bytes.subarray(at, at + 12 + length);
    if (chunk.length < 12 + length || name === 'acTL') return undefined;
    if (name === 'IDAT') packed.push(chunk.subarray(8, -4));
    if (COLOUR.test(name)) colour.push(chunk);
    if (NEEDED.test(name)) needed.push(chunk);
    at += 12 + length;
    if (name !== 'IEND') continue;
    const header = new DataView(bytes.buffer, bytes.byteOffset + 16);
    const size = { width: header.getUint32(0), height: header.getUint32(4) };
    const bits = header.getUint8(8) * (SAMPLES[header.getUint8(9)] ?? 0);
    return { ...size, in: (to) => smaller(needed, isWhole(packed, size, bits), colour, to) };
  }
  return undefined;
}

function smaller(
  needed: readonly Uint8Array[],
  isWhole: boolean,
  colour: readonly Uint8Array[],
  to: Size,
): Uint8Array | undefined {
  if (!isWhole) return undefined;
  const resolution = new Uint8Array(9).fill(1);
  const data = new DataView(resolution.buffer);
  data.setUint32(0, METRE);
  data.setUint32(4, METRE);
  const raster = scaledDown(rasterOf(decode(joined(needed))), to);
  return pngOf(raster, [...colour, pngChunk('pHYs', resolution)]);
}

/** Whether the pixels are as many as the header says: unpacked, a megabyte may be a gigabyte. */
function isWhole(packed: readonly Uint8Array[], { width, height }: Size, bits: number): boolean {
  const least = Math.floor((width * bits) / 8) * height;
  // Each row begins with its filter; where they are interlaced there are nearly twice as many.
  const most = least + height * 6 + 1000;
  let size = 0;
  const unpacker = new Unzlib((chunk) => {
    size += chunk.length;
    if (size > most) throw new Error('it has more pixels than it says');
  });
  const PIECE = 16_384;
  for (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += PIECE) unpacker.push(chunk.subarray(at, at + PIECE));
  }
  unpacker.push(new Uint8Array(), true);
  return size >= least;
}

/** A picture with eight bits a sample, and with alpha where anything is seen through. */
function rasterOf(picture: DecodedPng): Raster {
  const { width, height, palette } = picture;
  if (palette !== undefined) {
    const channels = palette[0]?.length === 4 ? 4 : 3;
    return { width, height, channels, data: Uint8Array.from(convertIndexedToRgb(picture)) };
  }
  const channels = picture.channels as Raster['channels'];
  const samples = samplesOf(picture);
  const clear = picture.transparency;
  const data = eightBits(samples, picture.depth);
  if (clear === undefined || channels === 2 || channels === 4) return { width, height, channels, data };
  const out = new Uint8Array(width * height * (channels + 1)).fill(255);
  for (let from = 0, at = 0; from < samples.length; from += channels, at += channels + 1) {
    out.set(data.subarray(from, from + channels), at);
    if (clear.every((value, channel) => samples[from + channel] === value)) out[at + channels] = 0;
  }
  return { width, height, channels: channels === 1 ? 2 : 4, data: out };
}

/** Samples one by one: fast-png leaves those of less than eight bits packed, each row from a byte of its own. */
function samplesOf({ width, height, depth, data }: DecodedPng): ArrayLike<number> & Iterable<number> {
  if (depth >= 8) return data;
  const stride = Math.ceil((width * depth) / 8);
  const out = new Uint8Array(width * height);
  for (let at = 0; at < out.length; at++) {
    const bit = (at % width) * depth;
    const byte = data[Math.floor(at / width) * stride + (bit >> 3)]!;
    out[at] = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  }
  return out;
}

function eightBits(samples: Iterable<number>, depth: number): Uint8Array {
  if (depth === 8 && samples instanceof Uint8Array) return samples;
  const most = 2 ** depth - 1;
  return Uint8Array.from(samples, (sample) => Math.round((sample * 255) / most));
}
