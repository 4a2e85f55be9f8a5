import { constants, unlinkSync } from 'node:fs';
import {
  type FileHandle,
  lstat,
  mkdir,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { URI } from 'vscode-uri';
import type { Files } from '../files';
import { codeOf, failure, plainly } from './file-errors';
import { checkInside, type HeldFolder, hold } from './held';

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
    await plainly(() => writeWhole(pathOf(uri), bytes, inside.map(pathOf)), true);
  },

  async real(uri) {
    return toUri((await plainly(() => realPath(pathOf(uri)), true)) ?? pathOf(uri));
  },
};

/** URI of a path of this machine. */
export function toUri(path: string): string {
  return URI.file(path).toString();
}

function pathOf(uri: string): string {
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

/** The most links that are followed on the way to one file, as on Linux. */
const MOST_LINKS = 40;

/**
 * The path with links followed, also links that lead to nothing yet; what does not exist hangs from the nearest
 * folder that does.
 */
async function realPath(path: string, followed = 0): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (codeOf(error) !== 'ENOENT' || parent === path) throw error;
    const folder = await realPath(parent, followed);
    const here = join(folder, basename(path));
    const link = await readlink(here).catch(() => undefined);
    if (link === undefined) return here;
    if (followed === MOST_LINKS) throw failure('ELOOP');
    return realPath(resolve(folder, link), followed + 1);
  }
}

/** Temporary files that are being written, for when the process is told to stop, each with when it has been opened. */
const unfinished = new Map<string, Promise<unknown>>();

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** How long a file that is being opened is waited for, in ms: a disk that does not answer must not keep the process. */
const LONGEST_OPENING = 500;

let stopping = false;

/** Removes what a write in progress would leave behind, and ends the process as the signal would have. */
function stop(signal: keyof typeof SIGNALS): void {
  const end = () => {
    removeUnfinished();
    process.exit(128 + SIGNALS[signal]);
  };
  stopping = true;
  removeUnfinished();
  // What is being opened at this moment stands there only afterwards.
  setTimeout(end, LONGEST_OPENING);
  void Promise.allSettled(unfinished.values()).then(end);
}

function removeUnfinished(): void {
  for (const path of unfinished.keys()) {
    try {
      unlinkSync(path);
    } catch {
      // It may just have been renamed, or not be there yet.
    }
  }
}

/**
 * Opens a temporary file. Listens to signals while something is being written, and only then: a process that listens is
 * not ended by Node itself, and does not hear the signal either while it computes.
 */
function begun(temporary: string): Promise<FileHandle> {
  // Nothing more is begun, nor any error told of it: the process ends at once.
  if (stopping) return new Promise(() => undefined);
  if (unfinished.size === 0) for (const signal in SIGNALS) process.on(signal, stop);
  const opening = open(temporary, 'wx');
  unfinished.set(temporary, opening);
  return opening;
}

function ended(temporary: string): void {
  unfinished.delete(temporary);
  if (unfinished.size === 0) for (const signal in SIGNALS) process.off(signal, stop);
}

/**
 * Writes a file so that at any moment there is the old one or the new one, whole. Folders are made where missing,
 * permissions stay as they were, and a link goes on pointing at the file that it points at. All of it happens in one
 * folder that is held, so that none can take its place meanwhile.
 *
 * @param inside folders that the file must lie in, links followed
 */
async function writeWhole(path: string, bytes: Uint8Array, inside: readonly string[]): Promise<void> {
  const target = await realPath(path);
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  const held = await hold(folder, inside);
  try {
    await writeIn(held, basename(target), bytes);
    await tidy(folder, held.at('.'));
  } finally {
    await held.close();
  }
}

async function writeIn(held: HeldFolder, name: string, bytes: Uint8Array): Promise<void> {
  const target = held.at(name);
  const before = await lstat(target).catch(() => undefined);
  if (before?.isDirectory()) throw failure('EISDIR');
  // All links were followed: this one is new.
  if (before?.isSymbolicLink()) throw failure('EMOVED');
  if (before && !before.isFile()) throw failure('ENOTFILE');
  // A rename asks for rights on the folder only: a file that may not be written must not be replaced either.
  if (before) await (await open(target, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0))).close();
  const temporary = held.at(`.advocacy-${randomName()}.tmp`);
  let file: FileHandle | undefined;
  try {
    file = await begun(temporary);
    if (before) await file.chmod(before.mode & 0o7777);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    file = undefined;
    await held.check();
    await rename(temporary, target);
  } catch (error) {
    await file?.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  } finally {
    ended(temporary);
  }
}

/** Sixteen hexadecimal digits. By way of Node's own module, every start would take two milliseconds longer. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How a temporary file is called, and the age in ms at which nobody can be writing it any more. */
const TEMPORARY = /^\.advocacy-[0-9a-f]{16}\.tmp$/;
const ABANDONED = 60 * 60 * 1000;
const tidied = new Set<string>();

/**
 * Removes what a process that was killed in mid-write has left in a folder; once for each folder. Never throws.
 *
 * @param way path by which the folder is held
 */
async function tidy(folder: string, way: string): Promise<void> {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  try {
    for (const name of await readdir(way)) {
      if (!TEMPORARY.test(name)) continue;
      const path = join(way, name);
      if (Date.now() - (await stat(path)).mtimeMs > ABANDONED) await unlink(path);
    }
  } catch {
    // It is no more than a courtesy.
  }
}
