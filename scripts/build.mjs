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
 * Puts what most runs do not need into separate files: the export and import of Word documents, a third of a bundle, and
 * the server for the command line. They are loaded by `require` at their first use, as the loader of ES modules is slower.
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
 * Puts the fitted data, which are as large as all the rest, into a file that all bundles share.
 * @type {import('esbuild').Plugin}
 */
const shared = {
  name: 'shared',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/weights$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './encoder.js', external: true },
    ),
};

/** Node supports these patterns. Otherwise, esbuild would write them as constructor calls, which run at each use. */
const supported = { 'regexp-unicode-property-escapes': true };

/** @type {(entry: string, outfile: string, extra?: import('esbuild').BuildOptions) => import('esbuild').BuildOptions} */
const node = (entry, outfile, extra = {}) => ({
  entryPoints: [entry],
  outfile,
  platform: 'node',
  target: 'node20',
  supported,
  format: 'cjs',
  // ES modules first, for tree shaking, and as UMD builds hide their imports from a bundler.
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
 * Makes a worker get the fitted data from the page that starts it, as it cannot load files beside its script.
 * @type {import('esbuild').Plugin}
 */
const given = {
  name: 'given',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/weights$/ }, () => ({
      path: `${root}server/src/models/weights/given.ts`,
    })),
};

/**
 * Leaves out of a worker why each rule matters and its examples, which the command line alone prints.
 * @type {import('esbuild').Plugin}
 */
const unexplained = {
  name: 'unexplained',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]rules[\\/]data[\\/]rules\.json$/ }, async ({ path }) => {
      const rules = JSON.parse(await readFile(path, 'utf8'));
      for (const rule of Object.values(rules)) {
        delete rule.why;
        delete rule.example;
      }
      return { contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(rules))});` };
    }),
};

/** The exports of a module of the product. */
async function madeBy(path) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Leaves out what a pattern finds (`like`), and sentences by which it is tested (`right`, `wrong`): no run needs them. */
const withoutExamples = (key, value) =>
  (key === 'like' && typeof value === 'string') || (/^(?:right|wrong)$/.test(key) && Array.isArray(value))
    ? undefined
    : value;

/**
 * Puts JSON into a bundle as text, which is parsed in a fraction of the time of a script, and the lexicon and the names
 * that changed in the form in which they are used.
 * @type {import('esbuild').Plugin}
 */
const data = {
  name: 'data',
  setup: ({ onLoad }) => {
    const exported = (name, value) => ({
      // Unused values are left out.
      contents:
        typeof value === 'string'
          ? `export ${name}${JSON.stringify(value)};`
          : `export ${name}/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
    });
    onLoad({ filter: /\.json$/ }, async ({ path }) =>
      exported('default ', JSON.parse(await readFile(path, 'utf8'), withoutExamples)),
    );
    // Modules that compute values from a JSON file are replaced by these values.
    onLoad({ filter: /[\\/](?:ids|lexicon|names)-source\.ts$/ }, async ({ path }) => ({
      contents: Object.entries(await madeBy(path))
        .map(([name, value]) => exported(`const ${name} = `, value).contents)
        .join('\n'),
    }));
  },
};

/**
 * Makes the JPEG encoder return plain bytes in a browser, where it would use a Node buffer.
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

/** Features of the language client for what our server never offers (`capabilities` in `server.ts`). */
const UNOFFERED = [
  'callHierarchy',
  'colorProvider',
  'declaration',
  'documentHighlight',
  'documentLink',
  'documentSymbol',
  'fileOperations',
  'foldingRange',
  'formatting',
  'implementation',
  'inlayHint',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'reference',
  'rename',
  'selectionRange',
  'semanticTokens',
  'signatureHelp',
  'textDocumentContent',
  'typeDefinition',
  'typeHierarchy',
  'workspaceSymbol',
];

/** Stands for a feature that nothing uses. */
const UNUSED = `class Unused {
  fillClientCapabilities() {}
  initialize() {}
  clear() {}
  getState() { return { kind: 'static' }; }
}`;

/** Stands for that of notebooks, to which the client itself listens. */
const NO_NOTEBOOKS = `${UNUSED}
const never = () => ({ dispose() {} });
exports.NotebookDocumentSyncFeature = class extends Unused {
  registrationType = { method: 'notebookDocument/sync' };
  register() {}
  unregister() {}
  handles() { return false; }
  onOpenNotificationSent = never;
  onChangeNotificationSent = never;
  onSaveNotificationSent = never;
  onCloseNotificationSent = never;
};`;

