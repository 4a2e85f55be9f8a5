import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerSetup } from './lsp/server';
import { markdownClient, markdownSettings } from './markdown-client';
import type { Command } from './processes';

/** A program that is measured: this product or a peer. */
export interface Product {
  /** Its name in the baseline. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** What a reader must know about how it is measured. */
  readonly note?: string;
}

export interface ServerProduct extends Product {
  /** How it is started in a folder from `prepareFolder`. */
  setup(folder: string): ServerSetup;
}

export interface ToolProduct extends Product {
  check(paths: readonly string[], folder: string): Command;
  /** The same with a cache in `store`; missing if it has no cache. */
  cached?(paths: readonly string[], folder: string, store: string): Command;
  /** How many findings it printed, as a program that checks nothing is quick. */
  findings(output: string): number;
}

export interface WordProduct extends Product {
  export(draft: string, target: string, contents: boolean, folder: string): Command;
}

export const OURS = 'ours';
/** The longest wait for this product, in milliseconds, which is never left out. */
const PATIENCE = 600_000;

/** How long to wait for a program, in milliseconds; `limit` for peers. */
export function patience({ id }: Product, limit: number): number {
  return id === OURS ? PATIENCE : limit;
}

/** The folders of the built product and the peers. */
export interface Places {
  /** The folder of the built files. */
  readonly built: string;
  /** The folder `bench/peers`, with the peers installed. */
  readonly peers: string;
}

/** Writes the peers' configurations into a folder, and lets them find their rules. */
export function prepareFolder(folder: string, { peers }: Places): void {
  const files = JSON.parse(readFileSync(join(peers, 'configuration.json'), 'utf8')) as Record<string, object>;
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(content));
  symlinkSync(join(peers, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** The language servers, this product's first. */
export function servers({ built, peers }: Places, ourVersion: string): ServerProduct[] {
  const node = (folder: string, ...args: string[]): { command: Command } => ({
    command: { command: process.execPath, args, cwd: folder },
  });
  const version = (name: string): string => versionOf(peers, name);
  return [
    {
      ...ours(ourVersion),
      setup: (folder) => ({ ...node(folder, join(built, 'server.js'), '--stdio'), settings: {} }),
    },
    {
      id: 'remark',
      name: 'remark',
      version: `unified-language-server ${version('unified-language-server')}, remark ${version('remark')}, remark-preset-lint-recommended ${version('remark-preset-lint-recommended')}`,
      note: 'remark-language-server is not on npm: measured is the package that does its work, called as it calls it. It never answers for a text with more than about 75 messages on Node 20.',
      setup: (folder) => ({
        ...node(folder, join(peers, 'remark-server.mjs'), '--stdio'),
        settings: { remark: { requireConfig: false } },
      }),
    },
    {
      id: 'textlint',
      name: 'textlint',
      version: `textlint ${version('textlint')} with write-good, terminology and common-misspellings`,
      note: 'its server is only in its VS Code extension: measured is its linter behind a server of ours, which does with each change what the extension does.',
      setup: (folder) => node(folder, join(peers, 'textlint-server.mjs'), '--stdio'),
    },
    {
      id: 'vscode-markdown',
      name: 'VS Code’s Markdown',
      version: `vscode-markdown-languageserver ${version('vscode-markdown-languageserver')}, markdown-it ${version('markdown-it')}`,
      note: 'checks links only, and has its client parse: the time for that, in this process, is in its figures. Its diagnostics are pulled.',
      setup: (folder) => ({
        ...node(
          folder,
          join(peers, 'node_modules/vscode-markdown-languageserver/dist/node/workerMain.js'),
          '--stdio',
        ),
        settings: markdownSettings,
        pull: true,
        answers: markdownClient(peers),
      }),
    },
  ];
}

/** The command line tools, this product's first. */
export function tools({ built, peers }: Places, ourVersion: string): ToolProduct[] {
  const node = (folder: string, ...args: string[]): Command => ({
    command: process.execPath,
    args,
    cwd: folder,
  });
  const bin = (path: string): string => join(peers, 'node_modules', path);
  const version = (name: string): string => `${name} ${versionOf(peers, name)}`;
  return [
    {
      ...ours(ourVersion),
      check: (paths, folder) => node(folder, join(built, 'cli.js'), 'check', ...paths),
      cached: (paths, folder, store) => ({
        ...node(folder, join(built, 'cli.js'), 'check', '--cache', ...paths),
        env: { XDG_CACHE_HOME: store, LOCALAPPDATA: store },
      }),
      findings: (output) => count(output, /^ +\d+:\d+ /gm),
    },
    {
      id: 'remark-cli',
      name: 'remark-cli',
      version: `${version('remark-cli')}, ${version('remark-preset-lint-recommended')}`,
      check: (paths, folder) =>
        node(folder, bin('remark-cli/cli.js'), '--no-stdout', '--no-color', '--silently-ignore', ...paths),
      findings: (output) => count(output, / warning /g),
    },
    {
      id: 'markdownlint-cli2',
      name: 'markdownlint-cli2',
      version: `${version('markdownlint-cli2')}, all rules but MD013`,
      check: (paths, folder) => node(folder, bin('markdownlint-cli2/markdownlint-cli2-bin.mjs'), ...paths),
      findings: (output) => count(output, / MD\d{3}/g),
    },
    {
      id: 'textlint-cli',
      name: 'textlint',
      version: `${version('textlint')} with write-good, terminology and common-misspellings`,
      check: (paths, folder) => node(folder, bin('textlint/bin/textlint.js'), '--format', 'unix', ...paths),
      cached: (paths, folder, store) =>
        node(
          folder,
          bin('textlint/bin/textlint.js'),
          '--format',
          'unix',
          '--cache',
          '--cache-location',
          join(store, 'textlint'),
          ...paths,
        ),
      findings: (output) => count(output, /:\d+:\d+: /g),
    },
    {
      id: 'cspell',
      name: 'cspell',
      version: version('cspell'),
      note: 'checks spelling only.',
      check: (paths, folder) => node(folder, bin('cspell/bin.mjs'), '--no-progress', '--no-color', ...paths),
      cached: (paths, folder, store) =>
        node(
          folder,
          bin('cspell/bin.mjs'),
          '--no-progress',
          '--no-color',
          '--cache',
          '--cache-location',
          join(store, 'cspell'),
          ...paths,
        ),
      findings: (output) => count(output, / - Unknown word/g),
    },
  ];
}

/** The programs that make Word documents, this product first; only this one if there is no pandoc. */
export function wordMakers({ built }: Places, ourVersion: string): WordProduct[] {
  const mine: WordProduct = {
    ...ours(ourVersion),
    export: (draft, target, _contents, folder) => ({
      command: process.execPath,
      args: [join(built, 'cli.js'), 'export', draft, '--force', '-o', target],
      cwd: folder,
    }),
  };
  const pandoc = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  if (pandoc.error) return [mine];
  return [
    mine,
    {
      id: 'pandoc',
      name: 'pandoc',
      version: pandoc.stdout.split('\n')[0]!,
      note: 'reads `commonmark_x`, the quickest of its readers that know front matter and footnotes. Its table of contents has no page numbers until Word counts them; ours counts the pages.',
      export: (draft, target, contents, folder) => ({
        command: 'pandoc',
        args: ['--from', 'commonmark_x', ...(contents ? ['--toc'] : []), draft, '--output', target],
        cwd: folder,
      }),
    },
  ];
}

function ours(version: string): Product {
  return { id: OURS, name: 'Library Advocacy', version };
}

function versionOf(peers: string, name: string): string {
  const manifest = JSON.parse(readFileSync(join(peers, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
