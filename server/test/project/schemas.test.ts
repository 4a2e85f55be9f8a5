import assert from 'node:assert/strict';
import { type Schema, Validator } from '@cfworker/json-schema';
import configuration from '../../../schemas/configuration.schema.json';
import framework from '../../../schemas/framework.schema.json';
import frontMatter from '../../../schemas/front-matter.schema.json';
import { withRules, withTopics } from '../../../scripts/lib/schemas';
import { builtInFramework } from '../../src/framework';
import { defaultConfiguration, RULE_IDS } from '../../src/project';
import { SEVERITIES } from '../../src/project/severity';
import { rules } from '../../src/rules';
import { ALIAS_IDS } from '../../src/rules/lib/settings/aliases';
import { idsOf } from '../framework/ids';

const LEVELS = ['off', ...SEVERITIES].sort();

describe('the schemas', () => {
  it('know every rule that there is, so that no setting for one is called a mistake, and no other', () => {
    assert.deepEqual([...RULE_IDS].sort(), [...rules.map(({ id }) => id), ...ALIAS_IDS].sort());
    assert.deepEqual(Object.keys(frontMatter.properties.rules.properties), RULE_IDS);
  });

  it('get an entry for a rule that they do not have, as `npm run docs` writes it, and no other', () => {
    const text = JSON.stringify(frontMatter, undefined, 2);
    assert.equal(withRules(text), text);
    const without = text.replace(/,\s*"heading-single": \{[^}]*\}/, '');
    assert.notEqual(without, text);
    const { enum: levels, description } = JSON.parse(withRules(without)).properties.rules.properties[
      'heading-single'
    ];
    assert.deepEqual(levels, ['off', 'hint', 'information', 'warning', 'error']);
    // One sentence, as it also stands in menus.
    assert.equal(description, 'A second heading of the first level (`#`).');
  });

  it('get the ids of areas, offers and promises in the same way', () => {
    const text = JSON.stringify(frontMatter, undefined, 2);
    assert.equal(withTopics('front-matter', text), text);
    const without = text.replace(/,\s*"cultural"/, '');
    assert.notEqual(without, text);
    assert.deepEqual(JSON.parse(withTopics('front-matter', without)), frontMatter);
  });

  it('offer the levels that there are', () => {
    for (const schema of [configuration, frontMatter]) {
      for (const [id, rule] of Object.entries(schema.properties.rules.properties)) {
        assert.deepEqual([...rule.enum].sort(), LEVELS, id);
      }
    }
  });

  it('explain each setting, for those who write it in an editor', () => {
    for (const schema of [configuration, frontMatter]) {
      for (const [name, { description }] of Object.entries(schema.properties)) {
        assert.ok(description.length > 20, name);
      }
      for (const [id, { description }] of Object.entries(schema.properties.rules.properties)) {
        assert.match(description, /^[A-Z].*\.$/, id);
      }
    }
  });

  it('have the settings that are read', () => {
    const read = [...Object.keys(defaultConfiguration), 'framework', '$schema'];
    assert.deepEqual(Object.keys(configuration.properties).sort(), read.sort());
  });

  it('suggest ids of the built-in framework', () => {
    const suggested = (key: 'areas' | 'offers') => frontMatter.properties[key].oneOf[1]!.items!.examples;
    assert.deepEqual(suggested('areas'), idsOf('area'));
    assert.deepEqual(suggested('offers'), idsOf('offer'));
    const topics = configuration.properties.terms.items.properties.topics.items.examples;
    const all = builtInFramework.topics.map(({ id }) => id);
    assert.deepEqual(topics, all);
    assert.deepEqual(framework.$defs.topic.properties.judgedAs.enum, all);
    const kinds = builtInFramework.kinds.map(({ id }) => id);
    assert.deepEqual([...frontMatter.properties.kind.examples].sort(), kinds.sort());
    assert.ok(kinds.includes(frontMatter.properties.kind.default));
  });

  const drafts: readonly [name: string, data: unknown, valid: boolean][] = [
    [
      'everything',
      { title: 'T', kind: 'report', areas: ['digital'], offers: 'none', rules: { 'sentence-long': 'off' } },
      true,
    ],
    ['nothing', {}, true],
    ['keys of other tools', { layout: 'post', tags: ['a'] }, true],
    ['all areas', { areas: 'all' }, true],
    ['some word for the areas', { areas: 'digital' }, false],
    ['a number for a title', { title: 3 }, false],
    ['a level that does not exist', { rules: { 'sentence-long': 'warn' } }, false],
    ['a rule that does not exist', { rules: { 'sentense-long': 'off' } }, false],
  ];
  for (const [name, data, valid] of drafts) {
    it(`${valid ? 'allow' : 'refuse'} front matter with ${name}`, () => {
      assert.equal(new Validator(frontMatter as unknown as Schema, '7').validate(data).valid, valid);
    });
  }
});
