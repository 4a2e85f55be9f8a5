import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { figuresInDraft, quantitiesIn } from '../../src/evidence';
import { tell } from './tell';

tell('What a service counts and pays, and how it arranges things', false, [
  'In 2025-26 we issued 612,000 items and welcomed 498,000 visits.',
  'In 2024/25 the service lent 318,000 books.',
  'The budget is £3.2 million, which is 0.9% of the council’s revenue spending.',
  'The Council will meet 25% of the cost, and the Heritage Fund 75%.',
  'The Town Council pays 40% of the rent and the Friends 60%.',
  'Forty per cent of the shelving will move to the first floor.',
  'A third of the stock will go to the new branch.',
  'One in every four Thursdays is a late opening.',
  'Option 3 keeps the service, ends the repairs bill and saves £61,000 a year from 2028/29.',
  'Option B closes one branch, keeps the van and saves £24,000.',
]);

tell('A rise, a loss and a rank are no bookkeeping', true, [
  'In 2025-26 we issued 612,000 items, 9% more than in the year before.',
  'Libraries across Scotland issued 14 million items in 2024/25.',
  'The county has lost a third of its grant since 2010.',
  'The library budget has been cut by £1.1 million since 2010.',
  'Libraries are the most visited council service.',
  'Loans of health books went up from 410 to 1,260 a year.',
  'Public libraries receive 0.6% of all public spending, half of what they had in 2009.',
]);

describe('A number that is told and counts nothing', () => {
  const kinds = (text: string) =>
    figuresInDraft(parseDraft(text)).flatMap(({ passages }) =>
      passages.flatMap(({ figures }) => figures.map(({ kind }) => kind)),
    );
  for (const text of [
    'The teachers tell us that children who never chose a book before now ask to take two home.',
    'The school says that the three sisters come every week.',
    'Two teachers at Ashby School report that they borrow for their classes.',
  ])
    it(`is no evidence: ${text}`, () =>
      assert.deepEqual(
        kinds(text).filter((kind) => kind !== 'plain'),
        [],
      ));
  it('is none in “scores” unless they are scores of something', () => {
    for (const text of [
      'The headteacher reports that their reading scores have gone up.',
      'Their reading scores of last year were better.',
      'Satisfaction scores of our users are in the appendix.',
    ])
      assert.deepEqual(
        quantitiesIn(text).map(({ span }) => text.slice(span.start, span.end)),
        [],
        text,
      );
    assert.equal(quantitiesIn('Scores of families came.').length, 1);
  });
  it('is none in a number that points to a paragraph', () => {
    assert.deepEqual(quantitiesIn('Visits were up (see 4.3 above).'), []);
  });
});
