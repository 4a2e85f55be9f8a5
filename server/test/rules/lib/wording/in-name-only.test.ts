import assert from 'node:assert/strict';
import data from '../../../../src/rules/data/in-name.json';
import { findings, marked } from '../../helpers';

const ID = 'section-empty';
const paper = (text: string, kind = 'pitch') =>
  `---\nkind: ${kind}\n---\n\n# Paper\n\nOpen on Sundays.\n\n${text}\n`;

describe('An answer in name only', () => {
  for (const [patterns, kind] of [
    [data.money, 'pitch'],
    [data.sought, 'pitch'],
    [data.existing, 'strategy'],
  ] as const)
    for (const {
      pattern,
      right: [empty],
      wrong: [says],
      open,
    } of patterns) {
      it(`${pattern}: ${empty}`, () => {
        const [finding, ...others] = findings(ID, paper(empty!, kind));
        assert.deepEqual(others, []);
        assert.ok(finding?.message.endsWith(open), finding?.message);
      });
      it(`not ${pattern}: ${says}`, () => assert.deepEqual(marked(ID, paper(says!, kind)), []));
    }
  it('is money that is only to be looked for, however it is said', () => {
    for (const [text, words] of [
      [
        '## After the funding\n\nWe shall have trained staff. We will look for other sources of funding.',
        'will look for other sources',
      ],
      ['After three years we will seek further grants.', 'will seek further grants'],
      [
        'We hope that we will find other funders when the grant ends.',
        'hope that we will find other funders',
      ],
      ['When the grant ends, it is hoped that new grants will be found.', 'hoped that new grants'],
      ['When the money ends, alternative funding will be sought.', 'alternative funding will be sought'],
    ] as const)
      assert.deepEqual(marked(ID, paper(text)), [words], text);
  });
  it('is none where the paragraph says who may pay, or what goes on without it', () => {
    for (const text of [
      'When the grant ends we will look for other sources. If there are none, the club goes on with volunteers.',
      'We will seek further funding from the Ashdale Foundation, which decides in May.',
      'We will look for other sources of photographs, and pay for prints.',
      'The parish council will pay for the room from 2028. We will look for other money for the books.',
      'We will look for new sources for the story of the mill.',
    ])
      assert.deepEqual(marked(ID, paper(text)), [], text);
  });
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
