import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  TabInputWebview,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { DIGITAL_CASE } from '../texts';
import {
  closeAll,
  create,
  finding,
  findings,
  open,
  replace,
  ruleOf,
  rulesOf,
  until,
  untitled,
} from './support';

const missing = (document: TextDocument, title: RegExp) =>
  findings(document).filter(
    (diagnostic) => ruleOf(diagnostic) === 'area-missing' && title.test(diagnostic.message),
  );

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('advocacy').update(name, value, ConfigurationTarget.Workspace);
}

describe('Findings', () => {
  afterEach(closeAll);

  it('appear on a draft, each with its rule, its page and its place', async () => {
    const document = await open('drafts/weak.md');
    const placeholder = await finding(document, 'placeholder-unfilled');
    assert.equal(document.getText(placeholder.range), '[insert amount]');
    const page = (placeholder.code as { target: Uri }).target;
    assert.equal(page.scheme, 'command');
    await commands.executeCommand(page.path, ...(JSON.parse(page.query) as unknown[]));
    const shown = (): readonly string[] =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .flatMap(({ input, label }) => (input instanceof TabInputWebview ? [label] : []));
    await until('the rule’s page, as it is read', () =>
      shown().some((one) => /placeholder-unfilled/.test(one)),
    );
    for (const area of [/economic/i, /education/i, /isolation/i, /digital/i, /cultural/i]) {
      await until(`a finding on ${area}`, () => missing(document, area).length === 1);
    }
    assert.equal(
      findings(document).length,
      new Set(findings(document).map((d) => `${ruleOf(d)} ${d.message}`)).size,
    );
  });

  it('do not appear on a README', async () => {
    const readme = await open('README.md');
    const draft = await open('drafts/weak.md');
    await finding(draft, 'area-missing');
    assert.deepEqual(rulesOf(readme), []);
  });

  it('follow what is typed: arguing an area takes its finding away, and no other', async () => {
    const document = await create('drafts/typed.md', '---\nkind: briefing\nareas: all\n---\n\n# Typed\n\n');
    await until('the finding', () => missing(document, /digital/i).length === 1);
    await replace(document, '', DIGITAL_CASE);
    await until('it to go', () => missing(document, /digital/i).length === 0);
    assert.equal(missing(document, /isolation/i).length, 1);
    await replace(document, DIGITAL_CASE, '');
    await until('it to come back', () => missing(document, /digital/i).length === 1);
  });

  it('appear on a draft that was never saved', async () => {
    const document = await untitled('---\nkind: briefing\nareas: all\n---\n\n# New\n');
    await until('a finding', () => missing(document, /cultural/i).length === 1);
  });

  it('go when a document stops being a draft', async () => {
    const document = await untitled('---\nkind: briefing\nareas: all\n---\n\n# New\n');
    await finding(document, 'area-missing');
    await replace(document, 'kind: briefing', 'layout: page');
    await until('them to go', () => findings(document).length === 0);
  });

  describe('with the settings', () => {
    afterEach(async () => {
      for (const name of [
        'check',
        'checkOn',
        'rules',
        'findings.areaMissing',
        'findings.placeholderUnfilled',
      ])
        await set(name, undefined);
    });

    it('"check": all, appear on every Markdown file; off, on none', async () => {
      const readme = await open('README.md');
      await set('check', 'all');
      await finding(readme, 'alt-text-missing');
      await set('check', 'off');
      await until('them to go', () => findings(readme).length === 0);
    });

    it('"checkOn": save, wait until the draft is saved', async () => {
      await set('checkOn', 'save');
      const document = await create('drafts/saved.md', '---\nkind: briefing\nareas: all\n---\n\n# Saved\n\n');
      await until('a finding', () => missing(document, /digital/i).length === 1);
      await replace(document, '', DIGITAL_CASE);
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(missing(document, /digital/i).length, 1);
      await document.save();
      await until('it to go', () => missing(document, /digital/i).length === 0);
    });

    it('"rules", are as serious as they say', async () => {
      const document = await open('drafts/weak.md');
      await finding(document, 'area-missing');
      await set('rules', { 'placeholder-unfilled': 'error', 'area-missing': 'off' });
      await until('the change', () => !rulesOf(document).includes('area-missing'));
      const placeholder = await finding(document, 'placeholder-unfilled');
      assert.equal(placeholder.severity, DiagnosticSeverity.Error);
    });

    it('"findings", too, which the settings page has a list for each of; "rules" win over them', async () => {
      const document = await open('drafts/weak.md');
      await finding(document, 'area-missing');
      await set('findings.areaMissing', 'off');
      await set('findings.placeholderUnfilled', 'error');
      await until('the change', () => !rulesOf(document).includes('area-missing'));
      const placeholder = (): Diagnostic | undefined =>
        findings(document).find((one) => ruleOf(one) === 'placeholder-unfilled');
      await until('an error', () => placeholder()?.severity === DiagnosticSeverity.Error);
      await set('rules', { 'placeholder-unfilled': 'hint' });
      await until('a hint', () => placeholder()?.severity === DiagnosticSeverity.Hint);
    });
  });
});
