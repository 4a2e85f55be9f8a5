/** Files and folders by what is open, not by their path, which may lead elsewhere a moment later. */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { codeOf, failure } from './file-errors';

/** Where the system tells the path of each open file, and takes one through it. */
const DESCRIPTORS = process.platform === 'linux' ? '/proc/self/fd' : undefined;

/** Of Linux: opens a folder to find things in it, which asks for no right to read it. Node has no name for it. */
const O_PATH = 0o10000000;

/** How often a path is followed again to see whether it still leads to what was opened by it. */
const LOOKS = 3;

/**
 * Makes sure that what is open lies in a folder, links followed. Linux knows where it lies; elsewhere its path is
 * followed again, and must lead to the same.
 *
 * @param path by which it was opened
 * @throws EOUTSIDE where it does not
 */
export async function checkInside(file: FileHandle, path: string, folder: string): Promise<void> {
  const known = DESCRIPTORS && (await readlink(`${DESCRIPTORS}/${file.fd}`).catch(() => undefined));
  if (known) return checkPath(known, folder);
  // Who swaps the file to and fro may be lucky once.
  for (let look = 0; look < LOOKS; look++) {
    const real = await realpath(path);
    await checkSame(file, real);
    await checkPath(real, folder);
  }
}

/** @throws EMOVED where something else than what is open lies at a path now */
async function checkSame(file: FileHandle, path: string): Promise<void> {
  const [held, there] = await Promise.all([file.stat({ bigint: true }), lstat(path, { bigint: true })]);
  if (held.dev !== there.dev || held.ino !== there.ino) throw failure('EMOVED');
}

/** A folder to write in. On Linux it stays the same one whatever becomes of its path; elsewhere `check` compares. */
export interface HeldFolder {
  /** The path of a file in it, or of itself: `.`. */
  at(name: string): string;
  /** Throws EMOVED where its path leads to another folder by now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Takes hold of a folder.
 *
 * @param path with all links followed
 * @param inside folders that it must lie in, links followed
 * @throws EOUTSIDE where it does not lie in them
 */
export async function holdFolder(path: string, inside: readonly string[]): Promise<HeldFolder> {
  const folder = await openFolder(path);
  try {
    if (folder) for (const outer of inside) await checkInside(folder, path, outer);
    const way = DESCRIPTORS && folder && `${DESCRIPTORS}/${folder.fd}`;
    if (way && (await stat(way).catch(() => undefined))) {
      return { at: (name) => `${way}/${name}`, check: async () => undefined, close: () => folder.close() };
    }
    const check = async (): Promise<void> => {
      const real = await realpath(path);
      if (real !== path) throw failure('EMOVED');
      if (folder) return checkSame(folder, real);
      for (const outer of inside) await checkPath(real, outer);
    };
    await check();
    return { at: (name) => join(path, name), check, close: async () => folder?.close() };
  } catch (error) {
    await folder?.close();
    throw error;
  }
}

/** undefined where a folder cannot be opened: on Windows, or where it may be written in and not be read. */
async function openFolder(path: string): Promise<FileHandle | undefined> {
  const flags =
    (DESCRIPTORS ? O_PATH : constants.O_RDONLY) | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
  try {
    return await open(path, flags);
  } catch (error) {
    const code = codeOf(error);
    // All links were followed: this one is new.
    if (code === 'ELOOP' || code === 'ENOTDIR') throw failure('EMOVED');
    if (code === 'ENOENT' || DESCRIPTORS) throw error;
    return undefined;
  }
}

async function checkPath(real: string, folder: string): Promise<void> {
  const root = await realpath(folder);
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) throw failure('EOUTSIDE');
}
