import assert from 'node:assert/strict';
import { loadEvidence } from '../../src/evidence';
import { builtInProject } from '../../src/project';
import { findings, marked } from './helpers';

describe('A source that is old', () => {
  const draft = (text: string, date = '4 May 2026'): string => `---\ndate: ${date}\n---\n\n${text}\n`;
  const cases: readonly [string, readonly string[]][] = [
    ['One in five has no internet at home (Ofcom, 2017).', ['2017']],
    ['One in five has no internet at home (Ofcom, 2022).', []],
    ['One in five has no internet at home (Ofcom, 2021).', ['2021']],
    ['One in five has no internet at home.[^a]\n\n[^a]: Ofcom, *Adults online*, 2016.', ['2016']],
    ['One in five has no internet at home.[^a]\n\n[^a]: Ofcom, 2016, accessed 3 May 2026.', ['2016']],
    ['One in five has no internet at home.[^a]\n\n[^a]: Ofcom, from data of 2016, 2025.', []],
    ['According to the 2011 Census, 12% live alone.', ['2011']],
    ['According to the 2021 Census, 12% live alone.', []],
    ['In 2016, one in five had no internet at home (Ofcom, 2017).', []],
    ['Between 2010 and 2016, 46% of posts went (BBC, 2016).', []],
    ['The library opened in 1968.[^a]\n\n[^a]: Ashby Echo, 1968.', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('source-stale', draft(text)), words));
  }
  it('is held against the date of the draft', () => {
    assert.deepEqual(marked('source-stale', draft('One in five has none (Ofcom, 2017).', '2019')), []);
  });
});

describe('A figure that an evidence library gives until some year', () => {
  const { library } = loadEvidence(
    `
evidence:
  - id: visits
    statement: Visits to the night library rose by 22%.
    figure: { value: 22, unit: percent }
    about: [visit]
    source: { publisher: Wexmoor College, title: Open Later, date: October 2026, names: [Open Later] }
    period: "2026"
    stale: 2030
`,
    'file:///e.yaml',
  );
  const project = { ...builtInProject, evidence: library };
  const stale = (text: string, date: number) =>
    marked('source-stale', `---\ndate: 4 May ${date}\n---\n\n${text}\n`, project);
  const text = '🙂 As *Open Later* found, visits are up by 22%.';
  it('is old from then on', () => {
    assert.deepEqual(stale(text, 2029), []);
    assert.deepEqual(stale(text, 2030), ['22%']);
    const [found] = findings('source-stale', `---\ndate: 2031\n---\n\n${text}\n`, project);
    assert.match(
      found!.message,
      /^Wexmoor College gave this figure for 2026, which is too old to speak of the present\./,
    );
    assert.equal(found!.severity, 'hint');
  });
  for (const [name, other] of [
    ['in a sentence that says of which year it speaks', 'Visits rose by 22% in 2026, as *Open Later* found.'],
    ['beside another source', 'The college found that visits are up by 22%.'],
    ['with another number', '*Open Later* found that visits are up by 54%.'],
  ] as const) {
    it(`is left alone ${name}`, () => assert.deepEqual(stale(other, 2035), []));
  }
  it('is reported once where its year stands beside it', () =>
    assert.deepEqual(stale('Visits are up by 22% (Open Later, 2026).', 2035), ['2026']));
});

describe('A source that nobody has found', () => {
  it('is named as such', () => {
    assert.deepEqual(marked('evidence-unknown', 'See *Libraries as Catalysts* (ACE).\n'), [
      'Libraries as Catalysts',
    ]);
    assert.deepEqual(
      marked('evidence-unknown', 'İİ: Libraries as Catalysts, and Libraries as Catalysts again.\n'),
      ['Libraries as Catalysts', 'Libraries as Catalysts'],
    );
    assert.deepEqual(marked('evidence-unknown', 'Libraries are a catalyst.\n'), []);
  });
});

