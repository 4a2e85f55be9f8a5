import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ERROR, withNotes } from './drafts';
import { advocacy, built, type Run, temporary, workspace } from './run';

const onWindows = process.platform === 'win32';

describe('The compiled program', () => {
  before(() => built());

  const setUp = () => {
    const cwd = workspace(withNotes({ 'a.md': ERROR }));
    const caches = temporary();
    const folder = join(caches, 'advocacy', 'code');
    const run = (env: Readonly<Record<string, string>> = {}, command = 'check'): Promise<Run> =>
      advocacy([command, 'a.md'], { cwd, env: { XDG_CACHE_HOME: caches, ...env } });
    const names = (): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
    const file = (): string => join(folder, names()[0]!);
    /** Which file it is: every writing makes another. */
    const which = (): number => statSync(file()).ino;
    return { caches, folder, run, names, file, which };
  };

  it('is kept in one file for each command, and read the next time', async () => {
    const { run, names, which } = setUp();
    const plain = await run();
    assert.equal(plain.status, 1);
    assert.match(names().join(), /^check-[\da-f]{32}-\w+$/);
    const first = which();
    assert.deepEqual(await run(), plain);
    assert.equal(which(), first);
    await run({}, 'coverage');
    assert.match(names().join(), /^check-[\da-f]{32}-\w+,coverage-[\da-f]{32}-\w+$/);
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
    const { run, folder, file, which } = setUp();
    const plain = await run();
    let before = which();
    chmodSync(file(), 0o620);
    assert.deepEqual(await run(), plain);
    assert.notEqual(which(), before, 'a file that others can write was believed');
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
  ] satisfies readonly (readonly [string, (code: Buffer) => Buffer])[]) {
    it(`that is ${what} is made anew`, async () => {
      const { run, file } = setUp();
      const plain = await run();
      const code = readFileSync(file());
      writeFileSync(file(), spoil(code));
      assert.deepEqual(await run(), plain);
      assert.ok(readFileSync(file()).length > code.length / 2);
    });
  }

  it('is done without where nothing can be kept', async () => {
    const { caches, run } = setUp();
    const plain = await run();
    assert.deepEqual(await run({ XDG_CACHE_HOME: join(caches, 'advocacy', 'code', 'x') }), plain);
    writeFileSync(join(caches, 'file'), '');
    assert.deepEqual(await run({ XDG_CACHE_HOME: join(caches, 'file') }), plain);
  });

  it('of other builds is removed after a month', async () => {
    const { folder, run, names } = setUp();
    mkdirSync(folder, { recursive: true });
    const old = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    for (const name of ['check-old', 'check-other']) writeFileSync(join(folder, name), '');
    utimesSync(join(folder, 'check-old'), old, old);
    chmodSync(folder, 0o700);
    await run();
    assert.equal(names().length, 2);
    assert.ok(names().includes('check-other'));
  });

  it('is known by the hash of the program that it belongs to', async () => {
    const program = join(dirname(await built()), 'program.js');
    const { run, names } = setUp();
    await run();
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 32);
    assert.equal(names()[0]!.split('-')[1], hash);
  });
});
