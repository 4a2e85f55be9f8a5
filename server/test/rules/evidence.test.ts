import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { editDraft, parseDraft } from '../../src/draft';
import { builtInEvidence, evidenceOf, factText, loadEvidence, mergeEvidence } from '../../src/evidence';
import { builtInFramework } from '../../src/framework';
import { builtInProject } from '../../src/project';
import { findings, fixed, marked } from './helpers';

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

describe('The built-in evidence', () => {
  const { facts } = builtInEvidence;
  const lastYear = (period: string): number => {
    const [first, end] = period.match(/\d{4}|(?<=\/)\d\d/g)!;
    return end === undefined ? Number(first) : end.length === 2 ? 2000 + Number(end) : Number(end);
  };

  it('marks what is of 2020 or before as history, says so in its sentence, and offers it last', () => {
    const old = facts.filter(({ period }) => lastYear(period!) <= 2020);
    assert.ok(old.length > 0);
    assert.deepEqual(facts.slice(-old.length), old);
    for (const { id, statement, trust } of old) {
      assert.match(trust!, /^History\. /, id);
      assert.match(statement, /\b20[12]\d\b/, id);
    }
    assert.ok(facts.slice(0, -old.length).every(({ trust }) => !/^History/.test(trust!)));
  });

  it('has in place of a figure only one that is newer', () => {
    const dated = facts.filter(({ newer }) => newer !== undefined);
    assert.equal(dated.length, 6);
    for (const { id, newer, period } of dated) {
      const latest = facts.find((fact) => fact.id === newer);
      assert.ok(latest && lastYear(latest.period!) > lastYear(period!), id);
    }
  });

  it('names the newer figure where a paper gives the old one for the present', () => {
    const text = '---\ndate: May 2026\n---\n\nThe BIPC network helps to create 12,288 businesses.\n';
    const [finding] = findings('source-stale', text);
    assert.match(
      finding!.message,
      /A newer one is: “From April 2020 to March 2023, .*18,175 businesses\.” Take that, or say/,
    );
  });

  it('supports topics that there are, and says how far to trust each fact', () => {
    assert.ok(builtInEvidence.facts.length > 20);
    for (const { id, topics, trust, source, holds } of builtInEvidence.facts) {
      for (const topic of topics) assert.ok(builtInFramework.topic(topic), `${id}: ${topic}`);
      assert.ok(trust && holds, id);
      assert.match(source.url ?? '', /^https?:\/\//, id);
    }
  });
  // What was planned, promised, estimated or told by parents is not what was done, paid, counted or told by children.
  for (const [id, says, never] of [
    ['lif-2025-26', /set aside .*£5\.5 million .*2025\/26/, /gave|2024/],
    ['warm-spaces-2023', /93% of the library services asked planned/, /offered/],
    ['src-2023-more', /80% of the parents and carers asked/, /of the children/],
    ['lockdown-2020-loans', /an estimated 5 million .* than usual/, /year before/],
  ] as const) {
    it(`says no more than its source: ${id}`, () => {
      const statement = facts.find((fact) => fact.id === id)?.statement ?? '';
      assert.match(statement, says);
      assert.doesNotMatch(statement, never);
    });
  }

  it('has every figure in its statement, and statements that agree with themselves', () => {
    for (const { id, statement } of builtInEvidence.facts) {
      assert.match(statement, /\d/, id);
      assert.deepEqual(findings('evidence-mismatch', `${statement}\n`), [], id);
    }
  });
  it('is inserted as a sentence with a footnote that is a source', () => {
    for (const fact of builtInEvidence.facts) {
      const { sentence, note } = factText(fact, '1');
      const text = `${sentence}\n\n${note}\n`;
      assert.deepEqual(findings('figure-unsourced', text), [], fact.id);
      assert.deepEqual(findings('evidence-mismatch', text), [], fact.id);
    }
  });
});

describe('The address of a source', () => {
  const library = (url: string) =>
    loadEvidence(
      JSON.stringify({
        sources: { s: { publisher: 'Us', title: 'Survey', date: '2025', url } },
        evidence: [{ id: 'a', statement: 'We had 12 visits.', source: 's' }],
      }),
      'file:///e.json',
    );
  const noteOf = (url: string) => factText(library(url).library.facts[0]!, '1').note;

  for (const [what, url, end] of [
    ['of the web is a link', 'https://example.org/x', ', 2025, <https://example.org/x>.'],
    ['that is words stays words', 'Appendix A: ask the clerk', ', 2025, Appendix A: ask the clerk.'],
    ['that is words with a link in them shows them', 'see <cursor://x>', ', 2025, see \\<cursor://x\\>.'],
    ['cannot end its brackets', 'https://e/>[x](y)<', ', 2025, <https://e/%3E[x](y)%3C>.'],
  ] as const) {
    it(what, () => {
      assert.deepEqual(library(url).problems, []);
      assert.ok(noteOf(url).endsWith(end), noteOf(url));
    });
  }

  for (const url of [
    'applescript:x',
    'jetbrains://idea/x',
    'iterm2:/x',
    'javascript:alert(1)',
    '//evil/share',
  ]) {
    it(`never becomes a link where it leads to a program or a share: ${url}`, () => {
      const { problems } = library(url);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.message, /^The address is left out: .*(?:not safe|network folder)/);
      assert.ok(noteOf(url).endsWith(', 2025.'), noteOf(url));
    });
  }
});

