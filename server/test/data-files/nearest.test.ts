import assert from 'node:assert/strict';
import { didYouMean, nearest } from '../../src/data-files/nearest';

describe('the word that was meant', () => {
  const words = ['sentence-long', 'heading-order', 'ask-missing', 'area-missing', 'off'];
  const cases: readonly [word: string, expected: string | undefined][] = [
    ['sentense-long', 'sentence-long'],
    ['Sentence-Long', 'sentence-long'],
    ['sentence-logn', 'sentence-long'],
    ['heading-ordr', 'heading-order'],
    ['area-mising', 'area-missing'],
    ['of', 'off'],
    ['something else', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ];
  for (const [word, expected] of cases) {
    it(`${word.slice(0, 20) || 'nothing'} → ${expected ?? 'nothing near'}`, () => {
      assert.equal(nearest(word, words), expected);
    });
  }

  it('is offered as a question', () => {
    assert.equal(didYouMean('of', words), ' Did you mean “off”?');
    assert.equal(didYouMean('quite different', words), '');
  });
});
