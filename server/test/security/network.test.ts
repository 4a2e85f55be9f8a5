import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, temporary } from '../cli/run';
import { Editor } from '../features/editor';
import { run, Watch } from './watched';

const root = join(__dirname, '../../..');

interface Meta {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>;
}

describe('Nothing is sent anywhere', () => {
  const examples = (): string => {
    const folder = temporary();
    cpSync(join(root, 'examples'), folder, { recursive: true });
    mkdirSync(join(folder, '.git'));
    return folder;
  };

  it('by any command of the command line, over the examples', async () => {
    const cwd = examples();
    const cli = await built();
    const commands = [
      ['check', '.'],
      ['check', '.', '--threads', '2', '--format', 'sarif'],
      ['coverage', '.', '--format', 'html'],
      ['export', '.', '--out-dir', 'out'],
      ['explain', 'figure-unsourced'],
      ['explain', '--passage', 'cabinet-report.md:20'],
      ['rules'],
      ['init', 'new'],
      ['--help'],
      ['--version'],
    ];
    for (const args of commands) {
      const watch = new Watch();
      const { status, stderr } = await run([cli, ...args], { cwd, env: watch.env, patience: 60_000 });
      assert.ok(status !== null && status < 2, `${args}: ${stderr}`);
      assert.ok(
        watch.deeds().some(({ what }) => what === 'watching'),
        'it was watched',
      );
      const deeds = watch.deeds().filter(({ what }) => what === 'connection' || what === 'program');
      assert.deepEqual(deeds, [], args.join(' '));
    }
    assert.ok(readdirSync(join(cwd, 'out')).includes('cabinet-report.docx'));
  });

  it('by the language server, over the examples', async () => {
    const folder = examples();
    const uri = pathToFileURL(folder).href;
    const watch = new Watch();
    const editor = await Editor.start({
      ownProcess: true,
      env: watch.env,
      initialize: (params) => ({ ...params, rootUri: uri, workspaceFolders: [{ uri, name: 'examples' }] }),
    });
    try {
      for (const name of ['cabinet-report.md', 'press-release.md', 'briefings/ashcombe-road.md']) {
        const opened = pathToFileURL(join(folder, name)).href;
        await editor.open(opened, readFileSync(join(folder, name), 'utf8'));
        await editor.diagnostics(opened);
        await editor.request('advocacy/coverage', { textDocument: { uri: opened } });
        await editor.request('workspace/executeCommand', {
          command: 'advocacy.server.exportWord',
          arguments: [opened],
        });
      }
      await editor.request('workspace/executeCommand', { command: 'advocacy.server.checkWorkspace' });
      assert.ok(
        watch.deeds().some(({ what }) => what === 'write'),
        'it was watched',
      );
      const deeds = watch.deeds().filter(({ what }) => what === 'connection' || what === 'program');
      assert.deepEqual(deeds, []);
    } finally {
      await editor.stop();
    }
  });

  describe('as the built files have nothing to send with', () => {
    const texts = new Map<string, string>();
    const imports = new Map<string, Map<string, Set<string>>>();
    before(async () => {
      const script = pathToFileURL(join(root, 'scripts/build.mjs')).href;
      const { build } = (await import(script)) as {
        build(options: object): Promise<readonly { readonly metafile: Meta }[]>;
      };
      const outdir = temporary();
      const results = await build({ outdir, metafile: true });
      for (const name of [
        'cli.js',
        'encoder.js',
        'program.js',
        'server.js',
        'word.js',
        'import.js',
        'extension.js',
        'web/server.js',
        'web/extension.js',
      ]) {
        texts.set(name, readFileSync(join(outdir, name), 'utf8'));
      }
      for (const { metafile } of results) {
        for (const [file, { imports: all }] of Object.entries(metafile.inputs)) {
          for (const { path } of all) {
            const name = path.replace(/^node:/, '');
            const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file;
            const owners = imports.get(name) ?? imports.set(name, new Map()).get(name)!;
            owners.set(owner, (owners.get(owner) ?? new Set()).add(file));
          }
        }
      }
    });

    it('no module that speaks over the network, and sockets and programs only for the pipes between editor and server', () => {
      for (const name of [
        'http',
        'https',
        'http2',
        'tls',
        'dns',
        'dgram',
        'inspector',
        'cluster',
        'undici',
      ]) {
        assert.deepEqual([...(imports.get(name)?.keys() ?? [])], [], name);
      }
      const transports = /^vscode-(?:languageserver|languageclient|jsonrpc|languageserver-protocol)$/;
      for (const name of ['net', 'child_process']) {
        for (const owner of imports.get(name)?.keys() ?? []) {
          // The command line asks Git for earlier versions, when somebody names one.
          if (name === 'child_process' && owner === 'server/src/disk/history.ts') continue;
          assert.match(owner, transports, name);
        }
      }
    });

    it('no way to the network of a browser, and no text that becomes code', () => {
      assert.equal(texts.size, 9);
      for (const [name, text] of texts) {
        const found =
          /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|importScripts|RTCPeerConnection|new Function\b|\beval\(/.exec(
            text,
          )?.[0];
        assert.equal(found, undefined, `${name}: ${found}`);
      }
    });
  });
});