describe("A workspace's evidence", () => {
  const yaml = `sources:
  survey:
    publisher: Ashby Council
    title: Library survey
    date: March 2026
    url: https://ashby.example/survey
    names: [Ashby library survey]
evidence:
  - id: lifeline
    statement: "In Ashby, 78% of users call the library a lifeline."
    figure: { value: 78, unit: percent }
    about: [lifeline]
    source: survey
    topics: [isolation]
`;
  it('is read from YAML and JSON', () => {
    const { library, problems } = loadEvidence(yaml, 'file:///e.yaml');
    assert.deepEqual(problems, []);
    assert.equal(library.facts[0]?.source.publisher, 'Ashby Council');
    const json = JSON.stringify({
      evidence: [{ id: 'a', statement: 'A 1.', source: { publisher: 'P', title: 'T', date: '2026' } }],
    });
    assert.deepEqual(loadEvidence(json, 'file:///e.json').problems, []);
  });
  it('is compared with what a draft says', () => {
    const project = { ...builtInProject, evidence: loadEvidence(yaml, 'file:///e.yaml').library };
    const text = 'In the Ashby library survey, 87% call it a lifeline.\n';
    assert.deepEqual(marked('evidence-mismatch', text, project), ['87%']);
    assert.deepEqual(marked('evidence-mismatch', text), []);
    assert.deepEqual(marked('evidence-mismatch', text.replace('87%', '78%'), project), []);
  });
  it('adds to the built-in one, and corrects it by id', () => {
    const own = loadEvidence(
      yaml.replace('id: lifeline', 'id: participation-2024-25-use'),
      'file:///e.yaml',
    ).library;
    assert.equal(evidenceOf({ evidence: own }).facts.length, builtInEvidence.facts.length);
    assert.equal(
      mergeEvidence([builtInEvidence, own]).facts.filter(({ id }) => id === 'participation-2024-25-use')
        .length,
      1,
    );
    assert.equal(evidenceOf({}), builtInEvidence);
  });
  const wrong: readonly [string, string, number, RegExp][] = [
    ['a source that is not there', yaml.replace('source: survey', 'source: survy'), 12, /no “survy”/],
    [
      'an id given twice',
      `${yaml}  - id: lifeline\n    statement: Again 1.\n    source: survey\n`,
      14,
      /given twice/,
    ],
    ['no statement', yaml.replace(/ {4}statement.*\n/, ''), 8, /statement/],
    ['a figure that is text', yaml.replace('value: 78', 'value: many'), 10, /“value” must be/],
    ['a key that there is none of', yaml.replace('about:', 'abuot:'), 11, /abuot/],
    [
      'a confusion that does not say with what',
      `${yaml}    confusions: [{ say: It is another. }]\n`,
      14,
      /“with”|“without”/,
    ],
    ['a file that is empty', '', 0, /empty/],
    ['a second document', `${yaml}---\nfacts: []\n`, 14, /Nothing is read from this line on/],
    ['what is no YAML', 'evidence: [', 0, /./],
  ];
  for (const [what, text, line, message] of wrong) {
    it(`is told of ${what} at its line`, () => {
      const { problems } = loadEvidence(text, 'file:///e.yaml');
      assert.match(problems[0]?.message ?? '', message);
      assert.equal(problems[0]?.range.start.line, line);
    });
  }
});

