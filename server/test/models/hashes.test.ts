import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  differencesIn,
  hashed,
  hashesBy,
  hashOf,
  positionOf,
  tableOf,
} from '../../src/models/weights/hashes';

const words = fc.uniqueArray(fc.string({ maxLength: 8 }), {
  selector: (word) => hashOf(word),
  maxLength: 300,
});

describe('Entries by their hashes', () => {
  it('are each found at a position of their own, and no other text is', () => {
    fc.assert(
      fc.property(words, words, (entries, others) => {
        const { table, order } = hashed(entries);
        for (const [position, index] of order.entries())
          assert.equal(positionOf(table, hashOf(entries[index]!)), position);
        const known = new Set(entries.map((entry) => hashOf(entry)));
        for (const other of others)
          if (!known.has(hashOf(other))) assert.equal(positionOf(table, hashOf(other)), -1);
      }),
    );
  });
  it('are found at the lowest hash and the highest', () => {
    const table = tableOf(Int32Array.of(0, 1, -2, -1));
    assert.deepEqual(
      [0, 1, 2, -3, -2, -1].map((hash) => positionOf(table, hash)),
      [0, 1, -1, -1, 2, 3],
    );
  });
  it('come back from the differences that they are shipped as', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 200 }), (hashes) => {
        const rising = Int32Array.from(hashes.slice().sort());
        assert.deepEqual(hashesBy(differencesIn(rising)), rising);
      }),
    );
  });
});
