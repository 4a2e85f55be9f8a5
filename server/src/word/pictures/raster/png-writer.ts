import { zlibSync } from 'fflate';
import { crc32, joined } from '../../package/zip';
import type { Raster } from './scale';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The colour type of PNG, by the number of channels. */
const TYPES = { 1: 0, 2: 4, 3: 2, 4: 6 } as const;

/**
 * Writes a PNG.
 *
 * @param rows each with its filter type before it
 * @param bits bits of a sample
 * @param chunks chunks to write before the pixels
 */
export function writePng(
  { width, height, channels }: Omit<Raster, 'data'>,
  rows: Uint8Array,
  bits: 1 | 8,
  chunks: readonly Uint8Array[] = [],
): Uint8Array {
  const header = new Uint8Array(13);
  const data = new DataView(header.buffer);
  data.setUint32(0, width);
  data.setUint32(4, height);
  header.set([bits, TYPES[channels], 0, 0, 0], 8);
  return joined([
    SIGNATURE,
    pngChunk('IHDR', header),
    ...chunks,
    // A small picture is not worth compressing.
    pngChunk('IDAT', zlibSync(rows, { level: rows.length < 1000 ? 0 : 6 })),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

export function pngChunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const data = new DataView(bytes.buffer);
  data.setUint32(0, content.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = name.charCodeAt(at);
  bytes.set(content, 8);
  data.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)));
  return bytes;
}

/** Writes pixels as a PNG, each row with the filter that probably compresses best. */
export function pngOf(raster: Raster, chunks: readonly Uint8Array[] = []): Uint8Array {
  const { channels, data } = raster;
  const stride = raster.width * channels;
  const rows = new Uint8Array((stride + 1) * raster.height);
  const line = new Uint8Array(stride);
  for (let y = 0; y < raster.height; y++) {
    let least = Infinity;
    const start = y * stride;
    for (let filter = 0; filter < 5; filter++) {
      let sum = 0;
      for (let x = 0; x < stride; x++) {
        const left = x < channels ? 0 : data[start + x - channels]!;
        const above = y === 0 ? 0 : data[start + x - stride]!;
        const corner = x < channels || y === 0 ? 0 : data[start + x - stride - channels]!;
        line[x] = data[start + x]! - predicted(filter, left, above, corner);
        sum += line[x]! < 128 ? line[x]! : 256 - line[x]!;
      }
      if (sum >= least) continue;
      least = sum;
      rows[y * (stride + 1)] = filter;
      rows.set(line, y * (stride + 1) + 1);
    }
  }
  return writePng(raster, rows, 8, chunks);
}

/** The value that a filter predicts for a sample from the samples before it. */
export function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
}
