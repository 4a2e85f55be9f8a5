import { relative, resolve, sep } from 'node:path';
import { repositoryOf } from '../folders';

/** The folder that paths for continuous integration are relative to: the root of the repository, or else `cwd`. */
export function baseOf(cwd: string): string {
  return repositoryOf(cwd) ?? cwd;
}

/**
 * A path relative to the base, with slashes.
 *
 * @param shown relative to `cwd`, as on the command line
 * @returns undefined for standard input, and for files that do not lie below the base
 */
export function pathBelow(base: string, cwd: string, shown: string): string | undefined {
  if (shown.startsWith('<')) return undefined;
  const below = relative(base, resolve(cwd, shown));
  const leadsOut = below === '' || below.split(sep)[0] === '..' || resolve(base, below) === below;
  return leadsOut ? undefined : below.replaceAll(sep, '/');
}
