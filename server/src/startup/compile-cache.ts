/**
 * Caches the program as compiled by V8, in the user's cache folder: reading it takes a fraction of the time of
 * compiling. From version 22 on Node can do this itself; NODE_DISABLE_COMPILE_CACHE turns both off.
 *
 * Cached code is run, so it is used only where nobody but the user can have written it: file and folder must belong to
 * the user, and others must not even be able to read them (which files in a checkout never are), and they must lie
 * outside the workspace.
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

/** Code of other builds is deleted after this many days. */
const DAYS = 30;

/**
 * The cache file; undefined where nothing is to be cached.
 *
 * @param name of the program, in lower-case letters
 * @param build hash of the program: V8 itself checks only its length
 */
export function placeFor(name: string, build: string, environment: NodeJS.ProcessEnv): Place | undefined {
  // Node has `crc32` from version 20.15 on.
  if (environment.NODE_DISABLE_COMPILE_CACHE || typeof crc32 !== 'function') return undefined;
  try {
    const caches = cacheFolder(environment);
    if (!caches || !isOwnPlace(caches, environment) || isOfWorkspace(caches)) return undefined;
    return placeIn(join(caches, 'code'), name, build);
  } catch {
    // A folder was deleted meanwhile, or may not be read.
    return undefined;
  }
}

function placeIn(folder: string, name: string, build: string): Place {
  // Identifies V8's version and flags, and the features of the processor.
  const engine = cachedDataVersionTag().toString(36);
  return { folder, file: join(folder, `${name}-${build}-${engine}`) };
}

/**
 * Whether files that are made there belong to the user, and nobody else can have made them. On Windows this is assumed
 * of one folder only; elsewhere each file is checked, and a process that runs as another user does not use the user's
 * folders.
 */
function isOwnPlace(caches: string, environment: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'win32') return !environment.XDG_CACHE_HOME;
  return process.getuid === undefined || lstatSync(nearest(caches)).uid === process.getuid();
}

/**
 * Whether it lies in the workspace, whose files may come from others: in the repository or folder that the user works
 * in. Somebody who works in the home folder, or above it, has the cache in the workspace, too.
 */
function isOfWorkspace(caches: string): boolean {
  const current = process.cwd();
  const repository = repositoryOf(current);
  if (repository !== undefined) return isIn(repository, caches);
  return isIn(current, caches) && !(isIn(current, homedir()) && isIn(homedir(), caches));
}

/** The outermost repository that contains a folder. */
function repositoryOf(folder: string): string | undefined {
  let found: string | undefined;
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) found = at;
    if (dirname(at) === at) return found;
  }
}

/** A path, or its nearest parent folder that exists. */
function nearest(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}

/** Whether a path, as far as it exists, lies in a folder. */
function isIn(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(nearest(path)));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The code of a program, and in which run after the first it was cached: 1 for the first. */
export interface Cached {
  readonly code: Buffer;
  readonly run: number;
}

/** Bytes at the end of a file, behind the code: the run. */
const RUN = 1;
/**
 * And a check sum. It only detects damage; a cryptographic hash would take longer to load than all the rest.
 */
const SUM = 4;

/** The check sum of the code with its run and of its program, of which V8 compares only the length. */
function sumOf(code: Uint8Array, program: Uint8Array): Buffer {
  const sum = Buffer.alloc(SUM);
  sum.writeUInt32LE(crc32(code, crc32(program)));
  return sum;
}

/** The cached code of a program; undefined where there is none. Never throws. */
export function cachedCode({ folder, file }: Place, program: Uint8Array): Cached | undefined {
  let opened: number | undefined;
  try {
    if (!isOwn(lstatSync(folder))) return undefined;
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const stats = fstatSync(opened);
    if (!stats.isFile() || !isOwn(stats)) return undefined;
    const bytes = readFileSync(opened);
    if (bytes.length <= RUN + SUM) return undefined;
    const summed = bytes.subarray(0, -SUM);
    // V8 trusts the data, and crashes where it is damaged.
    if (!sumOf(summed, program).equals(bytes.subarray(-SUM))) return undefined;
    return { code: summed.subarray(0, -RUN), run: summed.at(-RUN)! };
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** Caches compiled code for the next run, whole or not at all. Never throws. */
export function cacheCode(
  { folder, file }: Place,
  program: Uint8Array,
  run: number,
  code: () => Uint8Array,
): void {
  const unfinished = `${file}.${process.pid}`;
  let opened: number | undefined;
  let made = false;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(lstatSync(folder))) return;
    opened = openSync(unfinished, 'wx', 0o600);
    made = true;
    const summed = Buffer.concat([code(), Buffer.of(run)]);
    const bytes = Buffer.concat([summed, sumOf(summed, program)]);
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

/** The names of cache files, and of those that are being written. */
const OURS = /^[a-z]+-[\da-f]{32}-[\da-z]+(?:\.\d+)?$/;

function removeOld(folder: string): void {
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (OURS.test(name) && lstatSync(path).mtimeMs < oldest) unlinkSync(path);
  }
}

/**
 * Whether a file belongs to the user, and nobody else can read or write it. On Windows the folder is private to the
 * user.
 */
function isOwn({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
}
