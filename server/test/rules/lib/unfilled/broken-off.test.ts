import assert from 'node:assert/strict';
import { findings } from '../../helpers';

const brokenOff = (text: string): readonly string[] =>
  findings(
    'placeholder-unfilled',
    `# Paper\n\nThe library has been open since 1968 and is used a lot.\n\n${text}\n`,
  )
    .filter(({ message }) => message.includes('breaks off'))
    .map(({ message }) => /“([^”]*)”/.exec(message)![1]!);

describe('A sentence that breaks off', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['The Board delegates authority to the Director of Place to', ['to the Director of Place to']],
    ['- Find the money.\n- Suggest a bid to the', ['Suggest a bid to the']],
    ['1. Keep the hall.\n2. That the legal deposit not be', ['That the legal deposit not be']],
    ['The policy is being looked at by', ['policy is being looked at by']],
    ['It opens in May and', ['It opens in May and']],
    ['It breaks off and goes **on to** the', ['off and goes **on to** the']],
    ['The rest is met by the grant and the balance from', ['the grant and the balance from']],
    ['There is no penalty for a late return, although', ['penalty for a late return, although']],
    ['The branch opened in September, and that', ['branch opened in September, and that']],
    ['The Council has power to\n\n## 9. Equality', ['The Council has power to']],
    ['I add, as you asked that we should, that it opened in May, and that', ['it opened in May, and that']],
    ['*Approved by Ann Holt, Cabinet Member, on*', ['by Ann Holt, Cabinet Member, on']],
    ['Charges bring in £4. The rest is to be found from', ['rest is to be found from']],
    ['- where the rest is to be found from', []],
    ['We would like to [', ['We would like to [']],
    [
      '7.1 The grant pays for half and the rent from\n\n7.2 Comments are in Annex A.',
      ['for half and the rent from'],
    ],
    ['7.1 The Cabinet is recommended to\n\n7.2 Approve the plan.', []],
    ['7.1 The grant pays for half and the rent from\n\n7.2 the reserve.', []],
    ['**Reading groups: the figures you asked for**', []],
    ['- what we could get for\n- a bid with its', []],
    ['There was nobody to talk it over with', []],
    ['It is the place that most of us come from', []],
    ['What the new room is for', []],
    ['Here is a room to read and to meet friends in, and people to talk with', []],
    ['The budget is ours. What it is for is set by', ['it is for is set by']],
    ['The sum is to be found from', ['sum is to be found from']],
    ['We keep what we have, because', ['We keep what we have, because']],
    ['- the people that it was built by\n- services that they have a right to', []],
    ['Nobody knows what it amounts to', []],
    ['Cabinet is recommended to\n\n- keep the hall', []],
    ['Cabinet is recommended to\n\n(a) keep the hall;', []],
    ['- We ask you to\n  - keep the hall', []],
    ['- keep the hall; and\n- open it', []],
    ['It is something to look forward to', []],
    ['Nobody could say who they had been talking to', []],
    ['People drop by', []],
    ['As good as it can be', []],
    ['**What we aspire to be** or the', ['we aspire to be** or the']],
    ['What for?', []],
    ['Keep to the', []],
    ['> The hall is the', []],
  ];
  for (const [text, words] of cases)
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () => assert.deepEqual(brokenOff(text), words));
});
