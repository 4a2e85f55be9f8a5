import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { likeness } from '../../../src/align';
import { mostAlike } from '../../../src/features/word/draft-of-document';
import type { Files } from '../../../src/files';

const DRAFT = 'We lend old books to all who ask. '.repeat(4_000);
const MEGABYTE = 'x'.repeat(1024 * 1024);

describe('The draft that a Word document was made of', () => {
  let source: CancellationTokenSource;
  /** The drafts that were read. */
  let read: string[];
  beforeEach(() => {
    source = new CancellationTokenSource();
    read = [];
  });

  /** @param textOf what a draft holds */
  function found(names: readonly string[], textOf: (name: string) => string, compare = likeness) {
    const bytesOf = (name: string) => new TextEncoder().encode(textOf(name));
    const files = {
      stat: async (name: string) => ({ type: 'file', size: bytesOf(name).length }),
      async read(name: string) {
        read.push(name);
        return bytesOf(name);
      },
    } as unknown as Files;
    return mostAlike(files, DRAFT, names, compare, source.token);
  }

  it('is the one that is most like it, and none that has less than half of its words', async () => {
    const texts: Readonly<Record<string, string>> = {
      a: `${DRAFT}${'More words. '.repeat(5_000)}`,
      b: `${DRAFT}More words.`,
      c: 'Quite another text.',
    };
    assert.equal(await found(['a', 'b', 'c'], (name) => texts[name]!), 'b');
    assert.equal(await found(['c'], (name) => texts[name]!), undefined);
  });

  it('is looked for no further when that is cancelled', async () => {
    const compare = (): number => {
      if (read.length === 2) source.cancel();
      return 0;
    };
    await assert.rejects(
      found(['a', 'b', 'c'], () => 'Another.', compare),
      /This was cancelled/,
    );
    assert.deepEqual(read, ['a', 'b']);
  });

  it('is none that is far too long, which is not even read', async () => {
    assert.equal(await found(['long', 'a'], (name) => (name === 'a' ? DRAFT : MEGABYTE.repeat(3))), 'a');
    assert.deepEqual(read, ['a']);
  });

  it('is looked for in some megabytes of text, however large the folder is', async () => {
    let compared = 0;
    const compare = (): number => {
      compared++;
      return 0;
    };
    const names = Array.from({ length: 60 }, (_, number) => `${number}`);
    await found(names, () => MEGABYTE, compare);
    assert.deepEqual([compared, read.length], [32, 33]);
  });
});
