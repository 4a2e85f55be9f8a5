/** Accesses files and folders by their open handles, and not by path, which may lead elsewhere a moment later. */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { codeOf, failure } from './file-errors';

/** Where Linux has the path of each open file, and opens paths relative to it. */
const DESCRIPTORS = process.platform === 'linux' ? '/proc/self/fd' : undefined;

/** Linux only: opens a folder to access files in it, without permission to read it. Node has no constant for it. */
const O_PATH = 0o10000000;

/** How often a path is resolved again to check that it still leads to the open file. */
const LOOKS = 3;

/**
 * Checks that an open file lies in a folder, with links resolved. Linux knows the file's path; elsewhere the path is
 * resolved again and must lead to the same file.
 *
 * @param path by which it was opened
 * @throws EOUTSIDE where it does not
 */
export async function checkInside(file: FileHandle, path: string, folder: string): Promise<void> {
  const known = DESCRIPTORS && (await readlink(`${DESCRIPTORS}/${file.fd}`).catch(() => undefined));
  if (known) return checkPath(known, folder);
  // Somebody who swaps files could be lucky once.
  for (let look = 0; look < LOOKS; look++) {
    const real = await realpath(path);
    await checkSame(file, real);
    await checkPath(real, folder);
  }
}

/** @throws EMOVED where the path now leads to another file than the open one */
async function checkSame(file: FileHandle, path: string): Promise<void> {
  const [held, there] = await Promise.all([file.stat({ bigint: true }), lstat(path, { bigint: true })]);
  if (held.dev !== there.dev || held.ino !== there.ino) throw failure('EMOVED');
}

/** An open folder to write in. On Linux it stays the same whatever happens to its path; elsewhere `check` compares. */
export interface HeldFolder {
  /** The path of a file in it; of the folder itself for `.`. */
  at(name: string): string;
  /** @throws EMOVED where its path now leads to another folder */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a folder.
 *
 * @param path with all links resolved
 * @param inside folders that it must lie in, with links resolved
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

/** Undefined where folders cannot be opened: on Windows, or where it can be written but not read. */
async function openFolder(path: string): Promise<FileHandle | undefined> {
  const flags =
    (DESCRIPTORS ? O_PATH : constants.O_RDONLY) | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
  try {
    return await open(path, flags);
  } catch (error) {
    const code = codeOf(error);
    // All links were resolved before, so this one is new.
    if (code === 'ELOOP' || code === 'ENOTDIR') throw failure('EMOVED');
    if (code === 'ENOENT' || DESCRIPTORS) throw error;
    return undefined;
  }
}

async function checkPath(real: string, folder: string): Promise<void> {
  const root = await realpath(folder);
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) throw failure('EOUTSIDE');
}