/**
 * The patterns of files that are left out, and whether a bundle had one: what a later version calls otherwise would come
 * into the extension unseen.
 * @type {Map<string, boolean>}
 */
const leftOut = new Map();

/**
 * Leaves out of the extension what nothing uses of the language client: features that the server does not offer, notebooks,
 * globs of documents (we tell drafts by their language), and the test of VS Code's version, which `engines` in
 * `package.json` makes before the extension is installed.
 * @type {import('esbuild').Plugin}
 */
const unused = {
  name: 'unused',
  setup: ({ onLoad }) => {
    const common = '[\\\\/]vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/]';
    const instead = (filter, contents) => {
      leftOut.set(filter.source, leftOut.get(filter.source) ?? false);
      onLoad({ filter }, () => {
        leftOut.set(filter.source, true);
        return { contents };
      });
    };
    for (const feature of UNOFFERED)
      instead(
        new RegExp(`${common}${feature}\\.js$`),
        `${UNUSED} module.exports = new Proxy({}, { get: () => Unused });`,
      );
    instead(new RegExp(`${common}notebook\\.js$`), NO_NOTEBOOKS);
    instead(/[\\/]utils[\\/]globPattern\.js$/, 'exports.matchGlobPattern = () => false;');
    instead(
      /[\\/]semver[\\/]functions[\\/](?:parse|satisfies)\.js$/,
      'module.exports = (version) => version;',
    );
  },
};

/**
 * A bundle in ASCII, as a single other character makes the engine store it in twice the memory. Those that esbuild leaves
 * are in patterns, where they can be escaped.
 */
const inAscii = (text) =>
  text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A placeholder in a starter for the hash of its program, which is built later. */
const BUILD = '@build@';

const withoutWord = { plugins: [apart, shared], supported: { ...supported, 'dynamic-import': false } };
const word = node('server/src/word-bundle.ts', 'dist/word.js', { plugins: [shared] });
/** The import of Word documents by itself, which takes half as long without the rest. */
const imports = node('server/src/import/index.ts', 'dist/import.js', { plugins: [shared] });
const encoder = node('server/src/models/weights/file.ts', 'dist/encoder.js');
/** The program as a function, which its starter calls instead of a module loader. */
const program = node('server/src/startup/program.ts', 'dist/program.js', {
  banner: { js: '(function(exports,require,module,__filename,__dirname,SERVES){' },
  footer: { js: '})' },
  ...withoutWord,
});
const cli = node('server/src/startup/command-line.ts', 'dist/cli.js', {
  banner: { js: '#!/usr/bin/env node' },
});
const server = node('server/src/startup/server.ts', 'dist/server.js');
// A worker has no document, so packages must use their build for workers and not that for pages.
const worker = web('server/src/hosts/worker.ts', 'dist/web/server.js', {
  format: 'iife',
  conditions: ['worker', 'module'],
  // The JSON Schema validator makes a URL of it when it is loaded, which fails in a worker made from a blob.
  define: { 'self.location': 'undefined' },
  plugins: [given, unexplained],
});
/** Starters with their programs. */
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
  node('client/src/node.ts', 'dist/extension.js', { external: ['vscode'], plugins: [unused] }),
  web('client/src/web.ts', 'dist/web/extension.js', {
    format: 'cjs',
    external: ['vscode'],
    plugins: [unused],
  }),
  worker,
];

/**
 * Builds the bundles whose file name contains `only` (all by default).
 * @param {{ only?: string, outdir?: string, minify?: boolean, metafile?: boolean }} [options] `outdir` replaces `dist`.
 */
export async function build({ only = '', outdir, minify = true, metafile = false } = {}) {
  const { version } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
  const wanted = bundles.filter(({ outfile }) => outfile?.includes(only));
  // The files that these load.
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
          // The JPEG decoder has an unused function that loads a picture from the web.
          XMLHttpRequest: 'undefined',
          ...options.define,
        },
        outfile: outdir ? options.outfile?.replace(/^dist/, outdir) : options.outfile,
      }),
    ),
  );
  if (wanted.includes(encoder)) {
    const { fitted } = await madeBy(`${root}/server/src/models/weights/index.ts`);
    const { fittedFile } = await madeBy(`${root}/server/src/models/weights/bytes.ts`);
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
  const unmet = [...leftOut].filter(([, met]) => !met).map(([pattern]) => pattern);
  if (unmet.length > 0) throw new Error(`No bundle has what is to be left out: ${unmet.join(', ')}`);
  if (metafile) for (const { metafile: meta } of results) console.log(await esbuild.analyzeMetafile(meta));
  console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
}
