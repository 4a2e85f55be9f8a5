import assert from 'node:assert/strict';
import type { State } from '../../../server/src/coverage/types';
import type { CoverageResult, ReportedTopic } from '../../../server/src/protocol';
import { shortSum, stateWords, summaryLines, sumOf } from '../../src/views/coverageWords';

/** Topics from "argued missing?": a state each, with "?" where the draft is not held to it. */
const topics = (states: string): ReportedTopic[] =>
  states
    .split(' ')
    .filter((state) => state !== '')
    .map((state, index) => ({
      id: `t${index}`,
      title: `T${index}`,
      state: state.replace('?', '') as State,
      asked: !state.endsWith('?'),
      passages: [],
    }));

const coverage = (areas: string, offers: string): CoverageResult => ({
  file: '',
  kind: '',
  title: '',
  version: 1,
  draft: true,
  areas: topics(areas),
  offers: topics(offers),
});

describe('The sum of a draft', () => {
  const cases: readonly [areas: string, offers: string, sum: string][] = [
    ['argued evidenced mentioned missing missing', 'missing?', '2 of 5 areas argued'],
    ['argued argued? missing', 'argued', '1 of 2 areas argued'],
    ['missing? argued?', 'argued missing', '1 of 2 offers argued'],
    ['missing? argued? evidenced?', 'missing?', '2 areas argued'],
    ['missing? mentioned?', 'argued?', 'No areas argued'],
    ['missing', '', '0 of 1 areas argued'],
  ];
  for (const [areas, offers, sum] of cases) {
    it(`of ${areas} and ${offers || 'no offers'} is "${sum}"`, () => {
      assert.equal(shortSum(coverage(areas, offers)), sum);
    });
  }

  it('counts only what the draft is held to, where it is held to something', () => {
    assert.equal(sumOf(topics('argued argued? missing')), '1 of 2 argued');
    assert.equal(sumOf(topics('argued? argued?')), '2 argued');
    assert.equal(sumOf(topics('missing?')), 'none argued');
  });

  it('names topics by their state, the strongest first', () => {
    const lines = summaryLines(topics('missing argued evidenced argued missing? mentioned'));
    assert.deepEqual(lines, ['evidenced: T2', 'argued: T1, T3', 'mentioned: T5', 'missing: T0']);
  });

  it('says of a topic that the draft is not held to that it is optional', () => {
    assert.deepEqual(topics('missing missing?').map(stateWords), ['missing', 'missing, optional']);
  });
});
