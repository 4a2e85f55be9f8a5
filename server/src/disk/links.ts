/** Where links lead, also those that lead to nothing yet. */
import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, failure } from './file-errors';

/** The most links that are followed on the way to one file, as on Linux. */
const MOST_LINKS = 40;

/**
 * The path with links followed, also links that lead to nothing yet; what does not exist hangs from the nearest
 * folder that does.
 */
export async function realPath(path: string, followed = 0): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (codeOf(error) !== 'ENOENT' || parent === path) throw error;
    const folder = await realPath(parent, followed);
    const here = join(folder, basename(path));
    const link = await readlink(here).catch(() => undefined);
    if (link === undefined) return here;
    if (followed === MOST_LINKS) throw failure('ELOOP');
    return realPath(resolve(folder, link), followed + 1);
  }
}
