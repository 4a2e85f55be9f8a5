/** Starts a program whose compiled code is kept from one run to the next: see `kept-code.ts`. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { cacheCode, cachedCode, type Place, placeFor } from './compile-cache';

/** A bundle that is a function, with what a loader would call it with. */
interface Program {
  readonly path: string;
  /** The hash of the file. */
  readonly build: string;
  /** What its code is kept as: letters. Undefined where it is not to be. */
  readonly name: string | undefined;
  /** After so many ms of a run, the code has been made that a start needs. */
  readonly soon: number;
}

/**
 * Runs a program.
 *
 * @param loader what the program gets from a loader: `exports`, `require` and the like
 */
export function startCached({ path, build, name, soon }: Program, loader: readonly unknown[]): void {
  const place = name === undefined ? undefined : placeFor(name, build, process.env);
  const { script, isKnown } = read(path, place);
  if (place && isMainThread && !isKnown) {
    let isKept = false;
    // In a long run the engine throws away what it has compiled and not used for a while: the start, of all things.
    setFlagsFromString('--no-flush-bytecode');
    const keep = (): void => {
      if (isKept) return;
      isKept = true;
      // Back before the code is made: the engine takes none that was made under other switches.
      setFlagsFromString('--flush-bytecode');
      cacheCode(place, readFileSync(path), () => script.createCachedData());
    };
    process.on('exit', keep);
    // What was made of the program after much work makes a start longer than what was made for the first of it.
    setTimeout(keep, soon).unref();
  }
  script.runInThisContext()(...loader);
}

/** By itself, so that nothing keeps the code once the engine has it. */
function read(
  path: string,
  place: Place | undefined,
): { readonly script: Script; readonly isKnown: boolean } {
  const program = readFileSync(path);
  const cachedData = place && cachedCode(place, program);
  // The build writes ASCII alone, of which nothing has to be decoded.
  const script = new Script(program.toString('latin1'), {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  return { script, isKnown: script.cachedDataRejected === false };
}
