import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withNoBreakSpaces, withoutNoBreakSpaces } from '../../src/text/no-break-spaces';

const shown = (text: string): string => withNoBreakSpaces(text).replaceAll('\u00a0', '~');

describe('A telephone number', () => {
  for (const number of [
    '01632 960 118',
    '01632 960118',
    '020 7946 0018',
    '0161 496 0000',
    '07700 900 123',
    '(01632) 960 118',
    '+44 20 7946 0018',
    '+44 (0)20 7946 0018',
    '0800 123 4567',
  ])
    it(`is held together: ${number}`, () =>
      assert.equal(shown(`Ring ${number}, or write.`), `Ring ${number.replaceAll(' ', '~')}, or write.`));

  for (const text of [
    'In 2025 960 118 people came.',
    'From 0900 1200 1500 on.',
    'It costs £0 960 118 000.',
    'Reference 01632 960 118-4.',
    'Numbers 01 02 03 04 05 06.',
    'Order A0163 960 118 0.',
    'Of 0.12 345 678 901.',
  ])
    it(`is none here: ${text}`, () => assert.equal(shown(text), text));

  it('comes back as it was written, whatever stands around it', () => {
    const part = fc.constantFrom(
      '01632 960 118',
      '020 7946 0018',
      'section ',
      'p. ',
      '12 January ',
      'May',
      '£3 million',
      ' km',
      '%',
      'th ',
      ' ',
      'a',
      '0',
      '1',
      '+44 ',
      '(',
      ')',
      ', ',
      '960',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        assert.equal(withoutNoBreakSpaces(withNoBreakSpaces(text)), text);
        assert.equal(withNoBreakSpaces(text).length, text.length);
      }),
    );
  });
});

describe('What belongs together', () => {
  for (const [text, held] of [
    ['by 12 January 2027, not on 3rd May', 'by 12~January 2027, not on 3rd~May'],
    ['from 2–14 March', 'from 2–14~March'],
    ['ar 1 Mawrth 2027', 'ar 1~Mawrth 2027'],
    ['of £3 million and 2.5 billion', 'of £3~million and 2.5~billion'],
    ['8 per cent, 12 %, 5 km, 40 GB, 9 am', '8~per cent, 12~%, 5~km, 40~GB, 9~am'],
    ['(p. 14, pp. 3–5), No. 7 and para 3.2', '(p.~14, pp.~3–5), No.~7 and para~3.2'],
    ['section 149 of the Act, on page 9', 'section~149 of the Act, on page~9'],
    ['Option 2 is better, adran 4, t. 4', 'Option~2 is better, adran~4, t.~4'],
    ['2½ million loans', '2½~million loans'],
  ] as const)
    it(`is held: ${text}`, () => assert.equal(shown(text), held));

  for (const text of [
    'In 2027 March was wet.',
    'Of 1,012 May be enough.',
    'Theresa May and the millions',
    '24 volunteers drive 9,200 miles',
    '5 marches and 3 Mayors',
    'Item 3 goes.',
    'A map. 14 people',
    'The intersection 4 times, a timetable 2 pages long',
    'Sections for 3 years',
  ])
    it(`is nothing of this: ${text}`, () => assert.equal(shown(text), text));
});
