import assert from 'node:assert/strict';
import { amountsIn } from '../../src/rules/numbers/amounts/amounts';
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

  for (const sign of ['×', '÷'])
    it(`is no sign between numbers: ${sign}`, () => {
      const sum = `${sign} 1 `.repeat(30).trim();
      assert.equal(findings('sentence-long', `It comes to 1 ${sum}.`).length, 0);
      const amounts = amountsIn(`It costs £120, and £4,320${sign}12 = £360 a month.`);
      assert.deepEqual(
        amounts.map(({ words }) => words),
        ['£120', '£4,320', '£360'],
      );
    });
});
