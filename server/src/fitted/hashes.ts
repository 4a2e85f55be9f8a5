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
   * A hash table with open addressing: for each slot the hash of an entry in four bytes, little-endian; a hash of nought
   * marks an empty slot. Slots are a power of two, and some are always empty. The entries stand in the order of their
   * slots, so that where each is need not be written.
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

const HASH_BYTES = 4;

/** The slots of a hash table, as numbers. On nearly every machine they are the bytes themselves. */
export function slotsOf(bytes: Uint8Array): Uint32Array {
  const count = bytes.length / HASH_BYTES;
  const { buffer, byteOffset } = bytes;
  const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  if (isLittleEndian && byteOffset % HASH_BYTES === 0) return new Uint32Array(buffer, byteOffset, count);
  const view = new DataView(buffer, byteOffset);
  return Uint32Array.from({ length: count }, (_, slot) => view.getUint32(HASH_BYTES * slot, true));
}

/** For each slot the position of its entry. */
export function positionsOf(hashes: Uint32Array): Uint16Array {
  const positions = new Uint16Array(hashes.length);
  let position = 0;
  for (let slot = 0; slot < hashes.length; slot++) if (hashes[slot] !== 0) positions[slot] = position++;
  return positions;
}

export function hashed({ entries: written, vectors, ...rest }: WrittenEncoder): EncoderSource {
  const entries = written === '' ? [] : written.split('|');
  const size = 2 ** Math.ceil(Math.log2(entries.length * 1.25 + 2));
  const slots = new DataView(new ArrayBuffer(size * HASH_BYTES));
  const inSlot = new Map<number, number>();
  for (const [position, entry] of entries.entries()) {
    const hash = hashOf(entry);
    let slot = hash & (size - 1);
    while (inSlot.has(slot)) slot = (slot + 1) & (size - 1);
    inSlot.set(slot, position);
    slots.setUint32(HASH_BYTES * slot, hash, true);
  }
  const unsorted = bytesOf(vectors);
  const row = rest.dimensions + 1;
  const sorted = [...inSlot]
    .sort(([a], [b]) => a - b)
    .flatMap(([, position]) => [...unsorted.subarray(position * row, (position + 1) * row)]);
  return { ...rest, slots: written64(new Uint8Array(slots.buffer)), vectors: written64(sorted) };
}

function written64(bytes: Iterable<number>): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
