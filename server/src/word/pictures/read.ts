import type { XmlBudget } from '../../docx/xml-tree';
import { safeSvg } from './svg';

/** What the bytes of a picture say about it. */
export interface PictureInfo {
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp' | 'svg';
  /** The size at which it is meant to be shown, in CSS pixels (96 per inch). */
  readonly width: number;
  readonly height: number;
  /** How a JPEG that is not stored upright must be turned. */
  readonly stored?: Stored;
}

export interface Stored {
  /** Degrees clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
  /** Whether it is mirrored from left to right before it is turned. */
  readonly mirrored: boolean;
}

/** The most pixels of a picture; more make Word stall, and are probably malicious. */
const MOST_PIXELS = 100_000_000;

/**
 * Reads the type and size of a picture from its bytes, whatever its name says, and returns the bytes for a document. An
 * SVG is written anew from what draws in it.
 *
 * @param drawings how much may still be read of the SVGs of a document
 * @returns a reason in plain words if Word cannot show it
 */
export function takePicture(
  bytes: Uint8Array,
  drawings?: XmlBudget,
): (PictureInfo & { readonly bytes: Uint8Array }) | { readonly unusable: string } {
  const info: Read | (PictureInfo & { readonly bytes: Uint8Array }) =
    readPng(bytes) ?? readJpeg(bytes) ?? readGif(bytes) ?? readBmp(bytes) ?? readSvg(bytes, drawings);
  if (info === undefined) return { unusable: unknownType(bytes) };
  if ('unusable' in info) return info;
  if (!(info.width > 0 && info.height > 0)) return { unusable: 'its size is zero' };
  if (info.width * info.height > MOST_PIXELS) return { unusable: 'it has too many pixels for a document' };
  return { bytes, ...info };
}

type Read = PictureInfo | { readonly unusable: string } | undefined;

function unknownType(bytes: Uint8Array): string {
  const ascii = (start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end));
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP')
    return 'Word cannot show WebP pictures; save it as PNG or JPEG';
  if (ascii(4, 8) === 'ftyp') return 'Word cannot show AVIF and HEIC pictures; save it as PNG or JPEG';
  if (ascii(0, 4) === '%PDF') return 'it is a PDF; save the page as PNG';
  return 'it is not a PNG, JPEG, GIF, BMP or SVG picture';
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A lower resolution, in dots per inch, is a mistake in the file. */
const LEAST_DPI = 20;

function scaled(
  type: PictureInfo['type'],
  width: number,
  height: number,
  dpiX = 96,
  dpiY = dpiX,
): PictureInfo {
  const x = dpiX >= LEAST_DPI ? dpiX : 96;
  const y = dpiY >= LEAST_DPI ? dpiY : 96;
  return { type, width: (width * 96) / x, height: (height * 96) / y };
}

function readPng(bytes: Uint8Array): Read {
  if (
    bytes.length < 33 ||
    view(bytes).getUint32(0) !== 0x89504e47 ||
    view(bytes).getUint32(12) !== 0x49484452
  )
    return;
  const data = view(bytes);
  const width = data.getUint32(16);
  const height = data.getUint32(20);
  for (let at = 8; at + 21 <= bytes.length; ) {
    const length = data.getUint32(at);
    const kind = data.getUint32(at + 4);
    if (kind === 0x49444154) break; // IDAT: what describes the picture stands before it
    if (kind === 0x70485973 && bytes[at + 16] === 1) {
      const metre = 0.0254;
      return scaled('png', width, height, data.getUint32(at + 8) * metre, data.getUint32(at + 12) * metre);
    }
    at += length + 12;
  }
  return scaled('png', width, height);
}

function readJpeg(bytes: Uint8Array): Read {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return;
  const data = view(bytes);
  let dpiX = 96;
  let dpiY = 96;
  let stored: Stored | undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return { unusable: 'it is damaged' };
    const marker = bytes[at + 1]!;
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = data.getUint16(at + 2);
    if (marker === 0xe0 && length >= 16 && data.getUint32(at + 4) === 0x4a464946 && at + 16 < bytes.length) {
      const unit = bytes[at + 11];
      const factor = unit === 1 ? 1 : unit === 2 ? 2.54 : 0;
      if (factor > 0) [dpiX, dpiY] = [data.getUint16(at + 12) * factor, data.getUint16(at + 14) * factor];
    }
    if (marker === 0xe1) stored ??= orientation(bytes.subarray(at + 4, at + 2 + length));
    // SOF0 to SOF15, without the three markers among them that are tables
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const info = scaled('jpg', data.getUint16(at + 7), data.getUint16(at + 5), dpiX, dpiY);
      if (stored === undefined) return info;
      return { ...info, ...(isOnSide(stored) ? { width: info.height, height: info.width } : {}), stored };
    }
    at += 2 + length;
  }
  return { unusable: 'it is damaged' };
}

