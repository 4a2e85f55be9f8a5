/** Entries of the encoder found by their hashes alone: thousands of strings would take a megabyte of every server. */
import type { PackedMatrix } from './matrix';

/** Bytes, or base 64 of them: where it is part of a script. */
export type Bytes = Uint8Array | string;

export function bytesOf(bytes: Bytes): Uint8Array {
  if (typeof bytes !== 'string') return bytes;
  const text = atob(bytes);
  const all = new Uint8Array(text.length);
  for (let i = 0; i < all.length; i++) all[i] = text.charCodeAt(i);
  return all;
}

/** As `server/train/encoder.mts` writes it. */
export interface WrittenEncoder {
  /** Stems and pairs of stems ("book club"), parted by "|". */
  readonly entries: string;
  /** Base 64: for each entry a byte for each dimension, and one for how much it counts. */
  readonly vectors: string;
  readonly dimensions: number;
  /** What one step of a byte is worth; of the last byte, in weight. */
  readonly step: number;
  readonly weightStep: number;
  /** From the mean vector to the meaning. */
  readonly layer: PackedMatrix;
}

export interface EncoderSource extends Omit<WrittenEncoder, 'entries' | 'vectors'> {
  readonly vectors: Bytes;
  /**
   * A hash table with open addressing: for each slot the hash of an entry in four bytes, then for each its position in
   * two, little-endian; a hash of nought marks an empty slot. Slots are a power of two, and some are always empty.
   */
  readonly slots: Bytes;
}

const FNV_START = 0x811c9dc5;

/** FNV-1a in 32 bits; never 0, which marks an empty slot. `before` goes on from the hash of what stands before. */
export function hashOf(text: string, before = FNV_START): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}

const SLOT_BYTES = 6;

/** The slots of a hash table, as arrays. On nearly every machine they are the bytes themselves. */
export function slotsOf(bytes: Uint8Array): {
  readonly hashes: Uint32Array;
  readonly positions: Uint16Array;
} {
  const count = bytes.length / SLOT_BYTES;
  const { buffer, byteOffset } = bytes;
  const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  if (isLittleEndian && byteOffset % 4 === 0)
    return {
      hashes: new Uint32Array(buffer, byteOffset, count),
      positions: new Uint16Array(buffer, byteOffset + 4 * count, count),
    };
  const view = new DataView(buffer, byteOffset);
  return {
    hashes: Uint32Array.from({ length: count }, (_, slot) => view.getUint32(4 * slot, true)),
    positions: Uint16Array.from({ length: count }, (_, slot) => view.getUint16(4 * count + 2 * slot, true)),
  };
}

export function hashed({ entries: written, ...rest }: WrittenEncoder): EncoderSource {
  const entries = written === '' ? [] : written.split('|');
  const size = 2 ** Math.ceil(Math.log2(entries.length * 1.25 + 2));
  const slots = new DataView(new ArrayBuffer(size * SLOT_BYTES));
  for (const [position, entry] of entries.entries()) {
    const hash = hashOf(entry);
    let slot = hash & (size - 1);
    while (slots.getUint32(4 * slot, true) !== 0) slot = (slot + 1) & (size - 1);
    slots.setUint32(4 * slot, hash, true);
    slots.setUint16(4 * size + 2 * slot, position, true);
  }
  let text = '';
  for (let i = 0; i < slots.byteLength; i++) text += String.fromCharCode(slots.getUint8(i));
  return { ...rest, slots: btoa(text) };
}
