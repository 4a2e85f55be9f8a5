import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { comment, commented, deleted, docx, inserted, PNG, para, picture, run } from '../docx/make';
import { inProcess as advocacy, temporary, workspace } from './run';

const PAPER = docx(
  para(`${run('Open ')}${inserted('late')}${deleted('early')}`) + para(commented(0, 'Soon')),
  {
    comments: comment(0, 'When?'),
  },
);
const WITH_PICTURES = docx(para(picture('p', 'Visits')) + para(picture('q', 'Loans')), {
  media: { p: ['media/1.png', PNG], q: ['media/2.png', Buffer.concat([PNG, Buffer.from('\n')])] },
});
const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('advocacy import', () => {
  it('writes a Word document as Markdown, with what reviewers did in it, and says where', async () => {
    const cwd = workspace({ 'paper.docx': PAPER });
    const outcome = await advocacy(['import', 'paper.docx', '-o', 'drafts/paper.md'], { cwd });
    assert.deepEqual(outcome, { status: 0, signal: null, stdout: 'Wrote drafts/paper.md\n', stderr: '' });
    assert.equal(
      read(cwd, 'drafts/paper.md'),
      'Open {~~early~>late~~}{>>Dana Petrie, 3 Oct 2026 09:31<<}\n\n{==Soon==}{>>Dana Petrie, 3 Oct 2026 09:31: When?<<}\n',
    );
  });

  it('says in the front matter what the document is, where that is clear: it is a draft then', async () => {
    const letter = docx(para('Dear Councillor Haleem,') + para('Keep Ashby open.') + para('Yours sincerely'));
    const cwd = workspace({ 'old.docx': letter });
    const outcome = await advocacy(['import', 'old.docx', '-o', 'old.md'], { cwd });
    assert.deepEqual(
      [outcome.stdout, outcome.stderr],
      ['Wrote old.md, as a letter or consultation response\n', ''],
    );
    assert.match(read(cwd, 'old.md'), /^---\nkind: letter\n(?:.+\n)*---\n\nDear Councillor Haleem,\n/);
    // Without a file that is named, what is checked are drafts.
    assert.doesNotMatch((await advocacy(['check'], { cwd })).stderr, /no drafts/);
  });

  it('accepts or rejects the changes and drops the comments, where that is asked for', async () => {
    const cwd = workspace({ 'paper.docx': PAPER });
    for (const [how, expected] of [
      ['accept', 'Open late\n\nSoon\n'],
      ['reject', 'Open early\n\nSoon\n'],
    ] as const) {
      const words = ['import', 'paper.docx', '-o', `${how}.md`, '--changes', how, '--comments', 'drop'];
      assert.equal((await advocacy(words, { cwd })).status, 0);
      assert.equal(read(cwd, `${how}.md`), expected);
    }
  });

  it('writes the pictures into a folder beside it', async () => {
    const cwd = workspace({ 'paper.docx': WITH_PICTURES });
    const outcome = await advocacy(['import', 'paper.docx', '-o', 'my paper.md'], { cwd });
    assert.equal(outcome.stdout, 'Wrote my paper.md and 2 pictures in my paper-images\n');
    assert.deepEqual(readdirSync(join(cwd, 'my paper-images')), ['picture-1.png', 'picture-2.png']);
    assert.ok(PNG.equals(readFileSync(join(cwd, 'my paper-images/picture-1.png'))));
    assert.match(read(cwd, 'my paper.md'), /!\[Visits\]\(my%20paper-images\/picture-1\.png\)/);
  });

  it('writes many to a folder, each under its name, and does the rest where one cannot be read', async () => {
    const cwd = workspace({
      'a.docx': PAPER,
      'old/b.DOCX': PAPER,
      'c.docx': 'no document',
      'old/a.docx': PAPER,
    });
    const words = ['import', 'a.docx', 'c.docx', 'old/b.DOCX', 'old/a.docx', 'd.docx', '--out-dir', 'drafts'];
    const outcome = await advocacy(words, { cwd });
    assert.equal(outcome.status, 2);
    assert.equal(outcome.stdout, 'Wrote drafts/a.md\nWrote drafts/b.md\n');
    assert.equal(
      outcome.stderr,
      'c.docx: this cannot be imported: it is no Word document: it is damaged, or another kind of file.\n' +
        'old/a.docx: its Markdown would take the place of that of a.docx. Import it with -o FILE.md.\n' +
        'd.docx: there is no such file.\n',
    );
    assert.deepEqual(readdirSync(join(cwd, 'drafts')), ['a.md', 'b.md']);
  });

  it('lists what Markdown cannot hold', async () => {
    const cwd = workspace({ 'paper.docx': docx(para(run('a', '<w:u w:val="single"/>'))) });
    const outcome = await advocacy(['import', 'paper.docx', '-o', 'paper.md'], { cwd });
    assert.deepEqual([outcome.status, outcome.stderr], [0, 'paper.docx: An underline is left out.\n']);
  });

  it('overwrites nothing without --force, and then writes nothing at all', async () => {
    const cwd = workspace({ 'paper.docx': WITH_PICTURES, 'paper-images/picture-2.png': 'mine' });
    const refused = await advocacy(['import', 'paper.docx', '-o', 'paper.md'], { cwd });
    assert.equal(refused.status, 2);
    assert.equal(
      refused.stderr,
      'paper-images/picture-2.png: there is such a file already. Use --force to overwrite it.\n',
    );
    assert.deepEqual(readdirSync(cwd).sort(), ['paper-images', 'paper.docx']);
    assert.deepEqual(readdirSync(join(cwd, 'paper-images')), ['picture-2.png']);
    const forced = await advocacy(['import', 'paper.docx', '-o', 'paper.md', '--force'], { cwd });
    assert.equal(forced.status, 0);
    assert.ok(existsSync(join(cwd, 'paper.md')));
  });

  it('leaves nothing half-written where the Markdown cannot be written', async () => {
    const cwd = workspace({ 'paper.docx': WITH_PICTURES });
    mkdirSync(join(cwd, 'paper.md'));
    const outcome = await advocacy(['import', 'paper.docx', '-o', 'paper.md', '--force'], { cwd });
    assert.equal(outcome.status, 2);
    assert.match(outcome.stderr, /^paper\.md: it could not be written: this is a folder\.\n$/);
    assert.deepEqual(readdirSync(cwd).sort(), ['paper.docx', 'paper.md']);
  });

  it('does not follow a link out of the folder', async () => {
    const cwd = workspace({ 'paper.docx': WITH_PICTURES });
    const elsewhere = temporary();
    symlinkSync(elsewhere, join(cwd, 'paper-images'));
    const outcome = await advocacy(['import', 'paper.docx', '-o', 'paper.md', '--force'], { cwd });
    assert.equal(outcome.status, 2);
    assert.match(outcome.stderr, /leads out of/);
    assert.deepEqual(readdirSync(elsewhere), []);
    assert.ok(!existsSync(join(cwd, 'paper.md')));
  });

  for (const [words, message] of [
    [['import'], 'Name the document to import: advocacy import FILE.docx -o FILE.md.'],
    [['import', 'a.docx'], 'Say where to write: -o FILE.md for one document, or --out-dir DIR.'],
    [
      ['import', 'a.docx', 'b.docx', '-o', 'a.md'],
      '-o is for one document, and there are more. Use --out-dir DIR.',
    ],
    [['import', 'a.docx', '-o', 'a.docx'], 'The file to write must end in .md, not “a.docx”.'],
    [
      ['import', 'a.docx', '-o', 'a.md', '--changes', 'keep'],
      '--changes is one of show, accept, reject, not “keep”.',
    ],
  ] as const) {
    it(`says what is wrong with “advocacy ${words.join(' ')}”`, async () => {
      const outcome = await advocacy(words);
      assert.deepEqual([outcome.status, outcome.stderr], [2, `advocacy: ${message}\n`]);
    });
  }

  it('reads a document of a folder that may only be read', async () => {
    const cwd = workspace({ 'a.docx': PAPER });
    writeFileSync(join(cwd, 'b.docx'), PAPER, { mode: 0o444 });
    assert.equal((await advocacy(['import', 'b.docx', '-o', 'b.md'], { cwd })).status, 0);
  });
});
