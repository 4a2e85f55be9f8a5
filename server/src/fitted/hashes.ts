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
}

/** Entries as a table, and which of them has each position: what is known of them is to stand in this order. */
export function hashed(entries: readonly string[]): {
  readonly table: Hashed;
  readonly order: readonly number[];
} {
  const hashes = entries.map((entry) => hashOf(entry));
  const order = [...hashes.keys()].sort((a, b) => hashes[a]! - hashes[b]!);
  return { table: { hashes: Uint32Array.from(order, (index) => hashes[index]!) }, order };
}

/** Which entry has a hash; -1 where none has. */
export function positionOf({ hashes }: Hashed, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === hash ? low : -1;
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
    last +=
      differences[at]! +
      (differences[length + at]! << 8) +
      (differences[2 * length + at]! << 16) +
      (differences[3 * length + at]! << 24);
    hashes[at] = last;
  }
  return hashes;
}
