import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { advocacy, built, temporary } from '../cli/run';
import { docx, PNG, para, picture, run } from '../docx/make';

/** Its pictures are small, its text is not. */
const PAPER = docx(
  para(picture('p', 'Visits')) + para(picture('q', 'Loans')) + para(run('Open late. '.repeat(2_000))),
  {
    media: { p: ['media/1.png', PNG], q: ['media/2.png', PNG] },
  },
);
const DRAFT = '---\nkind: briefing\n---\n\n# Our libraries\n\nThey stay open.\n';

/** Runs a command that can write no file of more than a few kilobytes, as on a disk that is nearly full. */
async function cramped(cwd: string, words: string): Promise<{ status: number | null; stderr: string }> {
  const script = `ulimit -f 1; exec "${process.execPath}" "${await built()}" ${words}`;
  const environment = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
  return spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', env: environment });
}

describe('Where there is no room', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('for the text of an import, its old pictures and text stay as they were, even with --force', async () => {
    const cwd = temporary();
    writeFileSync(join(cwd, 'paper.docx'), PAPER);
    mkdirSync(join(cwd, 'paper-images'));
    writeFileSync(join(cwd, 'paper-images/picture-1.png'), 'the picture that was there');
    writeFileSync(join(cwd, 'paper.md'), 'my words');
    const { status, stderr } = await cramped(cwd, 'import paper.docx -o paper.md --force');
    assert.equal(stderr, 'paper.md: it could not be written: the file is too large.\n');
    assert.equal(status, 2);
    assert.equal(readFileSync(join(cwd, 'paper-images/picture-1.png'), 'utf8'), 'the picture that was there');
    assert.equal(readFileSync(join(cwd, 'paper.md'), 'utf8'), 'my words');
    assert.deepEqual(readdirSync(join(cwd, 'paper-images')), ['picture-1.png']);
  });

  it('no folder is left that was made for what could not be written', async () => {
    const cwd = temporary();
    writeFileSync(join(cwd, 'paper.docx'), PAPER);
    writeFileSync(join(cwd, 'draft.md'), DRAFT);
    for (const words of [
      'import paper.docx -o new/deep/paper.md',
      'export draft.md --out-dir new/deep',
      'new report -o new/deep/report.md',
      'init new/deep',
    ]) {
      const { status, stderr } = await cramped(cwd, words);
      assert.equal(status, 2, words);
      assert.match(stderr, /^new\/deep\/\S+: it could not be written: the file is too large\.$/m);
      assert.ok(!existsSync(join(cwd, 'new')), words);
    }
  });

  it('for a folder, it is said that the disk is full or can only be read, and not that something is missing', async function () {
    const disk = temporary();
    const options = ['-t', 'tmpfs', '-o', 'size=1m,nr_inodes=4', 'tmpfs', disk];
    if (process.platform !== 'linux' || spawnSync('mount', options).status !== 0) this.skip();
    try {
      writeFileSync(join(disk, 'draft.md'), DRAFT);
      for (const name of ['a', 'b']) writeFileSync(join(disk, name), '');
      const said = async () =>
        (await advocacy(['export', 'draft.md', '-o', 'new/x.docx'], { cwd: disk })).stderr;
      assert.equal(await said(), 'new/x.docx: it could not be written: the disk is full.\n');
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      assert.equal(await said(), 'new/x.docx: it could not be written: the disk can only be read.\n');
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});
