import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { parseXml } from '../../src/docx/xml-tree';
import { built, type Run, temporary } from '../cli/run';
import { bundledServer } from '../features/bundle';
import { Editor } from '../features/editor';
import { Place, TRICKS } from './tricks';
import { codeFolder, type Deed, run, Watch } from './watched';

/** Stands in every file outside of the workspace: whoever has it has read one. */
const SECRET = 'SECRET-9c2f';
/** In milliseconds, for all tricks together: whatever takes longer hangs. */
const PATIENCE = 100_000;

/** Every file below a folder that is no Word document, and what it is. */
function snapshot(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return [`${entry.name}/`, ...snapshot(path).map((name) => `${entry.name}/${name}`)];
      if (entry.isSymbolicLink()) return [`${entry.name} -> ${readlinkSync(path)}`];
      if (!entry.isFile()) return [`${entry.name} (special)`];
      const { size } = lstatSync(path);
      return [`${entry.name} ${size < 100_000 ? readFileSync(path, 'latin1') : size}`];
    })
    .sort();
}

const documentsBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return documentsBelow(path);
    return entry.isFile() && entry.name.endsWith('.docx') ? [path] : [];
  });

describe('A hostile workspace', function () {
  this.timeout(4 * PATIENCE);
  const base = realpathSync(temporary());
  const workspace = join(base, 'workspace');
  const outside = join(base, 'outside');
  const folderOf = (i: number): string => `t${String(i + 1).padStart(3, '0')}`;
  let counter: Server;
  let connections = 0;
  let untouched: readonly string[];
  const runs: Record<string, Run> = {};
  const watch = new Watch();
  const serverWatch = new Watch();
  /** What the server said of each folder. */
  const said = new Map<string, string>();
  let failures: readonly string[] = [];
  let bundles: readonly string[] = [];

  prepare(async function (this: Mocha.Context) {
    if (process.platform === 'win32') {
      console.log('      Left out: links and pipes are made as on Linux and macOS.');
      this.skip();
    }
    counter = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((listening) => counter.listen(0, '127.0.0.1', listening));
    const { port } = counter.address() as { port: number };
    mkdirSync(join(workspace, '.git'), { recursive: true });
    mkdirSync(outside);
    const names = [
      'configuration.json',
      'framework.yaml',
      'e.yaml',
      'secret.md',
      'secret.png',
      'look.dotx',
      'precious.docx',
    ];
    for (const name of names) writeFileSync(join(outside, name), `{ "title": "${SECRET}" }\n`);
    for (const [i, trick] of TRICKS.entries()) {
      const place = new Place(join(workspace, folderOf(i)), outside, port);
      place.draft('The library is open.');
      await trick.make(place);
    }
    untouched = snapshot(base);
    const cli = await built();
    const server = await bundledServer();
    bundles = [realpathSync(dirname(cli)), realpathSync(dirname(server))];
    const commands = {
      check: ['check', '.', '--format', 'json', '--threads', '2'],
      coverage: ['coverage', '.', '--format', 'html'],
      'check for people': ['check', '.'],
      'check for GitHub': ['check', '.', '--format', 'github'],
      'check as JUnit': ['check', '.', '--format', 'junit'],
      'coverage for people': ['coverage', '.'],
      'coverage as Markdown': ['coverage', '.', '--format', 'markdown'],
      export: ['export', '.', '--out-dir', '.'],
    };
    for (const [name, args] of Object.entries(commands)) {
      runs[name] = await run([cli, ...args], { cwd: workspace, env: watch.env, patience: PATIENCE });
    }
    await openInServer();
  });
  after(() => counter?.close());

  async function openInServer(): Promise<void> {
    const uri = pathToFileURL(workspace).href;
    const editor = await Editor.start({
      ownProcess: true,
      env: { ...serverWatch.env, XDG_CACHE_HOME: join(codeFolder(), '../..') },
      initialize: (params) => ({ ...params, rootUri: uri, workspaceFolders: [{ uri, name: 'workspace' }] }),
    });
    try {
      const note = (folder: string, text: string): void => {
        said.set(folder, `${said.get(folder) ?? ''}${text}\n`);
      };
      for (const [i] of TRICKS.entries()) {
        const folder = join(workspace, folderOf(i));
        for (const name of readdirSync(folder)) {
          if (!name.endsWith('.md')) continue;
          const path = join(folder, name);
          const { size } = lstatSync(path);
          const isText = lstatSync(path).isFile() && size < 1_000_000;
          const opened = pathToFileURL(path).href;
          await editor.open(opened, isText ? readFileSync(path, 'utf8') : '---\nkind: briefing\n---\n');
          note(folderOf(i), JSON.stringify(await editor.diagnostics(opened)));
          await editor.request('textDocument/hover', {
            textDocument: { uri: opened },
            position: { line: 6, character: 4 },
          });
          if (name !== 'draft.md') continue;
          const args = { command: 'advocacy.server.exportWord', arguments: [opened] };
          const answer = await editor
            .request('workspace/executeCommand', args)
            .catch((error: Error) => error.message);
          note(folderOf(i), JSON.stringify(answer));
        }
      }
      for (const format of ['html', 'markdown', 'json']) {
        await editor.request('workspace/executeCommand', {
          command: 'advocacy.server.coverageReport',
          arguments: [format],
        });
      }
      await editor.request('workspace/executeCommand', {
        command: 'advocacy.server.checkWorkspace',
        arguments: [],
      });
      for (const { uri: about, diagnostics } of editor.published) {
        const folder = /\/workspace\/(t\d+)\//.exec(about)?.[1];
        if (folder) note(folder, JSON.stringify(diagnostics));
      }
      failures = editor.notifications
        .filter(({ method }) => method === 'window/logMessage')
        .map(({ params }) => (params as { message: string }).message);
    } finally {
      await editor.stop();
    }
  }

  it('has at least forty tricks, each with a name of its own', () => {
    assert.ok(TRICKS.length >= 40, `${TRICKS.length}`);
    assert.equal(new Set(TRICKS.map(({ name }) => name)).size, TRICKS.length);
  });

  it('is checked, covered and exported to its end, without a mistake of ours', () => {
    for (const [name, { status, stderr }] of Object.entries(runs)) {
      assert.equal(status, 2, `${name}: ${stderr.slice(-1000)}`);
      assert.doesNotMatch(stderr, /mistake in advocacy itself/, name);
    }
    assert.deepEqual(failures, []);
  });

  const lines = (i: number): string => {
    const folder = folderOf(i);
    const errors = Object.values(runs)
      .flatMap(({ stderr }) => stderr.split('\n'))
      .filter((line) => line.startsWith(`${folder}/`));
    const findings = JSON.parse(runs.check!.stdout) as { file: string }[];
    return [
      ...errors,
      ...findings.filter(({ file }) => file.startsWith(`${folder}/`)).map((one) => JSON.stringify(one)),
    ].join('\n');
  };
  for (const [i, { name, say, serverSays = say }] of TRICKS.entries()) {
    it(`${folderOf(i)}: ${name}: ${say ? 'is told' : 'is passed over'}`, () => {
      if (say) assert.match(lines(i), say);
      if (serverSays instanceof RegExp) assert.match(said.get(folderOf(i)) ?? '', serverSays);
    });
  }

  it('has what else is in it judged and exported as if nothing were', () => {
    const findings = JSON.parse(runs.check!.stdout) as { file: string }[];
    for (const [i] of TRICKS.entries()) {
      assert.ok(
        findings.some(({ file }) => file === `${folderOf(i)}/draft.md`),
        folderOf(i),
      );
    }
  });

  const deeds = (): readonly Deed[] => [...watch.deeds(), ...serverWatch.deeds()];

  it('opens no connection', () => {
    assert.ok(watch.deeds().filter(({ what }) => what === 'watching').length >= 4, 'also in threads');
    assert.ok(serverWatch.deeds().some(({ what }) => what === 'watching'));
    assert.deepEqual(
      deeds().filter(({ what }) => what === 'connection'),
      [],
    );
    assert.equal(connections, 0);
  });

  it('starts no program, and runs no code but ours', () => {
    assert.deepEqual(
      deeds().filter(({ what }) => what === 'program'),
      [],
    );
    const foreign = deeds().filter(
      ({ what, detail }) => what === 'code' && !bundles.some((folder) => detail.startsWith(folder)),
    );
    assert.deepEqual(foreign, []);
  });

  it('is the only place that anything is read from, but for the program itself', () => {
    const own = [workspace, ...bundles, __dirname, codeFolder()];
    const foreign = deeds().filter(
      ({ what, detail }) =>
        what === 'read' && !own.some((folder) => relative(folder, detail).split('/')[0] !== '..'),
    );
    assert.deepEqual(foreign, []);
    const spoken = JSON.stringify([runs, [...said]]);
    assert.ok(!spoken.includes(SECRET));
    for (const path of documentsBelow(workspace)) {
      if (readFileSync(path, 'latin1') === 'precious') continue;
      for (const part of Object.values(unzipSync(readFileSync(path)))) {
        assert.ok(!strFromU8(part, true).includes(SECRET), path);
      }
    }
  });

  it('is the only place that anything is written to, and there only Word documents, but for the program as compiled', () => {
    const foreign = deeds().filter(
      ({ what, detail }) =>
        what === 'write' && !detail.startsWith(`${workspace}/`) && !detail.startsWith(codeFolder()),
    );
    assert.deepEqual(foreign, []);
    assert.deepEqual(
      snapshot(base).filter((line) => !/draft\.docx |\.docx /.test(line) || line.includes('precious')),
      untouched.filter((line) => !/\.docx /.test(line) || line.includes('precious')),
    );
    assert.ok(documentsBelow(workspace).length > TRICKS.length / 2);
  });

  it('shows nothing on a terminal that steers it', () => {
    for (const { stderr } of Object.values(runs)) {
      for (const line of stderr.split('\n')) assert.doesNotMatch(line, /[\p{Cc}\u202e]/u);
    }
  });

  it('has findings that give no orders to a terminal, to GitHub or to a reader of XML', () => {
    for (const name of [
      'check for people',
      'check for GitHub',
      'coverage for people',
      'coverage as Markdown',
    ]) {
      const { stdout } = runs[name]!;
      assert.ok(stdout.length > 1000, name);
      for (const line of stdout.split('\n')) assert.doesNotMatch(line, /[\p{Cc}\u202e]/u, name);
    }
    for (const line of runs['check for GitHub']!.stdout.trim().split('\n')) {
      assert.match(line, /^::(?:error|warning|notice) file=[^:]*,line=\d+,/);
    }
    assert.equal(parseXml(runs['check as JUnit']!.stdout).name, 'testsuites');
  });

  it('has reports in which its texts are nothing but text', () => {
    assert.doesNotMatch(runs.coverage!.stdout, /<img|<script|href="(?!#)/);
  });
});

/** Mocha’s own, under a name that a variable does not take. */
function prepare(work: (this: Mocha.Context) => Promise<void>): void {
  before(work);
}
