import assert from 'node:assert/strict';
import { issuesIn, leftIn, leftWords } from '../../src/word/left';

const lost = { message: 'There is no picture gone.png', line: 9 };
const vague = { message: '“Click here” does not say where it leads', line: 4, rule: 'link-text-vague' };
const open = { message: '“[insert date]” is still to be filled in', line: 6 };

describe('What is said after an export', () => {
  for (const [name, warnings, accessibility, expected] of [
    ['nothing', [], [], undefined],
    ['what could not be shown', [lost], [], 'one thing could not be shown: There is no picture gone.png'],
    [
      'what keeps people from reading it',
      [],
      [vague],
      'one thing keeps people from reading it: “Click here” does not say where it leads',
    ],
    [
      'both, with the first in the text',
      [lost, lost],
      [vague, vague, vague],
      '2 things could not be shown, and 3 things keep people from reading it: “Click here” does not say where it leads',
    ],
  ] as const) {
    it(name, () => assert.equal(leftWords({ warnings, accessibility }), expected));
  }

  it('and the list of it follows the text', () => {
    const lines = leftIn({ warnings: [lost], accessibility: [vague] }).map(({ line }) => line);
    assert.deepEqual(lines, [4, 9]);
  });
});

describe('What is shown before an export', () => {
  it('is that and what is still to be filled in, in the order of the text', () => {
    const issues = issuesIn({ placeholders: [open], warnings: [lost], accessibility: [vague] });
    assert.deepEqual(
      issues.map(({ line }) => line),
      [4, 6, 9],
    );
  });
});
