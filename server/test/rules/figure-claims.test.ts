import assert from 'node:assert/strict';
import { findings } from './helpers';

const RULE = 'figure-unsourced';

describe('What a plan promises', () => {
  const said = (text: string) => findings(RULE, `# Digital\n\n${text}\n`).map(({ severity }) => severity);

  for (const text of [
    'The Digital Plan 2026–30 promises to halve the number of adults who are offline.',
    'The council’s Digital Plan aims to cut the number of adults who are offline by 40%.',
    'Our strategy of 2026 commits us to double the number of visits.',
  ])
    it(`is its own source where the plan is named: ${text}`, () => assert.deepEqual(said(text), []));

  it('is a hint where it is not', () =>
    assert.deepEqual(said('The plan promises to halve the number of adults who are offline by 2030.'), [
      'hint',
    ]));

  for (const text of [
    'The plan works: it halved the number of adults who are offline.',
    'The Digital Plan promises to end it, because the project halved the number of adults who are offline.',
  ])
    it(`is not what it has done: ${text}`, () => assert.deepEqual(said(text), ['warning']));
});

describe('A sentence that only leads to another place', () => {
  const said = (text: string) =>
    ['figure-unsourced', 'source-vague', 'claim-too-strong'].flatMap((rule) =>
      findings(rule, `# Hours\n\n${text}\n`).map(({ severity }) => severity),
    );

  for (const text of [
    'The effect on people with protected characteristics if two libraries are closed is in Appendix A.',
    'The impact on the two communities is described below.',
    'The impact on the two libraries is summarised in Table 2.',
    'The effect on the four most deprived wards is set out in full in appendices B and C.',
    'This report sets out how the service performed in 2024/25.',
    'This report asks Cabinet to decide on 15 December whether opening hours at two libraries are reduced from April 2027, and to consider the effect on people with protected characteristics before it does.',
  ])
    it(`claims nothing: ${text}`, () => assert.deepEqual(said(text), []));

  for (const text of [
    'The impact on the two communities was the worst in the county, as those below the line know.',
    'This report asks Cabinet to reopen it, because the club halved the number of adults who are offline.',
    'Waits for NHS Talking Therapies in our place are the longest in the system, and everyone round this table will know someone who is on the list.',
    'The number of adults who are offline was halved by the project, and is below 4%.',
    'This briefing explains that the club halved the number of adults who are offline.',
  ])
    it(`is not one that says what is so: ${text}`, () => assert.deepEqual(said(text), ['warning']));
  for (const text of [
    'This report presents the case for the library: 62% of residents say that it has improved their health.',
  ])
    it(`is not one that gives figures: ${text}`, () => assert.deepEqual(said(text), ['hint']));

  for (const text of [
    'Table 2 shows that visits have doubled since 2019.',
    'Visits have doubled since 2019, as Appendix B shows.',
    'Visits have doubled since 2019, which is set out in section 4.',
    'Visits have doubled since 2019 (see Table 2).',
  ])
    it(`can be looked up in the paper itself: ${text}`, () => assert.deepEqual(said(text), []));
});

describe('A figure of which editors hardly ever ask where it is from', () => {
  const severities = (text: string): readonly string[] =>
    findings(RULE, `# Ashby\n\n${text}\n`).map(({ severity }) => severity);
  it('is no hint', () =>
    assert.deepEqual(severities('Of those who came, 62% (124 of 200) felt less lonely.'), []));
  it('is one where they ask more often', () =>
    assert.deepEqual(severities('More than 6,000 people came last year.'), ['hint']));
  it('is none in any row of a table of visits', () =>
    assert.deepEqual(
      severities('| Library | Visits |\n| --- | --- |\n| Ashby | 41,300 |\n| Holm | 22,150 |'),
      [],
    ));
});

describe('A sentence with several figures', () => {
  for (const [text, message] of [
    ['Of those who came, 62% felt less lonely.', '“62% felt less lonely” has no source. Say'],
    [
      'Of those who came, 62% felt less lonely, and 41% had found work.',
      '“62% felt less lonely” has no source, nor has another figure in its sentence. Say',
    ],
    [
      'Nationally, 62% of lonely people felt less lonely, 41% had found work, and 88% would come again.',
      '“62% of lonely people felt less lonely” has no source, nor have 2 more figures in its sentence. Say',
    ],
    [
      'Nationally, 62% of lonely people (124 of 200) felt less lonely.',
      '“62% of lonely people” has no source. Say',
    ],
    ['Nationally, loneliness among young people fell to 62% since.', '“62%” has no source. Say'],
    ['Of those who came, 62%, or 124 of 200, felt less lonely.', '“62%” has no source. Say'],
    ['Loneliness fell from 62%, which nobody had foreseen, to just 41%.', '“62%” has no source. Say'],
    [
      'Demand for help grew by 146 people, and 41% of users had found work.',
      '“146 people” has no source. Say',
    ],
    [
      'Of those who came, 62% felt less lonely, and one in four had found work.',
      '“62% felt less lonely” has no source, nor has another figure in its sentence. Say',
    ],
    [
      'Of those who came, 62% (41% a year ago) felt less lonely.',
      '“62%” has no source, nor has another figure in its sentence. Say',
    ],
    [
      'Nationally libraries helped 4,000 people into work and created 900 jobs (£6 million for the economy).',
      '“4,000 people into work and created 900 jobs” has no source, nor has another figure in its sentence. Say',
    ],
    [
      '| Claim | What changed | Work |\n| --- | --- | --- |\n| Nationally | 62% of lonely adults do better at work | 41% of children do better at school |\n',
      '“62% of lonely adults do better at work” has no source, nor has another figure in its row. Say',
    ],
  ] as const)
    it(`has one finding, which says how many more there are: ${text}`, () => {
      const [finding, ...more] = findings(RULE, `${text}\n`);
      assert.equal(finding!.message.slice(0, message.length), message);
      assert.equal(more.length, 0);
    });
});
