import assert from 'node:assert/strict';
import { builtInEvidence, evidenceOf, factText, loadEvidence, mergeEvidence } from '../../src/evidence';
import national from '../../src/evidence/national.json';
import { builtInFramework } from '../../src/framework';
import { builtInProject } from '../../src/project';
import { findings, marked } from '../rules/helpers';

describe('The built-in evidence', () => {
  const { facts } = builtInEvidence;
  const lastYear = (period: string): number => {
    const [first, end] = period.match(/\d{4}|(?<=\/)\d\d/g)!;
    return end === undefined ? Number(first) : end.length === 2 ? 2000 + Number(end) : Number(end);
  };

  it('has a source for every fact, and only topics that there are', () => {
    assert.deepEqual(loadEvidence(JSON.stringify(national), 'national.json').problems, []);
    const ids = new Set(builtInFramework.topics.map(({ id }) => id));
    for (const { id, topics, newer } of facts) {
      assert.deepEqual(
        topics.filter((topic) => !ids.has(topic)),
        [],
        id,
      );
      if (newer !== undefined)
        assert.ok(
          facts.some((fact) => fact.id === newer),
          `${id}: ${newer}`,
        );
    }
  });

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
    assert.ok(dated.length > 0);
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
    for (const { id, topics, trust, holds } of builtInEvidence.facts) {
      for (const topic of topics) assert.ok(builtInFramework.topic(topic), `${id}: ${topic}`);
      assert.ok(trust && holds, id);
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

describe('A source that a library does not have', () => {
  for (const source of ['missing', 'toString', 'constructor', '__proto__'])
    it(`leaves its facts out, whatever its name: ${source}`, () => {
      const text = JSON.stringify({
        sources: {},
        evidence: [{ id: 'a', statement: 'We had 12 visits.', source }],
      });
      const { library, problems } = loadEvidence(text, 'file:///e.json');
      assert.deepEqual(library.facts, []);
      assert.equal(problems.length, 1);
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
