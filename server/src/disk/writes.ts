/** Writes files whole or not at all, alone or several together. */
import { constants, unlinkSync } from 'node:fs';
import {
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  rmdir,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, explain, failure } from './file-errors';
import { type HeldFolder, holdFolder } from './held-folder';
import { realPath } from './links';

/** Temporary files that are being written, for when the process is terminated; each with a promise that it is open. */
const unfinished = new Map<string, Promise<unknown>>();

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** How long to wait for a file that is being opened, in ms: an unresponsive disk must not keep the process alive. */
const LONGEST_OPENING = 500;

let stopping = false;

/** Removes the temporary files, and ends the process as the signal would have. */
function stop(signal: keyof typeof SIGNALS): void {
  const end = () => {
    removeUnfinished();
    process.exit(128 + SIGNALS[signal]);
  };
  stopping = true;
  removeUnfinished();
  // A file that is just being opened exists only afterwards.
  setTimeout(end, LONGEST_OPENING);
  void Promise.allSettled(unfinished.values()).then(end);
}

function removeUnfinished(): void {
  for (const path of unfinished.keys()) {
    try {
      unlinkSync(path);
    } catch {
      // It may just have been renamed, or may not exist yet.
    }
  }
}

/**
 * Opens a temporary file. Signals are handled only while something is being written: Node does not end a process that
 * handles a signal, and the process does not receive it while it computes.
 */
function begun(temporary: string): Promise<FileHandle> {
  // The process ends at once, so nothing more is written and no error reported.
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
 * A file to write: its path and content. `isNew`: nothing of that name may exist, not even if another program creates
 * it at the same moment.
 */
export type Written = readonly [path: string, bytes: Uint8Array, isNew?: boolean];

/** Thrown where a file could not be written, with a message in plain words. */
export class NotWritten extends Error {
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(explain(cause), { cause });
  }
}

/**
 * Writes files so that each is either the old or the new one, whole, at any moment. Where one cannot be written, all
 * files and folders are as before. Missing folders are created, permissions are kept, and symbolic links still point at
 * the file that they pointed at. All of it happens in open folders, so that none can be replaced meanwhile.
 *
 * @param inside folders that the files must lie in, with links resolved
 * @throws NotWritten for the first that failed
 */
export async function writeTogether(files: readonly Written[], inside: readonly string[]): Promise<void> {
  const folders = new Map<string, HeldFolder>();
  const made: string[] = [];
  const staged: Staged[] = [];
  let at = 0;
  try {
    for (; at < files.length; at++) {
      const [path, bytes, isNew = false] = files[at]!;
      const target = await realPath(path);
      const folder = dirname(target);
      await makeFolders(folder, made);
      const held = folders.get(folder) ?? (await holdFolder(folder, inside));
      folders.set(folder, held);
      staged.push(await stage(held, basename(target), bytes, isNew));
    }
    for (at = 0; at < staged.length; at++) await putInPlace(staged[at]!);
    for (const [folder, held] of folders) await tidy(folder, held.at('.'));
  } catch (error) {
    for (const one of staged) await takeBack(one);
    // A folder that now contains something stays.
    for (const folder of made.reverse()) await rmdir(folder).catch(() => undefined);
    throw new NotWritten(files[at]![0], error);
  } finally {
    for (const { temporary } of staged) ended(temporary);
    for (const held of folders.values()) await held.close();
  }
}

/**
 * Creates a folder and its parents, and adds the new ones to `made`. Node's recursive `mkdir` reports a missing folder
 * where the disk is full or read-only.
 */
async function makeFolders(folder: string, made: string[]): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolders(parent, made);
  try {
    await mkdir(folder);
    made.push(folder);
  } catch (error) {
    // Another program may have created it at this moment.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** A complete new file beside its target. */
interface Staged {
  readonly held: HeldFolder;
  readonly temporary: string;
  readonly target: string;
  /** Whether the target did not exist. */
  readonly isNew: boolean;
  /** Whether the target must not exist. */
  readonly mustBeNew: boolean;
  placed: boolean;
}

async function stage(held: HeldFolder, name: string, bytes: Uint8Array, mustBeNew: boolean): Promise<Staged> {
  const target = held.at(name);
  const before = await lstat(target).catch(() => undefined);
  if (before && mustBeNew) throw failure('EEXIST');
  if (before?.isDirectory()) throw failure('EISDIR');
  // All links were followed: this one is new.
  if (before?.isSymbolicLink()) throw failure('EMOVED');
  if (before && !before.isFile()) throw failure('ENOTFILE');
  // A rename needs rights on the folder only, but a read-only file must not be replaced either.
  if (before) await (await open(target, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0))).close();
  const temporary = held.at(`.advocacy-${randomName()}.tmp`);
  let file: FileHandle | undefined;
  try {
    file = await begun(temporary);
    // Some network folders and USB sticks refuse to change permissions, even to the same ones.
    const mode = before && before.mode & 0o7777;
    if (mode !== undefined && ((await file.stat()).mode & 0o7777) !== mode) await file.chmod(mode);
    await file.writeFile(bytes);
    await synced(file);
    await file.close();
    return { held, temporary, target, isNew: before === undefined, mustBeNew, placed: false };
  } catch (error) {
    await file?.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    ended(temporary);
    throw error;
  }
}

/** Flushes a file to the disk, where that is possible: not in every network folder. */
async function synced(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
  }
}

async function putInPlace(one: Staged): Promise<void> {
  await one.held.check();
  // A rename would replace what another program has written there since.
  if (!(one.mustBeNew && (await linked(one)))) await rename(one.temporary, one.target);
  one.placed = true;
  ended(one.temporary);
}

/**
 * Gives a new file its name by a hard link, if nothing has the name yet; false where the disk has no hard links, as
 * many USB sticks.
 */
async function linked({ temporary, target }: Staged): Promise<boolean> {
  try {
    await link(temporary, target);
  } catch {
    if (await lstat(target).catch(() => undefined)) throw failure('EEXIST');
    return false;
  }
  await unlink(temporary).catch(() => undefined);
  return true;
}

/** Removes a staged file, and also its target where that is already in place and did not exist before. */
async function takeBack({ placed, isNew, temporary, target }: Staged): Promise<void> {
  const path = placed ? target : temporary;
  if (!placed || isNew) await unlink(path).catch(() => undefined);
}

/** Sixteen random hexadecimal digits. Loading Node's `crypto` would add two milliseconds to every start. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The names of temporary files, and the age in ms from which nobody can be writing one any more. */
const TEMPORARY = /^\.advocacy-[0-9a-f]{16}\.tmp$/;
const ABANDONED = 60 * 60 * 1000;
const tidied = new Set<string>();

/**
 * Removes temporary files that a killed process has left in a folder; once for each folder. Never throws.
 *
 * @param way path by which the folder is open
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
    // Failures do not matter.
  }
}
