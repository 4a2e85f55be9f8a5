/**
 * The program as the engine has compiled it, in the folder for what programs can do without: reading that takes a
 * fraction of the time of compiling. Node does the same from version 22 on for whoever asks for it, and
 * NODE_DISABLE_COMPILE_CACHE turns both off.
 *
 * What is read is run, so it counts only where nobody but the user can have written it.
 */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { cacheFolder } from './cache-folder';

export interface Place {
  readonly folder: string;
  readonly file: string;
}

/** Code of other builds is removed after so many days. */
const DAYS = 30;

/**
 * Where the compiled code of a command is kept; undefined where none is to be.
 *
 * @param build hash of the program: the engine itself looks at its length alone
 */
export function placeFor(command: string, build: string, environment: NodeJS.ProcessEnv): Place | undefined {
  if (environment.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const folder = join(cacheFolder(environment), 'code');
  // The engine's version, its switches and what the processor can do.
  const engine = cachedDataVersionTag().toString(36);
  return { folder, file: join(folder, `${command}-${build}-${engine}`) };
}

/** The compiled code of a former run, or undefined. Never throws. */
export function keptCode({ folder, file }: Place): Buffer | undefined {
  let opened: number | undefined;
  try {
    if (!isOwn(statSync(folder))) return undefined;
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const stats = fstatSync(opened);
    return stats.isFile() && isOwn(stats) ? readFileSync(opened) : undefined;
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** Keeps the compiled code for the next run, whole or not at all; where that cannot be, does nothing. */
export function keepCode({ folder, file }: Place, code: () => Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  let opened: number | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(statSync(folder))) return;
    opened = openSync(unfinished, 'wx', 0o600);
    const bytes = code();
    for (let done = 0; done < bytes.length; ) done += writeSync(opened, bytes, done);
    // The engine does not look whether it is whole.
    fsyncSync(opened);
    closeSync(opened);
    opened = undefined;
    renameSync(unfinished, file);
    removeOld(folder);
  } catch {
    if (opened !== undefined) closeSync(opened);
    try {
      unlinkSync(unfinished);
    } catch {
      // It was never there.
    }
  }
}

function removeOld(folder: string): void {
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < oldest) unlinkSync(path);
  }
}

/** Whether something is the user's, and nobody else can write to it. Windows keeps the folder to the user itself. */
function isOwn({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
