import assert from 'node:assert/strict';
import { findings, fixed } from '../helpers';
import { table } from './cases';

describe('A number that the others do not give', () => {
  const rows = ['Ash | £1,204', 'Elm | £988'];
  const cases: readonly [string, string, string][] = [
    [
      'a total',
      `${table('Site | Cost', ...rows, '**Total** | **£2,292**')}`,
      table('Site | Cost', ...rows, '**Total** | **£2,192**'),
    ],
    [
      'a share',
      'Of the 240 families invited, 168 came (72%).\n',
      'Of the 240 families invited, 168 came (70%).\n',
    ],
  ];
  for (const [what, wrong, right] of cases)
    it(`can be written as they give it: ${what}`, () =>
      assert.equal(fixed('numbers-disagree', wrong).trim(), right.trim()));

  it('is worded anew by its author where it is told in words', () => {
    const [finding] = findings('numbers-disagree', 'Of the 240 families invited, 60 came (two thirds).\n');
    assert.deepEqual(finding?.fixes ?? [], []);
  });
});
