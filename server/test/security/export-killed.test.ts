import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { nodeFiles, toUri } from '../../src/disk/node-files';
import { advocacy, built, temporary } from '../cli/run';
import { random } from '../draft/hostile';

const draft = (words: string): string =>
  `---\nkind: briefing\n---\n\n# Our libraries\n\n${`${words} keep the doors open. `.repeat(4_000)}\n`;
const temporaries = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.tmp'));

describe('An export that is cut off', function () {
  /** More of them with EXPORT_KILLS=100. */
  const kills = Number(process.env.EXPORT_KILLS ?? 10);
  this.timeout(60_000 + kills * 5_000);
  let cwd: string;
  let old: Buffer;
  let fresh: Buffer;

  before(async () => {
    cwd = temporary();
    writeFileSync(join(cwd, 'draft.md'), draft('Volunteers'));
    await advocacy(['export', 'draft.md', '-o', 'before.docx'], { cwd });
    writeFileSync(join(cwd, 'draft.md'), draft('Residents'));
    await advocacy(['export', 'draft.md', '-o', 'after.docx'], { cwd });
    old = readFileSync(join(cwd, 'before.docx'));
    fresh = readFileSync(join(cwd, 'after.docx'));
    assert.ok(!old.equals(fresh) && old.length > 2_000);
  });

  it('leaves the old document or the new one, whole, whenever it is killed', async () => {
    const cli = await built();
    const next = random(1);
    const start = () =>
      spawn(process.execPath, [cli, 'export', 'draft.md', '-o', 'out/draft.docx'], { cwd, stdio: 'ignore' });
    const begun = performance.now();
    mkdirSync(join(cwd, 'out'));
    copyFileSync(join(cwd, 'before.docx'), join(cwd, 'out/draft.docx'));
    await new Promise((closed) => start().on('close', closed));
    const whole = performance.now() - begun;
    assert.ok(readFileSync(join(cwd, 'out/draft.docx')).equals(fresh));
    const found = { before: 0, after: 0, inMidWrite: 0 };
    for (let i = 0; i < kills; i++) {
      copyFileSync(join(cwd, 'before.docx'), join(cwd, 'out/draft.docx'));
      const left = temporaries(join(cwd, 'out')).length;
      const child = start();
      const closed = new Promise((done) => child.on('close', done));
      if (i % 2 === 0)
        await Promise.race([closed, new Promise((later) => setTimeout(later, next() * whole))]);
      else {
        // The moment at which there is half a document.
        while (child.exitCode === null && temporaries(join(cwd, 'out')).length === left)
          await new Promise((turn) => setImmediate(turn));
      }
      child.kill('SIGKILL');
      await closed;
      const bytes = readFileSync(join(cwd, 'out/draft.docx'));
      assert.ok(bytes.equals(old) || bytes.equals(fresh), `neither, at kill ${i}`);
      found[bytes.equals(old) ? 'before' : 'after']++;
      if (temporaries(join(cwd, 'out')).length > left) found.inMidWrite++;
    }
    assert.ok(found.before > 0, JSON.stringify(found));
    if (process.env.EXPORT_KILLS) console.log(`      ${JSON.stringify(found)}`);
  });

  it('leaves nothing that counts as a draft, and what it leaves is removed when it is old', async () => {
    const folder = temporary();
    const abandoned = join(folder, '.advocacy-0123456789abcdef.tmp');
    const recent = join(folder, '.advocacy-fedcba9876543210.tmp');
    const theirs = join(folder, '.advocacy-notes.tmp');
    for (const path of [abandoned, recent, theirs]) writeFileSync(path, '---\nkind: briefing\n---\n');
    utimesSync(abandoned, new Date(0), new Date(0));
    utimesSync(theirs, new Date(0), new Date(0));
    const { stdout } = await advocacy(['check', '.', '--format', 'json'], { cwd: folder });
    assert.deepEqual(JSON.parse(stdout), []);
    await nodeFiles.write(toUri(join(folder, 'new.docx')), new Uint8Array(3));
    assert.deepEqual(readdirSync(folder).sort(), [
      '.advocacy-fedcba9876543210.tmp',
      '.advocacy-notes.tmp',
      'new.docx',
    ]);
  });

  const assertUntouched = (folder: string, stderr: string, message: RegExp): void => {
    assert.match(stderr, message);
    assert.ok(readFileSync(join(folder, 'draft.docx')).equals(old), 'the old document is whole');
    assert.deepEqual(temporaries(folder), []);
    assert.equal(stderr.trim().split('\n').length, 1);
  };

  it('as the disk is full, leaves the old document as it was, and says so', async function () {
    const disk = temporary();
    if (
      process.platform !== 'linux' ||
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0
    ) {
      console.log(
        '      Left out: no small disk can be mounted here. The next test has a file that may not grow.',
      );
      this.skip();
    }
    try {
      copyFileSync(join(cwd, 'before.docx'), join(disk, 'draft.docx'));
      const room = 64 * 1024 - old.length;
      writeFileSync(join(disk, 'filling'), new Uint8Array(Math.floor(room / 4096) * 4096 - 4096));
      const run = await advocacy(['export', 'draft.md', '-o', join(disk, 'draft.docx')], { cwd });
      assert.equal(run.status, 2);
      assertUntouched(disk, run.stderr, /draft\.docx: it could not be written: the disk is full\.\n$/);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('as the file may not grow, leaves the old document as it was, and says so', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = temporary();
    copyFileSync(join(cwd, 'before.docx'), join(folder, 'draft.docx'));
    const script = `ulimit -f 1; exec "${process.execPath}" "${await built()}" export draft.md -o "${folder}/draft.docx"`;
    const { status, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
    assert.equal(status, 2, stderr);
    assertUntouched(folder, stderr, /draft\.docx: it could not be written: the file is too large\.\n$/);
    assert.ok(existsSync(join(cwd, 'draft.md')));
  });
});
