import assert from 'node:assert/strict';
import { paperSets, score } from '../../train/figure-sets.mts';

/** Public pages told anew: labels of one reader, and what two readers agree on of papers that the rules were not made on. */
const LEAST: Readonly<Record<string, number>> = { retold: 0.8, 'read-twice': 0.78 };

describe('Figures without a source in papers of several writers', () => {
  for (const [name, documents] of paperSets()) {
    it(`are found, and little else is: ${name}`, () => {
      const wrongly: string[] = [];
      const { right, wrong, missed } = score(documents, (lines) => wrongly.push(lines));
      assert.ok(right > 20, 'too few to say anything');
      const least = LEAST[name] ?? 0.8;
      assert.ok(right / (right + wrong) >= least, wrongly.join('\n'));
      assert.ok(right / (right + missed) >= least, wrongly.join('\n'));
    });
  }
});
