import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePages } from '../../../scripts/lib/rule-pages';
import { pageOf, rules } from '../../src/rules';

const folder = join(__dirname, '../../../docs/rules');

describe('The documentation of the rules', () => {
  const pages = rulePages();

  it('has a page for every rule, and no other', () => {
    assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort());
    for (const { id } of rules) assert.ok(pages.has(`${id}.md`));
  });

  for (const [name, text] of pages) {
    it(`${name} is what the rules say (run \`npx tsx scripts/generate-docs.mts\` after a change)`, () => {
      assert.equal(readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n'), text);
    });
  }

  it('says first how to quieten a finding without writing anything, by a setting that is there', () => {
    const { contributes } = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8')) as {
      contributes: { configuration: readonly { properties: Readonly<Record<string, unknown>> }[] };
    };
    const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    for (const { id } of rules.filter(({ id }) => pages.get(`${id}.md`)!.includes('<!-- advocacy-disable'))) {
      assert.match(
        pages.get(`${id}.md`)!,
        new RegExp(`silence it\\n\\nIn VS Code, [^#]*\`${id}\` in the settings`),
      );
      assert.ok(
        settings.includes(`advocacy.findings.${id.replace(/-\w/g, (sign) => sign[1]!.toUpperCase())}`),
        id,
      );
    }
  });

  it('says that what is set holds for all findings of a rule where it does, and names sources that are there', () => {
    const page = pages.get('placeholder-unfilled.md')!;
    assert.match(page, /the others are hints, whatever the rule is set to/);
    assert.doesNotMatch(page, /what you set holds/);
    assert.match(pages.get('name-changed.md')!, /what you set holds for all its findings/);
    for (const [name, text] of pages) {
      const [, source] = /generate-docs\.mts from (\S+\.ts)\./.exec(text) ?? [];
      if (source) assert.ok(existsSync(join(folder, '../..', source)), name);
    }
  });

  it('is listed with a whole sentence, also where an example in it has a full stop', () => {
    const cut = rulePages()
      .get('README.md')!
      .split('\n')
      .filter((line) => /^\| \[/.test(line) && /“[^”]*$/.test(line));
    assert.deepEqual(cut, []);
  });

  it('is where a finding leads', () => {
    for (const { id } of rules) assert.match(pageOf(id), new RegExp(`^https://.*/docs/rules/${id}\\.md$`));
  });
});
