import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lowerCase } from '../../src/draft';

describe('A text in lower case', () => {
  const table: readonly (readonly [text: string, lower: string])[] = [
    ['One in TEN adults in the UK', 'one in ten adults in the uk'],
    ['İstanbul', 'ıstanbul'],
    ['“CAFÉ” Ł 25 %', '“café” ł 25 %'],
    ['', ''],
  ];
  for (const [text, lower] of table) {
    it(`of “${text}” is “${lower}”`, () => assert.equal(lowerCase(text), lower));
  }

  it('has every letter where it was, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const lower = lowerCase(`${before}İ${after}`);
        assert.equal(lower.length, before.length + 1 + after.length);
        assert.equal(lower[before.length], 'ı');
      }),
    );
  });
});
