/** Tables of hashes in place of strings, thousands of which would take megabytes and slow down each start. */

const FNV_START = 0x811c9dc5 | 0;

/** FNV-1a in 32 bits, signed, as V8 makes an object of a greater number. `before` is the hash of the text before this one. */
export function hashOf(text: string, before = FNV_START): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/**
 * A table of entries: the position of an entry is that of its hash. No two entries have the same hash (a test checks
 * it). Another text has the hash of an entry about once in a hundred thousand times.
 */
export interface Hashed {
  /** In ascending order of their bits. */
  readonly hashes: Int32Array;
  /** For each value of the highest bits of a hash, the position of the first hash that is not less. */
  readonly buckets: Uint32Array;
}

/** A table of hashes in ascending order. */
export function tableOf(hashes: Int32Array): Hashed {
  // One or two hashes have the same highest bits.
  const bits = Math.max(1, 31 - Math.clz32(hashes.length | 1));
  const buckets = new Uint32Array((1 << bits) + 1);
  for (let at = 0; at < hashes.length; at++) buckets[(hashes[at]! >>> (32 - bits)) + 1]!++;
  for (let value = 1; value < buckets.length; value++) buckets[value]! += buckets[value - 1]!;
  return { hashes, buckets };
}

/** Makes a table of entries, and the index of the entry at each position, to bring their values into this order. */
export function hashed(entries: readonly string[]): {
  readonly table: Hashed;
  readonly order: readonly number[];
} {
  const hashes = entries.map((entry) => hashOf(entry));
  const order = [...hashes.keys()].sort((a, b) => (hashes[a]! >>> 0) - (hashes[b]! >>> 0));
  return { table: tableOf(Int32Array.from(order, (index) => hashes[index]!)), order };
}

/** The position of the entry with a hash; -1 if there is none. */
export function positionOf({ hashes, buckets }: Hashed, hash: number): number {
  const highest = hash >>> (Math.clz32(buckets.length - 1) + 1);
  const end = buckets[highest + 1]!;
  for (let at = buckets[highest]!; at < end; at++) if (hashes[at] === hash) return at;
  return -1;
}

/**
 * The differences between successive hashes: first the lowest bytes of all, then the next. The higher bytes are small
 * and similar, so they compress well, which the hashes themselves do not.
 */
export function differencesIn(hashes: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hashes.length * 4);
  for (let at = 0; at < hashes.length; at++) {
    const more = hashes[at]! - (hashes[at - 1] ?? 0);
    for (let byte = 0; byte < 4; byte++) bytes[byte * hashes.length + at] = more >>> (8 * byte);
  }
  return bytes;
}

/** Restores hashes from their differences. */
export function hashesBy(differences: Uint8Array): Int32Array {
  const length = differences.length / 4;
  const hashes = new Int32Array(length);
  let last = 0;
  for (let at = 0; at < length; at++) {
    last +=
      differences[at]! +
      (differences[length + at]! << 8) +
      (differences[2 * length + at]! << 16) +
      (differences[3 * length + at]! << 24);
    hashes[at] = last;
  }
  return hashes;
}
