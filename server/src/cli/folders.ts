import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeFiles, toUri } from '../disk/node-files';
import * as shared from '../project/walk';

/** A Markdown file below a folder, or a file or folder that cannot be read. */
type Found = { readonly path: string } | { readonly path: string; readonly problem: string };

/**
 * The Markdown files below a folder, as in an editor (project/walk.ts), without those that .gitignore files of the
 * repository name.
 *
 * @param root absolute path of a folder
 */
export async function* markdownBelow(root: string): AsyncGenerator<Found> {
  const top = toUri(repositoryOf(root) ?? root);
  for await (const { names, ...rest } of shared.markdownBelow(nodeFiles, toUri(root), top)) {
    yield { path: join(root, ...names), ...rest };
  }
}

const repositories = new Map<string, string | undefined>();

/** The root of the Git repository that a folder lies in; undefined for none. */
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
