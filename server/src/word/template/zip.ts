import { Inflate } from 'fflate';

/** A file that is no archive, or one that is a trap. */
export class ZipError extends Error {}

const MOST_ENTRIES = 2000;
const MOST_BYTES = 60_000_000;
const MOST_BYTES_IN_ALL = 150_000_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Unpacks a ZIP archive that nobody has vouched for. Sizes are held to what the archive's own list says and to what
 * a document can need, while unpacking, so that an archive that lies is stopped; names that lead anywhere but into
 * the archive are refused.
 *
 * @throws ZipError with the reason in plain words
 */
export function unzipSafely(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  let total = 0;
  try {
    const entries = entriesOf(bytes, view);
    checkPlaces(entries, view);
    for (const entry of entries) {
      checkName(entry.name);
      const key = entry.name.toLowerCase();
      if (seen.has(key)) throw new ZipError(`it holds “${entry.name}” twice`);
      seen.add(key);
      if (entry.name.endsWith('/')) continue;
      total += entry.size;
      if (entry.size > MOST_BYTES || total > MOST_BYTES_IN_ALL)
        throw new ZipError('it unpacks to more than a template can need');
      parts.set(entry.name, content(bytes, view, entry));
    }
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('it is damaged');
    throw error;
  }
  return parts;
}

function entriesOf(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOfDirectory(bytes, view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new ZipError('it holds more files than a template can need');
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

/** The record that ends the archive stands before a comment of up to 64 KB. */
function endOfDirectory(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ZipError('it is no Word document: it is damaged, or another kind of file');
}

function checkName(name: string): void {
  const strange =
    name.length === 0 ||
    name.length > 250 ||
    /^[/\\]|^[A-Za-z]:|[\\\0]/.test(name) ||
    name.split('/').some((step) => step === '..' || step === '.');
  if (strange) throw new ZipError(`it holds a file with a name that leads elsewhere: “${name.slice(0, 60)}”`);
}

/** Entries that share bytes make much of little, over and over. */
function checkPlaces(entries: readonly Entry[], view: DataView): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw new ZipError('it holds files that lie over each other');
    end = startOf(entry, view) + entry.compressed;
  }
}

/** Where the bytes of an entry begin. */
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

/** Compressed bytes at a time: a chunk grows a thousandfold at most, so that a bomb is noticed before it goes off. */
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
