import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN, withNotes } from './drafts';
import { inProcess as advocacy, workspace } from './run';

const files = { 'a.md': CLEAN, 'sub/a.md': CLEAN.replace('nine', 'ten'), 'sub/b.md': CLEAN };

describe('advocacy export lists what keeps people from reading the document', () => {
  const barrier = `${CLEAN}\nFor more, [click here](https://example.org).\n`;
  const both = `${barrier}\n![](gone.png)\n`;
  const listed = 'a.md:9: [^\\n]*\\(link-text-vague\\)\\n';

  it('by line, with what it could not show, and writes it', async () => {
    const cwd = workspace(withNotes({ 'a.md': both }));
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
    assert.deepEqual([run.status, run.stdout], [0, 'Wrote a.docx\n']);
    assert.match(
      run.stderr,
      new RegExp(`^${listed}(a\\.md:11: [^\\n]*\\n){2}At least 2 warnings in a\\.md: .*\\n$`),
    );
    assert.match(run.stderr, /:11: .*gone\.png/);
    assert.match(run.stderr, /:11: .*\(alt-text-missing\)/);
  });

  it('and with --strict does not write that one, and fails', async () => {
    const cwd = workspace(withNotes({ ...files, 'a.md': barrier, 'word/a.docx': 'mine' }));
    const run = await advocacy(['export', '.', '--out-dir', 'word', '--strict', '--force'], { cwd });
    assert.deepEqual([run.status, run.stdout], [1, 'Wrote word/sub/a.docx\nWrote word/sub/b.docx\n']);
    const kept = 'word/a\\.docx: not written, since one thing keeps people from reading it\\.\\n';
    assert.match(run.stderr, new RegExp(`^${listed}At least 1 warning in a\\.md: .*\\n${kept}$`));
    assert.equal(readFileSync(join(cwd, 'word/a.docx'), 'utf8'), 'mine');
  });

  it('and with --strict writes a document that has nothing of the kind', async () => {
    const cwd = workspace(withNotes({ 'a.md': `${CLEAN}\n![Our library](gone.png)\n` }));
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--strict'], { cwd });
    assert.deepEqual([run.status, run.stdout], [0, 'Wrote a.docx\n']);
  });

  it('and not being able to write comes before it', async () => {
    const cwd = workspace(withNotes({ 'a.md': barrier, 'b.md': CLEAN, 'word/b.docx': 'mine' }));
    const run = await advocacy(['export', '.', '--out-dir', 'word', '--strict'], { cwd });
    assert.deepEqual([run.status, existsSync(join(cwd, 'word/a.docx'))], [2, false]);
  });
});
