import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheCode, cachedCode } from '../../src/startup/compile-cache';
import { ERROR, withNotes } from '../cli/drafts';
import { advocacy, built, outcomeOf, type Run, temporary, workspace } from '../cli/run';
import { RawClient } from '../features/raw-client';

const onWindows = process.platform === 'win32';

describe('The compiled program', () => {
  /** What a check says, and the folder in which its code is kept: for the tests that begin with one that is there. */
  let once: { readonly plain: Run; readonly caches: string };
  before(async () => {
    await built();
    const { caches, run } = setUp();
    once = { caches, plain: await run() };
  });

  const setUp = () => {
    const cwd = workspace(withNotes({ 'a.md': ERROR }));
    const caches = temporary();
    const folder = join(caches, 'advocacy', 'code');
    const run = (
      env: Readonly<Record<string, string>> = {},
      command = 'check',
      ...rest: string[]
    ): Promise<Run> => advocacy([command, 'a.md', ...rest], { cwd, env: { XDG_CACHE_HOME: caches, ...env } });
    const names = (): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
    const file = (): string => join(folder, names()[0]!);
    /** Which file it is: every writing makes another. */
    const which = (): number => statSync(file()).ino;
    return { caches, folder, run, names, file, which };
  };

  /** The same after a first check. */
  const setUpKept = () => {
    const there = setUp();
    cpSync(once.caches, there.caches, { recursive: true });
    return { ...there, plain: once.plain };
  };

  it('is kept in one file for each command, and read the next time', async () => {
    const { run, names, which } = setUp();
    const plain = await run();
    assert.equal(plain.status, 1);
    assert.match(names().join(), /^check-[\da-f]{32}-\w+$/);
    for (let again = 0; again < 2; again++) assert.deepEqual(await run(), plain);
    const third = which();
    assert.deepEqual(await run(), plain);
    assert.equal(which(), third);
    await run({}, 'coverage');
    await run({}, 'export', '-o', 'a.docx');
    assert.deepEqual(
      names().map((name) => /^[a-z]+(?=-[\da-f]{32}-\w+$)/.exec(name)?.[0]),
      ['check', 'coverage', 'export'],
    );
  });

  it('has what the next drafts need, where the first was short', async () => {
    const { caches, run, file, which } = setUpKept();
    const least = statSync(file()).size;
    const long = workspace({ 'a.md': readFileSync('examples/cabinet-report.md', 'utf8') });
    // On a busy machine the code is kept before a run has come to its end: the third adds what the second left out.
    for (let again = 0; again < 2; again++)
      await advocacy(['check', 'a.md'], { cwd: long, env: { XDG_CACHE_HOME: caches } });
    const all = statSync(file()).size;
    assert.ok(all > least * 1.1);
    const third = which();
    await run();
    assert.equal(which(), third);
    assert.equal(statSync(file()).size, all);
  });

  it('is not kept by commands that need little of it, nor where NODE_DISABLE_COMPILE_CACHE forbids it', async () => {
    const { run, names } = setUp();
    await run({}, 'explain');
    await run({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.deepEqual(names(), []);
  });

  it('is for the user alone', async function () {
    if (onWindows) return this.skip();
    const { run, folder, file } = setUp();
    await run();
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(file()).mode & 0o777, 0o600);
  });

  it('is not read where others can write it', async function () {
    if (onWindows) return this.skip();
    const { run, folder, file, which, plain } = setUpKept();
    let before = which();
    chmodSync(file(), 0o644);
    assert.deepEqual(await run(), plain);
    assert.notEqual(which(), before, 'a file as a checkout makes it was believed');
    before = which();
    chmodSync(folder, 0o777);
    const text = readFileSync(file());
    writeFileSync(file(), 'not code');
    assert.deepEqual(await run(), plain);
    assert.equal(readFileSync(file(), 'utf8'), 'not code');
    chmodSync(folder, 0o700);
    const elsewhere = join(temporary(), 'code');
    writeFileSync(elsewhere, text);
    const path = file();
    unlinkSync(path);
    symlinkSync(elsewhere, path);
    assert.deepEqual(await run(), plain);
    assert.ok(statSync(path).ino !== statSync(elsewhere).ino, 'a link was followed');
  });

  for (const [what, spoil] of [
    ['cut off', (code) => code.subarray(0, code.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['of something else', () => Buffer.from('{}')],
    [
      'changed in the middle of its head',
      (code) => {
        const other = Buffer.from(code);
        other[9]! ^= 0xff;
        return other;
      },
    ],
    [
      'changed further on',
      (code) => {
        const other = Buffer.from(code);
        other.fill(0, code.length >> 1, (code.length >> 1) + 100_000);
        return other;
      },
    ],
  ] satisfies readonly (readonly [string, (code: Buffer) => Buffer])[]) {
    it(`that is ${what} is made anew`, async () => {
      const { run, file, plain } = setUpKept();
      const code = readFileSync(file());
      writeFileSync(file(), spoil(code));
      assert.deepEqual(await run(), plain);
      assert.ok(readFileSync(file()).length > code.length / 2);
    });
  }

  it('is neither kept nor read in the workspace, nor where a relative path would lead', async () => {
    const { plain } = once;
    const cwd = workspace(withNotes({ 'a.md': ERROR }));
    for (const caches of ['.cache', join(cwd, '.cache')]) {
      const there = await advocacy(['check', 'a.md'], {
        cwd,
        env: { XDG_CACHE_HOME: caches, HOME: temporary() },
      });
      assert.deepEqual([there.status, there.stdout], [plain.status, plain.stdout]);
      assert.equal(existsSync(join(cwd, '.cache')), false, caches);
    }
  });

  it('is done without where nothing can be kept', async () => {
    const { caches, run, plain } = setUpKept();
    assert.deepEqual(await run({ XDG_CACHE_HOME: join(caches, 'advocacy', 'code', 'x') }), plain);
    writeFileSync(join(caches, 'file'), '');
    assert.deepEqual(await run({ XDG_CACHE_HOME: join(caches, 'file') }), plain);
  });

  it('is done without for a user without a home folder', async function () {
    if (process.getuid?.() !== 0) {
      console.log('      only an administrator can run as another user');
      return this.skip();
    }
    const cwd = workspace(withNotes({ 'a.md': ERROR }));
    chmodSync(cwd, 0o755);
    const options = { cwd, env: { XDG_CACHE_HOME: '' }, user: 54_321 };
    assert.deepEqual(await advocacy(['check', 'a.md'], options), await advocacy(['check', 'a.md'], { cwd }));
    const cached = await advocacy(['check', '--cache', 'a.md'], options);
    assert.equal(cached.status, 1);
    assert.match(cached.stderr, /no home folder/);
  });

  it('is done without where a folder above may not be looked into', async function () {
    if (process.getuid?.() !== 0) {
      console.log('      only an administrator can run as another user');
      return this.skip();
    }
    const locked = temporary();
    const cwd = join(locked, 'work');
    mkdirSync(cwd);
    const draft = join(workspace(withNotes({ 'a.md': ERROR })), 'a.md');
    const options = { cwd, env: { XDG_CACHE_HOME: '', HOME: temporary() } };
    const plain = await advocacy(['check', draft], options);
    // Nobody enters the folder any more; whoever is in it stays.
    const script = `process.chdir(${JSON.stringify(cwd)}); process.setgid(54321); process.setuid(54321); process.argv.splice(1, 1); require(process.argv[1]);`;
    const loader = join(temporary(), 'loader.cjs');
    writeFileSync(loader, script);
    chmodSync(dirname(loader), 0o755);
    chmodSync(locked, 0o700);
    const run = spawn(process.execPath, [loader, await built(), 'check', draft], {
      env: { PATH: process.env.PATH, HOME: temporary() },
    });
    run.stdin.end();
    const { status, stdout, stderr } = await outcomeOf(run);
    assert.deepEqual([status, stdout, stderr], [plain.status, plain.stdout, plain.stderr]);
  });

  it('is kept for whoever works in the home folder, and not for a repository that is one', async () => {
    const home = workspace(withNotes({ 'a.md': ERROR }));
    const env = { XDG_CACHE_HOME: '', HOME: home };
    const code = process.platform === 'darwin' ? 'Library/Caches/advocacy/code' : '.cache/advocacy/code';
    mkdirSync(join(home, '.git'));
    await advocacy(['check', 'a.md'], { cwd: home, env });
    assert.equal(existsSync(join(home, code)), false);
    rmdirSync(join(home, '.git'));
    await advocacy(['check', 'a.md'], { cwd: home, env });
    assert.equal(existsSync(join(home, code)), !onWindows);
  });

  it('is not kept in the folder of somebody else, which it would spoil for them', async function () {
    if (process.getuid?.() !== 0) {
      console.log('      only an administrator can run as another user');
      return this.skip();
    }
    const { caches, run } = setUp();
    chownSync(caches, 54_321, 54_321);
    await run();
    assert.deepEqual(readdirSync(caches), []);
  });

  it('leaves alone what another run is writing', async () => {
    const { folder, names, file } = setUpKept();
    const place = { folder, file: file() };
    const theirs = `${place.file}.${process.pid}`;
    writeFileSync(theirs, 'theirs', { mode: 0o600 });
    cacheCode(place, Buffer.from('program'), 1, () => Buffer.from('code'));
    assert.equal(readFileSync(theirs, 'utf8'), 'theirs');
    assert.equal(names().length, 2);
  });

  it('of another program is not read, of whatever length', () => {
    const { folder, caches } = setUp();
    assert.ok(caches);
    const place = { folder, file: join(folder, 'check-a') };
    cacheCode(place, Buffer.from('program'), 1, () => Buffer.from('code'));
    assert.equal(cachedCode(place, Buffer.from('program'))?.code.toString(), 'code');
    assert.equal(cachedCode(place, Buffer.from('Program')), undefined);
  });

  it('of other builds is removed after a month', async () => {
    const { folder, run, names } = setUp();
    mkdirSync(folder, { recursive: true });
    const old = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    const [mine, newer, foreign] = [`check-${'0'.repeat(32)}-a`, `check-${'1'.repeat(32)}-a`, 'notes.txt'];
    for (const name of [mine, newer, foreign]) writeFileSync(join(folder, name), '');
    for (const name of [mine, foreign]) utimesSync(join(folder, name), old, old);
    chmodSync(folder, 0o700);
    await run();
    assert.ok(!names().includes(mine));
    assert.ok(names().includes(newer));
    assert.ok(names().includes(foreign), 'a file that is not ours was removed');
    assert.equal(names().length, 3);
  });

  /** Starts a server, opens a draft where there is one, and ends it when that has been judged, as an editor does. */
  const serve = async (caches: string, command: readonly string[], draft?: string): Promise<void> => {
    const server = spawn(process.execPath, [...command, '--stdio'], {
      cwd: temporary(),
      env: { XDG_CACHE_HOME: caches },
    });
    const ended = outcomeOf(server);
    const say = (message: object): void => {
      server.stdin.write(RawClient.frame(JSON.stringify({ jsonrpc: '2.0', ...message })));
    };
    say({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    if (draft !== undefined) {
      const judged = new Promise<void>((resolve) => {
        let said = '';
        server.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          if (said.includes('publishDiagnostics')) resolve();
        });
      });
      const textDocument = { uri: 'file:///draft.md', languageId: 'markdown', version: 1, text: draft };
      say({ method: 'initialized', params: {} });
      say({ method: 'textDocument/didOpen', params: { textDocument } });
      await judged;
    }
    say({ id: 2, method: 'shutdown' });
    say({ method: 'exit' });
    const { status, stdout } = await ended;
    assert.equal(status, 0);
    assert.match(stdout, /"capabilities"/);
  };

  it('is kept by the server too, however it was started', async () => {
    const { caches, names, which } = setUp();
    const cli = await built();
    await serve(caches, [join(dirname(cli), 'server.js')]);
    assert.match(names().join(), /^server-[\da-f]{32}-\w+$/);
    await serve(caches, [cli, 'lsp']);
    await serve(caches, [cli, 'lsp']);
    assert.equal(names().length, 1);
    const third = which();
    await serve(caches, [join(dirname(cli), 'server.js')]);
    await serve(caches, [cli, 'lsp']);
    assert.equal(which(), third);
  });

  it('has what judging a draft needs, where the server was first started for a text that is none', async () => {
    const server = join(dirname(await built()), 'server.js');
    const { caches, file } = setUp();
    await serve(caches, [server], '# How to build this\n');
    const least = statSync(file()).size;
    await serve(caches, [server], readFileSync('examples/cabinet-report.md', 'utf8'));
    assert.ok(statSync(file()).size > least * 1.1);
  });

  it('has all that a start needs, however long the first draft was', async () => {
    const server = join(dirname(await built()), 'server.js');
    const kept = async (draft: string): Promise<number> => {
      const { caches, file } = setUp();
      await serve(caches, [server], draft);
      return statSync(file()).size;
    };
    const short = `---\nkind: report\n---\n\n# Our libraries\n\n${ERROR}\n`;
    const paragraph =
      'In 2025 our libraries helped 340 people at 12 branches to find work, and 61% of them were online.';
    const long = `${short}\n${Array.from({ length: 2500 }, (_, i) => `${paragraph} ${i}`).join('\n\n')}\n`;
    assert.ok((await kept(long)) >= (await kept(short)));
  }).timeout(60_000);

  it('is of programs in ASCII alone, which the engine keeps in half the room', async () => {
    const folder = dirname(await built());
    for (const name of ['program.js', 'word.js', 'import.js'])
      assert.doesNotMatch(readFileSync(join(folder, name), 'utf8'), /[\u0080-\uffff]/, name);
  });

  it('is known by the hash of the program that it belongs to', async () => {
    const program = join(dirname(await built()), 'program.js');
    const { names } = setUpKept();
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 32);
    assert.equal(names()[0]!.split('-')[1], hash);
  });
});
