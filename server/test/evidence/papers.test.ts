import assert from 'node:assert/strict';
import { paperSets, score } from '../../train/figure-sets.mts';

describe('Figures without a source in papers of several writers', () => {
  for (const [name, documents] of paperSets()) {
    it(`are found, and little else is: ${name}`, () => {
      const wrongly: string[] = [];
      const { right, wrong, missed } = score(documents, (lines) => wrongly.push(lines));
      assert.ok(right > 20, 'too few to say anything');
      assert.ok(right / (right + wrong) >= 0.88, wrongly.join('\n'));
      assert.ok(right / (right + missed) >= 0.88, wrongly.join('\n'));
    });
  }
});
