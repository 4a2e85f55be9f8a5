import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BY, Reviewer } from '../merge/reviewer';
import { blankPng } from '../word/pictures/png';
import { inProcess as advocacy, workspace } from './run';

const DRAFT = '---\nkind: briefing\n---\n\n# Books\n\nWe lend old books.\n';
const SHOWN = DRAFT.replace('old', `{~~old~>new~~}${BY}`);

describe('advocacy import --into', () => {
  /** A folder with a draft, and its document after a review. */
  async function reviewed(text: string | Uint8Array = DRAFT): Promise<string> {
    const cwd = workspace({ 'a.md': text });
    await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
    const bytes = new Reviewer(readFileSync(join(cwd, 'a.docx'))).replace('old', 'new').bytes;
    writeFileSync(join(cwd, 'a.docx'), bytes);
    return cwd;
  }
  const draftIn = (cwd: string): string => readFileSync(join(cwd, 'a.md'), 'utf8');

  it('brings a review back into the draft, and says how much', async () => {
    const cwd = await reviewed();
    const run = await advocacy(['import', 'a.docx', '--into', 'a.md'], { cwd });
    assert.deepEqual(run, {
      status: 0,
      signal: null,
      stdout: 'Wrote a.md with one change and no comment\n',
      stderr: '',
    });
    assert.equal(draftIn(cwd), SHOWN);
  });

  it('writes another file where -o names one, and leaves the draft alone', async () => {
    const cwd = await reviewed();
    assert.equal((await advocacy(['import', 'a.docx', '--into', 'a.md', '-o', 'b.md'], { cwd })).status, 0);
    assert.equal(draftIn(cwd), DRAFT);
    assert.equal(readFileSync(join(cwd, 'b.md'), 'utf8'), SHOWN);
    const again = await advocacy(['import', 'a.docx', '--into', 'a.md', '-o', 'b.md'], { cwd });
    assert.deepEqual(
      [again.status, again.stderr],
      [2, 'b.md: there is such a file already. Use --force to overwrite it.\n'],
    );
  });

  it('gives the draft back byte for byte where all is rejected', async () => {
    const bytes = Buffer.from(`\uFEFF${DRAFT.replaceAll('\n', '\r\n')}`);
    const cwd = await reviewed(bytes);
    const order = ['--changes', 'reject', '--comments', 'drop'];
    const { stdout } = await advocacy(['import', 'a.docx', '--into', 'a.md', ...order], { cwd });
    assert.equal(stdout, 'Wrote a.md with no change and no comment\n');
    assert.ok(readFileSync(join(cwd, 'a.md')).equals(bytes));
  });

  it('writes pictures that were added into the folder beside the draft, and keeps what lies there', async () => {
    const cwd = await reviewed();
    const document = join(cwd, 'a.docx');
    const picture = blankPng({ width: 40, height: 20 });
    writeFileSync(
      document,
      new Reviewer(readFileSync(document)).picture('new', picture, { alt: 'Room' }).bytes,
    );
    const bring = () => advocacy(['import', 'a.docx', '--into', 'a.md'], { cwd });
    assert.equal(
      (await bring()).stdout,
      'Wrote a.md with one change and no comment and one picture in a-images\n',
    );
    const [name] = readdirSync(join(cwd, 'a-images'));
    assert.ok(readFileSync(join(cwd, 'a-images', name!)).equals(picture));
    assert.ok(draftIn(cwd).includes(`![Room](a-images/${name})`));
    const before = draftIn(cwd);
    assert.equal((await bring()).status, 0);
    assert.equal(draftIn(cwd), before);
    // What has its name and is another one is not overwritten, and the draft stays as it is.
    writeFileSync(join(cwd, 'a-images', name!), 'mine');
    writeFileSync(join(cwd, 'a.md'), DRAFT);
    const { status, stderr } = await bring();
    assert.deepEqual(
      [status, stderr],
      [2, `a-images/${name}: there is such a file already. Use --force to overwrite it.\n`],
    );
    assert.equal(draftIn(cwd), DRAFT);
  });

  it('accepts all of it', async () => {
    const cwd = await reviewed();
    await advocacy(['import', 'a.docx', '--into', 'a.md', '--changes', 'accept'], { cwd });
    assert.equal(draftIn(cwd), DRAFT.replace('old', 'new'));
  });

  it('does nothing twice', async () => {
    const cwd = await reviewed();
    await advocacy(['import', 'a.docx', '--into', 'a.md'], { cwd });
    await advocacy(['import', 'a.docx', '--into', 'a.md'], { cwd });
    assert.equal(draftIn(cwd), SHOWN);
  });

  it('keeps what was written in the draft meanwhile', async () => {
    const cwd = await reviewed();
    writeFileSync(join(cwd, 'a.md'), `${DRAFT}\nMore of it.\n`);
    await advocacy(['import', 'a.docx', '--into', 'a.md'], { cwd });
    assert.equal(draftIn(cwd), `${SHOWN}\nMore of it.\n`);
  });

  it('says that a document carries no draft', async () => {
    const cwd = await reviewed(DRAFT.replace('kind: briefing', 'kind: briefing\nword: { source: false }'));
    const run = await advocacy(['import', 'a.docx', '--into', 'a.md'], { cwd });
    assert.deepEqual(
      [run.status, run.stderr],
      [
        0,
        'a.docx: It does not carry the draft that it was made of: it was compared with the draft as it is now.\n',
      ],
    );
  });

  it('says that what is open stays open, where a document carries no draft', async () => {
    const cwd = await reviewed(DRAFT.replace('kind: briefing', 'kind: briefing\nword: { source: false }'));
    writeFileSync(join(cwd, 'a.md'), `${DRAFT}\n{++More.++}{>>Ann, 3 Oct 2026<<}\n`);
    const run = await advocacy(['import', 'a.docx', '--into', 'a.md'], { cwd });
    assert.match(run.stderr, / Changes that are open in the draft stay open\.\n$/);
    assert.match(draftIn(cwd), /\{\+\+More\.\+\+\}/);
  });

  it('leaves the draft as it is where it was not made of it, unless it is told to', async () => {
    const cwd = await reviewed();
    const other = '# Budget\n\nQuite another matter, about which nobody has asked the committee.\n';
    writeFileSync(join(cwd, 'a.md'), other);
    const run = await advocacy(['import', 'a.docx', '--into', 'a.md'], { cwd });
    assert.equal(run.status, 2);
    assert.match(run.stderr, /^a\.docx: this was made of another draft\. /);
    assert.equal(draftIn(cwd), other);
  });

  for (const [what, args, says] of [
    ['no document', ['--into', 'a.md'], /Name one document/],
    ['a folder to write to', ['a.docx', '--into', 'a.md', '--out-dir', 'x'], /use -o/],
    ['a draft by another ending', ['a.docx', '--into', 'a.txt'], /ends in \.md/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const run = await advocacy(['import', ...args], { cwd: workspace({ 'a.md': DRAFT }) });
      assert.equal(run.status, 2);
      assert.match(run.stderr, says);
    });
  }

  for (const [what, bytes] of [
    ['no Word document', Buffer.from('nonsense')],
    ['an empty file', new Uint8Array()],
  ] as const) {
    it(`leaves the draft as it is where there is ${what}`, async () => {
      const cwd = workspace({ 'a.md': DRAFT, 'a.docx': bytes });
      const run = await advocacy(['import', 'a.docx', '--into', 'a.md', '-o', 'b.md'], { cwd });
      assert.equal(run.status, 2);
      assert.match(run.stderr, /^a\.docx: this cannot be imported: /);
      assert.ok(!existsSync(join(cwd, 'b.md')));
    });
  }
});
