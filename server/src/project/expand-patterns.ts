/** Looks up the patterns of a configuration. */

import type { Files } from '../files';
import { getOrInsert } from '../util/memoize';
import { isSkipped, matchesPatterns, type Pattern } from './glob';
import { isInside, join } from './paths';

/** The most folders and files that are looked at for a pattern, and for all patterns of a configuration together. */
const MOST_LISTED = 10_000;
const MOST_IN_ALL = 100_000;

/** The message for a pattern whose files were not all found. */
export function stoppedMessage(source: string): string {
  const most = MOST_LISTED.toLocaleString('en-GB');
  return `The search for “${source}” stopped after ${most} files and folders: some that fit may be missing. Begin the pattern with the folder that they are in, such as “evidence/*.yaml”.`;
}

/**
 * The message for patterns that lead through too many folders and files. A function, as formatting the first number by
 * locale takes 20 ms.
 */
export function tooManyMessage(): string {
  const most = MOST_IN_ALL.toLocaleString('en-GB');
  return `The patterns of this list lead through more than ${most} files and folders together: some that fit may be missing. Begin each with the folder that they are in, such as “evidence/*.yaml”.`;
}

/** Finds files for the patterns of one configuration. Folder listings are shared by all patterns. */
export class PatternSearch {
  readonly #inside = new Map<string, Promise<boolean>>();
  readonly #reals = new Map<string, Promise<string>>();
  readonly #lists = new Map<string, ReturnType<Files['list']>>();
  #left = MOST_IN_ALL;

  /** @param boundary URI of the folder that nothing may lead out of */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly boundary: string,
  ) {}

  /** Whether the limit for all patterns is reached. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /**
   * The files below the folder that a pattern matches, sorted, without links that lead out.
   *
   * @param source the pattern, relative to the folder
   * @param wanted the same, parsed
   * @returns their URIs, and whether all folders were searched (false where there are too many)
   */
  async filesLike(
    source: string,
    wanted: Pattern,
  ): Promise<{ readonly uris: readonly string[]; readonly complete: boolean }> {
    const found: string[] = [];
    const seen = new Set<string>();
    const queue = [literalStart(source)];
    for (let listed = 0; queue.length > 0 && listed < MOST_LISTED && !this.isSpent; ) {
      const path = queue.shift()!;
      const uri = path === '' ? this.folder : join(this.folder, path);
      const real = await getOrInsert(this.#reals, uri, () => this.files.real(uri));
      // A link to a parent folder would be followed in circles.
      if (seen.has(real) || !(await this.#isInside(uri))) continue;
      seen.add(real);
      for (const { name, type } of await getOrInsert(this.#lists, uri, () => this.files.list(uri))) {
        listed++;
        this.#left--;
        const inner = path === '' ? name : `${path}/${name}`;
        if (type === 'folder' && !isSkipped(name)) queue.push(inner);
        if (type === 'file' && matchesPatterns([wanted], inner)) {
          if (await this.#isInside(join(this.folder, inner))) found.push(join(this.folder, inner));
        }
      }
    }
    return { uris: found.sort(), complete: queue.length === 0 };
  }

  #isInside(uri: string): Promise<boolean> {
    return getOrInsert(this.#inside, uri, () => isInside(this.files, this.boundary, uri));
  }
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
