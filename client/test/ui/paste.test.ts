import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { GOOGLE_DOCS } from '../../../server/src/protocol';
import { inWindow } from './window';

const DRAFT = '---\ntitle: Saturdays\nkind: letter\n---\n\n# Saturdays\n\nLoans fell.[^1] \n\n[^1]: Old.\n';

/** As Word puts it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal>Visits <b>rose</b>.<a href="#_ftn1" name="_ftnref1">[1]</a><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Books<o:p></o:p></p>
<p class=MsoNormal><img src="file:///C:/clip.png"></p>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Return.</p></div></div>
<!--EndFragment--></body></html>`;
const TEXT = 'Visits rose.[1]\n·  Books\n\n[1] Return.';

/** What Ctrl+V does, with what the clipboard cannot be given from a page: HTML as another program wrote it. */
const paste = (html: string, text: string, google = ''): string => `{
  const data = new DataTransfer();
  data.setData('text/html', ${JSON.stringify(html)});
  data.setData('text/plain', ${JSON.stringify(text)});
  if (${google !== ''}) data.setData('${GOOGLE_DOCS}', ${JSON.stringify(google)});
  document.activeElement.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
}`;

describe('An officer who has papers in Word', () => {
  // Such a draft has warnings, which an export would show first.
  // The path that is shown at the pointer would lie over the file that is to be held.
  const flow = inWindow({ 'advocacy.word.reviewBeforeExport': false, 'workbench.hover.delay': 60_000 });
  const shows = (expected: string): Promise<boolean> =>
    until(expected, async () => {
      const text = await flow.workbench.editorText();
      if (!text.includes(expected)) throw new Error(text);
      return true;
    });

  it('pastes from one, and gets Markdown, with the notes at the end, and is told what is left out', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'paste.md'), DRAFT);
    await workbench.openFile('paste.md');
    await workbench.status().waitFor();
    await workbench.cursorAt(8, 17);
    await workbench.page.evaluate(paste(WORD, TEXT));
    await shows('Loans fell.[^1] Visits **rose**.[^2]\n\n- Books\n\n[^1]: Old.\n[^2]: Return.');
    await workbench.toast(/A picture is left out/).waitFor();
  });

  it('can have the plain text instead', async () => {
    const { workbench } = flow;
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget').getByText('Insert Plain Text').waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await shows('Loans fell.[^1] Visits rose.[1]\n·  Books');
  });

  it('gets the footnotes of Google Docs, which stand beside its HTML', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'google.md'), DRAFT);
    await workbench.openFile('google.md');
    await workbench.cursorAt(8, 17);
    const resolved = {
      dsl_spacers: 'Visits rose.#',
      dsl_styleslices: [{ stsl_type: 'footnote', stsl_styles: [{ fs_id: 'a' }] }],
      dsl_relateddocslices: { a: { dsl_spacers: '\u0003 Return.\n' } },
    };
    const html =
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span>Visits rose.</span></p></b>';
    const google = JSON.stringify({ data: JSON.stringify({ resolved }) });
    await workbench.page.evaluate(paste(html, 'Visits rose.', google));
    await shows('Loans fell.[^1] Visits rose.[^2]\n\n[^1]: Old.\n[^2]: Return.');
  });

  it('is shown what was left out, a line for each, where it is more than one thing', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'losses.md'), DRAFT);
    await workbench.openFile('losses.md');
    await workbench.cursorAt(8, 17);
    const html = WORD.replace('<b>rose</b>', '<u>rose</u>');
    await workbench.page.evaluate(paste(html, TEXT));
    await workbench.toastButton('2 things could not be pasted as they were.', 'Show What').click();
    const shown = workbench.dialog();
    await shown
      .filter({ hasText: 'An underline is left out' })
      .filter({ hasText: 'A picture is left out' })
      .waitFor();
    await workbench.page.keyboard.press('Escape');
    await shown.waitFor({ state: 'hidden' });
  });

  it('gets a plain sentence as it is', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'plain.md'), DRAFT);
    await workbench.openFile('plain.md');
    await workbench.cursorAt(8, 17);
    await workbench.page.evaluate(paste('<p class=MsoNormal>Open *later*.</p>', 'Open *later*.'));
    await shows('Loans fell.[^1] Open *later*.\n');
  });

  it('drops one into the Coverage view, and has a draft of it', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'drop.md'), DRAFT);
    await workbench.openFile('drop.md');
    await workbench.status().waitFor();
    await workbench.run('Export to Word');
    await until('the document', async () => existsSync(join(folder, 'drop.docx')));
    await workbench.rename('drop.docx', 'dropped.docx');
    const { mouse } = workbench.page;
    // Held over its icon, the view opens.
    await workbench.file('dropped.docx').hover();
    await mouse.down();
    const row = workbench.coverageRow(/^Recovery areas/);
    await until('the view', async () => {
      await workbench.viewIcon().hover({ force: true, timeout: 1000 });
      return row.isVisible();
    });
    await row.hover({ force: true });
    await row.hover({ force: true, position: { x: 20, y: 8 } });
    await mouse.up();
    // It was made of a draft that is here.
    await workbench.rows().filter({ hasText: 'Make another draft of it' }).click();
    await workbench.tab('dropped.md').waitFor();
    assert.match(readFileSync(join(folder, 'dropped.md'), 'utf8'), /Loans fell\./);
  });

  it('exports that draft under another name than that of the paper', async () => {
    const { workbench, folder } = flow;
    const before = readFileSync(join(folder, 'dropped.docx'));
    await workbench.closeToasts();
    await workbench.run('Export to Word');
    await workbench.toast(/Exported to dropped-2\.docx/).waitFor();
    assert.deepEqual(readFileSync(join(folder, 'dropped.docx')), before);
  });
});
