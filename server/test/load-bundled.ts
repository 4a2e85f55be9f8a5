import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { version } from '../../package.json';

const root = join(__dirname, '../..');
/** One for each process: test files run two at a time, and neither may load what the other is still writing. */
const outdir = join(root, `.build/loaded-${process.pid}`);

const building = new Map<string, Promise<string>>();
process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));

/**
 * Loads a module with all of the product that it imports, once for a process that runs tests: their loader of TypeScript
 * does not follow what is imported late.
 */
export async function loaded(entry: string): Promise<unknown> {
  const file = `${relative(root, entry)}.cjs`;
  const built = building.get(file) ?? bundleWhole(entry, join(outdir, file));
  building.set(file, built);
  return import(pathToFileURL(await built).href);
}

async function bundleWhole(entry: string, outfile: string): Promise<string> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    define: { ADVOCACY_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
  });
  // The command line knows its build by that, too.
  await writeFile(join(dirname(outfile), 'encoder.bin'), '');
  return outfile;
}
