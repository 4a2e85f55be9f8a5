/** Looks up the patterns of a configuration. */
import type { Files } from '../files';
import { isSkipped, matchesPatterns, pattern } from './glob';
import { isInside, join } from './paths';

/** The most folders and files that a pattern is looked up in. */
const MOST_LISTED = 10_000;

/** What is said of a pattern whose files were not all found. */
export function stoppedMessage(source: string): string {
  const most = MOST_LISTED.toLocaleString('en-GB');
  return `The search for “${source}” stopped after ${most} files and folders: some that fit may be missing. Begin the pattern with the folder that they are in, such as “evidence/*.yaml”.`;
}

/**
 * Files below a folder that a pattern of a configuration means, sorted; links that lead out are left out.
 *
 * @param source the pattern, relative to the folder
 * @param boundary URI of the folder that nothing may lead out of
 * @returns their URIs, and whether all folders were looked in: false where there are too many names
 */
export async function filesLike(
  files: Files,
  folder: string,
  boundary: string,
  source: string,
): Promise<{ readonly uris: readonly string[]; readonly complete: boolean }> {
  const wanted = [pattern(source)];
  const found: string[] = [];
  const seen = new Set<string>();
  const queue = [literalStart(source)];
  for (let listed = 0; queue.length > 0 && listed < MOST_LISTED; ) {
    const path = queue.shift()!;
    const uri = path === '' ? folder : join(folder, path);
    const real = await files.real(uri);
    // A link to a folder above would go round in circles.
    if (seen.has(real) || !(await isInside(files, boundary, uri))) continue;
    seen.add(real);
    for (const { name, type } of await files.list(uri)) {
      listed++;
      const inner = path === '' ? name : `${path}/${name}`;
      if (type === 'folder' && !isSkipped(name)) queue.push(inner);
      if (type === 'file' && matchesPatterns(wanted, inner)) {
        if (await isInside(files, boundary, join(folder, inner))) found.push(join(folder, inner));
      }
    }
  }
  return { uris: found.sort(), complete: queue.length === 0 };
}

/** The folders of a pattern before its first wildcard. */
function literalStart(source: string): string {
  const parts = source.replaceAll('\\', '/').split('/').slice(0, -1);
  const wild = parts.findIndex((part) => /[*?{]/.test(part));
  return parts
    .slice(0, wild < 0 ? undefined : wild)
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
