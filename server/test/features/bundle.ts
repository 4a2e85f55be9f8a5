import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../../..');
const outdir = '.build/features';

let building: Promise<string> | undefined;

/** Bundles the server as it is shipped, once for a run of tests, and returns the path of the file to start. */
export function bundledServer(): Promise<string> {
  building ??= bundle();
  return building;
}

async function bundle(): Promise<string> {
  const { build } = (await import(pathToFileURL(join(root, 'scripts/build.mjs')).href)) as {
    build(options: { only: string; outdir: string; minify: boolean }): Promise<unknown>;
  };
  await build({ only: 'dist/server.js', outdir, minify: false });
  return join(root, outdir, 'server.js');
}
