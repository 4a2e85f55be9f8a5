import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CLEAN, withNotes } from './drafts';
import { inProcess as advocacy, advocacy as shipped, workspace } from './run';

const documentText = (path: string): string => strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);
const files = { 'a.md': CLEAN, 'sub/a.md': CLEAN.replace('nine', 'ten'), 'sub/b.md': CLEAN };

describe('A file that advocacy export writes to', () => {
  describe('does not overwrite what it did not write', () => {
    const foreign: readonly [name: string, bytes: Uint8Array][] = [
      [
        'a document that Word saved',
        zipSync({
          'docProps/app.xml': strToU8(
            '<Properties><Application>Microsoft Office Word</Application></Properties>',
          ),
        }),
      ],
      ['a zip file', zipSync({ 'x.txt': strToU8('x') })],
      ['text', strToU8('mine')],
      ['an empty file', new Uint8Array()],
    ];
    for (const [name, bytes] of foreign) {
      it(`${name}, but with --force`, async () => {
        const cwd = workspace(withNotes({ ...files, 'a.docx': bytes }));
        const run = await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
        assert.equal(run.status, 2);
        assert.match(
          run.stderr,
          /^a\.docx: advocacy did not write this file, .* Use --force to overwrite it\.\n$/,
        );
        assert.ok(readFileSync(join(cwd, 'a.docx')).equals(Buffer.from(bytes)), 'it is as it was');
        assert.equal((await advocacy(['export', 'a.md', '-o', 'a.docx', '--force'], { cwd })).status, 0);
        assert.match(documentText(join(cwd, 'a.docx')), /open from nine/);
      });
    }

    it('a document that somebody has changed since, and says how to bring that back', async () => {
      const cwd = workspace(withNotes(files));
      await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
      const parts = unzipSync(readFileSync(join(cwd, 'a.docx')));
      const main = 'word/document.xml';
      parts[main] = strToU8(strFromU8(parts[main]!).replace('nine', 'eight'));
      writeFileSync(join(cwd, 'a.docx'), zipSync(parts));
      const run = await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
      assert.equal(run.status, 2);
      assert.equal(
        run.stderr,
        'a.docx: somebody has changed or saved this document since it was exported. Bring that back with “advocacy import a.docx --into a.md”, or use --force, if you have brought it back.\n',
      );
      assert.match(documentText(join(cwd, 'a.docx')), /open from eight/);
      assert.equal((await advocacy(['export', 'a.md', '-o', 'a.docx', '--force'], { cwd })).status, 0);
    });

    it('and does the rest', async () => {
      const cwd = workspace(withNotes({ ...files, 'word/a.docx': 'mine' }));
      const run = await advocacy(['export', '.', '--out-dir', 'word'], { cwd });
      assert.equal(run.status, 2);
      assert.equal(run.stdout, 'Wrote word/sub/a.docx\nWrote word/sub/b.docx\n');
    });
  });

  describe('says in one line what is in its way', () => {
    const cases: readonly [name: string, prepare: (cwd: string) => void, expected: RegExp][] = [
      [
        'a folder',
        (cwd) => mkdirSync(join(cwd, 'out/a.docx'), { recursive: true }),
        /^out\/a\.docx: it could not be written: this is a folder\.\n$/,
      ],
      [
        'a file in place of the folder',
        (cwd) => writeFileSync(join(cwd, 'out'), ''),
        /^out\/a\.docx: it could not be written: a part of its path is not a folder\.\n$/,
      ],
      [
        'a circle of links',
        (cwd) => symlinkSync('out', join(cwd, 'out')),
        /^out\/a\.docx: it could not be written: its links go round in a circle\.\n$/,
      ],
    ];
    for (const [name, prepare, expected] of cases) {
      it(name, async () => {
        const cwd = workspace(withNotes(files));
        prepare(cwd);
        const run = await advocacy(['export', 'a.md', '-o', 'out/a.docx'], { cwd });
        assert.match(run.stderr, expected);
        assert.deepEqual([run.status, run.stdout], [2, '']);
      });
    }

    it('a folder without rights, and the old document stays as it was', async function () {
      if (process.platform === 'win32') this.skip();
      const cwd = workspace(withNotes(files));
      await advocacy(['export', 'a.md', '-o', 'out/a.docx'], { cwd });
      const before = readFileSync(join(cwd, 'out/a.docx'));
      writeFileSync(join(cwd, 'a.md'), CLEAN.replace('nine', 'eleven'));
      chmodSync(join(cwd, 'out'), 0o555);
      const run = await shipped(['export', 'a.md', '-o', 'out/a.docx'], { cwd, unprivileged: true });
      assert.equal(run.stderr, 'out/a.docx: it could not be written: permission denied.\n');
      assert.equal(run.status, 2);
      assert.ok(before.equals(readFileSync(join(cwd, 'out/a.docx'))));
      assert.deepEqual(readdirSync(join(cwd, 'out')), ['a.docx']);
    });

    it('a template that is none', async () => {
      const cwd = workspace(withNotes({ ...files, 'broken.dotx': 'PK no zip' }));
      const run = await advocacy(['export', '.', '--out-dir', 'out', '--template', 'broken.dotx'], { cwd });
      assert.match(run.stderr, /^out\/a\.docx: The template “broken\.dotx” cannot be used: [^\n]*\n/);
      assert.deepEqual([run.status, run.stdout, existsSync(join(cwd, 'out'))], [2, '', false]);
    });

    it('a template that is gone', async () => {
      const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--template', 'gone.dotx'], {
        cwd: workspace(withNotes(files)),
      });
      assert.deepEqual([run.status, run.stderr], [2, 'gone.dotx: there is no such file.\n']);
    });

    for (const [name, meant] of [
      ['committee-papr', ' Did you mean “committee-paper”?'],
      ['one-page-breifing.dotx', ' Did you mean “one-page-briefing”?'],
      ['letterhead', ''],
    ] as const) {
      it(`a built-in template that there is not, such as ${name}`, async () => {
        const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--template', name], {
          cwd: workspace(withNotes(files)),
        });
        const builtIn = 'The templates that come along are committee-paper and one-page-briefing.';
        assert.deepEqual(
          [run.status, run.stderr],
          [2, `${name}: there is no such file.${meant} ${builtIn}\n`],
        );
      });
    }
  });

  it('keeps the permissions of the file, and the link that leads to it', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = workspace(withNotes(files));
    await advocacy(['export', 'a.md', '-o', 'real/a.docx'], { cwd });
    chmodSync(join(cwd, 'real/a.docx'), 0o640);
    symlinkSync('real/a.docx', join(cwd, 'link.docx'));
    await advocacy(['export', 'sub/a.md', '-o', 'link.docx'], { cwd });
    assert.match(documentText(join(cwd, 'real/a.docx')), /open from ten/);
    assert.equal(statSync(join(cwd, 'real/a.docx')).mode & 0o777, 0o640);
  });

  it('writes to its own file where the name is a hard link: what another folder has of it stays', async () => {
    const cwd = workspace(withNotes(files));
    const elsewhere = join(workspace({ 'kept.docx': 'kept' }), 'kept.docx');
    linkSync(elsewhere, join(cwd, 'a.docx'));
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--force'], { cwd });
    assert.deepEqual([run.status, run.stdout], [0, 'Wrote a.docx\n']);
    assert.match(documentText(join(cwd, 'a.docx')), /The doors are open from nine\./);
    assert.equal(readFileSync(elsewhere, 'utf8'), 'kept');
  });
});
