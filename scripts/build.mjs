// Bundles the built files of the product with esbuild: `node scripts/build.mjs [--watch] [--meta]`.
// The two web bundles are built for the browser platform, so an import of a Node module outside the Node
// entry points fails the build.
import { createHash } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Leaves in files of their own what most runs do not need: Word, which is a third of a bundle, in both directions, and
 * the server where the command line is called for something else. They are required at their first use, as the loader of ES modules would
 * take its own time.
 * @type {import('esbuild').Plugin}
 */
const apart = {
  name: 'apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(?:word|word-bundle|import|node)$/ }, ({ kind, path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const file = { node: 'server', import: 'import' }[name] ?? 'word';
      return kind === 'dynamic-import' ? { path: `./${file}.js`, external: true } : undefined;
    }),
};

/**
 * Leaves what was fitted, which is as large as all the rest, in a file that all share.
 * @type {import('esbuild').Plugin}
 */
const shared = {
  name: 'shared',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/fitted$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './encoder.js', external: true },
    ),
};

/** Node has it, which esbuild does not know: such a pattern would be made by its constructor, and anew at each use. */
const supported = { 'regexp-unicode-property-escapes': true };

/** @type {(entry: string, outfile: string, extra?: import('esbuild').BuildOptions) => import('esbuild').BuildOptions} */
const node = (entry, outfile, extra = {}) => ({
  entryPoints: [entry],
  outfile,
  platform: 'node',
  target: 'node20',
  supported,
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

/**
 * Has a worker given it by whoever starts it, as nothing is beside a script there.
 * @type {import('esbuild').Plugin}
 */
const given = {
  name: 'given',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/fitted$/ }, () => ({
      path: `${root}server/src/fitted/given.ts`,
    })),
};

/** What a module of the product exports. */
async function madeBy(path) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/**
 * Puts JSON into a bundle as text, which is parsed in a fraction of the time of a script, and the lexicon and the names that
 * changed as they are used.
 * @type {import('esbuild').Plugin}
 */
