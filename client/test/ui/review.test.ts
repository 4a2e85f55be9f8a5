import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { readDocument } from '../../../server/src/docx';
import { git } from '../../../server/test/cli/git';
import { Reviewer } from '../../../server/test/merge/reviewer';
import { inWindow } from './window';

const DRAFT = `---
title: Saturday hours
kind: briefing
author: Ann Moss
---

# Saturday hours

## The issue

Four libraries close at noon on Saturdays, and the budget will decide whether that changes.

## What we ask

We ask Cabinet to pay for 16 more hours a week.
`;

/** The paper, under Git, and a document of it that was reviewed. */
async function reviewed(folder: string): Promise<void> {
  writeFileSync(join(folder, 'hours.md'), DRAFT.replace('16', '12'));
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'Ask for twelve hours');
  writeFileSync(join(folder, 'hours.md'), DRAFT);
  const reviewer = (await Reviewer.of(DRAFT))
    .replace('at noon', 'at one')
    .insertAfter('16 more hours', ' in every ward')
    .comment('the budget', 'Which one?', { replies: ['That of March.'] });
  writeFileSync(join(folder, 'hours final DP.docx'), reviewer.bytes);
}

describe('An officer whose paper comes back from Word', () => {
  const flow = inWindow(
    {
      'advocacy.word.reviewBeforeExport': false,
      'advocacy.word.openAfterExport': 'never',
      'comments.openView': 'never',
    },
    reviewed,
  );
  /** Keeps a picture to look at, where ADVOCACY_PICTURES names a folder. */
  const picture = async (name: string): Promise<void> => {
    const folder = process.env.ADVOCACY_PICTURES;
    if (folder) await flow.workbench.page.screenshot({ path: join(folder, `${name}.png`) });
  };
  const paper = (): string => readFileSync(join(flow.folder, 'hours.md'), 'utf8');
  const says = (words: string | RegExp): Promise<boolean> =>
    until(String(words), async () => {
      const text = await flow.workbench.editorText();
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    });

  it('is offered, when the document is opened, to have the review in it brought back into its draft', async () => {
    const { workbench } = flow;
    await workbench.file('hours final DP.docx').dblclick();
    const offer = /hours final DP\.docx was made of hours\.md, and changed since/;
    await workbench.toast(offer).waitFor();
    for (const way of ['Bring Review Back', 'Import', 'Check', 'Don’t Ask Again'])
      await workbench.toastButton(offer, way).waitFor();
    await picture('1-offer');
    await workbench.toastButton(offer, 'Bring Review Back').click();
    await workbench.toast(/2 changes and one comment came back from hours final DP\.docx/).waitFor();
    await workbench.tab('hours.md').waitFor();
    await says('{~~at noon~>at one~~}{>>Dana Petrie, 3 Oct 2026 09:31<<}');
    await picture('2-brought-back');
    await workbench.closeToasts();
  });

  it('sees what is open in the Coverage view, and goes from there to the first', async () => {
    const { workbench } = flow;
    await workbench.showCoverage();
    await workbench.coverageRow(/^Review: 2 changes and one comment open/).waitFor();
    // The message that said so is gone.
    await workbench.page.locator('.statusbar-item', { hasText: '2 changes and one comment open' }).waitFor();
    await picture('3-coverage');
    await workbench.cursorAt(1);
    await workbench.coverageRow(/^Review:/).click();
    await workbench.page.locator('.statusbar-item', { hasText: /Ln 11,/ }).waitFor();
  });

  it('can comment on each line with words, by a sign beside it, before anything was typed', async () => {
    const { workbench } = flow;
    const lines = workbench.editor().locator('.comment-range-glyph.comment-diff-added');
    await until('the signs', async () => (await lines.count()) > 1);
  });

  it('accepts a change by key, and goes on to the comment', async () => {
    const { workbench } = flow;
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+k');
    await workbench.page.keyboard.press('Control+y');
    await says(/close at one on Saturdays/);
    await workbench.page.keyboard.press('Control+F9');
    await picture('4-accepted');
  });

  it('opens the comment with its reply in the margin', async () => {
    const { workbench } = flow;
    const sign = workbench.page.locator('.comment-range-glyph.comment-thread-unresolved').first();
    const thread = workbench.page.locator('.review-widget');
    const comment = thread.filter({ hasText: 'Which one?' }).filter({ hasText: 'That of March.' });
    await until('the comment', async () => {
      await sign.click({ timeout: 1000 });
      return comment.waitFor({ timeout: 5000 }).then(
        () => true,
        async () => {
          // The line above the change went away under the pointer, and the click began a comment on the next paragraph.
          await workbench.page.keyboard.press('Escape');
          return false;
        },
      );
    });
    await picture('5-thread');
  });

  it('answers the comment by keyboard', async () => {
    const { workbench } = flow;
    await workbench.cursorAt(11, 10);
    await workbench.page.keyboard.press('Control+F9');
    await workbench.run('Answer the Comment');
    await workbench.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.insertText('The new one.');
    await picture('6-answer');
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.quickTitle().filter({ hasText: 'Who comments?' }).waitFor();
    await workbench.input().fill('Ann Moss');
    await workbench.page.keyboard.press('Enter');
    // The lines of the screen end anywhere.
    await says(/>>Ann\s+Moss,[^>]*The\s+new\s+one\.<</);
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+z');
    await until('the paper as before', async () => !/The\s+new\s+one/.test(await workbench.editorText()));
  });

  it('shows one sign in the margin for a comment in a paragraph of many lines', async () => {
    const { workbench } = flow;
    const signs = workbench.editor().locator('.comment-range-glyph.comment-thread-unresolved');
    await until('one sign', async () => (await signs.count()) === 1);
  });

  it('exports the paper with what is left: the change, and the thread with its reply', async () => {
    const { workbench, folder } = flow;
    await workbench.focusEditor();
    await workbench.run('Export to Word');
    await workbench.toast(/Exported to hours\.docx/).waitFor();
    await picture('9-exported');
    const document = readDocument(new Uint8Array(readFileSync(join(folder, 'hours.docx'))));
    const text = JSON.stringify(document.blocks);
    assert.match(text, /in every ward/);
    const threads = Array.from(document.comments.values(), (thread) => thread.map(({ text }) => text));
    assert.deepEqual(threads, [['Which one?', 'That of March.']]);
    await workbench.closeToasts();
  });

  it('finds the document that the paper was exported to chosen, where the next review is to be brought back', async () => {
    const { workbench, folder } = flow;
    await workbench.run('Bring Review Back from Word…');
    const chosen = join(folder, 'hours.docx');
    await until('its name', async () => (await workbench.input().inputValue()) === chosen);
    await workbench.page.keyboard.press('Enter');
    await workbench.toast('hours.docx has no change and no comment that the draft lacks.').waitFor();
    await workbench.closeToasts();
  });

  it('is led to the paper that the document was made of by Enter, where another one is open', async () => {
    const { workbench, folder } = flow;
    const other =
      '---\ntitle: A van\nkind: letter\n---\n\n# A van\n\nDear Councillor, farms need books too.\n';
    writeFileSync(join(folder, 'van.md'), other);
    await workbench.openFile('van.md');
    await says('farms need books too');
    await workbench.run('Bring Review Back from Word…');
    await workbench.answerDialog(join(folder, 'hours final DP.docx'));
    await workbench.dialogButton('Bring It Back to hours.md').waitFor();
    await picture('11-another');
    await workbench.page.keyboard.press('Enter');
    // It was home already.
    const again = workbench.dialog().filter({ hasText: 'You brought this document home on' });
    await again.filter({ hasText: 'What you rejected since comes back' }).waitFor();
    await again.locator('.monaco-button:focus', { hasText: 'Choose Another Document…' }).waitFor();
    await picture('11-again');
    await workbench.dialogButton('Bring It Again').click();
    await workbench.toast(/hours final DP\.docx/).waitFor();
    await says('# Saturday hours');
    assert.equal(readFileSync(join(folder, 'van.md'), 'utf8'), other);
    await workbench.closeToasts();
    // Its change was decided, so it stands there as a question, in lines that end anywhere.
    await says(/since\s+it\s+was\s+sent/);
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+z');
    await until(
      'the paper as before',
      async () => !/since\s+it\s+was\s+sent/.test(await workbench.editorText()),
    );
  });

  it('accepts all that is left, and is told plainly afterwards that no change is open', async () => {
    const { workbench } = flow;
    await workbench.run('Accept All Changes…');
    await says('16 more hours in every ward a week');
    const told = /One change was accepted\./;
    await picture('8-accepted-all');
    await workbench.toastButton(told, 'Undo').click();
    await says('{++');
    await workbench.run('Accept All Changes…');
    await says('16 more hours in every ward a week');
    await workbench.run('Reject All Changes…');
    await workbench.toast('No change is open in hours.md.').waitFor();
    await workbench.closeToasts();
    await workbench.page.keyboard.press('Control+s');
    await until('the file', async () => paper().includes('in every ward'));
  });

  it('can choose among the commits that changed the paper what to show the changes since', async () => {
    const { workbench } = flow;
    await workbench.run('Export Changes Since…');
    await workbench.row('Ask for twelve hours').waitFor();
    assert.match((await workbench.rows().allInnerTexts()).join('\n'), /The last export/);
    await picture('10-commits');
    await workbench.page.keyboard.press('Escape');
  });

  it('finds in the menu of a document, too, what brings a review back, and where it belongs', async () => {
    const { workbench } = flow;
    await workbench.page.keyboard.press('Control+Shift+e');
    // What was exported moves the rows below it.
    await workbench.file('hours.docx').waitFor();
    await workbench.file('hours final DP.docx').click({ button: 'right' });
    await workbench.chooseInMenu('Bring Review Back from Word…');
    await workbench.dialog().filter({ hasText: 'You brought this document home on' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.tab('hours.md').waitFor();
  });

  it('imports another paper by the menu of the Explorer, and is asked whether it is a review', async () => {
    const { workbench } = flow;
    await workbench.page.keyboard.press('Control+Shift+e');
    // What was exported moves the rows below it.
    await workbench.file('hours.docx').waitFor();
    await workbench.file('hours final DP.docx').click({ button: 'right' });
    await picture('11-menu');
    await workbench.chooseInMenu('Import Word Document…');
    await workbench.rows().filter({ hasText: 'Bring changes and comments back into hours.md' }).waitFor();
    await picture('12-import');
    await workbench.rows().filter({ hasText: 'Make another draft of it' }).click();
    await workbench.tab('hours final DP.md').waitFor();
    await says('{~~at noon~>at one~~}');
    await picture('13-imported');
  });

  it('is offered nothing in the next window for a document that was brought home, but for the next review', async () => {
    const { workbench, folder } = flow;
    const next = (await Reviewer.of(DRAFT)).replace('at noon', 'at two');
    writeFileSync(join(folder, 'hours next.docx'), next.bytes);
    await workbench.page.reload();
    await workbench.ready();
    await workbench.page.keyboard.press('Control+Shift+e');
    await workbench.file('hours final DP.docx').dblclick();
    await workbench.tab('hours final DP.docx').waitFor();
    await workbench.file('hours next.docx').dblclick();
    await workbench.toast(/hours next\.docx was made of hours\.md, and changed since/).waitFor();
    assert.equal(await workbench.toast(/hours final DP\.docx was made/).count(), 0);
  });
});
