// Bundles the built files of the product with esbuild: `node scripts/build.mjs [--watch] [--meta]`.
// The two web bundles are built for the browser platform, so an import of a Node module outside the Node
// entry points fails the build.
import { existsSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {(entry: string, outfile: string, extra?: import('esbuild').BuildOptions) => import('esbuild').BuildOptions} */
const node = (entry, outfile, extra = {}) => ({
  entryPoints: [entry],
  outfile,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // ES modules first: they can be shaken, and UMD builds hide their imports from a bundler.
  mainFields: ['module', 'main'],
  ...extra,
});

/** @type {(entry: string, outfile: string, extra?: import('esbuild').BuildOptions) => import('esbuild').BuildOptions} */
const web = (entry, outfile, extra = {}) => ({
  entryPoints: [entry],
  outfile,
  platform: 'browser',
  target: 'es2022',
  ...extra,
});

export const bundles = [
  node('server/src/cli/main.ts', 'dist/cli.js', {
    banner: { js: '#!/usr/bin/env node' },
  }),
  node('server/src/node.ts', 'dist/server.js'),
  node('client/src/node.ts', 'dist/extension.js', { external: ['vscode'] }),
  web('client/src/web.ts', 'dist/web/extension.js', { format: 'cjs', external: ['vscode'] }),
  // A worker has no document: packages with a build for pages and one for workers must give the latter.
  web('server/src/worker.ts', 'dist/web/server.js', {
    format: 'iife',
    conditions: ['worker', 'module'],
    // The JSON Schema validator makes a URL of it as it is loaded, which fails in a worker that was made from a blob.
    define: { 'self.location': 'undefined' },
  }),
];

/**
 * Builds the bundles whose file name contains `only` (all by default).
 * @param {{ only?: string, outdir?: string, minify?: boolean, metafile?: boolean }} [options] `outdir` takes the place of `dist`.
 */
export async function build({ only = '', outdir, minify = true, metafile = false } = {}) {
  const { version } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
  const wanted = bundles.filter(({ outfile }) => outfile?.includes(only));
  const results = await Promise.all(
    wanted.map((options) =>
      esbuild.build({
        absWorkingDir: root,
        bundle: true,
        minify,
        // Function names in a stack trace are worth their bytes.
        keepNames: false,
        legalComments: 'none',
        logLevel: 'warning',
        metafile,
        ...options,
        define: { ADVOCACY_VERSION: JSON.stringify(version), ...options.define },
        outfile: outdir ? options.outfile?.replace(/^dist/, outdir) : options.outfile,
      }),
    ),
  );
  const cli = `${root}/${outdir ?? 'dist'}/cli.js`;
  if (!outdir && existsSync(cli)) await chmod(cli, 0o755);
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const metafile = process.argv.includes('--meta');
  const results = await build({ metafile });
  if (metafile) for (const { metafile: meta } of results) console.log(await esbuild.analyzeMetafile(meta));
  console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
}
