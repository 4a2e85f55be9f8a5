import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { explain } from '../disk/node-files';
import { markdownBelow } from './folders';

/** A draft to read. */
export interface Input {
  /** Absolute path; for standard input, that of the file that it stands for. */
  readonly path: string;
  /** Its path in the output: as on the command line, with slashes. */
  readonly shown: string;
  readonly stdin: boolean;
  /** Whether it was named on the command line. Such a file always counts as a draft. */
  readonly named: boolean;
  /** Path below the folder that was named, for output folders that mirror it. */
  readonly below: string;
}

/** A named file or folder that cannot be read. */
interface Trouble {
  readonly shown: string;
  readonly problem: string;
}

const STDIN = '-';
/** The name of standard input, if none was given. */
export const UNNAMED = '<stdin>';

/**
 * The files that the paths of a command line stand for, in order, each once. A folder stands for its Markdown files; no
 * path at all for the drafts in the current folder.
 *
 * @param stdinName path of the file that standard input stands for
 */
export async function* inputsOf(
  paths: readonly string[],
  cwd: string,
  stdinName?: string,
): AsyncGenerator<Input | Trouble> {
  const seen = new Set<string>();
  const first = (path: string): boolean => !seen.has(path) && seen.add(path) !== undefined;
  for (const given of paths.length === 0 ? ['.'] : paths) {
    if (given === STDIN) {
      const shown = stdinName ?? UNNAMED;
      const path = resolve(cwd, stdinName ?? 'stdin.md');
      if (first('\0stdin')) yield { path, shown, stdin: true, named: true, below: stdinName ?? 'stdin.md' };
      continue;
    }
    const path = resolve(cwd, given);
    const found = await kindOf(path);
    if (typeof found === 'object') yield { shown: slashes(given), ...found };
    else if (found === 'file') {
      if (first(path))
        yield {
          path,
          shown: slashes(given),
          stdin: false,
          named: true,
          below: path.slice(path.lastIndexOf(sep) + 1),
        };
    } else {
      for await (const item of markdownBelow(path)) {
        const below = relative(path, item.path);
        const shown = slashes(given === '.' ? below || '.' : join(given, below));
        if ('problem' in item) yield { shown, problem: item.problem };
        else if (first(item.path)) {
          yield { path: item.path, shown, stdin: false, named: paths.length > 0, below: slashes(below) };
        }
      }
    }
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | { problem: string }> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : { problem: 'this is neither a file nor a folder' };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { problem: missing ? 'there is no such file or folder' : explain(error) };
  }
}

function slashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
