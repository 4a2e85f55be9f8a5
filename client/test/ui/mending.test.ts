import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { inWindow } from './window';

describe('An officer who mends a weak draft', () => {
  const flow = inWindow({
    'advocacy.word.openAfterExport': 'never',
    'advocacy.word.reviewBeforeExport': false,
    'advocacy.word.exportOnSave': true,
  });

  it('sees its findings in the text and under Problems', async () => {
    const { workbench } = flow;
    await workbench.openFile('drafts/weak.md');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.openProblems();
    await workbench.problems().filter({ hasText: 'advocacy' }).first().waitFor();
  });

  it('still sees its coverage with the preview in front', async () => {
    const { workbench } = flow;
    await workbench.status().click();
    await workbench.coverageRow(/^Digital inclusion: missing/).waitFor();
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+Shift+V');
    await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
    // What would go, goes within this time.
    await workbench.page.waitForTimeout(500);
    await workbench.coverageRow(/^Digital inclusion: missing/).waitFor();
    await workbench
      .status()
      .filter({ hasText: /of \d+ areas argued/ })
      .waitFor();
    await workbench.page.keyboard.press('Control+w');
    await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor({ state: 'detached' });
  });

  it('still sees it while another file is in front', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'notes.txt'), 'Ring Ruth.\n');
    await workbench.openFile('notes.txt');
    // What would go, goes within this time.
    await workbench.page.waitForTimeout(500);
    const row = workbench.coverageRow(/^Digital inclusion: missing/);
    await row.waitFor();
    await workbench.page.keyboard.press('Control+w');
    await workbench.tab('notes.txt').waitFor({ state: 'detached' });
    await row.waitFor();
  });

  it('goes to what is to be filled in from the light bulb', async () => {
    const { workbench } = flow;
    await workbench.cursorAt(19, 55);
    await workbench.quickFix('Fill in');
    await workbench.selectedInView(/^\[insert amount\]$/);
  });

  it('says why a finding does not hold, without a list over the words, and takes that back', async () => {
    const { workbench } = flow;
    const { keyboard } = workbench.page;
    const takeBack = (): Promise<boolean> =>
      until('it to go', async () => {
        if (!(await workbench.editorText()).includes('advocacy-disable')) return true;
        await keyboard.press('Control+z');
        return false;
      });
    // What an attempt before this one typed.
    await takeBack();
    await workbench.cursorAt(15, 5);
    await workbench.quickFix('This is right');
    await workbench.selectedInView(/^\[insert why; this line is not printed\]$/);
    // Nobody types before they have seen what is selected; a busy window selects it again when a key comes at once.
    await workbench.page.waitForTimeout(500);
    await keyboard.type('a summary of our own count ', { delay: 20 });
    // What would open, opens within this time.
    await workbench.page.waitForTimeout(500);
    assert.equal(await workbench.page.locator('.suggest-widget.visible').count(), 0);
    const told = / -- a summary of our own count {2}-->\n- 9 out of 10/;
    await until('the reason', async () => told.test(await workbench.editorText()));
    await takeBack();
  });

  it('is told where it stands that all papers of the folder are without a finding', async () => {
    const { workbench, folder } = flow;
    await workbench.cursorAt(19, 55);
    await workbench.quickFix('More…');
    await workbench.pick('Ignore in this folder: a placeholder that is still to be filled in');
    const told = /Ignored in all papers of this folder from now on, as \.advocacy\.json says\./;
    await workbench.toastButton(told, 'Open .advocacy.json').click();
    await workbench.tab('.advocacy.json').and(workbench.page.locator('.active')).waitFor();
    await until('the rule', async () => /"placeholder-unfilled": "off"/.test(await workbench.editorText()));
    await workbench.page.keyboard.press('Control+w');
    rmSync(join(folder, '.advocacy.json'));
    await workbench.problems().filter({ hasText: 'placeholder-unfilled' }).first().waitFor();
  });

  it('inserts a missing argument from the light bulb', async () => {
    const { workbench } = flow;
    await workbench.cursorAt(2, 8);
    await workbench.quickFix('Insert');
    await until('a placeholder', async () => /\[insert (?!amount)/.test(await workbench.editorText()));
    // It goes to the end of the paper, which may be far away: it is shown, and ready to be filled in.
    await workbench.selected();
    await workbench.selectedInView(/^\[insert [^\]]+\]$/);
    await workbench.tab('weak.md').and(workbench.page.locator('.dirty')).waitFor();
    await until(
      'a finding less',
      async () => (await workbench.problems().filter({ hasText: 'area-missing' }).count()) < 5,
    );
  });

  it('chooses a snippet from the list, and sees its text before', async () => {
    const { workbench } = flow;
    await workbench.cursorAt(11, 1);
    await workbench.run('Insert Snippet…');
    await workbench.input().fill('case study');
    await workbench.row('Case study').waitFor();
    const preview = workbench.page.locator('.tab[data-resource-name="Preview.md"]');
    await preview.waitFor();
    await workbench.page
      .locator('.view-line', { hasText: /lives.in/ })
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    await preview.waitFor({ state: 'detached' });
    await until('the case study', async () => /## Case study:/.test(await workbench.editorText()));
    await workbench.selected();
  });

  it('undoes it like anything typed', async () => {
    const { workbench } = flow;
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+z');
    await until('it to go', async () => !/## Case study:/.test(await workbench.editorText()));
  });

  it('is offered what can stand in front matter, and nothing while writing prose', async () => {
    const { workbench, window } = flow;
    await workbench.cursorAt(4, 1);
    await window.page.keyboard.press('End');
    await window.page.keyboard.type(', Head of Libraries');
    await window.page.keyboard.press('Enter');
    await workbench.at(5, 1);
    assert.equal(await workbench.suggestions().count(), 0);
    await window.page.keyboard.type('offers: ');
    await workbench.suggestions().filter({ hasText: 'health-wellbeing' }).waitFor();
    await window.page.keyboard.press('Escape');
    await workbench.suggestions().first().waitFor({ state: 'detached' });
    await workbench.typeAtEnd('');
    // Without a pause, as nobody types: whatever opens late opens under the next word.
    await window.page.keyboard.type('In fact, well-being: a word. Not more, not less.');
    await until('the text', async () => (await workbench.editorText()).includes('not less.'));
    assert.equal(await workbench.suggestions().count(), 0);
  });

  it('finds a fact by what it is about, and inserts it with its source', async () => {
    const { workbench } = flow;
    await workbench.run('Insert Evidence…');
    await workbench.input().fill('no such fact');
    await workbench.rows().filter({ hasText: 'Nothing has all of these words' }).waitFor();
    await workbench.input().fill('zebras reading pleasure');
    await workbench.rows().filter({ hasText: 'Nothing has all of these words' }).waitFor();
    await workbench.rows().filter({ hasText: '80% of the parents and carers' }).waitFor();
    await workbench.input().fill('reading for pleasure');
    await workbench.rows().filter({ hasText: '80% of the parents and carers' }).waitFor();
    await workbench.input().fill('library public adults England');
    await workbench.rows().filter({ hasText: 'Participation Survey' }).first().waitFor();
    const before = await workbench.position();
    await workbench.accept();
    await until('its footnote', async () =>
      /\[\^participation-2024-25-use\]:/.test(await workbench.editorText()),
    );
    // The cursor follows the text: whoever types in between types where it was.
    await until('the cursor behind it', async () => {
      const { line, column } = await workbench.position();
      return line === before.line && column > before.column;
    });
    await workbench.focusEditor();
    await workbench.page.keyboard.type('!');
    await until('the next key behind it', async () =>
      (await workbench.editorText()).includes('[^participation-2024-25-use]!'),
    );
    // Tab goes on to what is still to be filled in, and types nothing.
    const isTyped = async () => /participation-2024-25-use\]![ \t]/.test(await workbench.editorText());
    await until('the place to be filled in', async () => {
      await workbench.page.keyboard.press('Tab');
      const isThere = await workbench.selectedInView(/^\[insert [^\]]+\]$/, 10_000).then(
        () => true,
        () => false,
      );
      // A key may come before a busy machine knows where the cursor is, and is text then.
      if (await isTyped()) await workbench.page.keyboard.press('Control+z');
      return isThere;
    });
    assert.ok(!(await isTyped()));
  });

  it('is offered footnotes where a reference begins, and ids as soon as a list is opened', async () => {
    const { workbench, window } = flow;
    await workbench.typeAtEnd('');
    await window.page.keyboard.type('\n\nNine in ten come back[^');
    await workbench.suggestions().filter({ hasText: 'New footnote' }).click();
    await until('the new footnote', async () =>
      /come back\[\^(\w+)\][\s\S]*\[\^\1\]: \[insert organisation\]/.test(await workbench.editorText()),
    );
    // Whoever goes on writing writes behind the mark.
    await window.page.keyboard.type('.');
    await until('the full stop', async () => /come back\[\^\w+\]\./.test(await workbench.editorText()));
    await workbench.cursorAt(5, 1);
    await window.page.keyboard.press('End');
    await window.page.keyboard.press('Shift+Home');
    await window.page.keyboard.type('offers: [');
    await (await workbench.suggestion('health-wellbeing')).click();
    await until('the list', async () =>
      (await workbench.editorText()).includes('offers: [health-wellbeing]'),
    );
  });

  it('inserts a section that is not there yet', async () => {
    const { workbench } = flow;
    await workbench.run('Insert Section…');
    await workbench.pick('The facts');
    await until('the section', async () => (await workbench.editorText()).includes('## The facts'));
    await workbench.selected();
  });

  it('goes to a section that is there, and does not insert it again', async () => {
    const { workbench } = flow;
    await workbench.cursorAt(2, 1);
    await workbench.run('Insert Section…');
    await workbench.pick('The facts');
    await until(
      'its heading',
      async () => !/Ln 2, Col 1\b/.test((await workbench.page.locator('.statusbar').textContent()) ?? ''),
    );
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Shift+End');
    await workbench.selectedInView(/^## The facts$/);
    assert.equal((await workbench.editorText()).match(/## The facts/g)?.length, 1);
  });

  it('is asked before a document of someone else is overwritten', async () => {
    const { workbench, folder } = flow;
    const theirs = join(folder, 'drafts/weak.docx');
    writeFileSync(theirs, 'not ours');
    await workbench.focusEditor();
    await workbench.run('Export to Word');
    await workbench.dialog().filter({ hasText: 'weak.docx' }).waitFor();
    // Enter loses nothing.
    await workbench
      .dialog()
      .locator('.monaco-button:focus', { hasText: 'Save Under Another Name…' })
      .waitFor();
    await workbench.dialog().locator('.monaco-button', { hasText: 'Cancel' }).click();
    assert.equal(readFileSync(theirs, 'utf8'), 'not ours');
    await workbench.run('Export to Word');
    await workbench.dialog().locator('.monaco-button', { hasText: 'Overwrite' }).click();
    await workbench.toast(/Exported to weak\.docx/).waitFor();
    assert.equal(
      await workbench.toastButton(/Exported to weak\.docx/, 'Download').count(),
      0,
      'openAfterExport: never',
    );
    assert.equal(readFileSync(theirs).subarray(0, 2).toString(), 'PK');
  });

  it('is told once that what is exported on saving is open in Word, saves all the same, and can try again', async () => {
    const { workbench, folder } = flow;
    const sign = join(folder, 'drafts/~$weak.docx');
    writeFileSync(sign, '\u0004Ruth');
    const before = readFileSync(join(folder, 'drafts/weak.docx'));
    await workbench.typeAtEnd('Saved.');
    await workbench.page.keyboard.press('Control+s');
    const told = /Saved, but not exported: weak\.docx is open in Word \(Ruth\)\./;
    await workbench.toast(told).waitFor();
    assert.match(readFileSync(join(folder, 'drafts/weak.md'), 'utf8'), /Saved\./);
    assert.deepEqual(readFileSync(join(folder, 'drafts/weak.docx')), before);
    rmSync(sign);
    await workbench.toastButton(told, 'Try Again').click();
    await until('the document', async () => !readFileSync(join(folder, 'drafts/weak.docx')).equals(before));
  });

  it('reads the coverage report as a page, and can save it from there as another document', async () => {
    const { workbench, folder } = flow;
    await workbench.run('Coverage Report…');
    await workbench.pick('Show It Here');
    const page = workbench.webview();
    await page.locator('h1', { hasText: 'Coverage' }).waitFor();
    await page.locator('th', { hasText: 'Digital inclusion' }).first().waitFor();
    const report = join(folder, 'report.docx');
    const again = workbench.page.locator('.editor-actions').getByRole('button', { name: /Coverage Report/ });
    // A page that has just come takes the keyboard once more, which closes what is asked.
    await until('the report in Word', async () => {
      await again.click();
      await workbench.pick('Save as Word Document…');
      await workbench.answerDialog(report);
      await workbench.toast(/Saved as report\.docx\./).waitFor({ timeout: 8000 });
      return true;
    });
    const word = unzipSync(readFileSync(report));
    assert.match(strFromU8(word['word/document.xml']!), /Digital inclusion/);
    await workbench.closeToasts();
    await workbench.page.keyboard.press('Control+w');
  });

  it('is asked what to set for the folder, and led to a page of settings or to the file', async () => {
    const { workbench, folder } = flow;
    await workbench.run('Settings of This Folder…');
    await workbench.row('How serious each finding is').click();
    await workbench.tab('Settings').or(workbench.page.locator('.settings-editor')).first().waitFor();
    await workbench.run('Settings of This Folder…');
    await workbench.row('Everything else, as a file').click();
    await workbench.tab('.advocacy.json').waitFor();
    rmSync(join(folder, '.advocacy.json'));
  });

  it('checks the whole workspace, and is told the sum', async () => {
    const { workbench } = flow;
    await workbench.run('Check Workspace');
    await workbench.toast(/Checked 1 draft: \d+ warnings, .*hints? marked in the text\./).waitFor();
  });

  it('has Tab go on where a whole placeholder is selected, and behind what was typed in its place', async () => {
    const { workbench, folder } = flow;
    const { keyboard } = workbench.page;
    const text =
      '---\nkind: letter\n---\n\n# Open\n\nBy [insert date] at [insert library] for [insert cost].\n';
    writeFileSync(join(folder, 'drafts/tabs.md'), text);
    await workbench.openFile('drafts/tabs.md');
    // Keys for drafts are bound once the status bar is of this one.
    await workbench.page.locator('.statusbar-item', { hasText: /(?<!\d)3 to fill in/ }).waitFor();
    await workbench.focusEditor();
    await keyboard.press('Control+F8');
    await workbench.selectedInView(/^\[insert date\]$/);
    await keyboard.press('Tab');
    await workbench.selectedInView(/^\[insert library\]$/);
    await keyboard.type('Ashby');
    await keyboard.press('Tab');
    await workbench.selectedInView(/^\[insert cost\]$/);
    await keyboard.press('Shift+Tab');
    await workbench.selectedInView(/^\[insert date\]$/);
    assert.match(await workbench.editorText(), /By \[insert date\] at Ashby for \[insert cost\]\./);
    // Nothing is selected: Tab is for the text.
    await keyboard.press('ArrowLeft');
    await keyboard.press('Tab');
    await until('a Tab', async () => /By(?:\s{2,})\[insert date\]/.test(await workbench.editorText()));
  });

  it('has Tab go on from where Next Placeholder went, also while a snippet is filled in', async () => {
    const { workbench, folder } = flow;
    const { keyboard } = workbench.page;
    const text =
      '---\nkind: letter\n---\n\n# Open\n\nBy [insert date] at [insert library] for [insert cost].\n';
    writeFileSync(join(folder, 'drafts/stops.md'), text);
    await workbench.openFile('drafts/stops.md');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.cursorAt(5, 1);
    await workbench.run('Insert Snippet…');
    await workbench.input().fill('case study');
    await workbench.row('Case study').waitFor();
    await keyboard.press('Enter');
    await until('the case study', async () => /## Case study:/.test(await workbench.editorText()));
    await workbench.selected();
    await workbench.focusEditor();
    await keyboard.press('Control+Shift+F8');
    await workbench.selectedInView(/^\[insert web address/);
    await keyboard.press('Control+Shift+F8');
    await workbench.selectedInView(/^\[insert month and year\]$/);
    await keyboard.press('Tab');
    await workbench.selectedInView(/^\[insert web address/);
  });

  it('leaves Tab to whoever has it move on through the window', async () => {
    const { workbench, folder } = flow;
    const { keyboard } = workbench.page;
    writeFileSync(join(folder, 'drafts/focus.md'), '---\nkind: letter\n---\n\n# Open\n\nBy [insert date].\n');
    await workbench.openFile('drafts/focus.md');
    // The status bar is of this draft.
    await workbench.page.locator('.statusbar-item', { hasText: /(?<!\d)1 to fill in/ }).waitFor();
    await workbench.focusEditor();
    await keyboard.press('Control+F8');
    await workbench.selectedInView(/^\[insert date\]$/);
    await keyboard.press('Control+m');
    await keyboard.press('Tab');
    await workbench.page.locator('.monaco-editor.focused').waitFor({ state: 'detached' });
    await workbench.focusEditor();
    await keyboard.press('Control+m');
    assert.match(await workbench.editorText(), /By \[insert date\]\./);
  });
});