describe('A figure of the evidence libraries', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['The Participation Survey found that 33% of adults used a library.', ['33%']],
    ['The Participation Survey found that 31% of adults used a library.', []],
    ['The Participation Survey found that 30% of adults used a library in 2023/24.', []],
    ['Our own survey found that 33% of adults used a library.', []],
    ['The Summer Reading Challenge of 2023 reached 699,280 children.', ['699,280']],
    ['The Summer Reading Challenge of 2023 reached almost 700,000 children.', []],
    ['In Ashby 820 children joined the Summer Reading Challenge.', []],
    ['CIPFA counted 2,028 visits for every 1,000 people.', ['2,028']],
    [
      'The University of East Anglia found it in Making a Difference: Libraries, Lockdown and Looking Ahead.',
      ['Making a Difference: Libraries, Lockdown'],
    ],
    ['Carnegie UK found it in Making a Difference: Libraries, Lockdown and Looking Ahead.', []],
  ];
  for (const [text, words] of cases) {
    it(`${text} ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('evidence-mismatch', `${text}\n`), words));
  }
});

describe('A figure of the evidence libraries that is misquoted', () => {
  const NOTE =
    '[^s]: Scottish Library and Information Council, *SLIC Library Data*, 2023/24, <https://cilips.org.uk/?p=18352>.';
  const SAID = 'Public libraries in Scotland had more than 15.4 million visits in person in 2023/24.';
  const noted = (text: string, note = NOTE): string => `${text.replace(/[.]$/, '.[^s]')}\n\n${note}`;
  const cases: readonly [why: string, text: string, words: readonly string[]][] = [
    ['its publication is named as its publisher’s', `SLIC’s Library Data show it. ${SAID}`, []],
    [
      'in the sentence',
      'SLIC’s Library Data show that public libraries in Scotland had 15.4 million visits in 2023/24.',
      ['15.4 million'],
    ],
    ['its source is in its footnote', noted(SAID), ['15.4 million']],
    ['its digits are swapped', noted(SAID.replace('15.4', '41.5')), ['41.5 million']],
    [
      'its publisher, subject and period are named',
      'The Scottish Library and Information Council counted 15.4 million visits to libraries in 2023/24.',
      ['15.4 million'],
    ],
    [
      'the footnote says who and when',
      noted(SAID, '[^s]: SLIC, library returns for 2023/24.'),
      ['15.4 million'],
    ],
    ['it is right', noted(SAID.replace('15.4', '14.5')), []],
    ['the year is another one', noted(SAID.replace('2023/24', '2024/25')), []],
    ['the place is another one', noted(SAID.replace('Scotland', 'Glasgow')), []],
    ['something else is counted', noted(SAID.replace('visits in person', 'page views')), []],
    [
      'the footnote names another source',
      noted(SAID, '[^s]: Scottish Government, library returns, 2023/24.'),
      [],
    ],
    ['the footnote is another sentence’s', `${SAID} We read more.[^s]\n\n${NOTE}`, []],
    ['the publisher is named with no year', 'SLIC counted 15.4 million visits to libraries in Scotland.', []],
    [
      'the publisher gives many shares',
      'The Department for Culture, Media and Sport found that 28% of adults went to a library event in 2024/25.',
      [],
    ],
  ];
  for (const [why, text, words] of cases)
    it(`is ${words.length > 0 ? 'found' : 'left alone'} where ${why}`, () =>
      assert.deepEqual(marked('evidence-mismatch', `${text}\n`), words));
  it('is found again when its footnote changes', () => {
    assert.equal(findings('evidence-mismatch', noted(SAID)).length, 1);
    assert.equal(findings('evidence-mismatch', noted(SAID, '[^s]: Ann Moss, 2024.')).length, 0);
  });
});

describe('A source, and words of a fact, with an apostrophe of their own', () => {
  const { library } = loadEvidence(
    `
evidence:
  - id: visits
    statement: Visits to the children's library rose by 22%.
    figure: { value: 22, unit: percent }
    about: [children's, visit]
    source: { publisher: Wexmoor College, title: The Children's Survey, date: October 2026 }
    period: "2026"
`,
    'file:///e.yaml',
  );
  const project = { ...builtInProject, evidence: library };
  for (const said of [
    "The Children's Survey found that children's visits rose by 23%.",
    "Wexmoor College's The Children's Survey found that children's visits rose by 23%.",
  ])
    it(`are found: ${said}`, () => assert.deepEqual(marked('evidence-mismatch', said, project), ['23%']));
});

describe('A local figure from a national survey', () => {
  const right = [
    'In Kent, 28% of adults used a library in 2024/25 (Participation Survey 2024/25).',
    'In Kent, 28% of adults used a library, against 31% in England (Participation Survey 2024/25).',
    'The Participation Survey 2024/25 finds that 28% of adults in Kent used a library, fewer than in England.',
    'In the South East, 28% of adults used a library (Participation Survey 2024/25).',
    'In the north of England, 28% of adults used a library (Participation Survey 2024/25).',
    'Among disabled adults, 28% used a library (Participation Survey 2024/25).',
    'Library use is 33% for adults aged 25 to 44 (Participation Survey 2024/25).',
    'Library use is higher with women: 33% of adults who are women went (Participation Survey 2024/25).',
    'In our county 28% of adults used a library (Participation Survey 2024/25).',
    'The Participation Survey says that 28% of our adult residents used a library.',
    'Locally, 28% of adults used a library (Participation Survey 2024/25).',
    'In Wales, 28% of adults used a library (Participation Survey 2024/25).',
    'Kent County Council spent £12,900 on libraries for every 1,000 people in 2022/23 (CIPFA).',
    'CIPFA’s 2022/23 figures show that Northmoor spent £12,900 on libraries for every 1,000 people.',
    'We spent £12,900 on libraries for every 1,000 people in 2022/23 (CIPFA).',
    'Northmoor had 2,150 visits for every 1,000 people in 2022/23 (CIPFA).',
    'Kent’s libraries had 2,150 visits for every 1,000 people in 2022/23 (CIPFA).',
    'In Northmoor 95% of branches offer a warm space, against 93% of services in the Big Issue survey of 2023.',
    'In our county the Summer Reading Challenge of 2023 reached 6,990 children, and 78% said that they read more.',
    '31% of adults in England used a library in 2024/25, up from 30% the year before (Participation Survey).',
  ];
  for (const text of right) {
    it(`is left alone where its place, its people or the survey's own figure stand there: ${text}`, () =>
      assert.deepEqual(marked('evidence-mismatch', `${text}\n`), []));
  }
  const wrong: readonly [string, string][] = [
    ['In England, 28% of adults used a library in 2024/25 (Participation Survey 2024/25).', '28%'],
    ['28% of adults in the UK used a library (Participation Survey 2024/25).', '28%'],
    ['According to the Participation Survey 2024/25 of DCMS, 28% of all adults used a library.', '28%'],
    ['In March 2025 the Participation Survey found that 28% of adults used a public library.', '28%'],
    ['We know that 33% of adults used a library (Participation Survey 2024/25).', '33%'],
    ['Libraries spent £12,900 for every 1,000 people in 2022/23 (CIPFA).', '£12,900'],
    ['Councils in Great Britain spent £12,900 for every 1,000 people in 2022/23 (CIPFA).', '£12,900'],
    ['The Reading Agency reached 709,000 children in the Summer Reading Challenge of 2023.', '709,000'],
    ['Public libraries had 2,150 visits for every 1,000 people in 2022/23 (CIPFA).', '2,150'],
  ];
  for (const [text, words] of wrong) {
    it(`is still held against the survey's where it is of the same place: ${text}`, () =>
      assert.deepEqual(marked('evidence-mismatch', `${text}\n`), [words]));
  }
  it('is told what can be done: correct it, or say whose it is', () => {
    const [finding] = findings('evidence-mismatch', `${wrong[0]![0]}\n`);
    assert.match(finding!.message, /Correct it, or say of which place, people or year yours is\.$/);
  });
});

describe('A figure that is true of one thing and goes round for another', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['Every £1 spent on libraries returns £6.95 (Libraries Connected, 2023).', ['£6.95']],
    ['For each £1 of public money, libraries give back £6.95.', ['£6.95']],
    ['Business & IP Centres return £6.95 for every £1 (British Library, 2019).', []],
    ['Our BIPC helps people to start a firm. For each £1 of public money, it returns £6.95.', []],
    ['Every £1 spent on our libraries returns £4.20 (Northmoor Council, 2025).', []],
    ['A paperback costs £6.95.', []],
    ['Every £1 spent on libraries returns £6.63 (Libraries Connected, 2024).', ['£6.63']],
    // The newest figure of the centres is no slip of the older one.
    ['The Business & IP Centres return £6.63 for every £1.', []],
    ['From April 2020 to March 2023, the BIPC network helped to create 18,175 businesses.', []],
  ];
  for (const [text, words] of cases) {
    it(`${text} ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('evidence-mismatch', `${text}\n`), words));
  }
});
