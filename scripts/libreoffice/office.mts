import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A job for `office.py`. */
export type Job = { readonly do: string; readonly from: string; readonly to?: string; readonly by?: string };

/** The Python of Debian, for which its bridge to LibreOffice (python3-uno) is built. */
const PYTHON = '/usr/bin/python3';

/**
 * Runs jobs in a separate LibreOffice, and returns their results.
 *
 * @throws Error if one fails, or python3-uno or libreoffice-uiconfig-writer is missing
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
