/** Files that are written whole or not at all, one alone or some together. */
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
 * A file that is to be written: its path, and what will be in it; `isNew` where none of that name may be there, also
 * none that another program makes at the same moment.
 */
export type Written = readonly [path: string, bytes: Uint8Array, isNew?: boolean];

/** Why a file could not be written, in plain words. */
export class NotWritten extends Error {
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(explain(cause), { cause });
  }
}

/**
 * Writes files so that at any moment each is the old one or the new one, whole; where there is no room for one of them,
 * or it may not be written, all are as they were, and so are the folders. Folders are made where missing, permissions
 * stay as they were, and a link goes on pointing at the file that it points at. All of it happens in folders that are
 * held, so that none can take their place meanwhile.
 *
 * @param inside folders that the files must lie in, links followed
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
    // One that something lies in by now stays.
    for (const folder of made.reverse()) await rmdir(folder).catch(() => undefined);
    throw new NotWritten(files[at]![0], error);
  } finally {
    for (const { temporary } of staged) ended(temporary);
    for (const held of folders.values()) await held.close();
  }
}

/**
 * Makes a folder and those above it, and adds what is new to `made`. Node’s own way to do so says of a disk that is
 * full or can only be read that there is no such folder.
 */
async function makeFolders(folder: string, made: string[]): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolders(parent, made);
  try {
    await mkdir(folder);
    made.push(folder);
  } catch (error) {
    // Another program may have made it at this moment.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** A new file that lies whole beside the place that it is for. */
interface Staged {
  readonly held: HeldFolder;
  readonly temporary: string;
  readonly target: string;
  /** Whether nothing was there. */
  readonly isNew: boolean;
  /** Whether nothing may be there. */
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
  // A rename asks for rights on the folder only: a file that may not be written must not be replaced either.
  if (before) await (await open(target, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0))).close();
  const temporary = held.at(`.advocacy-${randomName()}.tmp`);
  let file: FileHandle | undefined;
  try {
    file = await begun(temporary);
    // Some network folders and sticks refuse to change permissions, also to those that a file has.
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

/** Waits until a file is on the disk, where that can be waited for: not in every network folder. */
async function synced(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
  }
}

async function putInPlace(one: Staged): Promise<void> {
  await one.held.check();
  // A rename would take the place of what another program has written there since.
  if (!(one.mustBeNew && (await linked(one)))) await rename(one.temporary, one.target);
  one.placed = true;
  ended(one.temporary);
}

/** Gives a new file its name, if nothing has it yet; false where a disk knows no second names, as of many USB sticks. */
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

/** Removes what was staged, and where it stands in its place already, as far as nothing was there before. */
async function takeBack({ placed, isNew, temporary, target }: Staged): Promise<void> {
  const path = placed ? target : temporary;
  if (!placed || isNew) await unlink(path).catch(() => undefined);
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
