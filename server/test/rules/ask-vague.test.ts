import assert from 'node:assert/strict';
import { VAGUE_ASKS } from '../../src/rules/ask-vague';
import { findings, marked } from './helpers';

describe('A vague request', () => {
  for (const { pattern, vague, clear, open } of VAGUE_ASKS) {
    it(`${pattern}: ${vague}`, () => {
      const [finding, ...others] = findings('ask-vague', `${vague}\n`);
      assert.deepEqual(others, []);
      assert.ok(finding!.message.endsWith(open), finding!.message);
    });
    it(`not ${pattern}: ${clear}`, () => assert.deepEqual(findings('ask-vague', `${clear}\n`), []));
  }
  it('is told once of a sentence, and not of what somebody else says', () => {
    const text = 'We would welcome a conversation about the direction of travel.';
    assert.equal(findings('ask-vague', `${text}\n`).length, 1);
    for (const quoted of [`> ${text}`, `“${text}”`, `# ${text}`])
      assert.deepEqual(marked('ask-vague', `${quoted}\n`), [], quoted);
  });
});