export function isOnSide({ turn }: Stored): boolean {
  return turn % 180 !== 0;
}

/** By the EXIF orientation, from 2; 1 is upright. */
const ORIENTATIONS: readonly Stored[] = [
  { turn: 0, mirrored: true },
  { turn: 180, mirrored: false },
  { turn: 180, mirrored: true },
  { turn: 270, mirrored: true },
  { turn: 90, mirrored: false },
  { turn: 90, mirrored: true },
  { turn: 270, mirrored: false },
];

/** The EXIF orientation of a stored picture; 1 is upright. */
export function orientationOf(stored: Stored | undefined): number {
  return stored === undefined ? 1 : ORIENTATIONS.indexOf(stored) + 2;
}

/** Reads the orientation from the EXIF segment of a JPEG; undefined if upright. */
function orientation(part: Uint8Array): Stored | undefined {
  if (part.length < 22 || String.fromCharCode(...part.subarray(0, 4)) !== 'Exif') return undefined;
  const tiff = view(part.subarray(6));
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(first, little);
  for (let at = first + 2; at + 12 <= tiff.byteLength && at < first + 2 + count * 12; at += 12) {
    if (tiff.getUint16(at, little) === 0x0112) return ORIENTATIONS[tiff.getUint16(at + 8, little) - 2];
  }
  return undefined;
}

function readGif(bytes: Uint8Array): Read {
  if (bytes.length < 10 || view(bytes).getUint32(0) !== 0x47494638) return;
  const data = view(bytes);
  return scaled('gif', data.getUint16(6, true), data.getUint16(8, true));
}

function readBmp(bytes: Uint8Array): Read {
  if (bytes.length < 30 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return;
  const data = view(bytes);
  return scaled('bmp', Math.abs(data.getInt32(18, true)), Math.abs(data.getInt32(22, true)));
}

/** The inches of units in SVG; a length without a unit is in pixels. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1 / 96,
  px: 1 / 96,
  pt: 1 / 72,
  pc: 1 / 6,
  mm: 1 / 25.4,
  cm: 1 / 2.54,
  in: 1,
};

function readSvg(
  bytes: Uint8Array,
  drawings: XmlBudget | undefined,
): ReturnType<typeof takePicture> | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 64_000));
  if (!/^\ufeff?(?:<\?xml[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE[^>[]*>|\s)*<svg(?=[\s>/])/i.test(head))
    return /<svg[\s/>]/.test(head) ? { unusable: 'it is an SVG with parts that are not safe' } : undefined;
  const svg = safeSvg(new TextDecoder(encodingOf(head)).decode(bytes), drawings);
  if ('unusable' in svg) return svg;
  const own = new TextEncoder().encode(svg.text);
  const length = (name: string): number | undefined => {
    const found = /^([0-9]{1,7}(?:\.[0-9]{1,6})?)\s*([a-z]{0,2})$/.exec((svg.root[name] ?? '').trim());
    const inches = found === null ? undefined : UNITS[found[2] ?? ''];
    return inches === undefined ? undefined : Number(found![1]) * inches * 96;
  };
  const box = (svg.root.viewBox ?? '')
    .trim()
    .split(/[\s,]+/, 4)
    .map(Number);
  const boxWidth = box[2] !== undefined && box[2] > 0 ? box[2] : undefined;
  const boxHeight = box[3] !== undefined && box[3] > 0 ? box[3] : undefined;
  const ratio = boxWidth !== undefined && boxHeight !== undefined ? boxWidth / boxHeight : 2;
  const width = length('width');
  const height = length('height');
  if (width !== undefined) return { type: 'svg', width, height: height ?? width / ratio, bytes: own };
  if (height !== undefined) return { type: 'svg', width: height * ratio, height, bytes: own };
  return { type: 'svg', width: boxWidth ?? 300, height: boxHeight ?? 150, bytes: own };
}

/** The encoding that an XML text names, if it is an extension of ASCII; UTF-8 otherwise. */
function encodingOf(head: string): string {
  const named = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? '';
  return /^(?:iso-8859-(?:[1-9]|1[013-6])|windows-125[0-8])$/i.test(named) ? named : 'utf-8';
}
