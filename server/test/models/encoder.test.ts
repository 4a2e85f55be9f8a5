import assert from 'node:assert/strict';
import { Head, through } from '../../src/coverage/head';
import { TOPIC_COUNT } from '../../src/coverage/lexicon';
import { Encoder } from '../../src/models/encoder';
import { fitted, opened } from '../../src/models/weights';
import asides from '../../src/models/weights/asides.json';
import { fittedFile, fittedIn } from '../../src/models/weights/bytes';
import claims from '../../src/models/weights/claims.json';
import source from '../../src/models/weights/encoder.json';
import { hashOf } from '../../src/models/weights/hashes';
import headSource from '../../src/models/weights/head.json';
import { lexiconPhrases } from '../../src/models/weights/lexicon-source';
import { type PackedMatrix, unpacked } from '../../src/models/weights/matrix';
import subjects from '../../src/models/weights/subjects.json';
import { wordsOf } from '../../src/words/tokenize';
import { layersOf, packedHead } from '../../train/head.mts';
import { packed } from '../../train/pack.mts';

const stem = (word: string) => wordsOf(word).stem[0]!;
/** Two numbers for an entry, and how much it counts. */
const BYTES: Readonly<Record<string, readonly number[]>> = {
  [stem('library')]: [100, 0, 10],
  [stem('car')]: [0, 100, 10],
  [`${stem('book')} ${stem('club')}`]: [100, 100, 20],
};
const small = opened({
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
});
const encoder = new Encoder(() => small);
function haveHashesOfTheirOwn(entries: readonly string[]): void {
  assert.ok(entries.length < 2 ** 16);
  assert.equal(new Set(entries.map((entry) => hashOf(entry))).size, entries.length);
}

const near = (found: ArrayLike<number>, wanted: readonly number[]) => {
  assert.equal(found.length, wanted.length);
  for (const [i, x] of wanted.entries())
    assert.ok(Math.abs(found[i]! - x) < 0.001, `${Array.from(found)} is not ${wanted}`);
};

describe('What a text means, in numbers', () => {
  it('is the weighted mean of its words, through one layer that lets nothing below nought pass', () => {
    near(encoder.encode(wordsOf('The library')), [10 / 10.3, 0, 0.3 / 10.3]);
    near(encoder.encode(wordsOf('Libraries and cars')), [10 / 20.3, 10 / 20.3, 0.3 / 20.3]);
  });

  it('knows a pair of neighbours, and not across the end of a sentence', () => {
    near(encoder.encode(wordsOf('A book club meets')), [20 / 20.3, 20 / 20.3, 0]);
    near(encoder.encode(wordsOf('A book. Clubs meet')), [0, 0, 1]);
    near(encoder.encode(wordsOf('A book for the club')), [0, 0, 1]);
  });

  it('says nothing of a text without its words', () => {
    near(encoder.encode(wordsOf('Nothing here')), [0, 0, 1]);
    near(encoder.encode(wordsOf('')), [0, 0, 1]);
  });

  it('can leave a word out, with the pairs that it stands in', () => {
    const words = wordsOf('The library book club');
    near(encoder.encode(words, 1), [20 / 20.3, 20 / 20.3, 0]);
    near(encoder.encode(words, 2), [10 / 10.3, 0, 0.3 / 10.3]);
  });

  it('has a byte for each number of each entry, and no two entries with the same hash', () => {
    const entries = source.entries.split('|');
    assert.equal(Buffer.from(source.vectors, 'base64').length, entries.length * (source.dimensions + 1));
    haveHashesOfTheirOwn(entries);
  });

  it('has no two features of a regression with the same hash, and none that is no whole number of hundredths', () => {
    haveHashesOfTheirOwn(Object.keys(asides.weights));
    haveHashesOfTheirOwn(Object.keys({ ...claims.source.weights, ...claims.excess.weights }));
    for (const { weights } of [claims.source, claims.excess, asides])
      assert.deepEqual(Array.from(Int16Array.from(Object.values<number>(weights))), Object.values(weights));
  });

  it('has no two words of the subjects of drafts with the same hash, and none whose weights are no small steps', () => {
    haveHashesOfTheirOwn(Object.keys(subjects.argues));
    assert.deepEqual(Object.keys(subjects.names), Object.keys(subjects.argues));
    for (const weights of [subjects.argues, subjects.names])
      for (const steps of Object.values(weights)) {
        assert.equal(steps.length, TOPIC_COUNT);
        assert.deepEqual(Array.from(Int8Array.from(steps)), steps);
      }
  });

  it('has no two beginnings of phrases with the same hash', () => {
    haveHashesOfTheirOwn(Object.keys(lexiconPhrases));
  });

  it('is the same from the file that it is shipped in, wherever that lies in memory', () => {
    const file = fittedFile(fitted());
    assert.deepEqual(fittedIn(file), fitted());
    const later = new Uint8Array(file.length + 1);
    later.set(file, 1);
    assert.deepEqual(fittedIn(later.subarray(1)), fitted());
  });

  it('has the hash of a pair in two steps', () => {
    assert.equal(hashOf('club', hashOf('book ')), hashOf('book club'));
  });
});

describe('What the meaning of a text adds to each topic', () => {
  /** The first column: twice the first number, and three where the second is above a half. */
  const head = new Head(
    () => ({
      hidden: unpacked(packed([[0, 2, 0, -1]])),
      out: unpacked(packed([[3, 0], ...new Array(9).fill([0, 0])])),
      direct: unpacked(packed([[2, 0, 0, 0.5], ...new Array(9).fill([0, 0, 0, 0])])),
    }),
    encoder,
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
    const { hidden, out, direct } = packedHead(fitted);
    const layers = { hidden: unpacked(hidden), out: unpacked(out), direct: unpacked(direct) };
    const words = wordsOf('The library book club');
    near(
      new Head(() => layers, encoder).of(words),
      Array.from(through(layersOf(fitted), encoder.encode(words))),
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
