import assert from 'node:assert/strict';
import { findings } from '../../helpers';

const said = (text: string, date = '2026-12-01'): readonly string[] =>
  findings('numbers-disagree', `---\nkind: press-release\ndate: ${date}\n---\n\n# News\n\n${text}\n`).map(
    ({ message }) => message,
  );

describe('What a paper says of a day after its own date', () => {
  for (const text of [
    'The report went to the Community Services Committee on 14 January 2027.',
    'It was approved by Cabinet on Thursday 14 January 2027.',
    'The new library opened on 14 January 2027.',
    'The meeting took place in the town hall on 14 January 2027.',
  ])
    it(`has not happened yet: ${text}`, () =>
      assert.match(said(text).join(), /of 1 December 2026, so this has not happened yet: “14 January 2027”/));
  for (const text of [
    'The report goes to the Community Services Committee on 14 January 2027.',
    'The report went to the Community Services Committee on 14 January 2026.',
    'The library will be opened on 14 January 2027.',
    'The library is closed on 14 January 2027.',
    'The report was to be considered by the committee on 14 January 2027.',
    'If the library was closed on 14 January 2027, people would have none.',
    'The council said that it would have met on 14 January 2027.',
    'The report went to the committee on 14 January.',
  ])
    it(`may be so: ${text}`, () => assert.deepEqual(said(text), []));
  it('may be so where only the month of the paper is known', () =>
    assert.deepEqual(said('The library opened on 14 January 2027.', 'December 2026'), []));
});

describe('What a paper says will be on a day before its own date', () => {
  it('is over', () => {
    assert.match(
      said('The report will go to the committee on 14 January 2026.').join(),
      /of 1 December 2026, and “14 January 2026” was before that/,
    );
    assert.deepEqual(said('The report will go to the committee on 14 January 2027.'), []);
    assert.deepEqual(said('The report will go to the committee on 1 December 2026.'), []);
    assert.deepEqual(said('In May we said that the library will open on 14 January 2026.'), []);
  });
});
