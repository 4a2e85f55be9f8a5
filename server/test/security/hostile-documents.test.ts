import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocxError, importDocument } from '../../src/import';
import { mergeDocument } from '../../src/merge/merge-document';
import { advocacy, built, temporary } from '../cli/run';
import { exported } from '../merge/reviewer';
import { hostileDocuments } from './documents';

const LARGE = /,000|million|thousand|megabyte/;

/** Where nothing is changed, all ways read the same, which takes long in a large document. */
function waysToRead(name: string): readonly ('show' | 'accept' | 'reject')[] {
  return LARGE.test(name) && !/changes|inserted|deleted/.test(name) ? ['show'] : ['show', 'accept', 'reject'];
}

describe('A hostile or damaged Word document', () => {
  const all = hostileDocuments();

  it('is one of about three hundred', () => assert.ok(all.length >= 300, String(all.length)));

  for (const { name, bytes } of all) {
    it(`is read or refused in plain words: ${name}`, () => {
      for (const changes of waysToRead(name)) {
        try {
          const { markdown, pictures } = importDocument(bytes, { changes });
          assert.doesNotMatch(markdown, /root:|\]\(\s*(?:javascript|file):/);
          for (const picture of pictures) assert.match(picture.name, /^picture-\d+\.[a-z]{3}$/);
        } catch (error) {
          assert.ok(error instanceof DocxError, String(error));
          assert.match(error.message, /^[a-z“][^\n]{5,300}$/);
          // Each way of reading fails alike.
          return;
        }
      }
      // What takes time that grows with the square of a large one is not done by then, on a busy machine, too.
    }).timeout(30_000);
  }

  it('is brought home into a draft, or refused, without a mistake', async () => {
    const draft =
      '---\ntitle: T\n---\n\n# T\n\nWe lend books.[^a]\n\n- one\n\n| A |\n| - |\n| 1 |\n\n[^a]: A note.\n';
    const carrying = await exported(draft, 'always');
    const options = { comments: 'keep', pictures: 'i', force: true, export: async () => carrying } as const;
    // How long a large one takes is measured above.
    const some = all.filter(
      ({ name }, at) => (/link/.test(name) || at % 5 === 0) && !LARGE.test(name) && !name.includes('deep'),
    );
    for (const { name, bytes } of some) {
      try {
        const { text } = await mergeDocument(bytes, draft, { ...options, changes: 'show' });
        assert.doesNotMatch(text, /root:|\]\(\s*(?:javascript|file):/, name);
      } catch (error) {
        assert.ok(error instanceof DocxError, `${name}: ${error}`);
      }
    }
  }).timeout(120_000);

  it('is brought in from the command line, or named, without a trace beside what was asked for', async () => {
    await built();
    const outside = temporary();
    const cwd = join(outside, 'work');
    mkdirSync(join(cwd, 'in'), { recursive: true });
    const some = all.filter(({ bytes }) => bytes.length < 200_000).filter((_, at) => at % 4 === 0);
    for (const [at, { bytes }] of some.entries()) writeFileSync(join(cwd, 'in', `${at}.docx`), bytes);
    const names = some.map((_, at) => `in/${at}.docx`);
    const outcome = await advocacy(['import', ...names, '--out-dir', 'out'], { cwd });
    assert.equal(outcome.status, 2);
    assert.doesNotMatch(outcome.stderr, /mistake in advocacy|\n {4}at /);
    const written = new Set(readdirSync(join(cwd, 'out')));
    const refused = new Set(
      Array.from(outcome.stderr.matchAll(/^in\/(\d+)\.docx: this cannot be imported:/gm), ([, at]) =>
        Number(at),
      ),
    );
    for (const at of some.keys()) {
      assert.equal(written.has(`${at}.md`), !refused.has(at), `${at}: ${some[at]!.name}`);
      if (refused.has(at)) assert.ok(!written.has(`${at}-images`));
    }
    assert.deepEqual(readdirSync(outside), ['work']);
    assert.deepEqual(readdirSync(cwd).sort(), ['in', 'out']);
    for (const name of readdirSync(join(cwd, 'in')))
      assert.ok(
        Buffer.from(some[Number.parseInt(name, 10)]!.bytes).equals(readFileSync(join(cwd, 'in', name))),
      );
  }).timeout(120_000);
});
