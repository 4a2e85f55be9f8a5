/** Starts a program with its compiled code from the cache: see `compile-cache.ts`. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { type CacheFile, cacheCode, cachedCode, cacheFileFor } from './compile-cache';

/** A bundle in the form of a function with the parameters of a module loader. */
interface Program {
  readonly path: string;
  /** Hash of the file. */
  readonly build: string;
  /** Name of its cache file, in letters. Undefined if it is not cached. */
  readonly name: string | undefined;
  /** After this many ms, all code for a start has been compiled. */
  readonly soon: number;
}

/**
 * The number of first runs that cache their code. Each adds the functions that only it has compiled, because the first
 * text may be short, or no draft at all, and need few.
 */
const RUNS = 3;

/**
 * Runs a program.
 *
 * @param loader the arguments of a module loader: `exports`, `require` and the like
 */
export function startCached({ path, build, name, soon }: Program, loader: readonly unknown[]): void {
  const cache = name === undefined ? undefined : cacheFileFor(name, build, process.env);
  const { script, before } = read(path, cache);
  if (cache && isMainThread && before < RUNS) {
    let isKept = false;
    // By default V8 discards compiled code that has not been used for a while, such as that of the start.
    setFlagsFromString('--no-flush-bytecode');
    const keep = (): void => {
      if (isKept) return;
      isKept = true;
      // Reset before the code is cached: V8 rejects code that was made with other flags.
      setFlagsFromString('--flush-bytecode');
      cacheCode(cache, readFileSync(path), before + 1, () => script.createCachedData());
    };
    process.on('exit', keep);
    // Code cached after much work would make the next start slower.
    setTimeout(keep, soon).unref();
  }
  script.runInThisContext()(...loader);
}

/**
 * Reads the script. A separate function, so that the code can be freed once V8 has it.
 *
 * @returns the script, and as `before` the number of the run that cached its code (0 without cached code)
 */
function read(
  path: string,
  cache: CacheFile | undefined,
): { readonly script: Script; readonly before: number } {
  const program = readFileSync(path);
  const cached = cache && cachedCode(cache, program);
  // The bundle is ASCII, so it needs no decoding.
  const script = new Script(program.toString('latin1'), {
    filename: path,
    ...(cached && { cachedData: cached.code }),
  });
  return { script, before: cached && !script.cachedDataRejected ? cached.run : 0 };
}
