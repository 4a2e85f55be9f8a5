import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { measureKeys, Typist } from '../../../bench/keys';
import { LanguageServer } from '../../../bench/lsp/server';
import { type Message, Wire } from '../../../bench/lsp/wire';
import { memoryOf, run } from '../../../bench/processes';
import { measured } from '../../../bench/statistics';
import { draft, readMaterial } from '../../../bench/texts';
import { bundledServer } from '../features/bundle';

const material = readMaterial(join(__dirname, '../../..'));
const LIMIT = 30_000;

describe('The bench drives a language server', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'advocacy-bench-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const setup = async (pull = false) => ({
    command: { command: process.execPath, args: [await bundledServer(), '--stdio'], cwd: folder },
    settings: {},
    pull,
  });

  for (const pull of [false, true]) {
    it(`that ${pull ? 'is asked for' : 'publishes'} diagnostics: each key has its own, with its version`, async () => {
      const text = draft(material, 8_000, 1);
      const server = await LanguageServer.start(await setup(pull), LIMIT);
      try {
        server.open(pathToFileURL(join(folder, 'paper.md')).href, text);
        const first = await server.next(() => true, LIMIT);
        assert.ok(first.count > 0);
        const typist = new Typist(text, 3);
        for (const version of [2, 3, 4]) {
          typist.elsewhere();
          const key = typist.press(server);
          assert.equal(key.version, version);
          const answer = await server.answerTo(key, LIMIT);
          assert.equal(answer.version, version);
          assert.ok(answer.at > key.at);
        }
        assert.ok(server.published.length >= 4);
      } finally {
        await server.stop();
      }
    });
  }

  it('and counts what comes for a burst of keys', async () => {
    const product = { id: 'ours', name: 'Ours', version: '1', setup: () => server };
    const server = await setup();
    const { measures, bursts } = await measureKeys({
      plan: {
        parts: ['keys'],
        sizes: [{ label: '5 KB', bytes: 5_000, starts: 1, keys: 2, bursts: 1, runs: 1, limit: LIMIT }],
        budget: LIMIT,
        files: 1,
        fileRuns: 1,
        fileLimit: LIMIT,
      },
      products: [product],
      material,
      folder: () => folder,
      progress: () => undefined,
    });
    const { publishes, inOrder, lastIsLast } = bursts.get('5 KB')!.get('ours')!;
    assert.ok(publishes >= 1 && publishes <= 10, `${publishes}`);
    assert.deepEqual([inOrder, lastIsLast], [true, true]);
    const key = measures.find(({ id }) => id === 'key')!.rows[0]!.results.get('ours');
    assert.ok(measured(key) && key.count === 2, JSON.stringify(key));
    assert.deepEqual(
      measures.map(({ id }) => id),
      ['key', 'key-processor', 'burst', 'start', 'memory'],
    );
  });

  it('and says in a line how one ended that cannot start', async () => {
    const broken = join(folder, 'broken.cjs');
    writeFileSync(broken, 'throw new Error("nothing works")');
    await assert.rejects(
      LanguageServer.start({ command: { command: process.execPath, args: [broken], cwd: folder } }, LIMIT),
      /ended \(exit code 1\) Error: nothing works/,
    );
    await assert.rejects(
      LanguageServer.start({ command: { command: join(folder, 'absent'), args: [], cwd: folder } }, LIMIT),
      /could not be started: .*ENOENT/,
    );
  });

  it('and gives up on one that never answers', async () => {
    const silent = join(folder, 'silent.cjs');
    writeFileSync(silent, 'process.stdin.resume()');
    await assert.rejects(
      LanguageServer.start({ command: { command: process.execPath, args: [silent], cwd: folder } }, 50),
      /no answer to initialize in 0\.05 s/,
    );
  });
});

describe('The bench reads messages', () => {
  it('in pieces of any length, several at once, and of more than one byte a character', () => {
    const sent: Message[] = [{ method: 'a' }, { id: 1, result: 'façade — 📚' }, { method: 'b', params: [] }];
    const bytes = Buffer.concat(sent.map((message) => Wire.packed(message)));
    for (const size of [1, 7, 50, bytes.length]) {
      const input = new PassThrough();
      const got: Message[] = [];
      new Wire(new PassThrough(), input, (message) => got.push(message), assert.fail);
      for (let at = 0; at < bytes.length; at += size) input.emit('data', bytes.subarray(at, at + size));
      assert.deepEqual(
        got,
        sent.map((message) => ({ jsonrpc: '2.0', ...message })),
      );
    }
  });
});

describe('The bench runs a command', () => {
  const node = (code: string) => ({ command: process.execPath, args: ['-e', code], cwd: tmpdir() });

  it('and tells how it ended, what it said and how much memory it had', async () => {
    const code =
      'const kept = Buffer.alloc(5e7, 1); setTimeout(() => { console.log("done", kept.length); process.exit(1); }, 300)';
    const { status, output, seconds, memory } = await run(node(code), LIMIT);
    assert.deepEqual([status, output], [1, 'done 50000000\n']);
    assert.ok(seconds >= 0.3);
    // Where the system tells, all of it was seen.
    if (memoryOf(process.pid, 'now') !== undefined) assert.ok(memory! > 50, `${memory}`);
  });

  it('and ends it when it takes too long', async () => {
    await assert.rejects(run(node('setInterval(() => {}, 1000)'), 100), /longer than 0\.1 s/);
  });
});
