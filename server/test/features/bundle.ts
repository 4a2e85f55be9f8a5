import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../../..');
/** One for each process: test files run two at a time, and neither may start what the other is still writing. */
const outdir = `.build/features-${process.pid}`;

const building = new Map<string, Promise<string>>();

/** Bundles the server as it is shipped, once for a process that runs tests, and returns the path of the file to start. */
export const bundledServer = (): Promise<string> => bundle('server.js');

/** The same for the server as a web worker. */
export const bundledWorker = (): Promise<string> => bundle('web/server.js');

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
