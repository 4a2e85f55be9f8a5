import assert from 'node:assert/strict';
import { eachClass } from '../../src/claims/classes';
import { tokensOf } from '../../src/claims/tokens';
import { wordsOf } from '../../src/words/tokenize';

function classes(text: string): readonly string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  eachClass(words, tokensOf(words, text), (feature) => found.push(feature.replace('class:', '')));
  return found;
}

describe('Classes of words that claims are made of', () => {
  it('are told of a sentence each once, and each two of them', () =>
    assert.deepEqual(classes('The highest score that anybody has had in Wales, the highest.'), [
      'scope',
      'scope+superlative',
      'superlative',
    ]));
  for (const [text, told] of [
    ['It is the busiest library in the county.', true],
    ['It has the most visited room of the borough.', true],
    ['Most of the county has a library.', false],
    ['Most people of the county have a card.', false],
    ['The latest request came from the north of the county.', false],
  ] as const)
    it(`${told ? 'have' : 'have no'} superlative: ${text}`, () =>
      assert.equal(classes(text).includes('scope+superlative'), told));
  it('have the shapes of numbers among them, whatever stands between', () => {
    assert.ok(classes('Of the adults whom we know here, 23% read less.').includes('#percent+people'));
    assert.ok(classes('Experts are of one mind on what children need.').includes('hearsay+people'));
  });
});
