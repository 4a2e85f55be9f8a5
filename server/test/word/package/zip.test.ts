import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { unzipSafely } from '../../../src/docx/unzip';
import { crc32, zip } from '../../../src/word/package/zip';
import { runs } from '../../random-runs';

const file = fc.tuple(
  fc.stringMatching(/^[a-zé]{1,9}(?:\/[a-z]{1,5})?\.(?:xml|png)$/),
  fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.integer({ min: 0, max: 5000 }).map((size) => new Uint8Array(size).fill(97)),
  ),
);
const files = fc.uniqueArray(file, { selector: ([name]) => name, maxLength: 5 });

describe('Word: the archive', () => {
  for (const [who, deflate] of [
    ['our own', undefined],
    ['Node’s', (bytes: Uint8Array) => deflateRawSync(bytes)],
  ] as const) {
    it(`holds what was put in, with ${who} packer`, () => {
      fc.assert(
        fc.property(files, (given) => {
          const archive = zip(given, deflate);
          const expected = given.map(([name, content]) => [name, [...content]]);
          const read = (found: Iterable<[string, Uint8Array]>): unknown[] =>
            [...found].map(([name, content]) => [name, [...content]]);
          assert.deepEqual(read(Object.entries(unzipSync(archive))).sort(), expected.sort());
          assert.deepEqual(read(unzipSafely(archive)).sort(), expected);
          assert.deepEqual(zip(given, deflate), archive);
        }),
        { numRuns: runs(60) },
      );
    });
  }

  it('has the checksum that every program looks at', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
    assert.equal(crc32(new Uint8Array()), 0);
  });

  it('packs pictures no second time', () => {
    const content = new Uint8Array(2000);
    assert.ok(zip([['a.png', content]]).length > 2000);
    assert.ok(zip([['a.xml', content]]).length < 300);
  });
});
