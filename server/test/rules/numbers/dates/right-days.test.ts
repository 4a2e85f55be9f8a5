import assert from 'node:assert/strict';
import { findings, fixed } from '../../helpers';

const titles = (text: string) => findings('numbers-disagree', text)[0]!.fixes.map(({ title }) => title);
const dated = (text: string) => `---\ndate: 2026-03-02\n---\n\n# Fair\n\n${text}\n`;

describe('A day of the week that is not that of its date', () => {
  for (const [wrong, ...right] of [
    ['Monday 6 April 2027', 'Tuesday 6 April 2027', 'Monday 5 April 2027'],
    ['Mon 6th Apr 2027', 'Tue 6th Apr 2027', 'Mon 5th Apr 2027'],
    ['Friday, 2 May 2027', 'Sunday, 2 May 2027', 'Friday, 30 April 2027'],
    [
      'Thursday the 31st of December 2028',
      'Sunday the 31st of December 2028',
      'Thursday the 28th of December 2028',
    ],
    ['Wednesday 1 January 2027', 'Friday 1 January 2027', 'Wednesday 30 December 2026'],
    ['SATURDAY 21 JUNE 2027', 'MONDAY 21 JUNE 2027', 'SATURDAY 19 JUNE 2027'],
    ['Thursday 1 May 2027', 'Saturday 1 May 2027', 'Thursday 29 April 2027'],
    ['Thursday 30 June 2027', 'Wednesday 30 June 2027', 'Thursday 1 July 2027'],
  ] as const) {
    const text = `The fair is on ${wrong}.\n`;
    it(`can be written as that of the date, or with the nearest date that has it: ${wrong}`, () => {
      assert.deepEqual(
        titles(text),
        right.map((words) => `Write “${words}”`),
      );
      for (const [fix, words] of right.entries())
        assert.equal(fixed('numbers-disagree', text, { fix }), text.replace(wrong, words));
    });
  }

  it('is mended by the year of the paper where the date has none', () =>
    assert.deepEqual(titles(dated('The fair is on Sunday 14 March.')), [
      'Write “Saturday 14 March”',
      'Write “Sunday 15 March”',
    ]));

  it('is mended by the other days of a paper that has no date', () => {
    const text = '- Thurs 16 April, Ash\n- Tues 21 April, Elm\n- Thurs 24 April, Oak\n';
    assert.deepEqual(titles(text), ['Write “Fri 24 April”', 'Write “Thurs 23 April”']);
    assert.equal(fixed('numbers-disagree', text), text.replace('Thurs 24', 'Fri 24'));
  });

  it('is mended inside bold text, and left to its author where the bold ends within it', () => {
    assert.equal(
      fixed('numbers-disagree', 'The fair is on **Monday 6 April 2027**.\n'),
      'The fair is on **Tuesday 6 April 2027**.\n',
    );
    assert.deepEqual(titles('The fair is on **Monday** 6 April 2027.\n'), []);
  });
});

describe('A day that its month has not', () => {
  for (const [wrong, ...right] of [
    ['31 April 2027', '30 April 2027', '1 May 2027'],
    ['the 31st of June', 'the 30th of June', 'the 1st of July'],
    ['31 Sept. 2026', '30 Sept. 2026', '1 Oct. 2026'],
    ['29 February 2027', '28 February 2027', '1 March 2027'],
    ['31 NOVEMBER', '30 NOVEMBER', '1 DECEMBER'],
  ] as const)
    it(`can be written as its last, or as the first of the next: ${wrong}`, () => {
      const text = `Tell us by ${wrong}.\n`;
      for (const [fix, words] of right.entries())
        assert.equal(fixed('numbers-disagree', text, { fix }), text.replace(wrong, words));
      assert.equal(titles(text).length, 2);
    });

  it('is told of February by the year of the paper', () =>
    assert.deepEqual(titles(dated('Tell us by 30 February.')), ['Write “28 February”', 'Write “1 March”']));
});
