import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asidesIn } from '../../src/asides';
import { piecesOf } from '../../src/asides/pieces';
import { MARK } from '../../src/draft/unfilled';

const found = (text: string, place = {}): readonly string[] =>
  asidesIn(text, place).map(({ start, end }) => text.slice(start, end));

describe('A note to those who work on a draft', () => {
  for (const [text, note] of [
    [
      'The rent is £4,000 a year [Priti still to check with the landlord].',
      '[Priti still to check with the landlord]',
    ],
    ['Rooms are free (I think, Olu would know?).', '(I think, Olu would know?)'],
    ['It opens in May. Ann to confirm the date (waiting on her)', 'Ann to confirm the date (waiting on her)'],
    ['The roof leaks [survey not done yet].', '[survey not done yet]'],
  ] as const)
    it(`is found: ${text}`, () => assert.deepEqual(found(text), [note]));

  for (const text of [
    'The library opened in 1968 (it was a bank before).',
    'Visits rose by a tenth (Ashby Council, Library figures, 2025).',
    'Are you looking for work? Come on a Tuesday.',
    'The guide [external link] and the form [PDF, 2MB] are online.',
    'As others found [Holt and Rees, 2019].',
    'He said: “Ring Ann (she has the key).”',
    '“Mum used to ring to check I was there. I was there.”',
    'The lease ends in May (the county is asked to renew it).',
    'How will people get there?',
    'Permit it with rules (draft at Annex 1).',
  ])
    it(`is none: ${text}`, () => assert.deepEqual(found(text), []));

  it('is none in a quotation that is set apart', () => {
    const text = 'The rent is £4,000 [Priti still to check with the landlord].';
    assert.deepEqual(found(text, { quoted: true }), []);
  });

  it('is looked for in what is set off, and in sentences', () => {
    const text = `One (two three). ${MARK}Four five${MARK} [six seven]`;
    const pieces = [...piecesOf(text, false)].map(({ kind, words }) => [kind, words.replaceAll(MARK, '')]);
    assert.deepEqual(pieces, [
      ['square', 'six seven'],
      ['round', 'two three'],
      ['marked', 'Four five'],
      ['sentence', 'One (two three).'],
      ['sentence', 'Four five [six seven]'],
    ]);
  });

  it('lies within its text, and no two overlap, whatever the text is', () => {
    const word = fc.constantFrom(
      'Ann',
      'to',
      'check',
      '[',
      ']',
      '(',
      ')',
      MARK,
      '?',
      '. ',
      'not yet',
      'tbc',
      '“',
      '”',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const spans = [...asidesIn(text, {})].sort((a, b) => a.start - b.start);
        for (const [k, { start, end }] of spans.entries()) {
          assert.ok(start >= (spans[k - 1]?.end ?? 0) && end <= text.length && start < end);
        }
      }),
    );
  });
});
