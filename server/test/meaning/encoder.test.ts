import assert from 'node:assert/strict';
import { Head, through } from '../../src/coverage/head';
import source from '../../src/fitted/encoder.json';
import { hashed, hashOf } from '../../src/fitted/hashes';
import headSource from '../../src/fitted/head.json';
import type { PackedMatrix } from '../../src/fitted/matrix';
import { Encoder } from '../../src/meaning/encoder';
import { wordsOf } from '../../src/words/words';
import { layersOf, packedHead } from '../../train/head.mts';
import { packed } from '../../train/pack.mts';

const stem = (word: string) => wordsOf(word).stem[0]!;
/** Two numbers for an entry, and how much it counts. */
const BYTES: Readonly<Record<string, readonly number[]>> = {
  [stem('library')]: [100, 0, 10],
  [stem('car')]: [0, 100, 10],
  [`${stem('book')} ${stem('club')}`]: [100, 100, 20],
};
const small = new Encoder(() =>
  hashed({
    entries: Object.keys(BYTES).join('|'),
    vectors: Buffer.from(Int8Array.from(Object.values(BYTES).flat()).buffer).toString('base64'),
    dimensions: 2,
    step: 0.01,
    weightStep: 1,
    // The first number, the second, and one less their sum.
    layer: packed([
      [1, 0, 0],
      [0, 1, 0],
      [-1, -1, 1],
    ]),
  }),
);
const near = (found: ArrayLike<number>, wanted: readonly number[]) => {
  assert.equal(found.length, wanted.length);
  for (const [i, x] of wanted.entries())
    assert.ok(Math.abs(found[i]! - x) < 0.001, `${Array.from(found)} is not ${wanted}`);
};

describe('What a text means, in numbers', () => {
  it('is the weighted mean of its words, through one layer that lets nothing below nought pass', () => {
    near(small.encode(wordsOf('The library')), [10 / 10.3, 0, 0.3 / 10.3]);
    near(small.encode(wordsOf('Libraries and cars')), [10 / 20.3, 10 / 20.3, 0.3 / 20.3]);
  });

  it('knows a pair of neighbours, and not across the end of a sentence', () => {
    near(small.encode(wordsOf('A book club meets')), [20 / 20.3, 20 / 20.3, 0]);
    near(small.encode(wordsOf('A book. Clubs meet')), [0, 0, 1]);
    near(small.encode(wordsOf('A book for the club')), [0, 0, 1]);
  });

  it('says nothing of a text without its words', () => {
    near(small.encode(wordsOf('Nothing here')), [0, 0, 1]);
    near(small.encode(wordsOf('')), [0, 0, 1]);
  });

  it('can leave a word out, with the pairs that it stands in', () => {
    const words = wordsOf('The library book club');
    near(small.encode(words, 1), [20 / 20.3, 20 / 20.3, 0]);
    near(small.encode(words, 2), [10 / 10.3, 0, 0.3 / 10.3]);
  });

  it('has a byte for each number of each entry, and no two entries with the same hash', () => {
    const entries = source.entries.split('|');
    assert.equal(Buffer.from(source.vectors, 'base64').length, entries.length * (source.dimensions + 1));
    assert.ok(entries.length < 2 ** 16);
    assert.equal(new Set(entries.map((entry) => hashOf(entry))).size, entries.length);
  });

  it('has the hash of a pair in two steps', () => {
    assert.equal(hashOf('club', hashOf('book ')), hashOf('book club'));
  });
});

describe('What the meaning of a text adds to each topic', () => {
  /** The first column: twice the first number, and three where the second is above a half. */
  const head = new Head(
    () => ({
      hidden: packed([[0, 2, 0, -1]]),
      out: packed([[3, 0], ...new Array(9).fill([0, 0])]),
      direct: packed([[2, 0, 0, 0.5], ...new Array(9).fill([0, 0, 0, 0])]),
    }),
    small,
  );

  it('goes through hidden units and straight', () => {
    near(head.of(wordsOf('The library')), [(2 * 10) / 10.3 + 0.5, ...new Array(9).fill(0)]);
    near(head.of(wordsOf('cars')), [0.5 + 3 * (20 / 10.3 - 1), ...new Array(9).fill(0)]);
  });

  it('is the same of a head that has just been fitted, and of the one that is packed of it', () => {
    const rows = (...of: number[][]): Float64Array[] => of.map((row) => Float64Array.from(row));
    const fitted = {
      hidden: rows([0.3, -1.2, 0.4, 0.1], [1, 0.5, -0.25, -0.5]),
      out: rows([1.5, -2, 0.25], [0.5, 1, -1]),
      direct: rows([0.2, 0.4, -0.8, 0.5], [-1, 0, 0.3, 0]),
    };
    const words = wordsOf('The library book club');
    near(
      new Head(() => packedHead(fitted), small).of(words),
      Array.from(through(layersOf(fitted), small.encode(words))),
    );
  });

  it('is told for each word by what would be missing without it', () => {
    const [the, library] = head.termsOf(wordsOf('The library'));
    assert.deepEqual([the!.word, library!.word], ['the', 'library']);
    assert.ok(Math.abs(the!.adds[0]!) < 0.001);
    assert.ok(Math.abs(library!.adds[0]! - 20 / 10.3) < 0.001);
  });

  it('is told for the first words of a long text alone, so that it takes no more than its length', () => {
    assert.equal(head.termsOf(wordsOf('library '.repeat(5000))).length, 400);
  });

  it('has matrices that fit the encoder and each other', () => {
    const { hidden, out, direct } = headSource as Record<string, PackedMatrix>;
    assert.equal(hidden!.columns, source.layer.rows);
    assert.equal(direct!.columns, source.layer.rows);
    assert.equal(out!.columns, hidden!.rows);
    assert.deepEqual([out!.rows, direct!.rows], [10, 10]);
    for (const { rows, columns, numbers } of [hidden!, out!, direct!, source.layer])
      assert.equal(Buffer.from(numbers, 'base64').length, rows * (columns + 1) * 2);
  });
});
