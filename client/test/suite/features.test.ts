import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type CompletionList,
  commands,
  type Hover,
  Range,
  Selection,
  window,
  workspace,
} from 'vscode';
import { DIGITAL_CASE } from '../texts';
import {
  api,
  choose,
  closeAll,
  create,
  finding,
  inFolder,
  open,
  positionOf,
  rulesOf,
  textOf,
  until,
} from './support';

const DRAFT = `---\nkind: briefing\nareas: all\n---\n\n# Getting online\n\n## The facts\n\n${DIGITAL_CASE}\n`;

describe('In a draft', () => {
  afterEach(closeAll);

  it('a hover on a passage says what it argues, and the words that led there', async () => {
    const document = await create('drafts/hover.md', DRAFT);
    const position = positionOf(document, 'basic digital skills').translate(0, 8);
    const text = await until('a hover', async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return textOf(hovers).includes('Digital inclusion') && textOf(hovers);
    });
    assert.match(text, /argued/i);
    assert.match(text, /digital skills/);
  });

  it('each snippet stands once among the suggestions, in other Markdown, too', async () => {
    for (const head of ['---\nkind: letter\n---\n\n', '']) {
      const document = await create('drafts/snippets.md', `${head}# Open later\n\nadvocacy-\n`);
      const position = positionOf(document, 'advocacy-').translate(0, 'advocacy-'.length);
      const labels = await until('the snippets', async () => {
        const { items } = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
        );
        const all = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        return all.includes('advocacy-quotation') && all.filter((label) => label.startsWith('advocacy-'));
      });
      assert.deepEqual(labels, [...new Set(labels)]);
      assert.ok(labels.length > 50);
      await closeAll();
    }
  });

  it('a quick fix on a missing area inserts a paragraph that argues it', async () => {
    const document = await open('drafts/weak.md');
    const missing = await finding(document, 'area-missing');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      missing.range,
      CodeActionKind.QuickFix.value,
      20,
    );
    const insert = actions.find(({ title, edit }) => /insert/i.test(title) && edit !== undefined);
    assert.ok(insert, actions.map(({ title }) => title).join(', '));
    const before = document.getText();
    assert.ok(await workspace.applyEdit(insert.edit!));
    const added = document.getText().length - before.length;
    assert.ok(added > 200, `${added} letters were added`);
    assert.ok(document.getText().split('[insert ').length > before.split('[insert ').length);
  });

  it('a quick fix adds a footnote, from whose source Tab leads back to the sentence, and is undone in one step', async () => {
    const text =
      '---\nkind: letter\n---\n\n# Open later\n\nOne in five homes here had no internet last year.\n\nWe ask you to keep it.\n';
    const document = await create('drafts/footnote.md', text);
    const { range } = await finding(document, 'figure-unsourced');
    const editor = window.activeTextEditor!;
    editor.selection = new Selection(range.start, range.start);
    await commands.executeCommand('editor.action.autoFix');
    await until('the source to be selected', () =>
      /^\[insert organisation\]$/.test(document.getText(window.activeTextEditor!.selection)),
    );
    assert.match(document.lineAt(window.activeTextEditor!.selection.start).text, /^\[\^1\]: /);
    assert.ok(document.getText().includes('last year.[^1]\n'));
    for (let place = 0; place < 4; place++) await commands.executeCommand('jumpToNextSnippetPlaceholder');
    const back = window.activeTextEditor!.selection.active;
    assert.equal(
      document.lineAt(back).text.slice(0, back.character),
      'One in five homes here had no internet last year.[^1]',
    );
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('a quick fix silences a rule here, and the finding goes', async () => {
    const document = await open('drafts/weak.md');
    const placeholder = await finding(document, 'placeholder-unfilled');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      placeholder.range,
      CodeActionKind.QuickFix.value,
      50,
    );
    const silence = actions.find(
      ({ title, edit }) => title === 'This is right: say why (not printed)' && edit !== undefined,
    );
    assert.ok(silence, actions.map(({ title }) => title).join(', '));
    assert.ok(await workspace.applyEdit(silence.edit!));
    assert.match(document.getText(), /<!-- advocacy-disable/);
    await until('it to go', () => !rulesOf(document).includes('placeholder-unfilled'));
  });

  it('what was pasted from Word is made a list, a table and lines at the light bulb, as the preview then shows', async () => {
    const document = await create(
      'drafts/pasted.md',
      '---\nkind: briefing\n---\n\n# Pasted\n\nWe lend:\n•\tbooks\n•\tgames\n\nYear\tVisits\n2025\t44,000\n\nAnn Moss\nHead of Libraries\n',
    );
    for (const [rule, title] of [
      ['list-typed', 'Make this a list'],
      ['table-typed', 'Make this a table'],
      ['lines-run-together', 'Keep these lines apart'],
    ] as const) {
      const { range } = await finding(document, rule);
      await choose(document, range, CodeActionKind.QuickFix, title);
      await until('it to go', () => !rulesOf(document).includes(rule));
    }
    const html = await commands.executeCommand<string>('markdown.api.render', document);
    const shown = html.replace(/\s(?:class|data-line|dir|id)="[^"]*"/g, '').replace(/\s*\n\s*/g, '');
    assert.match(shown, /<ul><li>books<\/li><li>games<\/li><\/ul>/);
    assert.match(shown, /<th>Visits<\/th>.*<td>44,000<\/td>/);
    assert.match(shown, /Ann Moss<br ?\/?>Head of Libraries/);
  });

  for (const [how, before] of [
    ['in a configuration that is made', undefined],
    ['in one that is there', '{ "rules": { "sentence-long": "off" } }\n'],
  ] as const) {
    it(`a rule that is silenced for the folder is silent at once: ${how}`, async () => {
      const place = `silent-${before === undefined ? 'new' : 'old'}`;
      const configuration = inFolder('.advocacy.json');
      if (before !== undefined) await workspace.fs.writeFile(configuration, new TextEncoder().encode(before));
      const document = await create(`drafts/${place}.md`, DRAFT.replace('basic', '[insert basic]'));
      const { range } = await finding(document, 'placeholder-unfilled');
      try {
        await choose(
          document,
          range,
          CodeActionKind.QuickFix,
          'Ignore in this folder: a placeholder that is still to be filled in',
        );
        await until('the finding to go', () => !rulesOf(document).includes('placeholder-unfilled'));
        assert.ok(
          workspace.textDocuments.every(({ uri, isDirty }) => uri.path !== configuration.path || !isDirty),
        );
      } finally {
        await workspace.fs.delete(configuration);
      }
    });
  }

  it('the author can overrule a verdict, which writes a comment, and take that back', async () => {
    const document = await create('drafts/overruled.md', DRAFT);
    const digital = async () =>
      (await (await api()).coverage(document.uri)).areas.find(({ id }) => id === 'digital')!;
    const say = (title: string) => {
      const at = positionOf(document, 'basic digital skills');
      return choose(document, new Range(at, at), CodeActionKind.RefactorRewrite, title);
    };
    assert.equal((await digital()).state, 'argued');
    await say('Say that this does not argue “Digital inclusion”');
    assert.match(document.getText(), /\n<!-- advocacy-covers [a-z-]+(?:, [a-z-]+)* -->\nResidents/);
    await until('the verdict', async () => (await digital()).state === 'missing');
    await say('Say that this argues “Digital inclusion”');
    assert.match(document.getText(), /<!-- advocacy-covers [a-z-, ]*\bdigital\b[a-z-, ]* -->/);
    await until('the verdict', async () => (await digital()).state !== 'missing');
    assert.ok((await digital()).passages[0]!.reasons.some(({ why }) => why === 'author'));
  });

  it('a code lens gives the sum, unless the setting says no', async () => {
    const document = await create('drafts/lens.md', DRAFT);
    const lenses = () =>
      commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 5);
    const [lens] = await until('a code lens', async () => {
      const found = await lenses();
      return found.length > 0 && found;
    });
    assert.match(lens!.command!.title, /1 of \d+ areas argued/);
    const settings = () => workspace.getConfiguration('advocacy');
    await settings().update('codeLens.enabled', false);
    await until('no code lens', async () => (await lenses()).length === 0);
    await settings().update('codeLens.enabled', undefined);
  });

  it('other extensions can ask for its coverage, with the words that led there', async () => {
    const document = await create('drafts/coverage.md', DRAFT);
    const coverage = await (await api()).coverage(document.uri);
    assert.equal(coverage.kind, 'briefing');
    assert.equal(coverage.draft, true);
    assert.equal(coverage.version, document.version);
    const digital = coverage.areas.find(({ id }) => id === 'digital')!;
    assert.equal(digital.state, 'argued');
    assert.equal(digital.asked, true);
    assert.equal(digital.passages[0]!.line, 10);
    assert.ok(digital.passages[0]!.reasons.some(({ text }) => document.lineAt(9).text.includes(text)));
    assert.equal(coverage.areas.find(({ id }) => id === 'cultural')!.state, 'missing');
    const readme = await (await api()).coverage((await open('README.md')).uri);
    assert.equal(readme.draft, false);
  });
});
