import assert from 'node:assert/strict';
import { snippets } from '../../../server/src/snippets';
import { isNamed, matching, withSome } from '../../src/commands/search';

describe('A list of snippets', () => {
  const found = (value: string) =>
    matching(
      snippets.map(({ id, name, description, body }) => ({ id, label: name, description, text: body })),
      value,
    ).map(({ id }) => id);
  it('has a quotation for whoever looks for a quote', () => assert.ok(found('quote').includes('quotation')));
});

describe('What is looked for by its row', () => {
  for (const [label, detail, value, is] of [
    ['Options', 'A table of at least three.', 'table', true],
    ['Options', 'A table of at least three.', 'opt tab', true],
    ['Digital inclusion', 'Skills in a comfortable place.', 'table', false],
    ['Options', 'A table of at least three.', '', false],
  ] as const)
    it(`${is ? 'is' : 'is not'} “${label}” with “${value}”`, () =>
      assert.equal(isNamed({ label, detail, text: 'Tablets, and a table' }, value), is));
});

describe('A list of facts', () => {
  const facts = [
    {
      label: 'Eight in ten children said that they read more.',
      detail: 'The Reading Agency, 2023',
      text: '',
    },
    { label: 'Loans of e-books doubled in lockdown.', description: 'digital', text: 'Carnegie, 2020' },
  ];
  const found = (value: string) => matching(facts, value).map((fact) => facts.indexOf(fact));

  it('is all there until something is looked for', () => assert.deepEqual(found('  '), [0, 1]));
  for (const [value, indices] of [
    ['children read', [0]],
    ['read children', [0]],
    ['READING agency', [0]],
    ['Carnegie lockdown', [1]],
    ['digital loans', [1]],
    ['children lockdown', []],
    // Other forms of a word, behind what has it as it is.
    ['doubling', [1]],
    ['children reads', [0]],
    ['doubles', [1]],
    ['ends', []],
    // Nor in the middle of a word.
    ['down', []],
    // Little words, hyphens and commas are not asked for.
    ['the loans of ebooks', [1]],
    ['loans, e-books', [1]],
    ['for the', []],
  ] as const) {
    it(`has ${indices.length} with “${value}”`, () => assert.deepEqual(found(value), indices));
  }

  it('has what has the most of the words, in any form, where nothing has all of them', () => {
    const some = (value: string) => withSome(facts, value).map((fact) => facts.indexOf(fact));
    assert.deepEqual(some('children lockdown loans'), [1, 0]);
    assert.deepEqual(some('the doubling of jobs'), [1]);
    assert.deepEqual(some('no such thing'), []);
  });

  it('is read once, however many keys are typed', () => {
    let reads = 0;
    const fact = {
      label: 'Loans of e-books doubled in lockdown.',
      get text() {
        reads++;
        return 'Carnegie, 2020';
      },
    };
    for (const value of ['l', 'lo', 'loans jobs']) [...matching([fact], value), ...withSome([fact], value)];
    assert.equal(reads, 1);
  });
});
