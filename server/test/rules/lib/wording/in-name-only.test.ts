import assert from 'node:assert/strict';
import { EXISTING_IN_NAME, MONEY_IN_NAME } from '../../../../src/rules/lib/wording/in-name-only';
import { findings, marked } from '../../helpers';

const ID = 'section-empty';
const paper = (text: string, kind = 'pitch') =>
  `---\nkind: ${kind}\n---\n\n# Paper\n\nOpen on Sundays.\n\n${text}\n`;

describe('An answer in name only', () => {
  for (const [patterns, kind] of [
    [MONEY_IN_NAME, 'pitch'],
    [EXISTING_IN_NAME, 'strategy'],
  ] as const)
    for (const { pattern, empty, says, open } of patterns) {
      it(`${pattern}: ${empty}`, () => {
        const [finding, ...others] = findings(ID, paper(empty, kind));
        assert.deepEqual(others, []);
        assert.ok(finding?.message.endsWith(open), finding?.message);
      });
      it(`not ${pattern}: ${says}`, () => assert.deepEqual(marked(ID, paper(says, kind)), []));
    }
  it('is none where it says where the money comes from', () =>
    assert.deepEqual(marked(ID, paper('The remainder will be found from the stock fund.')), []));
  it('is not told of a heading, nor of what somebody else says', () => {
    for (const text of [
      '> The rest will be found.',
      '“The rest will be found.”',
      '## What is unfunded\n\nWe stop.',
    ])
      assert.deepEqual(marked(ID, paper(text)), [], text);
  });
  it('is existing resources in a strategy, as what one decision costs may well be there', () =>
    assert.deepEqual(marked(ID, paper('The signs are met from existing budgets.', 'report')), []));
});
