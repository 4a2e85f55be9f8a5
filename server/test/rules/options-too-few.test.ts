import assert from 'node:assert/strict';
import { findings } from './helpers';

describe('Options', () => {
  const report = (options: string): string =>
    `---\nkind: report\n---\n\n# Ashby\n\n## Options\n\n${options}\n`;
  const cases: readonly [string, boolean][] = [
    ['1. Do nothing.\n2. Close.\n3. Move.', false],
    ['1. **Do** nothing.\n2. Close.\n3. Move.', false],
    ['1. {~~Do~>**Do**~~}{>>Ann, 3 Oct 2026<<} nothing.\n2. Close.\n3. Move.', false],
    ['1. Close.', false],
    ['1. Close.\n2. Move.', true],
    ['1. Close.\n2. Move.\n3. Share.', true],
    ['| Option | Cost |\n| --- | --- |\n| 1. Do nothing | £0 |\n| 2. Close | £1 |\n| 3. Move | £2 |', false],
    [
      '| Option | Cost |\n| --- | --- |\n| A. Open on Saturdays with volunteers | £0 |\n| B. Two rooms | £1 |\n| C. All of it | £2 |',
      true,
    ],
    [
      '| Option | Cost |\n| --- | --- |\n| A. End the scheme | £0 |\n| B. Two rooms | £1 |\n| C. All of it | £2 |',
      false,
    ],
    [
      '### Option 1: keep things as they are now\n\nOne.\n\n### Option 2: close\n\nTwo.\n\n### Option 3: move\n\nThree.',
      false,
    ],
    ['### Option A: close\n\nOne.\n\n### Option B: move\n\nTwo.', true],
    ['Several options were looked at in the report of March.', false],
    // In the columns of a table.
    [
      '| | Option 1: No change | Option 2: Close | Option 3: Move |\n| --- | --- | --- | --- |\n| Saving | £0 | £3 | £4 |\n| Risk | Low | High | Low |',
      false,
    ],
    [
      '| Criterion | Do nothing | Close | Move |\n| --- | --- | --- | --- |\n| Saving | £0 | £3 | £4 |\n| Risk | Low | High | Low |',
      false,
    ],
    [
      '| Criteria | Option A: do nothing | Option B: close |\n| --- | --- | --- |\n| Saving | £0 | £3 |\n| Risk | Low | High |\n| Cost | £1 | £2 |',
      true,
    ],
    [
      '| Option | Cost | Risk | Saving |\n| --- | --- | --- | --- |\n| Close | £1 | 1 | £3 |\n| No change | £2 | 2 | £0 |',
      true,
    ],
    [
      '| No. | Option | Cost |\n| --- | --- | --- |\n| 1 | Do nothing | £0 |\n| 2 | Close | £3 |\n| 3 | Move | £4 |',
      false,
    ],
    [
      'To do nothing was looked at.\n\n| Criterion | Close | Move | Share |\n| --- | --- | --- | --- |\n| Saving | £0 | £3 | £4 |\n| Risk | Low | High | Low |',
      false,
    ],
    // Numbered in the text, with a list of something else.
    [
      'Option 1 is to do nothing. Option 2 is to close. Option 3 is to move.\n\n- It is cheap.\n- It is quick.',
      false,
    ],
    ['Option 1 is to do nothing. Option 2 is to close.\n\n- It is cheap.\n- It is quick.', true],
  ];
  for (const [options, few] of cases) {
    it(`${few ? 'are too few' : 'are enough'}: ${JSON.stringify(options)}`, () => {
      assert.equal(findings('options-too-few', report(options)).length, few ? 1 : 0);
    });
  }

  const nothing = [
    'Continue as we are',
    'Stay in the present building',
    'Remain with nine branches as before',
    'Do not bid',
    'Not renewing the lease',
    'Reject the offer',
    'Leave things as they are',
    'Take no action',
    'Retain the current arrangements',
    'Status quo',
    'Business as usual',
    'Keep as is',
    'Same terms',
  ];
  for (const option of nothing) {
    it(`are with doing nothing: ${option}`, () => {
      const ways = [
        `1. ${option}.\n2. Close.\n3. Move.`,
        `- **Option A: ${option.toLowerCase()}.** It costs £3.\n- **Option B: close.** It saves.\n- **Option C: move.** It costs.`,
        `### Option 1 – ${option}\n\nOne.\n\n### Option 2 – Close\n\nTwo.\n\n### Option 3 – Move\n\nThree.`,
        `| Option | Cost |\n| --- | --- |\n| ${option} | £0 |\n| Close | £1 |\n| Move | £2 |`,
      ];
      for (const way of ways) assert.deepEqual(findings('options-too-few', report(way)), [], way);
    });
  }
  it('are without doing nothing where the text only says what is not recommended', () => {
    const text =
      '1. Close. We do not recommend this.\n2. Move. It was rejected by the tenants.\n3. Share a hall.';
    assert.match(findings('options-too-few', report(text))[0]!.message, /^None of the options/);
  });

  const rejected = (heading: string, options: string): readonly string[] =>
    findings('options-too-few', report(options).replace('## Options', `## ${heading}`)).map(
      ({ message }) => message,
    );
  it('that were rejected stand beside the one that is recommended', () => {
    const two = '1. Do nothing. Rejected as the roof is unsafe.\n2. Close the branch. Rejected.';
    assert.deepEqual(rejected('Alternative options considered and rejected', two), []);
    assert.deepEqual(rejected('Alternatives considered', two), []);
    assert.equal(rejected('Options considered', two).length, 1);
    assert.match(rejected('Other options considered', '1. Do nothing.')[0]!, /^Only one other option is/);
  });
});
