import assert from 'node:assert/strict';
import { findings } from './helpers';

describe('A word of any alphabet that libraries have books in', () => {
  for (const word of [
    'llyfrgell',
    'tŷ',
    'książka',
    'sách',
    'βιβλίο',
    'книга',
    'کتاب',
    'ਕਿਤਾਬ',
    'বই',
    'புத்தகம்',
    'መጽሐፍ',
  ]) {
    it(`counts in a sentence: ${word}`, () => {
      assert.equal(findings('sentence-long', `Readers ask for ${`${word} `.repeat(60).trim()}.`).length, 1);
    });
  }

  it('is no sign between numbers', () => {
    assert.equal(findings('sentence-long', `It comes to 1 ${'× 1 '.repeat(30).trim()}.`).length, 0);
  });
});
