/** Entries found by their hashes alone: thousands of strings would take megabytes of every server, and time of each start. */

const FNV_START = 0x811c9dc5;

/** FNV-1a in 32 bits; never 0, which marks an empty slot. `before` goes on from the hash of what stands before. */
export function hashOf(text: string, before = FNV_START): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}

/**
 * A hash table with open addressing. Of the entries no two have the same hash (a test sees to it); another text has the
 * hash of one once in some hundred thousand times.
 */
export interface Hashed {
  /** Of the entry in each slot; nought marks an empty one. Slots are a power of two, and some are always empty. */
  readonly hashes: Uint32Array;
  /** Of the entry in each slot, how many stand in slots before it: `positionsIn` of the hashes. */
  readonly positions: Uint16Array;
}

/** The most entries of a table, whose positions have two bytes. */
const MOST_ENTRIES = 2 ** 16;

/**
 * Entries as a table, and which of them has each position: what is known of them is to stand in this order. Throws a
 * RangeError where there are more than {@link MOST_ENTRIES}.
 */
export function hashed(entries: readonly string[]): {
  readonly table: Hashed;
  readonly order: readonly number[];
} {
  if (entries.length > MOST_ENTRIES) throw new RangeError(`${entries.length} entries are too many`);
  const size = 2 ** Math.ceil(Math.log2(entries.length * 1.25 + 2));
  const hashes = new Uint32Array(size);
  const inSlots: number[] = [];
  for (const [index, entry] of entries.entries()) {
    const hash = hashOf(entry);
    let slot = hash & (size - 1);
    while (hashes[slot] !== 0) slot = (slot + 1) & (size - 1);
    hashes[slot] = hash;
    inSlots[slot] = index;
  }
  // Slots without an entry have no value.
  return { table: { hashes, positions: positionsIn(hashes) }, order: Object.values(inSlots) };
}

/** The positions of a table, which need not be shipped with it. */
export function positionsIn(hashes: Uint32Array): Uint16Array {
  const positions = new Uint16Array(hashes.length);
  let next = 0;
  for (let slot = 0; slot < hashes.length; slot++) if (hashes[slot] !== 0) positions[slot] = next++;
  return positions;
}

/** Which entry has a hash; -1 where none has. */
export function positionOf({ hashes, positions }: Hashed, hash: number): number {
  const mask = hashes.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const found = hashes[slot]!;
    if (found === hash) return positions[slot]!;
    if (found === 0) return -1;
  }
}
