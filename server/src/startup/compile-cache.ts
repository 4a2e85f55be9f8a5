/**
 * Caches the program as compiled by V8, in the user's cache folder: reading it takes a fraction of the time of
 * compiling. From version 22 on Node can do this itself; NODE_DISABLE_COMPILE_CACHE turns both off.
 *
 * Cached code is executed, so it is used only if nobody but the user can have written it: file and folder must belong
 * to the user, must not be readable by others (files of a checkout are), and must be outside the workspace.
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

export interface CacheFile {
  readonly folder: string;
  readonly file: string;
}

/** Code of other builds is deleted after this many days. */
const DAYS = 30;

/**
 * The cache file; undefined if nothing is to be cached.
 *
 * @param name of the program, in lower-case letters
 * @param build hash of the program: V8 itself checks only its length
 */
export function cacheFileFor(
  name: string,
  build: string,
  environment: NodeJS.ProcessEnv,
): CacheFile | undefined {
  // Node has `crc32` from version 20.15 on.
  if (environment.NODE_DISABLE_COMPILE_CACHE || typeof crc32 !== 'function') return undefined;
  try {
    const caches = cacheFolder(environment);
    if (!caches || !isOwnFolder(caches, environment) || isOfWorkspace(caches)) return undefined;
    return cacheFileIn(join(caches, 'code'), name, build);
  } catch {
    // A folder has been deleted, or is not readable.
    return undefined;
  }
}

function cacheFileIn(folder: string, name: string, build: string): CacheFile {
  // Identifies V8's version and flags, and the features of the processor.
  const engine = cachedDataVersionTag().toString(36);
  return { folder, file: join(folder, `${name}-${build}-${engine}`) };
}

/**
 * Whether nobody but the user can create files in a cache folder. On Windows only the default folder is trusted.
 * Elsewhere each file is checked, and a process that runs as another user does not use the user's folders.
 */
function isOwnFolder(caches: string, environment: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'win32') return !environment.XDG_CACHE_HOME;
  return process.getuid === undefined || lstatSync(nearest(caches)).uid === process.getuid();
}

/**
 * Whether a cache folder is in the current repository or folder, whose files may come from others. If the current
 * folder is the home folder or above it, without a repository, the cache in the home folder does not count.
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

/** Whether a path, as far as it exists, is inside a folder. */
function isIn(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(nearest(path)));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The compiled code of a program, and the number of the run that cached it, from 1. */
export interface Cached {
  readonly code: Buffer;
  readonly run: number;
}

/** Bytes for the number of the run, after the code. */
const RUN = 1;
/** Bytes of the checksum at the end. It only detects damage: loading a cryptographic hash would take too long. */
const SUM = 4;

/** The checksum of the code with its run, and of the program, of which V8 compares only the length. */
function sumOf(code: Uint8Array, program: Uint8Array): Buffer {
  const sum = Buffer.alloc(SUM);
  sum.writeUInt32LE(crc32(code, crc32(program)));
  return sum;
}

/** The cached code of a program; undefined if there is none. Never throws. */
export function cachedCode({ folder, file }: CacheFile, program: Uint8Array): Cached | undefined {
  let opened: number | undefined;
  try {
    if (!isOwn(lstatSync(folder))) return undefined;
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const stats = fstatSync(opened);
    if (!stats.isFile() || !isOwn(stats)) return undefined;
    const bytes = readFileSync(opened);
    if (bytes.length <= RUN + SUM) return undefined;
    const summed = bytes.subarray(0, -SUM);
    // V8 does not check the data, and crashes if it is damaged.
    if (!sumOf(summed, program).equals(bytes.subarray(-SUM))) return undefined;
    return { code: summed.subarray(0, -RUN), run: summed.at(-RUN)! };
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** Caches compiled code for the next run, completely or not at all. Never throws. */
export function cacheCode(
  { folder, file }: CacheFile,
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
      // The temporary file was never created.
    }
  }
}

/** The names of cache files and of their temporary files. */
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
