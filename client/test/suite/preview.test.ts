import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { commands, TextEditorLineNumbersStyle, ViewColumn, window, workspace } from 'vscode';
import { TextPreview } from '../../src/views/text-preview';
import { closeAll, create, inFolder, open, until } from './support';

const shown = (): string | undefined =>
  workspace.textDocuments.findLast(({ uri }) => uri.scheme === 'advocacy-preview')?.getText();

describe('The preview of what can be inserted', () => {
  afterEach(closeAll);

  it('counts no lines, as those that the list covers are empty', async () => {
    const preview = new TextPreview();
    await preview.show('text');
    const style = (): unknown =>
      window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'advocacy-preview')?.options
        .lineNumbers;
    await until('an editor without line numbers', () => style() === TextEditorLineNumbersStyle.Off);
    await preview.close();
  });

  it('ends on the text chosen last, however soon after the first', async () => {
    for (const pause of [0, 5, 10, 15, 20, 30, 45, 60, 90]) {
      const preview = new TextPreview();
      const first = preview.show('first');
      await setTimeout(pause);
      await Promise.all([first, preview.show('second')]);
      await until(`the second text after ${pause} ms`, () => shown()?.trimStart() === 'second\n');
      await preview.close();
    }
  });
});

describe('VS Code’s own preview of Markdown', () => {
  it('understands footnotes, details at the top, alerts, reviews and our comments', async () => {
    const html = await commands.executeCommand<string>(
      'markdown.api.render',
      '---\ntitle: Open later\nkind: briefing\naudience: Cabinet\ndate: 2026-06-04\n---\n\n# Open later\n\n<!-- advocacy-covers digital -->\nVisits rose.[^1]\n\n<!-- pagebreak -->\n\n> [!NOTE]\n> Staff{++ and volunteers++}.\n\n[^1]: A count.\n',
    );
    const text = html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    assert.match(
      text,
      /^ ?Open later For Cabinet Date 4 June 2026 Visits rose\. \[1\] New page Note Staff and volunteers ?\. A count\./,
    );
    assert.match(html, /<ins[^>]*> and volunteers<\/ins>/);
  });
});

describe('The page of a rule, which the link on a finding opens', () => {
  afterEach(closeAll);

  it('stays that page when a draft is edited beside it', async () => {
    const pages = (): readonly string[] =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs.map(({ label }) => label))
        .filter((label) => /preview/i.test(label));
    await open('drafts/weak.md');
    await commands.executeCommand('advocacy.openRulePage', 'figure-unsourced');
    await until('the page', () => pages().some((label) => label.includes('figure-unsourced.md')));
    // An unlocked preview follows the editor; what is shown first gives it the time to.
    const notes = await create('drafts/notes.md', '# Notes\n');
    for (const draft of [inFolder('drafts/weak.md'), notes.uri])
      await window.showTextDocument(draft, { viewColumn: ViewColumn.Beside });
    await setTimeout(500);
    assert.deepEqual(pages(), ['[Preview] figure-unsourced.md']);
  });
});
