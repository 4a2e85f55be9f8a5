/** Entries of the encoder found by their hashes alone: thousands of strings would take a megabyte of every server. */
import type { PackedMatrix } from './matrix';

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

export interface EncoderSource extends Omit<WrittenEncoder, 'entries'> {
  /**
   * Base 64 of a hash table with open addressing: for each slot the hash of an entry in four bytes, and its position in
   * two, little-endian; a hash of nought marks an empty slot. Slots are a power of two, and some are always empty.
   */
  readonly slots: string;
}

const FNV_START = 0x811c9dc5;

/** FNV-1a in 32 bits; never 0, which marks an empty slot. `before` goes on from the hash of what stands before. */
export function hashOf(text: string, before = FNV_START): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}

export const SLOT_BYTES = 6;

export function hashed({ entries: written, ...rest }: WrittenEncoder): EncoderSource {
  const entries = written === '' ? [] : written.split('|');
  const size = 2 ** Math.ceil(Math.log2(entries.length * 1.25 + 2));
  const slots = new DataView(new ArrayBuffer(size * SLOT_BYTES));
  for (const [position, entry] of entries.entries()) {
    const hash = hashOf(entry);
    let slot = hash & (size - 1);
    while (slots.getUint32(slot * SLOT_BYTES, true) !== 0) slot = (slot + 1) & (size - 1);
    slots.setUint32(slot * SLOT_BYTES, hash, true);
    slots.setUint16(slot * SLOT_BYTES + 4, position, true);
  }
  let text = '';
  for (let i = 0; i < slots.byteLength; i++) text += String.fromCharCode(slots.getUint8(i));
  return { ...rest, slots: btoa(text) };
}
