import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { inWindow } from './window';

/** Runs in the page: how words in the text are drawn. */
const lookOf = (words: string) => `(() => {
  const element = [...document.querySelectorAll('.view-line span span')]
    .find(({ textContent }) => textContent.includes(${JSON.stringify(words)}));
  const { textDecorationLine, color } = element ? getComputedStyle(element) : {};
  return { line: textDecorationLine, color };
})()`;

describe('An officer whose paper was reviewed', () => {
  const flow = inWindow();
  const LINE = 'We open daily{++ at nine++}{>>Tom Ellery, 30 Nov 2026<<}.{>>Tom Ellery, 30 Nov 2026: Why?<<}';
  const parts = (name: string): string[] =>
    Object.keys(unzipSync(readFileSync(join(flow.folder, name)))).filter((part) =>
      /comments|customXml/.test(part),
    );

  it('sees what was struck out, what takes its place and what is commented on', async () => {
    const { workbench, folder } = flow;
    const by = '{>>Tom Ellery, 30 Nov 2026<<}';
    const line = `It costs {~~£34,500~>£36,200~~}${by} a year, {==or less==}{>>Tom Ellery, 30 Nov 2026: Since when?<<}.`;
    writeFileSync(join(folder, 'marks.md'), `---\nkind: letter\n---\n\n# Costs\n\n${line}\n`);
    await workbench.openFile('marks.md');
    const look = (words: string) =>
      workbench.page.evaluate<{ readonly line?: string; readonly color?: string }>(lookOf(words));
    // A first window on a busy machine: the extension starts with it.
    await workbench.lens('Accept: replace').first().waitFor();
    await until('the colours', async () => (await look('£34,500')).line === 'line-through');
    assert.equal((await look('£36,200')).line, 'none');
    assert.notEqual((await look('Since')).color, (await look('costs')).color);
    const coloured = workbench.editor().locator('.view-overlays [class*="TextEditorDecorationType"]');
    // Old, new, and the words that are commented on.
    assert.ok((await coloured.count()) >= 3);
  });

  it('is shown before an export what the review left open, and is told once what the document holds', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'open.md'), `---\nkind: letter\n---\n\n# Open later\n\n${LINE}\n`);
    await workbench.openFile('open.md');
    await workbench.run('Export to Word');
    await workbench.rows().filter({ hasText: 'A change by Tom Ellery adds “at nine”' }).waitFor();
    await workbench.rows().filter({ hasText: 'A comment by Tom Ellery is not resolved: “Why?”' }).waitFor();
    await workbench.row('Export Anyway').click();
    const told = /Exported to open\.docx\. It also holds your draft and the comments/;
    await workbench.toast(told).waitFor();
    assert.ok(parts('open.docx').length > 0);
    await workbench.closeToasts();
    await workbench.run('Export to Word');
    await workbench.toast(/Exported to open\.docx\./).waitFor();
    assert.equal(await workbench.toast(told).count(), 0);
  });

  it('cannot send it out before all of that is settled, and goes from there to the first of it', async () => {
    const { workbench, folder } = flow;
    await workbench.closeToasts();
    await workbench.run('Send Out as Word Document…');
    await workbench.quickTitle().filter({ hasText: 'open-final.docx cannot be sent out yet' }).waitFor();
    assert.equal(await workbench.row('Export Anyway').count(), 0);
    await workbench.row('Go to the First One').click();
    await workbench.at(7, 1);
    assert.equal(existsSync(join(folder, 'open-final.docx')), false);
  });

  it('then sends out a document with no comments and no draft in it', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'open.md'), '---\nkind: letter\n---\n\n# Open later\n\nWe open daily.\n');
    await until('the text', async () => /We open daily\.$/m.test(await workbench.editorText()));
    await workbench.run('Send Out as Word Document…');
    await until('the proposed name', async () =>
      /open-final\.docx$/.test(await workbench.input().inputValue()),
    );
    await workbench.answerDialog(join(folder, 'for-the-press.docx'));
    await workbench.exportAnyway();
    await workbench.toast(/Exported to for-the-press\.docx\.$/).waitFor();
    assert.deepEqual(parts('for-the-press.docx'), []);
  });

  it('goes with Enter to what is still to be filled in, and sends it out by the second choice', async () => {
    const { workbench, folder } = flow;
    const text = '---\nkind: letter\n---\n\n# Open later\n\nWe open on [insert date].\n';
    writeFileSync(join(folder, 'holes.md'), text);
    await workbench.closeToasts();
    await workbench.openFile('holes.md');
    await workbench.squiggles('warning').first().waitFor();
    const target = join(folder, 'holes-final.docx');
    await workbench.run('Send Out as Word Document…');
    await workbench.answerDialog(target);
    await workbench.row('Send Out Anyway').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.selectedInView(/^\[insert date\]$/);
    assert.equal(existsSync(target), false);
    await workbench.run('Send Out as Word Document…');
    await workbench.answerDialog(target);
    await workbench.row('Send Out Anyway').click();
    await workbench.toast(/Exported to holes-final\.docx\.$/).waitFor();
  });
});
