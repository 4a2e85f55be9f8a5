import { decode, encode } from 'jpeg-js';
import { joined } from '../../package/zip';
import { type Reducible, type Size, scaledDown } from './scale';

/** Of 100. More makes no visible difference at 220 dots per inch. */
const QUALITY = 82;

/** The most coefficients of all scans. A picture for the web has ten scans, and a malicious one thousands. */
const MOST_WORK = 400_000_000;

/** The memory that decoding may take, in MB: twice what a picture with the most pixels needs. */
const MOST_MEMORY = 1000;

/**
 * Reads the segments of a JPEG (ITU-T T.81).
 *
 * @param orientation the EXIF orientation; 1 is upright
 * @returns undefined for unusual pictures (in CMYK, with 12 bits) and those that are cut off
 */
export function readableJpeg(bytes: Uint8Array, orientation: number): Reducible | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const profile: Uint8Array[] = [];
  let size: Size | undefined;
  let channels = 0;
  let work = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker < 0xc0) return undefined;
    const length = data.getUint16(at + 2);
    const segment = bytes.subarray(at, at + 2 + length);
    if (segment.length < 2 + length) return undefined;
    const isFrame = marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      channels = segment[9]!;
      // Baseline, extended and progressive; eight bits; grey, or YCbCr as its components are not called R, G and B.
      if (marker > 0xc2 || segment[4] !== 8 || size !== undefined) return undefined;
      if (channels !== 1 && (channels !== 3 || segment[10] === 0x52)) return undefined;
      size = { width: data.getUint16(at + 7), height: data.getUint16(at + 5) };
    }
    if (marker === 0xe2 && startsWith(segment, 'ICC_PROFILE\0')) profile.push(segment);
    // An Adobe segment says that it is in RGB.
    if (marker === 0xee && startsWith(segment, 'Adobe') && segment[15] === 0) return undefined;
    at += 2 + length;
    if (marker !== 0xda) continue;
    if (size === undefined) return undefined;
    work += size.width * size.height * channels;
    if (work > MOST_WORK) return undefined;
    at = endOfScan(bytes, at);
    if (bytes[at + 1] !== 0xd9) continue;
    // A profile for grey does not fit the output, which is in colour. Cameras add data behind the end.
    if (channels === 1 && profile.length > 0) return undefined;
    const whole = bytes.subarray(0, at + 2);
    return {
      ...size,
      coded: whole.length,
      in: (to) => smaller(whole, to, [...exifWith(orientation), ...profile]),
    };
  }
  return undefined;
}

/** @param kept segments to copy before the picture */
function smaller(bytes: Uint8Array, to: Size, kept: readonly Uint8Array[]): Uint8Array {
  const raster = decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: false,
    maxMemoryUsageInMB: MOST_MEMORY,
  });
  const { data } = scaledDown({ ...raster, channels: 3 }, to);
  const pixels = new Uint8Array(to.width * to.height * 4);
  for (let from = 0; from < data.length; from++) pixels[from + Math.floor(from / 3)] = data[from]!;
  const written = encode({ ...to, data: pixels }, QUALITY).data;
  // Replaces the encoder's JFIF segment by one with 220 dots per inch.
  const jfif = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 220, 0, 220, 0, 0);
  return joined([written.subarray(0, 2), jfif, ...kept, written.subarray(20)]);
}

/** The offset of the next segment behind the coded pixels of a scan. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at !== -1) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function startsWith(segment: Uint8Array, name: string): boolean {
  return String.fromCharCode(...segment.subarray(4, 4 + name.length)) === name;
}

/** An EXIF segment with the orientation only, without place and time; none if upright. */
function exifWith(orientation: number): readonly Uint8Array[] {
  if (orientation === 1) return [];
  const entry = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  return [Uint8Array.of(0xff, 0xe1, 0, 8 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff)];
}
