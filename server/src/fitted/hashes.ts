/** Entries found by their hashes alone: thousands of strings would take megabytes of every server, and time of each start. */

const FNV_START = 0x811c9dc5;

/** FNV-1a in 32 bits. `before` goes on from the hash of what stands before. */
export function hashOf(text: string, before = FNV_START): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * Entries by their hashes, each at the position that its hash has among them. Of the entries no two have the same hash (a
 * test sees to it); another text has the hash of one once in some hundred thousand times.
 */
export interface Hashed {
  /** The least first. */
  readonly hashes: Uint32Array;
  /** By the first bits of a hash, the first position that may have it. */
  readonly buckets: Uint16Array;
  /** How far the first bits of a hash are above the last. */
  readonly shift: number;
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
  const hashes = entries.map((entry) => hashOf(entry));
  const order = [...hashes.keys()].sort((a, b) => hashes[a]! - hashes[b]!);
  return { table: tableOf(Uint32Array.from(order, (index) => hashes[index]!)), order };
}

/** @param hashes the least first */
export function tableOf(hashes: Uint32Array): Hashed {
  // As many first bits as to tell most entries apart.
  const bits = Math.max(1, Math.ceil(Math.log2(hashes.length + 1)));
  const shift = 32 - bits;
  const buckets = new Uint16Array(2 ** bits);
  let at = 0;
  for (let first = 0; first < buckets.length; first++) {
    while (at < hashes.length && hashes[at]! >>> shift < first) at++;
    buckets[first] = at;
  }
  return { hashes, buckets, shift };
}

/** Which entry has a hash; -1 where none has. */
export function positionOf({ hashes, buckets, shift }: Hashed, hash: number): number {
  for (let at = buckets[hash >>> shift]!; at < hashes.length && hashes[at]! <= hash; at++)
    if (hashes[at] === hash) return at;
  return -1;
}

/**
 * How much each hash is more than the one before, first the lowest bytes of all of these, then the next: the higher ones
 * are small and much alike, and take little room in a packed file, where hashes themselves take all of theirs.
 */
export function differencesIn(hashes: Uint32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hashes.length * 4);
  for (let at = 0; at < hashes.length; at++) {
    const more = hashes[at]! - (hashes[at - 1] ?? 0);
    for (let byte = 0; byte < 4; byte++) bytes[byte * hashes.length + at] = more >>> (8 * byte);
  }
  return bytes;
}

/** The hashes of which these are the differences. */
export function hashesBy(differences: Uint8Array): Uint32Array {
  const length = differences.length / 4;
  const hashes = new Uint32Array(length);
  let last = 0;
  for (let at = 0; at < length; at++) {
    let more = 0;
    for (let byte = 3; byte >= 0; byte--) more = more * 256 + differences[byte * length + at]!;
    last += more;
    hashes[at] = last;
  }
  return hashes;
}
