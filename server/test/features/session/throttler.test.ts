import assert from 'node:assert/strict';
import { Throttler } from '../../../src/features/session/throttler';
import { ManualClock } from '../clock';
import { Editor } from '../editor';

/** Lets what was promised go on, as far as it can without time. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('A work that takes everything into account', () => {
  it('is done at once, and once more for all that ask while it is being done', async () => {
    const clock = new ManualClock();
    const done: (() => void)[] = [];
    const work = new Throttler(
      () => new Promise<void>((resolve) => done.push(resolve)),
      (error) => assert.fail(String(error)),
      clock,
    );
    for (let i = 0; i < 100; i++) work.ask();
    assert.equal(done.length, 1);
    for (const times of [2, 2, 2]) {
      done.at(-1)!();
      await settled();
      clock.advance(1);
      await settled();
      assert.equal(done.length, times);
    }
    work.ask();
    assert.equal(done.length, 3);
  });

  it('is done again when it is next asked for, where it has failed', async () => {
    const clock = new ManualClock();
    const failures: unknown[] = [];
    let times = 0;
    const fail = (): Promise<void> => {
      if (++times % 2 === 0) throw new Error('at once');
      return Promise.reject(new Error('later'));
    };
    const work = new Throttler(fail, (error) => failures.push((error as Error).message), clock);
    for (let i = 0; i < 3; i++) {
      work.ask();
      await settled();
      clock.advance(1);
      await settled();
    }
    assert.deepEqual(failures, ['later', 'at once', 'later']);
  });
});

describe('A workspace with many folders that each have a configuration', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('is watched as a whole: the client is not told all folders again for each of them', async () => {
    const folders = Array.from({ length: 60 }, (_, i) => `paper-${i}`);
    const files = folders.map((name) => [`${name}/.advocacy.json`, '{ "evidence": ["facts/*.md"] }']);
    editor = await Editor.start({
      settings: {},
      folders,
      files: Object.fromEntries(files),
      answers: {
        'client/registerCapability': () => new Promise((resolve) => setTimeout(resolve, 100, null)),
      },
    });
    const told = (): number[] =>
      editor.requests
        .filter(({ method }) => method === 'client/registerCapability')
        .map(({ params }) => JSON.stringify(params).split('facts/*.md').length - 1);
    await editor.until(() => told().at(-1) === folders.length, 'the watchers of all folders');
    const projects = told().filter((count) => count > 0);
    assert.ok(projects.length < folders.length / 4, `told ${projects.join(', ')}`);
  });
});