const data = {
  name: 'data',
  setup: ({ onLoad }) => {
    const exported = (name, value) => ({
      // What nobody takes is left out.
      contents:
        typeof value === 'string'
          ? `export ${name}${JSON.stringify(value)};`
          : `export ${name}/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
    });
    onLoad({ filter: /\.json$/ }, async ({ path }) =>
      exported('default ', JSON.parse(await readFile(path, 'utf8'))),
    );
    // Modules that work something out of a JSON file, once and for all here.
    onLoad({ filter: /[\\/](?:ids|lexicon|names)-source\.ts$/ }, async ({ path }) => ({
      contents: Object.entries(await madeBy(path))
        .map(([name, value]) => exported(`const ${name} = `, value).contents)
        .join('\n'),
    }));
  },
};

/**
 * Has the writer of JPEG hand out plain bytes: it takes a bundle for Node, and there are no buffers in a browser.
 * @type {import('esbuild').Plugin}
 */
const jpeg = {
  name: 'jpeg',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]jpeg-js[\\/]lib[\\/]encoder\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('Buffer.from(byteout)')) throw new Error(`${path} writes otherwise than it did`);
      return { contents: text.replace('Buffer.from(byteout)', 'new Uint8Array(byteout)') };
    }),
};

/**
 * A bundle in ASCII alone: one other letter makes the engine keep all of it in twice the room. What esbuild leaves of
 * them stands in patterns, where an escape is the letter.
 */
const inAscii = (text) =>
  text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Stands for the hash of a program in what starts it, until the program is built. */
const BUILD = '@build@';

const withoutWord = { plugins: [apart, shared], supported: { ...supported, 'dynamic-import': false } };
const word = node('server/src/word-bundle.ts', 'dist/word.js', { plugins: [shared] });
/** What reads Word documents, once more by itself: an import takes half as long without the rest. */
const imports = node('server/src/import/index.ts', 'dist/import.js', { plugins: [shared] });
const encoder = node('server/src/fitted/file.ts', 'dist/encoder.js');
/** The program, which is started by another file: a function, as that does the work of a loader. */
const program = node('server/src/startup/program.ts', 'dist/program.js', {
  banner: { js: '(function(exports,require,module,__filename,__dirname,SERVES){' },
  footer: { js: '})' },
  ...withoutWord,
});
const cli = node('server/src/startup/command-line.ts', 'dist/cli.js', {
  banner: { js: '#!/usr/bin/env node' },
});
const server = node('server/src/startup/server.ts', 'dist/server.js');
// A worker has no document: packages with a build for pages and one for workers must give the latter.
const worker = web('server/src/worker.ts', 'dist/web/server.js', {
  format: 'iife',
  conditions: ['worker', 'module'],
  // The JSON Schema validator makes a URL of it as it is loaded, which fails in a worker that was made from a blob.
  define: { 'self.location': 'undefined' },
  plugins: [given],
});
/** What starts a program, and the program. */
const starts = [
  [cli, program],
  [server, program],
];

export const bundles = [
  cli,
  program,
  server,
  word,
  imports,
  encoder,
  node('client/src/node.ts', 'dist/extension.js', { external: ['vscode'] }),
  web('client/src/web.ts', 'dist/web/extension.js', { format: 'cjs', external: ['vscode'] }),
  worker,
];

/**
 * Builds the bundles whose file name contains `only` (all by default).
 * @param {{ only?: string, outdir?: string, minify?: boolean, metafile?: boolean }} [options] `outdir` takes the place of `dist`.
 */
export async function build({ only = '', outdir, minify = true, metafile = false } = {}) {
  const { version } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
  const wanted = bundles.filter(({ outfile }) => outfile?.includes(only));
  // What is loaded from a file beside it.
  const beside = [
    ...(wanted.includes(cli) ? [server] : []),
    ...(wanted.includes(cli) || wanted.includes(server) ? [program, word, imports, encoder] : []),
    ...(wanted.includes(worker) ? [encoder] : []),
  ];
  for (const bundle of beside) if (!wanted.includes(bundle)) wanted.push(bundle);
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
        plugins: [...(options.plugins ?? []), data, jpeg],
        define: {
          ADVOCACY_VERSION: JSON.stringify(version),
          ADVOCACY_BUILD: JSON.stringify(BUILD),
          // The decoder of JPEG can load a picture from the web, which nobody calls.
          XMLHttpRequest: 'undefined',
          ...options.define,
        },
        outfile: outdir ? options.outfile?.replace(/^dist/, outdir) : options.outfile,
      }),
    ),
  );
  if (wanted.includes(encoder)) {
    const { fitted } = await madeBy(`${root}/server/src/fitted/index.ts`);
    const { fittedFile } = await madeBy(`${root}/server/src/fitted/bytes.ts`);
    await writeFile(resolve(root, outdir ?? 'dist', 'encoder.bin'), fittedFile(fitted()));
  }
  const built = ({ outfile }) => resolve(root, outdir ? outfile.replace(/^dist/, outdir) : outfile);
  for (const bundle of [program, word, imports]) {
    if (!wanted.includes(bundle)) continue;
    await writeFile(built(bundle), inAscii(await readFile(built(bundle), 'utf8')));
  }
  for (const [starter, program] of starts) {
    if (!wanted.includes(starter)) continue;
    const hash = createHash('sha256').update(await readFile(built(program)));
    const text = await readFile(built(starter), 'utf8');
    await writeFile(built(starter), text.replace(BUILD, hash.digest('hex').slice(0, 32)));
  }
  if (wanted.includes(cli)) await chmod(built(cli), 0o755);
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const metafile = process.argv.includes('--meta');
  const results = await build({ metafile });
  if (metafile) for (const { metafile: meta } of results) console.log(await esbuild.analyzeMetafile(meta));
  console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
}
