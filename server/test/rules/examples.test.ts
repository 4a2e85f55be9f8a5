import assert from 'node:assert/strict';
import { RULE_IDS } from '../../src/project';
import { rules } from '../../src/rules';
import { findings } from './helpers';

describe('Every rule', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      it('has an id that the contract knows', () => {
        assert.ok(RULE_IDS.includes(rule.id));
      });
      if (rule.id === 'configuration-invalid') return;
      it('finds something in its bad example', () => {
        assert.notDeepEqual(findings(rule.id, rule.example.bad), []);
      });
      it('finds nothing in its good example', () => {
        assert.deepEqual(findings(rule.id, rule.example.good), []);
      });
      it('says in one to three plain sentences what is wrong', () => {
        for (const { message } of findings(rule.id, rule.example.bad)) {
          assert.match(message, /^[“A-Z].{20,400}[.?]$/);
        }
      });
    });
  }

  it('is listed once', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
  });
});
