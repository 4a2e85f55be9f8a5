import assert from 'node:assert/strict';
import { promises, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeTogether } from '../../src/disk/writes';
import { inProcess as advocacy, temporary, workspace } from '../cli/run';
import { docx, para, run } from '../docx/make';

const DRAFT = '---\nkind: briefing\n---\n\n# Our libraries\n\nThey stay open.\n\n![Visits](visits.png)\n';

/** Lets something happen right after a file was read for the first time, as when another program writes just then. */
async function meanwhile<T>(name: string, happens: () => void, work: () => Promise<T>): Promise<T> {
  const { open } = promises;
  promises.open = async (path, ...more) => {
    const file = await open(path, ...more);
    if (basename(String(path)) !== name) return file;
    promises.open = open;
    const close = file.close.bind(file);
    file.close = async () => {
      await close();
      happens();
    };
    return file;
  };
  try {
    return await work();
  } finally {
    promises.open = open;
  }
}

describe('What another program writes at the same moment', () => {
  it('keeps its name: of many that make a new file, one does', async () => {
    const folder = temporary();
    const file = join(folder, 'new.md');
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => writeTogether([[file, new Uint8Array([i]), true]], [])),
    );
    const first = all.findIndex(({ status }) => status === 'fulfilled');
    assert.deepEqual(
      all.filter(({ status }) => status === 'fulfilled').length,
      1,
      'one has written, and the others know that they have not',
    );
    for (const one of all)
      if (one.status === 'rejected')
        assert.equal(one.reason.message, 'something else of that name is in the way');
    assert.deepEqual([...readFileSync(file)], [first]);
    assert.deepEqual(readdirSync(folder), ['new.md']);
  });

  it('is not overwritten by an export that began before', async () => {
    const cwd = workspace({ 'draft.md': DRAFT, 'visits.png': 'no picture' });
    const target = join(cwd, 'draft.docx');
    const outcome = await meanwhile(
      'visits.png',
      () => writeFileSync(target, 'what somebody has saved'),
      () => advocacy(['export', 'draft.md', '-o', 'draft.docx'], { cwd }),
    );
    assert.equal(outcome.status, 2);
    assert.match(outcome.stderr, /^draft\.docx: advocacy did not write this file/m);
    assert.equal(readFileSync(target, 'utf8'), 'what somebody has saved');
  });

  it('stays in a draft into which a review is brought home', async () => {
    const cwd = workspace({
      'draft.md': DRAFT.replace(/!.*\n/, ''),
      'other.docx': docx(para(run('Open late.'))),
    });
    const outcome = await meanwhile(
      'draft.md',
      () => writeFileSync(join(cwd, 'draft.md'), 'what somebody has saved'),
      () => advocacy(['import', 'other.docx', '--into', 'draft.md', '--force'], { cwd }),
    );
    assert.equal(outcome.status, 2);
    assert.match(outcome.stderr, /^draft\.md: somebody has changed this draft just now/m);
    assert.equal(readFileSync(join(cwd, 'draft.md'), 'utf8'), 'what somebody has saved');
  });
});
