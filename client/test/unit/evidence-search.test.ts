import assert from 'node:assert/strict';
import { catalogue } from '../../../server/src/features/insert/catalogue';
import { builtInProject } from '../../../server/src/project/load';
import { bySuiting, evidenceGroups, evidenceItem } from '../../src/commands/evidence-item';
import { matching } from '../../src/commands/search';

/** What a library officer types into Insert Evidence, and a fact that is expected there. */
const SEARCHES = [
  ['reading for pleasure', 'src-2023-more'],
  ['the enjoyment of reading', 'src-2023-more'],
  ['loneliness', 'warm-spaces-2023'],
  ['lonely people', 'warm-spaces-2023'],
  ['loneli', 'kent-home-2023-lonely'],
  ['housebound readers', 'kent-home-2023-reading'],
  ['home library service', 'kent-home-2023-independence'],
  ['older people', 'kent-home-2023-lonely'],
  ['disabled people', 'community-life-2024-25-disabled'],
  ['summer reading challenge', 'src-2023-children'],
  ['literacy', 'src-2023-more'],
  ['digital exclusion', 'good-things-2024-skills'],
  ['internet', 'good-things-2024-skills'],
  ['online', 'good-things-2024-skills'],
  ['jobs', 'bipc-2020-23-jobs'],
  ['employment', 'bipc-2020-23-jobs'],
  ['start-ups', 'bipc-2020-23-businesses'],
  ['value for money', 'bipc-2020-23-return'],
  ['return on investment', 'bipc-2020-23-return'],
  ['economic impact', 'bipc-2020-23-return'],
  ['how many people use libraries', 'participation-2024-25-use'],
  ['children', 'src-2023-children'],
  ['children’s reading', 'src-2023-children'],
  ['health', 'dcms-health-2016-nhs'],
  ['well-being', 'dcms-health-2016-nhs'],
  ['e-books', 'lockdown-2020-loans'],
  ['ebooks', 'lockdown-2020-loans'],
  ['wifi', 'participation-2024-25-digital'],
  ['cost of living', 'warm-spaces-2023'],
  ['cost of libraries', 'cipfa-2022-23-spend'],
  ['footfall', 'cipfa-2022-23-visits'],
  ['budget cuts', 'cipfa-2022-23-spend'],
  // Other words for the same: lent, loans, issues, borrowing.
  ['loan', 'slic-2023-24-loans'],
  ['loans of books', 'cipfa-2022-23-loans'],
  ['books borrowed', 'slic-2023-24-loans'],
  ['lending in Scotland', 'slic-2023-24-loans'],
  ['book issues', 'slic-2023-24-loans'],
  ['issues', 'taskforce-2017-18-loans'],
  ['expenditure', 'taskforce-2017-18-spend'],
  // There is no such fact: one of something else must not stand for it.
  ['dementia', undefined],
  ['volunteers', undefined],
  ['cost per visit', undefined],
] as const;

describe('An officer who looks for evidence', () => {
  const items = catalogue(builtInProject).evidence.map(evidenceItem);
  for (const [value, expected] of SEARCHES) {
    it(`finds ${expected ?? 'nothing'} with “${value}”`, () => {
      const found = matching(items, value).map(({ id }) => id);
      if (expected === undefined) assert.deepEqual(found, []);
      else assert.ok(found.includes(expected), found.join(', '));
      assert.ok(found.length < items.length / 2, `${found.length} facts are no answer`);
    });
  }

  it('reads each fact to its end: it goes on in the second line, before its source', () => {
    const { evidence } = catalogue(builtInProject);
    for (const { label, detail, id } of evidence.map(evidenceItem)) {
      const { statement, source } = evidence.find((fact) => fact.id === id)!;
      assert.ok(label.length <= 78, label);
      assert.ok(`${label} ${detail}`.startsWith(statement) && detail!.endsWith(source), `${label} ${detail}`);
      assert.ok(detail!.length - source.length <= 80, detail);
    }
  });

  it('is offered last what the paper says already, in whatever it is about', () => {
    const fact = (id: string, topic: string, said = false) => ({
      ...{ id, statement: id, source: '', topics: [topic] },
      ...(said && { said }),
    });
    const evidence = [
      fact('inserted', 'Reading', true),
      fact('aside', 'Digital inclusion'),
      fact('other', 'Reading'),
    ];
    assert.deepEqual(
      evidenceGroups(evidence, ['Reading'], 1).map(({ items }) => items.map(({ id }) => id)),
      [['other'], [], ['aside'], ['inserted']],
    );
  });

  /** @param distance from where the paper is from */
  const fact = (id: string, topic: string, distance: number) => ({
    ...{ id, statement: id, source: '', topics: [topic], distance },
  });

  it('has in each group first what holds where the paper is from', () => {
    const evidence = [
      fact('uk', 'Reading', 3),
      fact('england', 'Reading', 4),
      fact('scotland', 'Reading', 1),
      fact('aside', 'Digital inclusion', 1),
    ];
    assert.deepEqual(
      evidenceGroups(evidence, ['Reading'], 1).map(({ items }) => items.map(({ id }) => id)),
      [['scotland', 'uk', 'england'], [], ['aside'], []],
    );
  });

  it('has what the paper argues before what it mentions, though that is of the paper’s own country', () => {
    const evidence = [
      fact('economy here', 'Economic recovery', 1),
      fact('skills here', 'Digital inclusion', 1),
      fact('skills in the UK', 'Digital inclusion', 3),
      fact('skills in 2016', 'Digital inclusion', 4),
      fact('skills of our own', 'Digital inclusion', 0),
    ];
    const [, paper] = evidenceGroups(evidence, ['Digital inclusion', 'Economic recovery'], 0);
    assert.deepEqual(
      paper!.items.map(({ id }) => id),
      ['skills of our own', 'skills here', 'skills in the UK', 'economy here', 'skills in 2016'],
    );
  });

  it('finds first what suits the paper: on what it speaks of most, and on nothing else', () => {
    const facts = [
      { id: 'use', topics: ['Reading', 'Information and Digital'] },
      { id: 'value', topics: ['Education support', 'Digital inclusion', 'Health and Wellbeing'] },
      { id: 'visits', topics: [] },
      { id: 'skills', topics: ['Digital inclusion', 'Information and Digital'] },
      { id: 'fund', topics: ['Digital inclusion'] },
    ];
    const found = bySuiting(facts, ['Digital inclusion', 'Information and Digital']);
    assert.deepEqual(
      found.map(({ fact, rank }) => `${fact.id} ${rank}`),
      ['skills 0', 'fund 0', 'value 0', 'use 1', 'visits -1'],
    );
    assert.deepEqual(
      bySuiting(facts, []).map(({ fact }) => fact.id),
      facts.map(({ id }) => id),
    );
  });
});