describe('A reference to a footnote', () => {
  const NOTE = '\n\n[^1]: Ashby Council, *Survey*, 2026.\n';
  for (const [text, marks] of [
    ['Four in ten are not online.[^survey]', ['[^survey]']],
    ['Four in ten[^1] are not online[^2].', ['[^2]']],
    ['- Four in ten[^one]\n- [^two] **Five[^three]**', ['[^one]', '[^two]', '[^three]']],
    ['| A | B |\n| --- | --- |\n| 5 | 6[^x] |', ['[^x]']],
    ['> Four in ten[^x]', ['[^x]']],
    ['Four in ten[^1].', []],
    ['A class such as `[^abc]`, or an escaped \\[^abc] one.', []],
    ['A link [^here](https://a.example) and a caret [^ x].', []],
    ['    [^abc] in code', []],
    ['Three things matter[^x]: books, people and rooms.', ['[^x]']],
    ['Four in ten are lonely[^x](Ashby, 2025).', ['[^x]']],
    ['Twice \\\\[^x] over.', ['[^x]']],
    ['Letters [^a-z]+ and $x[^2]$ in a formula.', []],
  ] as const)
    it(`that is not there is missed: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(marked('footnote-missing', `${text}${NOTE}`), marks));

  it('can be written, with a place for its source', () => {
    const text = 'Four in ten are not online.[^survey]\n';
    const after = fixed('footnote-missing', text);
    assert.equal(
      after,
      `${text}\n[^survey]: [insert organisation], *[insert title of the source]*, [insert month and year], [insert web address or where to ask for a copy].\n`,
    );
    assert.deepEqual(findings('footnote-missing', after), []);
  });

  it('keeps its label from a new footnote, whose source it would become', () => {
    const after = fixed(
      'figure-unsourced',
      'We asked in the town.[^1]\n\nIn 2025, 45% of adults in Ashby were lonely.\n',
    );
    assert.match(after, /lonely\.\[\^2\]/);
  });

  it('is told of once: the figure beside it is not said to lack a footnote', () => {
    for (const text of ['Visits rose by 40%.[^survey]\n', 'Visits rose by 40%[^survey].\n']) {
      assert.equal(findings('footnote-missing', text).length, 1);
      assert.equal(findings('figure-unsourced', text).length, 0, text);
    }
    assert.equal(findings('figure-unsourced', 'Visits rose by 40%.[^s]\n\nLoans rose by 30%.\n').length, 1);
  });

  it('is missed and found again as the note comes and goes', () => {
    let draft = parseDraft('Visits rose.[^survey]\n\n[^survey]: Ashby.\n');
    const found = () =>
      analyse(draft, builtInProject).findings.filter(({ rule }) => rule === 'footnote-missing').length;
    assert.equal(found(), 0);
    const start = draft.text.indexOf('[^survey]:');
    draft = editDraft(draft, { span: { start: start + 2, end: start + 3 }, text: 'z' });
    assert.equal(found(), 1);
    draft = editDraft(draft, { span: { start: start + 2, end: start + 3 }, text: 's' });
    assert.equal(found(), 0);
  });
});
