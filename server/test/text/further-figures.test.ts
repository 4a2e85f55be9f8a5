import assert from 'node:assert/strict';
import { furtherIn } from '../../src/text/further-figures';
import { findings } from '../rules/helpers';

describe('How many more figures a sentence has that have no source', () => {
  for (const [text, count] of [
    ['Nationally, 62% of lonely people felt less lonely.', 0],
    ['Nationally, 62% of lonely people felt less lonely, and 41% had found work.', 1],
    ['Nationally, 62% of lonely people felt less lonely, 41% had found work, and 88% would come again.', 2],
    ['“Nor has another figure in its row”, he said, nationally 62% of lonely people felt less lonely.', 0],
  ] as const)
    it(`is read from what the finding says: ${text}`, () => {
      const [finding] = findings('figure-unsourced', `${text}\n`);
      assert.equal(furtherIn(finding!.message), count, finding!.message);
    });
});
