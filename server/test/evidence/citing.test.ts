import assert from 'node:assert/strict';
import { builtInEvidence, factText, sentenceOf } from '../../src/evidence';

const sentence = (statement: string, period?: string) =>
  sentenceOf({ statement, ...(period === undefined ? {} : { period }) });

describe('A fact as a sentence of a paper', () => {
  it('says of when its figure is, in the words of each national fact', () => {
    for (const { id, statement, period } of builtInEvidence.facts) {
      assert.ok(period, id);
      assert.match(statement, /\b(?:19|20)\d\d\b/, id);
      assert.equal(sentence(statement, period), statement, id);
    }
  });

  it('names no address under which a page is only looked up, or which another body keeps a copy at', () => {
    for (const { id, source } of builtInEvidence.facts) {
      if (source.url === undefined) continue;
      const { protocol, search, hostname } = new URL(source.url);
      assert.deepEqual([protocol, search], ['https:', ''], id);
      assert.doesNotMatch(hostname, /docslib|scribd|newbusiness|librarycampaign|cilips/, id);
    }
  });

  it('has its time in brackets where its words have not', () => {
    assert.equal(sentence('Loans rose by 4%.', '2024/25'), 'Loans rose by 4% (2024/25).');
    assert.equal(
      sentence('Visits rose by 22% in the first year.', 'October 2025 to September 2026'),
      'Visits rose by 22% in the first year (October 2025 to September 2026).',
    );
    assert.equal(sentence('Since 1964, 4% more', '2023'), 'Since 1964, 4% more (2023)');
    assert.equal(sentence('Loans rose by 4%.', 'last winter'), 'Loans rose by 4% (last winter).');
    assert.equal(
      factText({ ...builtInEvidence.facts[0]!, statement: 'Loans rose.', period: '2023' }, 'a').sentence,
      'Loans rose (2023).[^a]',
    );
  });

  it('has a footnote that ends with one full stop, whatever its source ends with', () => {
    const note = (publisher: string, title: string, date: string, url?: string) =>
      factText(
        { ...builtInEvidence.facts[0]!, source: { publisher, title, date, names: [], ...(url && { url }) } },
        'a',
      ).note;
    const cases: readonly [given: Parameters<typeof note>, shown: string][] = [
      [['Ashby', 'Reading', '2025'], 'Ashby, *Reading*, 2025.'],
      [['Ashby Ltd.', 'Reading.', '2025.'], 'Ashby Ltd., *Reading*, 2025.'],
      [['Ashby', 'Reading', 'n.d.'], 'Ashby, *Reading*, n.d.'],
      [['Ashby', 'Who reads?', '2025'], 'Ashby, *Who reads?*, 2025.'],
      [['Ashby', 'Reading', '2025', 'ask at the desk.'], 'Ashby, *Reading*, 2025, ask at the desk.'],
      [['Ashby', 'Reading', '2025', 'ask at the desk …'], 'Ashby, *Reading*, 2025, ask at the desk …'],
      [['Ashby', 'Reading', '2025', 'https://a.example/b'], 'Ashby, *Reading*, 2025, <https://a.example/b>.'],
    ];
    for (const [given, shown] of cases) assert.equal(note(...given), `[^a]: ${shown}`);
  });

  it('does not say its time twice', () => {
    for (const [statement, period] of [
      ['In 2024/25, loans rose.', '2024/25'],
      ['Loans rose in the year to March 2025.', '2024/25'],
      ['From April 2020 to March 2023, loans rose.', '2020 to 2023'],
      ['Loans rose last winter.', 'last winter'],
    ] as const)
      assert.equal(sentence(statement, period), statement);
    assert.equal(sentence('Loans rose.'), 'Loans rose.');
  });
});
