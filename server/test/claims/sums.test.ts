import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { unsourcedClaims } from '../../src/support/unsourced';
import { findings } from '../rules/helpers';

const PAPER = '---\nkind: report\n---\n\n# Our libraries\n\n';
const asked = (text: string): readonly string[] =>
  unsourcedClaims(parseDraft(`${PAPER}${text}\n`)).map(({ words }) => words);

describe('A share that its sentence adds up itself', () => {
  for (const text of [
    'The book fund has fallen by a third, from £88,000 to £61,000, since 2019.',
    'The book fund has fallen by 30.7%, from £88,000 to £61,000, since 2019.',
  ])
    it(`needs no source of its own: ${text}`, () => assert.deepEqual(asked(text), []));
  for (const [text, words] of [
    ['Of the 48 people who answered, 36 feel less lonely, which is three in four.', 'three in four'],
    ['Of the 48 people who answered, 36 feel less lonely. That is three in four.', 'three in four'],
    [
      'Of the 2,940 children in Ashby, 702 borrowed a book. So about one child in four uses us.',
      'one child in four',
    ],
    ['Visits doubled, from 20,000 in 2020 to 40,000 in 2025.', 'doubled'],
    ['Attendance fell by almost half (92 to 51 a month).', 'half'],
    ['Drop-ins more than doubled, from 140 to 310.', 'doubled'],
    ['Of 412 members, 118 came at least once. That is 28.6%.', '28.6%'],
    ['The fund doubled, from £900,000 to £1.8 million.', 'doubled'],
  ] as const)
    it(`is not told in words beside them: ${text}`, () =>
      assert.deepEqual(
        asked(text).filter((found) => found.startsWith(words)),
        [],
      ));
  it('is not told in place of the numbers that it is made of', () => {
    assert.doesNotMatch(asked('Opening hours fall by 7.4%, from 108 to 100 hours a week.').join(), /7\.4%/);
  });
  for (const [text, words] of [
    ['The book fund has fallen by half, from £88,000 to £61,000, since 2019.', 'half'],
    ['The book fund has fallen by a third since 2019.', 'a third since 2019'],
    [
      'Of the 48 people who answered, 36 feel less lonely. One in four lives alone.',
      'One in four lives alone',
    ],
    [
      'We asked 48 people in 36 streets, and three in four of them feel less lonely.',
      'three in four of them feel less lonely',
    ],
    ['Visits doubled, from 20,000 in 2020 to 30,000 in 2025.', 'doubled'],
    ['1 in 4 adults in Ashby has never been online.', '1 in 4 adults in Ashby has never been online'],
  ] as const)
    it(`is asked for where it is no sum of them: ${text}`, () => assert.deepEqual(asked(text), [words]));
});

describe('A share that “therefore” draws from the numbers before it', () => {
  const claim = (share: string): string =>
    `Of 412 members, 118 came at least once. The share is therefore about ${share}.`;
  it('needs no source and no proof', () => assert.doesNotMatch(asked(claim('29%')).join(), /The share/));
  it('is asked for where they do not give it', () => assert.match(asked(claim('45%')).join(), /The share/));
});

describe('A sum behind which its sentence concludes more', () => {
  const SAID = 'Of 412 members, 118 came at least once.';
  for (const [sentence, words] of [
    [
      'The share is therefore about 29%, and proves that the library has ended loneliness for good.',
      'proves that the library has',
    ],
    [
      'That is 28.6%, which proves that the library keeps people out of hospital.',
      'That is 28.6%, which proves',
    ],
    ['That is 28.6% and proves that every town needs its library.', 'That is 28.6% and proves'],
    ['So 28.6% came, and libraries are the only place that prevents loneliness.', '28.6% came, and'],
  ] as const)
    it(`is asked to prove that: ${sentence}`, () =>
      assert.deepEqual(
        asked(`${SAID} ${sentence}`).filter((found) => found.startsWith(words)).length,
        1,
        asked(`${SAID} ${sentence}`).join(' | '),
      ));
  for (const sentence of [
    'The share is therefore about 29%, or more than one in four.',
    'The share is therefore about 29%, but we do not know why the others stay away.',
    'The share is therefore about 29% of all children and young people who have a card at Ashby.',
    'That is therefore about 29% of our children, young people and their carers, and rising.',
  ])
    it(`is a sum and no more: ${sentence}`, () =>
      assert.deepEqual(
        asked(`${SAID} ${sentence}`).filter((found) => /^(?:The share|That is)/.test(found)),
        [],
      ));
});

describe('An amount that stands in a table of the paper', () => {
  const SAID = 'Option B saves £40,750 and keeps every library open for as long as today.';
  const table = (saving: string): string =>
    `${SAID}\n\n| Option | Saving |\n| --- | --- |\n| A | £30,000 |\n| B | ${saving} |`;
  it('is not asked for in the text as well', () => {
    assert.match(asked(SAID).join(), /£40,750/);
    assert.deepEqual(
      asked(table('£40,750')).filter((words) => words.includes('£40,750 and')),
      [],
    );
    assert.match(asked(table('£41,000')).join(), /£40,750 and/);
  });
});

describe('The footnote of a later sentence', () => {
  const CLAIM = 'Loneliness among older people has doubled since the pandemic.';
  const loud = (text: string): number =>
    findings('figure-unsourced', `${PAPER}${text}\n\n[^1]: SLIC, Library Data, 2024.\n`).filter(
      ({ severity }) => severity !== 'hint',
    ).length;
  it('calms no claim on something else', () => {
    assert.equal(loud(CLAIM), 1);
    assert.equal(loud(`${CLAIM} Public libraries in Scotland had 14.5 million visits in 2023/24.[^1]`), 1);
  });
  it('may stand for what leads up to it', () => {
    assert.equal(loud(`${CLAIM} Of older people in towns 14% said in 2024 that they felt lonely.[^1]`), 0);
    assert.equal(loud(`${CLAIM} Also, 14% said in 2024 that nobody visits them.[^1]`), 0);
  });
});
