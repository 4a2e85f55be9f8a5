import assert from 'node:assert/strict';
import { withChanges } from '../../../../src/draft';
import { findings } from '../../helpers';

const ABOVE = '# Fees\n\nThe fees were set in 2019, and forty thousand people came last year.\n\n';

/** The titles of the ways out of a place to fill in, and the text after the first of them. */
function ways(text: string): readonly [titles: readonly string[], after: string | undefined] {
  const { fixes } = findings('placeholder-unfilled', ABOVE + text)[0]!;
  const [first] = fixes;
  return [
    fixes.map(({ title }) => title),
    first && withChanges(ABOVE + text, first.edits).slice(ABOVE.length),
  ];
}

describe('A note in brackets', () => {
  const cases: readonly [where: string, text: string, after: string, words: string][] = [
    [
      'at the end of a sentence',
      'It is free. From May we pay £21,000 a year (Alasdair to confirm).\n',
      'It is free. From May we pay £21,000 a year.\n',
      '(Alasdair to confirm)',
    ],
    [
      'within a sentence',
      'It is free. We pay £21,000 (Ann to check) from May.\n',
      'It is free. We pay £21,000 from May.\n',
      '(Ann to check)',
    ],
    [
      'in italics, behind a sentence',
      'It is free. “Come in,” Cllr Loan said. *(Ann to check with her office)*\n',
      'It is free. “Come in,” Cllr Loan said.\n',
      '(Ann to check with her office)',
    ],
    [
      'in an item',
      '- We pay for it (Ann to confirm)\n- It is free\n',
      '- We pay for it\n- It is free\n',
      '(Ann to confirm)',
    ],
  ];
  for (const [where, text, after, words] of cases) {
    it(`is taken out by itself ${where}, before all of its sentence is`, () => {
      const [titles, first] = ways(text);
      assert.equal(titles[0], `Take “${words}” out`);
      assert.equal(first, after);
    });
  }

  it('is not taken out of a sentence that has nothing without it', () => {
    for (const text of ['(Ann to confirm the fee)\n', 'It costs [Ann to confirm].\n', 'It costs TBC.\n'])
      assert.ok(
        ways(text)[0].every((title) => title.startsWith('Take this')),
        text,
      );
  });
});
