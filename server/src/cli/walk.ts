import { existsSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { decode } from '../files';
import { MARKDOWN_ENDING } from '../markdown-names';
import { isSkipped } from '../project/glob';
import { explain, readWhole } from './files';
import { type IgnoreRules, isIgnored, readGitignore } from './gitignore';

/** What is found below a folder: a Markdown file, or a folder that cannot be read. */
export type Found = { readonly path: string } | { readonly path: string; readonly problem: string };

const LARGEST_GITIGNORE = 1024 * 1024;

/** A .gitignore and the folder that its rules are relative to. */
interface Level {
  readonly folder: string;
  readonly rules: IgnoreRules;
}

/**
 * The Markdown files below a folder, in the order of their names. Left out: hidden names, node_modules, what a
 * .gitignore names, folders behind links (they could go round in circles) and links to files outside the folder.
 *
 * @param root absolute path of a folder
 */
export async function* markdownBelow(root: string): AsyncGenerator<Found> {
  yield* below(root, await levelsAbove(root), await realpath(root).catch(() => root));
}

async function* below(folder: string, above: readonly Level[], realRoot: string): AsyncGenerator<Found> {
  const levels = [...above, ...(await levelOf(folder))];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => explain(error));
  if (typeof entries === 'string') {
    yield { path: folder, problem: entries };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isSkipped(entry.name)) continue;
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (!isFolder && !MARKDOWN_ENDING.test(entry.name)) continue;
    if (isLeftOut(levels, path, isFolder)) continue;
    if (isFolder) yield* below(path, levels, realRoot);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFileInside(path, realRoot))))
      yield { path };
  }
}

async function isFileInside(path: string, realRoot: string): Promise<boolean> {
  try {
    const real = await realpath(path);
    return real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep) && (await stat(real)).isFile();
  } catch {
    return false;
  }
}

function isLeftOut(levels: readonly Level[], path: string, isFolder: boolean): boolean {
  for (let i = levels.length - 1; i >= 0; i--) {
    const { folder, rules } = levels[i]!;
    const verdict = isIgnored(rules, relative(folder, path).split(sep), isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}

async function levelOf(folder: string): Promise<readonly Level[]> {
  try {
    const path = join(folder, '.gitignore');
    // As git has it: a link of that name is not followed, wherever it leads.
    if ((await lstat(path)).isSymbolicLink()) return [];
    return [{ folder, rules: readGitignore(decode(await readWhole(path, LARGEST_GITIGNORE))) }];
  } catch {
    return [];
  }
}

/** The .gitignore files of the folders above, down from the repository's root; none when they ignore the folder itself. */
async function levelsAbove(root: string): Promise<readonly Level[]> {
  const repository = repositoryOf(root);
  if (repository === undefined || repository === root) return [];
  const names = relative(repository, root).split(sep);
  const levels: Level[] = [];
  let folder = repository;
  for (const name of names) {
    levels.push(...(await levelOf(folder)));
    folder = join(folder, name);
    // Somebody who names an ignored folder means it.
    if (isLeftOut(levels, folder, true)) return [];
  }
  return levels;
}

const repositories = new Map<string, string | undefined>();

/** The root of the Git repository that a folder lies in. */
export function repositoryOf(folder: string): string | undefined {
  if (!repositories.has(folder)) {
    const parent = dirname(folder);
    const found = existsSync(join(folder, '.git'))
      ? folder
      : parent === folder
        ? undefined
        : repositoryOf(parent);
    repositories.set(folder, found);
  }
  return repositories.get(folder);
}
