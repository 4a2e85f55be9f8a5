import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, temporary } from '../cli/run';

/** Builds the server as it is shipped, once for a process that runs tests, and returns the path of the file to start. */
export async function bundledServer(): Promise<string> {
  const folder = dirname(await built());
  // Servers that tests start keep their compiled code for each other, and not for the user.
  process.env.XDG_CACHE_HOME = join(folder, 'caches');
  return join(folder, 'server.js');
}

let worker: Promise<string> | undefined;

/** The same for the server as a web worker. */
export function bundledWorker(): Promise<string> {
  worker ??= buildWorker();
  return worker;
}

async function buildWorker(): Promise<string> {
  const outdir = temporary();
  const script = pathToFileURL(join(__dirname, '../../../scripts/build.mjs')).href;
  const { build } = (await import(script)) as {
    build(options: { only: string; outdir: string; minify: boolean }): Promise<unknown>;
  };
  await build({ only: 'dist/web/server.js', outdir, minify: false });
  return join(outdir, 'web/server.js');
}
