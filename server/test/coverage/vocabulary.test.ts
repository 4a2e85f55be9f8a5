import assert from 'node:assert/strict';
import { hashOf, Vocabulary } from '../../src/coverage/vocabulary';
import source from '../../src/coverage/vocabulary.json';
import { wordsOf } from '../../src/coverage/words';

/** Two stems: "librari" says 10 for the first topic, "car" takes 20 from it; both count half. */
const bytes = [
  [10, 0, 0, 0, 0, 0, 0, 0, 0, 5, 64],
  [-20, 0, 0, 0, 0, 0, 0, 0, 0, -5, 64],
].flat();
const small = new Vocabulary({
  stems: `${wordsOf('library').stem[0]} ${wordsOf('car').stem[0]}`,
  numbers: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
  step: 0.1,
  weightStep: 1 / 64,
});

describe('The vocabulary', () => {
  it('adds up what the words of a text say, over the root of how much they count', () => {
    assert.deepEqual([...small.of(wordsOf('The library'))], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0.5]);
    const both = small.of(wordsOf('Libraries, cars and the rest'));
    assert.ok(Math.abs(both[0]! - (1 - 2) / Math.sqrt(2)) < 1e-9, `${both[0]}`);
  });

  it('says nothing of a text without its words', () => {
    assert.deepEqual([...small.of(wordsOf('Nothing here'))], new Array(10).fill(0));
    assert.deepEqual([...small.of(wordsOf(''))], new Array(10).fill(0));
  });

  it('tells what each word adds', () => {
    const terms = small.termsOf(wordsOf('Library by the car'), 0);
    assert.deepEqual(
      terms.map(({ word, adds }) => [word, adds.toFixed(2)]),
      [
        ['library', '0.71'],
        ['car', '-1.41'],
      ],
    );
  });

  it('has a byte for each of its columns and stems, and no two stems with the same hash', () => {
    const stems = source.stems.split(' ');
    assert.equal(Buffer.from(source.numbers, 'base64').length, stems.length * 11);
    assert.ok(stems.length < 2 ** 16);
    assert.equal(new Set(stems.map(hashOf)).size, stems.length);
  });
});
