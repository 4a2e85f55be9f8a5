import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as esbuild } from 'esbuild';
import { version } from '../../../package.json';

const root = join(__dirname, '../../..');
/** One for each process: test files run two at a time, and neither may start what the other is still writing. */
const outdir = `.build/features-${process.pid}`;

const building = new Map<string, Promise<string>>();

/** Bundles the server as it is shipped, once for a process that runs tests, and returns the path of the file to start. */
export const bundledServer = (): Promise<string> => bundle('server.js');

/** The same for the server as a web worker. */
export const bundledWorker = (): Promise<string> => bundle('web/server.js');

/**
 * Loads a module with all of the product that it imports, once for a process that runs tests: their loader of TypeScript
 * does not follow what is imported late.
 */
export async function loaded(entry: string): Promise<unknown> {
  const file = `${relative(root, entry)}.cjs`;
  const built = building.get(file) ?? bundleWhole(entry, join(root, outdir, file));
  building.set(file, built);
  return import(pathToFileURL(await built).href);
}

async function bundleWhole(entry: string, outfile: string): Promise<string> {
  await esbuild({
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

function bundle(file: string): Promise<string> {
  let built = building.get(file);
  if (!built) {
    built = build(file);
    building.set(file, built);
  }
  return built;
}

async function build(file: string): Promise<string> {
  // Servers that tests start keep their compiled code for each other, and not for the user.
  process.env.XDG_CACHE_HOME = join(root, outdir, 'caches');
  const scripts = (await import(pathToFileURL(join(root, 'scripts/build.mjs')).href)) as {
    build(options: { only: string; outdir: string; minify: boolean }): Promise<unknown>;
  };
  await scripts.build({ only: `dist/${file}`, outdir, minify: false });
  return join(root, outdir, file);
}
