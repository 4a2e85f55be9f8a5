import assert from 'node:assert/strict';
import { restsOnUnnamedStudy } from '../../src/support/unnamed-studies';
import { said } from './said';

describe('Research that is not named at all', () => {
  for (const text of [
    'According to a recent study, people who borrow audio books are younger than other readers.',
    'A recent study found that people who borrow audio books are younger than other readers.',
    'Homework clubs matter, and research has consistently shown that they raise attainment.',
    'Surveys estimate that a million pounds would be needed.',
    'Most experts say that it is too late.',
  ])
    it(`is asked for: ${text}`, () => assert.ok(restsOnUnnamedStudy(text, '')));

  for (const [text, behind] of [
    ['The research shows that homework clubs raise attainment.', ''],
    ['Our recent survey found that most readers come on foot.', ''],
    ['A study by the Reading Agency found that readers sleep better.', ''],
    ['A recent study found in 2024 that readers sleep better.', ''],
    ['National surveys show the same.', ' The National Literacy Trust found it in 2025.'],
    ['We will ask for a report, and evidence of need.', ''],
    ['Members asked what the evidence shows.', ''],
    ['Readers report that they sleep better.', ''],
  ] as const)
    it(`is named or not appealed to: ${text}${behind}`, () => assert.ok(!restsOnUnnamedStudy(text, behind)));

  it('is told in a list as in a paragraph, however unlikely the claim', () =>
    assert.deepEqual(
      said('- According to a recent study, people who borrow audio books are younger than other readers.'),
      ['source-vague'],
    ));
});
