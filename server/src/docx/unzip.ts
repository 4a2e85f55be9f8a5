import { Inflate } from 'fflate';

/** Thrown for a file that is not a ZIP archive, or is malicious. */
export class ZipError extends Error {}

const MOST_ENTRIES = 2000;

/** Limits for the content of an archive, in unpacked bytes. */
interface ArchiveLimits {
  /** What the archive is, for messages: "template". */
  readonly what: string;
  readonly each: number;
  readonly inAll: number;
  /**
   * Whether files with unsafe or duplicate names are skipped, as names are only looked up; otherwise the archive is
   * refused.
   */
  readonly passesOver?: boolean;
}

const TEMPLATE: ArchiveLimits = { what: 'template', each: 60_000_000, inAll: 150_000_000 };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/** A file in an archive. */
export interface Packed {
  /** Unpacked size in bytes. */
  readonly size: number;
  /**
   * Unpacks the file.
   *
   * @throws ZipError where it is damaged, or its size is not as stated
   */
  bytes(): Uint8Array;
}

/**
 * Unpacks an untrusted ZIP archive. Sizes are checked while unpacking, against what the archive states and against the
 * limits, so that a ZIP bomb is stopped. Names that lead out of the archive are refused.
 *
 * @throws ZipError with the reason in plain words
 */
export function unzipSafely(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Array.from(listArchive(bytes, TEMPLATE), ([name, packed]) => [name, packed.bytes()]));
}

/**
 * The same, but each file is unpacked when it is asked for.
 *
 * @throws ZipError with the reason in plain words
 */
export function listArchive(bytes: Uint8Array, limits: ArchiveLimits): Map<string, Packed> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Packed>();
  const seen = new Set<string>();
  let total = 0;
  return damagedOutside(() => {
    const entries = entriesOf(bytes, view, limits);
    checkPlaces(entries, view);
    for (const entry of entries) {
      const strange = strangeName(entry.name);
      if (strange && limits.passesOver) continue;
      if (strange)
        throw new ZipError(`it holds a file with a name that leads elsewhere: “${entry.name.slice(0, 60)}”`);
      const key = entry.name.toLowerCase();
      if (seen.has(key) && limits.passesOver) continue;
      if (seen.has(key)) throw new ZipError(`it holds “${entry.name}” twice`);
      seen.add(key);
      if (entry.name.endsWith('/')) continue;
      total += entry.size;
      if (entry.size > limits.each || total > limits.inAll)
        throw new ZipError(`it unpacks to more than a ${limits.what} can need`);
      parts.set(entry.name, {
        size: entry.size,
        bytes: () => damagedOutside(() => content(bytes, view, entry)),
      });
    }
    return parts;
  });
}

/** Converts errors of reading outside the archive, which means that an offset in it is wrong. */
function damagedOutside<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('it is damaged');
    throw error;
  }
}

function entriesOf(bytes: Uint8Array, view: DataView, { what }: ArchiveLimits): Entry[] {
  const end = endOfDirectory(bytes, view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new ZipError(`it holds more files than a ${what} can need`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = count; left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new ZipError('it is damaged');
    const flags = view.getUint16(at + 8, true);
    if (flags & 1) throw new ZipError('it is protected by a password');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Finds the end record of the archive, which stands before a comment of up to 64 KB. */
function endOfDirectory(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ZipError('it is no Word document: it is damaged, or another kind of file');
}

function strangeName(name: string): boolean {
  return (
    name.length === 0 ||
    name.length > 250 ||
    /^[/\\]|^[A-Za-z]:|[\\\0]/.test(name) ||
    name.split('/').some((step) => step === '..' || step === '.')
  );
}

/** Refuses entries that share bytes, which could expand little data many times. */
function checkPlaces(entries: readonly Entry[], view: DataView): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw new ZipError('it holds files that lie over each other');
    end = startOf(entry, view) + entry.compressed;
  }
}

function startOf({ offset }: Entry, view: DataView): number {
  if (view.getUint32(offset, true) !== 0x04034b50) throw new ZipError('it is damaged');
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

function content(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { compressed, size, method, name } = entry;
  const start = startOf(entry, view);
  const data = bytes.subarray(start, start + compressed);
  if (data.length !== compressed) throw new ZipError('it is cut off');
  if (method === 0) {
    if (compressed !== size) throw new ZipError(`“${name}” in it is not as large as it says`);
    return data;
  }
  if (method !== 8) throw new ZipError(`“${name}” is packed in a way that Word does not use`);
  return inflate(data, size, name);
}

/**
 * How many compressed bytes are unpacked at a time: a chunk grows at most a thousandfold, so a bomb is noticed early.
 */
const CHUNK = 4096;

function inflate(data: Uint8Array, size: number, name: string): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new ZipError(`“${name}” unpacks to more than it says`);
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < data.length || at === 0; at += CHUNK) {
      stream.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length);
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError(`“${name}” in it is damaged`);
  }
  if (length !== size) throw new ZipError(`“${name}” in it is damaged`);
  return out;
}
