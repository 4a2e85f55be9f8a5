import assert from 'node:assert/strict';
import { loadPictures } from '../../../src/word/pictures/load';
import { type Entry, MemoryFiles } from '../../project/memory';
import { DRAFT, FOLDER, word } from '../word';
import { drawings, png, svg } from './drawings';

describe('Word: a tiny draft with many pictures', () => {
  const place = (entries: Record<string, Entry>): { files: MemoryFiles; uri: string; folder: string } => ({
    files: new MemoryFiles(entries),
    uri: DRAFT,
    folder: FOLDER,
  });
  const numbers = Array.from({ length: 10 }, (_, at) => at);

  it('reads a file once, however many addresses lead to it', async () => {
    const source = place({
      '/office/drafts/a.svg': svg,
      '/office/drafts/b.svg': { link: '/office/drafts/a.svg' },
    });
    const addresses = [...numbers.map((at) => `a.svg?${at}`), 'a.svg#x', './a.svg', '%61.svg', 'b.svg'];
    const loaded = await loadPictures(addresses, source);
    assert.equal([...loaded.values()].filter((one) => 'bytes' in one).length, addresses.length);
    assert.deepEqual(
      source.files.reads.filter((path) => path.endsWith('.svg')),
      ['/office/drafts/a.svg'],
    );
  });

  it('looks through a file once, however often it is shown', async () => {
    const source = place({ '/office/drafts/a.svg': svg });
    const loaded = await loadPictures(
      numbers.map((at) => `a.svg?${at}`),
      source,
    );
    const written = new Set([...loaded.values()].map((one) => 'bytes' in one && one.bytes));
    assert.equal(written.size, 1, 'what is written anew of an SVG is the same object');
    const markdown = numbers.map((at) => `![x](a.svg?${at})`);
    const document = await word(markdown.join('\n\n'), { 'a.svg': svg });
    assert.equal(drawings(document).length, markdown.length);
    assert.equal(document.parts.filter((name) => name.endsWith('.svg')).length, 1);
  });

  it('takes no longer for a large picture that is shown often', async () => {
    const large = Buffer.concat([png, Buffer.alloc(10_000_000)]);
    const before = process.cpuUsage().user;
    const document = await word('![x](a.png)\n\n'.repeat(1_000), { 'a.png': large });
    assert.equal(drawings(document).length, 1_000);
    const seconds = (process.cpuUsage().user - before) / 1e6;
    assert.ok(seconds < 10, `${seconds} seconds`);
  }).timeout(60_000);

  it('reads no more elements of drawings than a thousand charts have', async () => {
    const much = svg.replace('<rect/>', '<rect/>'.repeat(45_000));
    const some = numbers.slice(0, 6);
    const source = place(Object.fromEntries(some.map((at) => [`/office/drafts/${at}.svg`, much])));
    const loaded = await loadPictures(
      some.map((at) => `${at}.svg`),
      source,
      200_000,
    );
    assert.deepEqual(
      [...loaded.values()].map((one) => ('bytes' in one ? 'shown' : one.unusable)),
      some.map((at) =>
        at < 4 ? 'shown' : 'it is an SVG with too many parts for a document; save it as PNG',
      ),
    );
  });

  for (const [what, start] of [
    ['that can be shown', png],
    ['that cannot', new Uint8Array(8)],
  ] as const) {
    it(`reads no more than 150 MB of files ${what}`, async () => {
      const bytes = new Uint8Array(24_000_000);
      bytes.set(start);
      const source = place(Object.fromEntries(numbers.map((at) => [`/office/drafts/${at}.png`, bytes])));
      const loaded = await loadPictures(
        numbers.map((at) => `${at}.png`),
        source,
      );
      assert.equal(source.files.reads.length, 6);
      for (const at of [6, 7, 8, 9]) {
        assert.deepEqual(loaded.get(`${at}.png`), {
          unusable: 'the pictures of this draft are larger than 150 MB together',
        });
      }
    });
  }
});
