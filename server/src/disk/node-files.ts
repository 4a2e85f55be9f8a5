import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { URI } from 'vscode-uri';
import type { Files } from '../files';
import { failure, plainly } from './file-errors';
import { checkInside } from './held-folder';
import { realPath } from './links';
import { writeTogether } from './writes';

export { explain } from './file-errors';

/** The files of this machine. Errors have a plain message in place of Node's: "permission denied". */
export const nodeFiles: Files = {
  deflate: deflateRawSync,

  async read(uri, most = LARGEST, inside = undefined) {
    return plainly(() => readWhole(pathOf(uri), most, inside && pathOf(inside)));
  },

  async stat(uri) {
    const found = await plainly(() => stat(pathOf(uri)));
    if (!found) return undefined;
    if (found.isDirectory()) return { type: 'folder', size: 0 };
    // A pipe or a device could block for ever, or never end.
    if (!found.isFile()) throw new Error('this is neither a file nor a folder');
    return { type: 'file', size: found.size };
  },

  async list(uri) {
    const folder = pathOf(uri);
    const entries = (await plainly(() => readdir(folder, { withFileTypes: true }))) ?? [];
    const found = await Promise.all(
      entries.map(async (entry) => {
        const { name } = entry;
        const isLink = entry.isSymbolicLink();
        const followed = isLink ? await stat(join(folder, name)).catch(() => undefined) : entry;
        const type = followed?.isFile() ? 'file' : followed?.isDirectory() ? 'folder' : undefined;
        return type === undefined ? [] : [{ name, type, ...(isLink && { link: true as const }) } as const];
      }),
    );
    return found.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
  },

  async write(uri, bytes, inside = []) {
    await writeTogether([[pathOf(uri), bytes]], inside.map(pathOf));
  },

  async real(uri) {
    return toUri((await plainly(() => realPath(pathOf(uri)), true)) ?? pathOf(uri));
  },
};

/** URI of a path of this machine. */
export function toUri(path: string): string {
  return URI.file(path).toString();
}

/** Path of a file on this machine. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file')
    throw new Error(`only files on the disk can be read, not “${parsed.scheme}:”`);
  return parsed.fsPath;
}

/** The most bytes of a file that are read where the caller sets no limit of its own. */
const LARGEST = 256 * 1024 * 1024;

/** How often a file is read again that changed meanwhile. */
const ATTEMPTS = 5;

/**
 * Reads a file as it is at one moment: one that is being rewritten is read again. Never waits for what is no file
 * (opening a pipe would, for ever), and never reads more than `most` bytes, whatever the file grows to.
 *
 * @param inside folder that what was opened must lie in, wherever the path leads by then
 */
export async function readWhole(path: string, most: number, inside?: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (inside !== undefined) await checkInside(file, path, inside);
    for (let attempt = 1; ; attempt++) {
      const before = await file.stat();
      if (before.isDirectory()) throw failure('EISDIR');
      if (!before.isFile()) throw failure('ENOTFILE');
      if (before.size > most) throw failure('EFBIG');
      const bytes = await readBytes(file, before.size, most);
      const after = await file.stat();
      const settled = after.size === bytes.length && after.mtimeMs === before.mtimeMs;
      if (settled || attempt === ATTEMPTS) return bytes;
    }
  } finally {
    await file.close();
  }
}

/**
 * The bytes of an open file, which had `size` of them a moment ago: one more tells that it has grown since. What says
 * that it has none, as the files of Linux that stand for the system do, is read to its end.
 */
async function readBytes(file: FileHandle, size: number, most: number): Promise<Buffer> {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    if (length === bytes.length && size > 0) return bytes;
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(length * 2, most + 1));
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (length > most) throw failure('EFBIG');
    if (bytesRead === 0) return bytes.subarray(0, length);
  }
}
