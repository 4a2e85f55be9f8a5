import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { figuresInDraft, quantitiesIn } from '../../src/evidence';
import { tell } from './helpers';

tell('What a service counts and pays, and how it arranges things', false, [
  'The Council will meet 25% of the cost, and the Heritage Fund 75%.',
  'A third of the stock will go to the new branch.',
  'One in every four Thursdays is a late opening.',
]);

tell('A rise, a loss and a rank are no bookkeeping', true, [
  'In 2025-26 we issued 612,000 items, 9% more than in the year before.',
  'Libraries across Scotland issued 14 million items in 2024/25.',
  'Loans of health books went up from 410 to 1,260 a year.',
  'Public libraries receive 0.6% of all public spending, half of what they had in 2009.',
]);

const kinds = (text: string) =>
  figuresInDraft(parseDraft(text)).flatMap(({ passages }) =>
    passages.flatMap(({ figures }) => figures.map(({ kind }) => kind)),
  );

describe('The numbers of options, sections and the like are names', () => {
  for (const [text, found] of [
    ['Options 1 and 2 were not chosen.', 0],
    ['Paragraphs 3, 4 and 6 to 9 say why.', 0],
    ['Options 1, 2 and 200 people were looked at.', 1],
  ] as const)
    it(text, () => assert.equal(kinds(text).length, found));
});

describe('A number that is told and counts nothing', () => {
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
  it('is none in the scores of pupils and users', () => {
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
  });
  it('is none in a number that points to a paragraph', () => {
    assert.deepEqual(quantitiesIn('Visits were up (see 4.3 above).'), []);
  });
});
