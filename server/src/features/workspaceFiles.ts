import { type IgnoreRules, isIgnored, readGitignore } from '../cli/gitignore';
import { decode, type Files } from '../files';
import { MARKDOWN_ENDING } from '../markdown-names';
import { isSkipped } from '../project/glob';
import { join, relativePath } from '../project/paths';

/** What is found below a folder: a Markdown file, or a folder that cannot be read. */
export type Found = { readonly uri: string } | { readonly uri: string; readonly problem: string };

const LARGEST_GITIGNORE = 1024 * 1024;

/** The .gitignore of one folder. `depth`: how many names of a path lie above what its rules are relative to. */
interface Level {
  readonly depth: number;
  readonly rules: IgnoreRules;
}

/**
 * The Markdown files below a folder, in the order of their names. Left out: hidden names, node_modules, what a
 * .gitignore in or below the folder names, and links that lead out of the folder or round in circles.
 */
export async function* markdownBelow(files: Files, folder: string): AsyncGenerator<Found> {
  let root: string;
  try {
    root = await files.real(folder);
  } catch (error) {
    yield { uri: folder, problem: messageOf(error) };
    return;
  }
  const isInside = (real: string): boolean => relativePath(root, real) !== undefined;
  yield* below(files, isInside, folder, [], [], new Set());
}

async function* below(
  files: Files,
  isInside: (real: string) => boolean,
  folder: string,
  path: readonly string[],
  above: readonly Level[],
  visited: Set<string>,
): AsyncGenerator<Found> {
  let entries: Awaited<ReturnType<Files['list']>>;
  try {
    const real = await files.real(folder);
    if (visited.has(real) || !isInside(real)) return;
    visited.add(real);
    entries = await files.list(folder);
  } catch (error) {
    yield { uri: folder, problem: messageOf(error) };
    return;
  }
  const ignored = entries.some(({ name }) => name === '.gitignore');
  const rules = ignored ? await rulesIn(files, folder) : undefined;
  const levels = rules ? [...above, { depth: path.length, rules }] : above;
  for (const { name, type } of entries) {
    if (isSkipped(name) || (type === 'file' && !MARKDOWN_ENDING.test(name))) continue;
    const inner = [...path, name];
    if (isLeftOut(levels, inner, type === 'folder')) continue;
    const uri = join(folder, name);
    if (type === 'folder') {
      yield* below(files, isInside, uri, inner, levels, visited);
      continue;
    }
    try {
      if (isInside(await files.real(uri))) yield { uri };
    } catch (error) {
      yield { uri, problem: messageOf(error) };
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** As git has it: a link of that name is not followed, wherever it leads. */
async function rulesIn(files: Files, folder: string): Promise<IgnoreRules | undefined> {
  const uri = join(folder, '.gitignore');
  try {
    if ((await files.real(uri)) !== join(await files.real(folder), '.gitignore')) return undefined;
    const bytes = await files.read(uri, LARGEST_GITIGNORE);
    return bytes && readGitignore(decode(bytes));
  } catch {
    return undefined;
  }
}

function isLeftOut(levels: readonly Level[], path: readonly string[], isFolder: boolean): boolean {
  for (let i = levels.length - 1; i >= 0; i--) {
    const { depth, rules } = levels[i]!;
    const verdict = isIgnored(rules, path.slice(depth), isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}
