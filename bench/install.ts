import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Places } from './peers';
import type { Part } from './plan';

interface Installing {
  run(command: string, args: readonly string[], options: { quiet: boolean; cwd: string }): string;
  installPrograms(programs: Readonly<Record<string, string>>): string[];
}

interface Building {
  build(options: { outdir: string }): Promise<unknown>;
}

const BUILT = '.build/bench';

/**
 * Builds the product from the current sources, and installs the peers for the parts: packages of npm by
 * `bench/peers/package-lock.json`, and pandoc if there is apt-get.
 *
 * @throws Error if npm fails
 */
export async function install(
  root: string,
  parts: readonly Part[],
  progress: (what: string) => void,
): Promise<Places> {
  const load = async <T>(path: string): Promise<T> =>
    (await import(pathToFileURL(join(root, path)).href)) as T;
  const { run, installPrograms } = await load<Installing>('scripts/lib/install.mjs');
  const { build } = await load<Building>('scripts/build.mjs');
  const peers = join(root, 'bench/peers');
  if (parts.some((part) => part !== 'word') && !installed(peers)) {
    progress('installing the peers into bench/peers');
    run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { quiet: true, cwd: peers });
    writeFileSync(mark(peers), lock(peers));
  }
  if (parts.includes('word')) installPrograms({ pandoc: 'pandoc' });
  progress('building');
  await build({ outdir: BUILT });
  return { built: join(root, BUILT), peers };
}

/** Whether the peers are installed by their current lock file. */
function installed(peers: string): boolean {
  return existsSync(mark(peers)) && readFileSync(mark(peers), 'utf8') === lock(peers);
}

function mark(peers: string): string {
  return join(peers, 'node_modules/.installed-lock.json');
}

function lock(peers: string): string {
  return readFileSync(join(peers, 'package-lock.json'), 'utf8');
}
