import assert from 'node:assert/strict';
import { parseDraft } from '../../../../src/draft';
import { dateOf } from '../../../../src/rules/lib/dates/paper-date';
import { findings, marked } from '../../helpers';

/** Lines below the heading of a paper, and the date that each gives to it. */
const OF_THE_PAPER: readonly (readonly [line: string, date: string])[] = [
  ['30 January 2025', '30 January 2025'],
  ['Thursday 30 January 2025, 2pm', '30 January 2025'],
  ['**Date:** 4 May 2026', '4 May 2026'],
  ['**Date of meeting:** Monday 4 May 2026', '4 May 2026'],
  ['| Date | 4 May 2026 |\n| --- | --- |\n| From | Jo Bell |', '4 May 2026'],
  ['Cabinet, 4 May 2026', '4 May 2026'],
  ['Cabinet meeting on Monday 4 May 2026 at 6pm', '4 May 2026'],
  ['*Report to Communities Committee, 4 May 2026, Item 7*', '4 May 2026'],
  ['EXECUTIVE – 9 SEPTEMBER 2025', '9 SEPTEMBER 2025'],
  ['**Held:** Wednesday 2 July 2025, Committee Room 2, Ashby', '2 July 2025'],
  ['**EMBARGOED until Weds 17th September 2025**', '17th September 2025'],
  ['**For immediate use – Friday 16 May 2025**', '16 May 2025'],
  ['**Issued 4.30pm, Thursday 19 June 2025. This will be updated.**', '19 June 2025'],
  ['Jo Bell\\\nAshby Library\\\n4 May 2026', '4 May 2026'],
];

const OF_SOMETHING_ELSE: readonly string[] = [
  'Opened on 4 May 2019',
  'Consultation closes 12 June 2026',
  '**Closing date:** 12 June 2026',
  '| Consultation closes | 12 June 2026 |\n| --- | --- |\n| From | Jo Bell |',
  '**Last meeting:** 4 May 2026',
  'Previously considered by: Audit Committee, 16 January 2025',
  'The Committee agreed on 13 June 2024 to end the charges.',
  'Cabinet, 4 May 2019, agreed to end the charges',
  'The charges ended as was agreed by\nCabinet on 4 May 2019.',
  'The charges ended on\n4 May 2019.',
  '4 May 2026 – 12 June 2026',
  '31 February 2026',
  '**Date:** 31 June 2026',
];

describe('The date of a paper', () => {
  for (const [line, date] of OF_THE_PAPER)
    it(`is in a line at its top that says so: ${line.replaceAll('\n', ' / ')}`, () => {
      assert.equal(dateOf(parseDraft(`# Hours\n\n${line}\n\nThe hall is open.\n`)), date);
    });

  for (const line of OF_SOMETHING_ELSE)
    it(`is not in a line that speaks of another day: ${line.replaceAll('\n', ' / ')}`, () => {
      assert.equal(dateOf(parseDraft(`# Hours\n\n${line}\n\nThe hall is open.\n`)), undefined);
    });

  it('is what its front matter says before that', () => {
    assert.equal(dateOf(parseDraft('---\ndate: 2026-03-02\n---\n\n4 May 2026\n')), '2026-03-02');
  });

  it('gives a day without a year its year, as the day of an opening does not', () => {
    const paper = (line: string): string =>
      `# Hours\n\n${line}\n\nThe board meets on Tuesday 6 October, at nine.\n`;
    assert.deepEqual(marked('numbers-disagree', paper('Cabinet, 4 May 2019')), ['Tuesday 6 October']);
    assert.deepEqual(marked('numbers-disagree', paper('Opened on 4 May 2019')), []);
  });

  it('is the day from which sources are old', () => {
    const paper = (line: string): string =>
      `# Hours\n\n${line}\n\nA third of people use a library (Taking Part, DCMS, 2016).\n`;
    assert.equal(findings('source-stale', paper('Cabinet, 4 May 2017')).length, 0);
    assert.equal(findings('source-stale', paper('Opened on 4 May 2017')).length, 1);
  });
});
