import assert from 'node:assert/strict';
import { verdictBy } from '../../src/claims/model';

/** Log odds of a probability. */
const oddsOf = (probability: number) => Math.log(probability / (1 - probability));

describe('What an editor would say of a claim', () => {
  for (const { source, excess, isExcess } of [
    { source: 0.1, excess: 0.6, isExcess: true },
    { source: 0.4, excess: 0.41, isExcess: true },
    { source: 0.4, excess: 0.22, isExcess: true },
    { source: 0.4, excess: 0.18, isExcess: false },
    { source: 0.9, excess: 0.1, isExcess: false },
  ])
    it(`where they ask its source with ${source}, and call it too strong with ${excess}: ${isExcess ? 'that it claims too much' : 'where it comes from'}`, () => {
      const verdict = verdictBy({ source: oddsOf(source), excess: oddsOf(excess) });
      assert.equal(verdict.isExcess, isExcess);
      assert.ok(Math.abs(verdict.probability - (1 - (1 - source) * (1 - excess))) < 1e-9);
    });
});
