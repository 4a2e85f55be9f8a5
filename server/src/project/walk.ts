import { decode, type Files } from '../files';
import { MARKDOWN_ENDING } from '../files/endings';
import { reasonOf } from '../text/error-message';
import { type IgnoreRules, isIgnored, readGitignore } from './gitignore';
import { isSkipped } from './glob';
import { join, relativePath } from './paths';

/** What is found below a folder, by its names from there on: a Markdown file, or what cannot be read. */
type Found =
  | { readonly names: readonly string[] }
  | { readonly names: readonly string[]; readonly problem: string };

const LARGEST_GITIGNORE = 1024 * 1024;

/** In how many folders a draft may lie to be found: the rules of each .gitignore are held against the whole path. */
const DEEPEST = 100;

/** The .gitignore of one folder. `depth`: how many names of a path lie above what its rules are relative to. */
interface Level {
  readonly depth: number;
  readonly rules: IgnoreRules;
}

/** A folder on the way. */
interface Place {
  readonly uri: string;
  /** From the top on. */
  readonly path: readonly string[];
  readonly levels: readonly Level[];
}

/**
 * The Markdown files below a folder, in the order of their names. Left out: hidden names, node_modules, what a
 * .gitignore names, folders behind links (they could go round in circles, and what is in the workspace is found where
 * it lies) and links to files outside the folder.
 *
 * @param folder URI of the folder
 * @param top URI of the folder from which on .gitignore files count: the folder, or one around it
 */
export async function* markdownBelow(files: Files, folder: string, top = folder): AsyncGenerator<Found> {
  const path = relativePath(top, folder)?.split('/').filter(Boolean) ?? [];
  let root: string;
  try {
    root = await files.real(folder);
  } catch (error) {
    yield { names: [], problem: reasonOf(error) };
    return;
  }
  for await (const found of below(files, root, {
    uri: folder,
    path,
    levels: await above(files, top, path),
  })) {
    yield { ...found, names: found.names.slice(path.length) };
  }
}

/** What is below a place, by its names from the top on. */
async function* below(files: Files, root: string, { uri, path, levels }: Place): AsyncGenerator<Found> {
  if (path.length > DEEPEST) {
    yield { names: path, problem: `it lies in more than ${DEEPEST} folders, and is not looked into` };
    return;
  }
  let entries: Awaited<ReturnType<Files['list']>>;
  try {
    entries = await files.list(uri);
  } catch (error) {
    yield { names: path, problem: reasonOf(error) };
    return;
  }
  // As git has it: a link of that name is not followed, wherever it leads.
  const ignores = entries.some(({ name, link }) => name === '.gitignore' && !link);
  const rules = ignores ? await rulesIn(files, uri) : undefined;
  const here = rules ? [...levels, { depth: path.length, rules }] : levels;
  for (const { name, type, link } of entries) {
    const isFolder = type === 'folder';
    if (isSkipped(name) || (isFolder ? link : !MARKDOWN_ENDING.test(name))) continue;
    const names = [...path, name];
    if (isLeftOut(here, names, isFolder)) continue;
    if (isFolder) yield* below(files, root, { uri: join(uri, name), path: names, levels: here });
    else if (!link) yield { names };
    else {
      try {
        if (relativePath(root, await files.real(join(uri, name))) !== undefined) yield { names };
      } catch (error) {
        yield { names, problem: reasonOf(error) };
      }
    }
  }
}

/** The .gitignore files from the top down to a folder, without its own; none when they ignore the folder itself. */
async function above(files: Files, top: string, path: readonly string[]): Promise<readonly Level[]> {
  const levels: Level[] = [];
  let folder = top;
  for (const [depth, name] of path.entries()) {
    const rules = await rulesIn(files, folder);
    if (rules) levels.push({ depth, rules });
    folder = join(folder, name);
    // Somebody who names an ignored folder means it.
    if (isLeftOut(levels, path.slice(0, depth + 1), true)) return [];
  }
  return levels;
}

async function rulesIn(files: Files, folder: string): Promise<IgnoreRules | undefined> {
  const uri = join(folder, '.gitignore');
  try {
    if ((await files.real(uri)) !== join(await files.real(folder), '.gitignore')) return undefined;
    const bytes = await files.read(uri, LARGEST_GITIGNORE, folder);
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
