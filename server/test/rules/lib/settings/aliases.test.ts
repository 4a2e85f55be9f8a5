import assert from 'node:assert/strict';
import { builtInProject } from '../../../../src/project';
import { rules } from '../../../../src/rules';
import { ALIAS_IDS, aliasesOf, ruleMeant } from '../../../../src/rules/lib/settings/aliases';
import { findings, marked } from '../../helpers';

const RULE = 'name-changed';

describe('The id of a rule whose work another has taken over', () => {
  const text = 'Our Universal Digital Offer.';

  it('is known, and means the other', () => {
    assert.deepEqual(aliasesOf(RULE), ['offer-renamed']);
    assert.equal(ruleMeant('offer-renamed'), RULE);
    assert.equal(ruleMeant(RULE), RULE);
    for (const id of ALIAS_IDS) {
      assert.ok(!rules.some((rule) => rule.id === id));
      assert.ok(rules.some((rule) => rule.id === ruleMeant(id)));
    }
  });

  it('still sets it in front matter, in a configuration and in settings', () => {
    assert.deepEqual(marked(RULE, `---\nrules:\n  offer-renamed: off\n---\n\n${text}\n`), []);
    const set = (of: Readonly<Record<string, 'hint' | 'error' | 'off'>>) => ({
      ...builtInProject,
      configuration: { ...builtInProject.configuration, rules: of },
    });
    const severity = (of: Readonly<Record<string, 'hint' | 'error' | 'off'>>) =>
      findings(RULE, `${text}\n`, set(of))[0]?.severity;
    assert.equal(severity({ 'offer-renamed': 'hint' }), 'hint');
    assert.equal(severity({ 'offer-renamed': 'off' }), undefined);
    // Whoever names the rule itself means it.
    assert.equal(severity({ 'offer-renamed': 'off', 'name-changed': 'error' }), 'error');
  });

  it('still silences it in comments, and is no mistake there', () => {
    for (const comment of ['disable-next-line', 'disable', 'disable-file']) {
      const silenced = `<!-- advocacy-${comment} offer-renamed -->\n\n${text}\n`;
      assert.deepEqual(marked(RULE, silenced), [], comment);
      assert.deepEqual(findings('directive-unknown', silenced), []);
    }
    assert.deepEqual(findings('front-matter-invalid', `---\nrules:\n  offer-renamed: off\n---\n\n# A\n`), []);
  });
});
