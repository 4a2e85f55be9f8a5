/**
 * The program as the engine has compiled it, in the folder for what programs can do without: reading that takes a
 * fraction of the time of compiling. Node does the same from version 22 on for whoever asks for it, and
 * NODE_DISABLE_COMPILE_CACHE turns both off.
 *
 * What is read is run, so it counts only where nobody but the user can have written it: files and folder of the user's
 * that nobody else can so much as read, as no checkout of a repository makes them, outside of the workspace.
 */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { crc32 } from 'node:zlib';
import { cacheFolder } from '../disk/cache-folder';

export interface Place {
  readonly folder: string;
  readonly file: string;
}

/** Code of other builds is removed after so many days. */
const DAYS = 30;

/**
 * Where compiled code is kept; undefined where none is to be.
 *
 * @param name of the program or of what it is called for: small letters
 * @param build hash of the program: the engine itself looks at its length alone
 */
export function placeFor(name: string, build: string, environment: NodeJS.ProcessEnv): Place | undefined {
  // Node has check sums of its own from 20.15 on.
  if (environment.NODE_DISABLE_COMPILE_CACHE || typeof crc32 !== 'function') return undefined;
  try {
    const caches = cacheFolder(environment);
    if (!caches || !isOwnPlace(caches, environment) || isOfWorkspace(caches)) return undefined;
    return placeIn(join(caches, 'code'), name, build);
  } catch {
    // Folders that were deleted meanwhile, or may not be looked at.
    return undefined;
  }
}

function placeIn(folder: string, name: string, build: string): Place {
  // The engine's version, its switches and what the processor can do.
  const engine = cachedDataVersionTag().toString(36);
  return { folder, file: join(folder, `${name}-${build}-${engine}`) };
}

/**
 * Whether what is made there belongs to the user, and no one else can have made it. On Windows that is said of one folder
 * alone; elsewhere files are looked at one by one, and a run as somebody else leaves the user's own folders alone.
 */
function isOwnPlace(caches: string, environment: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'win32') return !environment.XDG_CACHE_HOME;
  return process.getuid === undefined || lstatSync(nearest(caches)).uid === process.getuid();
}

/**
 * Whether it lies in the workspace, where it may come from others: in the repository that somebody works in, or in the
 * folder. Whoever works in the home folder itself, or above it, has the caches in there as well.
 */
function isOfWorkspace(caches: string): boolean {
  const current = process.cwd();
  const repository = repositoryOf(current);
  if (repository !== undefined) return isIn(repository, caches);
  return isIn(current, caches) && !(isIn(current, homedir()) && isIn(homedir(), caches));
}

/** The outermost repository that a folder is in. */
function repositoryOf(folder: string): string | undefined {
  let found: string | undefined;
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) found = at;
    if (dirname(at) === at) return found;
  }
}

/** A path, or the nearest folder above it that there is. */
function nearest(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}

/** Whether a path lies in a folder, as far as there is such a path. */
function isIn(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(nearest(path)));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Bytes of the check sum that ends a file. It is there for what is damaged; loading the module for a hash takes longer than all the rest. */
const SUM = 4;

/** Of the code and of the program that it is of: of that, the engine compares the length alone. */
function sumOf(code: Uint8Array, program: Uint8Array): Buffer {
  const sum = Buffer.alloc(SUM);
  sum.writeUInt32LE(crc32(code, crc32(program)));
  return sum;
}

/** The compiled code of a former run of a program, whole, or undefined. Never throws. */
export function cachedCode({ folder, file }: Place, program: Uint8Array): Buffer | undefined {
  let opened: number | undefined;
  try {
    if (!isOwn(lstatSync(folder))) return undefined;
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const stats = fstatSync(opened);
    if (!stats.isFile() || !isOwn(stats)) return undefined;
    const bytes = readFileSync(opened);
    if (bytes.length <= SUM) return undefined;
    const code = bytes.subarray(0, -SUM);
    // The engine believes what it is given, and dies of what is damaged.
    return sumOf(code, program).equals(bytes.subarray(-SUM)) ? code : undefined;
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** Keeps the compiled code for the next run, whole or not at all; where that cannot be, does nothing. */
export function cacheCode({ folder, file }: Place, program: Uint8Array, code: () => Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  let opened: number | undefined;
  let made = false;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(lstatSync(folder))) return;
    opened = openSync(unfinished, 'wx', 0o600);
    made = true;
    const compiled = code();
    const bytes = Buffer.concat([compiled, sumOf(compiled, program)]);
    for (let done = 0; done < bytes.length; ) done += writeSync(opened, bytes, done);
    closeSync(opened);
    opened = undefined;
    renameSync(unfinished, file);
    removeOld(folder);
  } catch {
    if (opened !== undefined) closeSync(opened);
    if (!made) return;
    try {
      unlinkSync(unfinished);
    } catch {
      // It was never there.
    }
  }
}

/** What `placeFor` calls a file, and what `keepCode` does until it is whole. */
const OURS = /^[a-z]+-[\da-f]{32}-[\da-z]+(?:\.\d+)?$/;

function removeOld(folder: string): void {
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (OURS.test(name) && lstatSync(path).mtimeMs < oldest) unlinkSync(path);
  }
}

/** Whether something is the user's, and nobody else can read it or write to it. Windows keeps the folder to the user itself. */
function isOwn({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
}
