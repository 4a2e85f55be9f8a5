import { relative, resolve, sep } from 'node:path';
import { repositoryOf } from '../folders';

/** The folder that services for continuous integration count paths from: that of the repository, else the one we are in. */
export function baseOf(cwd: string): string {
  return repositoryOf(cwd) ?? cwd;
}

/**
 * A file as such a service names it: below the base, with slashes.
 *
 * @param shown as on the command line, relative to `cwd`
 * @returns undefined for standard input, and for what does not lie below the base
 */
export function placeBelow(base: string, cwd: string, shown: string): string | undefined {
  if (shown.startsWith('<')) return undefined;
  const below = relative(base, resolve(cwd, shown));
  const leadsOut = below === '' || below.split(sep)[0] === '..' || resolve(base, below) === below;
  return leadsOut ? undefined : below.replaceAll(sep, '/');
}
