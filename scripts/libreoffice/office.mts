import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `office.py` says that it can do. */
export type Job = { readonly do: string; readonly from: string; readonly to?: string; readonly by?: string };

/** The Python that Debian's bridge to LibreOffice (python3-uno) is for, whatever other one is first on the path. */
const PYTHON = '/usr/bin/python3';

/**
 * Has a LibreOffice of its own do some jobs, and returns what came of each.
 *
 * @throws Error where one cannot be done, or python3-uno or libreoffice-uiconfig-writer is missing
 */
export function office<T>(jobs: readonly Job[]): readonly T[] {
  const { status, stdout, stderr, error } = spawnSync(PYTHON, [join(root, 'scripts/libreoffice/office.py')], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(
      `LibreOffice could not do it. Are python3-uno and libreoffice-uiconfig-writer installed?\n${stderr}`,
    );
  return JSON.parse(stdout) as readonly T[];
}
