import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Revalidation } from '../../../src/features/session/revalidation';
import { coverageChanged } from '../../../src/protocol';
import { ManualClock } from '../clock';
import { Editor } from '../editor';

/** Lets what was promised go on, as far as it can without time. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(open: readonly string[], broken = '') {
  const clock = new ManualClock();
  const answered: string[] = [];
  const failures: unknown[] = [];
  let begun = 0;
  const revalidation = new Revalidation(
    () => begun++,
    () => open,
    async (key) => {
      if (key === broken) throw new Error(key);
      answered.push(key);
    },
    (error) => failures.push(error),
    clock,
  );
  const pass = async (ms: number): Promise<void> => {
    for (let i = 0; i < ms; i++) {
      clock.advance(1);
      await settled();
    }
  };
  return { clock, revalidation, answered, failures, pass, begun: () => begun };
}

describe('A change of what all documents are judged against', () => {
  it('is answered at once after a rest, for one document after the other', async () => {
    const { revalidation, answered, pass } = setUp(['a', 'b', 'c']);
    revalidation.changed();
    assert.deepEqual(answered, ['a']);
    await pass(3);
    assert.deepEqual(answered, ['a', 'b', 'c']);
  });

  it('is answered together with those that follow closely', async () => {
    const { revalidation, answered, pass, begun } = setUp(['a', 'b']);
    for (let i = 0; i < 100; i++) {
      revalidation.changed();
      await pass(5);
    }
    assert.equal(begun(), 1);
    await pass(300);
    assert.equal(begun(), 2);
    assert.deepEqual(answered, ['a', 'b', 'a', 'b']);
  });

  it('does not wait for ever for an end of changes', async () => {
    const { revalidation, pass, begun } = setUp(['a']);
    for (let i = 0; i < 100; i++) {
      revalidation.changed();
      await pass(50);
    }
    assert.ok(begun() >= 3 && begun() <= 4, `${begun()}`);
  });

  it('is answered for all others where one cannot be judged, and so is the next', async () => {
    const { revalidation, answered, failures, pass } = setUp(['a', 'b', 'c'], 'b');
    for (const times of [1, 2]) {
      revalidation.changed();
      await pass(400);
      assert.equal(answered.join(''), 'ac'.repeat(times));
      assert.equal(failures.length, times);
    }
  });

  it('begins with those that the change before has left', async () => {
    const { revalidation, answered, pass } = setUp(['a', 'b', 'c']);
    revalidation.changed();
    await pass(400);
    assert.equal(answered.join(''), 'abc');
    const slow = setUp(['a', 'b', 'c']);
    slow.revalidation.changed();
    slow.clock.pass(400);
    // Nobody has had time for the others yet.
    slow.revalidation.changed();
    await slow.pass(400);
    assert.equal(slow.answered.join(''), 'abca');
  });
});

describe('Changes of a configuration with many drafts open', () => {
  const MANY = 40;

  for (const pulls of [false, true]) {
    it(`leave the server answering, and each draft is judged a few times: an editor that ${pulls ? 'asks' : 'is told'}`, async () => {
      const text =
        '---\nkind: briefing\n---\n\n# A\n\n' +
        'Visits rose by 40% last year, and residents got online.\n\n'.repeat(20);
      const editor = await Editor.start({ ownProcess: true, pulls, files: { '.advocacy.json': '{}' } });
      try {
        const uris: string[] = [];
        for (let i = 0; i < MANY; i++) uris.push(await editor.open(`${i}.md`, text));
        for (const uri of uris) await editor.diagnostics(uri);
        editor.notifications.length = 0;
        const judged = (): number =>
          editor.notifications.filter(({ method }) => method === coverageChanged).length;
        for (let i = 0; i < MANY; i++) {
          writeFileSync(join(editor.folder, '.advocacy.json'), `{ "acronyms": { "X${i}": "Y" } }`);
          await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
            changes: [{ uri: editor.uri('.advocacy.json'), type: 2 }],
          });
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        const pulled = pulls ? uris.map((uri) => editor.diagnostics(uri)) : [];
        const before = judged();
        await editor.request('textDocument/hover', {
          textDocument: { uri: uris[7] },
          position: { line: 6, character: 3 },
        });
        assert.ok(
          judged() - before < uris.length * 3,
          `it is answered long before each change has had all drafts judged again, after ${judged() - before}`,
        );
        await Promise.all(pulled);
        assert.ok(judged() < uris.length * 15, `judged ${judged()} times`);
      } finally {
        await editor.stop();
      }
    });
  }
});
