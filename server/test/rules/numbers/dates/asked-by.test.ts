import assert from 'node:assert/strict';
import { findings, marked } from '../../helpers';
import { RULE } from '../cases';

const paper = (text: string, kind = 'letter', date = '2026-11-20'): string =>
  `---\nkind: ${kind}\ndate: ${date}\n---\n\n# Ashby\n\n${text}\n`;
const said = (...of: Parameters<typeof paper>): readonly string[] =>
  findings(RULE, paper(...of)).map(({ message }) => message);

describe('What a paper asks for by a day before its own date', () => {
  for (const [text, day] of [
    ['If you could let my office know by 6 November, we will keep you a seat.', '6 November'],
    ['Please send your comments by Monday 9 November 2026 to the address below.', 'Monday 9 November 2026'],
    ['Could you please reply no later than noon on Friday 13 November?', 'Friday 13 November'],
    ['I would be glad of an answer by 2 November.', '2 November'],
    ['Tickets must be booked by 5pm on 11 November.', '11 November'],
    ['Booking closes on Friday 30 October. To see the programme, ring us.', 'Friday 30 October'],
    ['- Reply to the council by: 2 November 2026\n- Meeting: 14 December 2026', '2 November 2026'],
    ['| Step | Day |\n| --- | --- |\n| Talk | Please book by 2 November 2026 |', '2 November 2026'],
    ['Deadline for entries: 2 November 2026', '2 November 2026'],
    ['We ask you to decide by 6 November 2026.', '6 November 2026'],
    ['Please reply by Friday 6 November.', 'Friday 6 November'],
  ] as const)
    it(`can no longer be done: ${text}`, () => {
      assert.deepEqual(marked(RULE, paper(text)), [day]);
      assert.match(
        said(text).join(),
        /^This is to be done by \d+ \w+ 2026, and the paper is of 20 November 2026/,
      );
    });
  for (const text of [
    'If you could let my office know by 6 December, we will keep you a seat.',
    'Please apply by 10 January.',
    'We ask you to decide by 27 November 2026.',
    'Please call us if you applied before 30 October.',
    'We asked readers to let us know by 6 November, and 41 did.',
    'Please note that the van was mended by 6 November.',
    'People were asked to reply by 6 November 2026.',
    'Booking closed on Friday 30 October.',
    'Replies were due by 2 November, and we sent ours. Please say if you want it.',
    'Please reply by 2 November, which has been extended to 2 December 2026.',
    'The council wrote: “Please reply by 2 November.”',
    'Please send your comments by 20 November 2026.',
  ])
    it(`may be so: ${text}`, () => assert.deepEqual(said(text), []));
  it('may be so in a report, which goes out before the meeting whose date it has', () => {
    assert.deepEqual(said('Please send questions to the author by 13 November 2026.', 'report'), []);
    assert.equal(said('Please send questions to the author by 13 November 2025.', 'report').length, 1);
  });
  it('may be so where only the month of the paper is known', () =>
    assert.deepEqual(said('Please reply by 2 November 2026.', 'letter', 'November 2026'), []));
});

describe('An embargo', () => {
  it('cannot end before the release is dated', () => {
    const text = '**EMBARGOED until 00.01 on 18 November 2026**\n\nThe new library opens.';
    assert.match(said(text, 'press-release').join(), /^This is not to be published until 18 November 2026/);
  });
  it('may end later, or on the same day', () => {
    for (const day of ['20 November 2026', 'Monday 23 November'])
      assert.deepEqual(said(`Embargo: not for use before 00:01, ${day}`, 'press-release'), []);
  });
});
