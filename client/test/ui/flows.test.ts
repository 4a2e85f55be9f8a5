import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { builtInProject } from '../../../server/src/project';
import { skeleton } from '../../../server/src/skeleton';
import { halfASecond } from '../patience';
import { DIGITAL_CASE } from '../texts';
import { inWindow } from './window';

const FINDING = /Digital inclusion.*area-missing/;

/** Runs in the page: the time from the passage's last word being shown to its area being argued and its finding gone. */
const MEASURE = `new Promise((resolve) => {
  const has = (selector, text) => [...document.querySelectorAll(selector)].some((element) =>
    text.test(element.getAttribute('aria-label') ?? '') || text.test(element.textContent));
  let shown;
  const look = () => {
    if (shown === undefined && has('.view-line', /without.help\\./)) shown = performance.now();
    const done = shown !== undefined && has('.sidebar .monaco-list-row', /^Digital inclusion: argued/) &&
      !has('.markers-panel .monaco-list-row', ${FINDING});
    if (done) resolve(performance.now() - shown);
    else setTimeout(look, 10);
  };
  look();
})`;

describe('An officer who starts a briefing', () => {
  const flow = inWindow();
  before(() => writeFileSync(join(flow.folder, '.advocacy.json'), '{ "asks": { "briefing": "all" } }\n'));

  it('is offered a draft where there is none, and asked for its kind, title and place', async () => {
    const { workbench, folder } = flow;
    await workbench.run('New Draft…');
    await workbench.pick('Briefing note');
    await workbench.answer('Keep our libraries', 'Keep our libraries open on Saturdays');
    await workbench.rows().filter({ hasText: 'Save it later' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    // The question is not answered here, but typing a name into it takes nothing away.
    const once = workbench.rows().filter({ hasText: 'Say once who you are' });
    await once.waitFor();
    await workbench.page.keyboard.type('Wexmoor Libraries');
    await once.click();
    await workbench.answer('Ashby Libraries', 'Wexmoor Libraries');
    await workbench.answer('Ashby', 'Wexmoor');
    await workbench.answer('01632', '');
    await workbench.answer('Head of Libraries', 'Ruth Ademola, Head of Libraries');
    await workbench.tab('keep-our-libraries-open-on-saturdays.md').waitFor();
    const written = readFileSync(join(folder, 'keep-our-libraries-open-on-saturdays.md'), 'utf8');
    assert.match(written, /^author: Ruth Ademola, Head of Libraries$/m);
    assert.match(readFileSync(join(folder, '.advocacy.json'), 'utf8'), /"place": "Wexmoor"/);
    assert.match(written, /^kind: briefing$/m);
    assert.match(written, /^## What we ask$/m);
    await workbench.status().filter({ hasText: '0 of 5 areas argued' }).waitFor();
  });

  it('goes to what is to be filled in by key and from the status bar, wherever the cursor was', async () => {
    const { workbench } = flow;
    await workbench.page.keyboard.press('Escape');
    await workbench.cursorAt(1);
    await workbench.page.keyboard.press('Control+F8');
    await workbench.selected();
    const left = workbench.page.locator('[id="library-advocacy.library-advocacy.advocacy.toFill"]');
    const count = Number.parseInt(((await left.textContent()) ?? '').trim(), 10);
    assert.ok(count > 5, String(count));
    await workbench.page.keyboard.type('Cabinet');
    await left.filter({ hasText: `${count - 1} to fill in` }).waitFor();
    await workbench.cursorAt(1);
    await left.click();
    await workbench.selected();
    await workbench.page.keyboard.press('Control+Shift+F8');
    await workbench.selected();
  });

  it('sees in the Coverage view what is missing', async () => {
    const { workbench } = flow;
    await workbench.status().click();
    await workbench.coverageRow(/^Digital inclusion: missing/).waitFor();
    await workbench.coverageRow(/^Recovery areas: 0 of 5 argued/).waitFor();
  });

  it('adds a passage, and within half a second its area is argued and the finding is gone', async () => {
    const { workbench, window } = flow;
    await workbench.openProblems();
    const finding = workbench.problems().filter({ hasText: FINDING });
    // What is measured is the extension, not what else the machine does: the best of five counts.
    const times: number[] = [];
    do {
      if (times.length > 0) await window.page.keyboard.press('Control+z');
      await finding.waitFor();
      await workbench.typeAtEnd('');
      await workbench.copy(DIGITAL_CASE);
      const took = window.page.evaluate<number>(MEASURE);
      await window.page.keyboard.press('Control+v');
      times.push(Math.round(await took));
    } while (times.at(-1)! >= 500 && times.length < 5);
    console.log(`      argued, and the finding gone, after ${times.join(', ')} ms`);
    assert.ok(Math.min(...times) < halfASecond(), `${times.join(', ')} ms`);
    await workbench.status().filter({ hasText: '1 of 5 areas argued' }).waitFor();
  });

  it('goes from the Coverage view to the passage', async () => {
    const { workbench } = flow;
    await workbench.cursorAt(1);
    await workbench.expand(/^Digital inclusion: argued/);
    await workbench.coverageRow(/^Line \d+, argued: Residents who have no internet/).click();
    await until('the passage', async () =>
      (await workbench.editorText()).includes('Residents who have no internet'),
    );
    await workbench.lit().waitFor();
  });

  it('and the next key changes nothing in it: the keyboard stays in the view', async () => {
    const { workbench } = flow;
    const before = await workbench.editorText();
    await workbench.coverage().locator('.monaco-list:focus').waitFor();
    await workbench.page.keyboard.press('x');
    await workbench.page.keyboard.press('Escape');
    await workbench.focusEditor();
    assert.equal(await workbench.page.locator('.statusbar-item', { hasText: /selected\)/ }).count(), 0);
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.lit().waitFor({ state: 'detached' });
    assert.equal(await workbench.editorText(), before);
  });

  it('is told at a missing area what to say on it, and inserts an argument from there', async () => {
    const { workbench } = flow;
    await workbench.coverageRow(/^Education support: missing/).click();
    await workbench.quickTitle().filter({ hasText: 'nothing in this paper is about it yet' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quick().waitFor({ state: 'hidden' });
    await workbench.coverage().locator('.monaco-list:focus').waitFor();
    const insert = workbench.rows().filter({ hasText: 'Insert an Argument', visible: true });
    // The list has the keyboard a moment before VS Code knows it.
    await until('the ways out', async () => {
      if (!(await workbench.quick().isVisible())) await workbench.page.keyboard.press('Enter');
      await insert.waitFor({ timeout: 2000 });
      return true;
    });
    await workbench.page.keyboard.press('Enter');
    await until('the argument', async () => /pupils|children|school/.test(await workbench.editorText()));
    await workbench.selected();
    await workbench.page.keyboard.press('Control+z');
    await workbench.coverageRow(/^Education support: missing/).waitFor();
  });

  it('inserts an argument for another area from the Coverage view', async () => {
    const { workbench } = flow;
    await workbench.rowButton(/^Cultural partnership: missing/, 'Insert an Argument');
    await until('the argument', async () =>
      (await workbench.editorText()).includes('Local artists and arts organisations'),
    );
  });

  it('holds the paper to what it speaks of unasked, from the Coverage view, and then each passage counts', async () => {
    const { workbench } = flow;
    await workbench.rowButton(
      /^Information and Digital: mentioned \(not asked for\)/,
      'Hold This Paper to It',
    );
    await workbench.coverageRow(/^Information and Digital: argued, in/).waitFor();
    await workbench.coverageRow(/^Reading: missing \(not asked for\)/).waitFor();
  });

  it('exports it to Word, and the document opens in LibreOffice', async function () {
    const { workbench, folder } = flow;
    await workbench.run('Export to Word');
    await workbench.quickTitle().filter({ hasText: 'Before keep-our' }).waitFor();
    await workbench.row('Export Anyway').waitFor();
    await workbench.page.keyboard.press('Enter');
    const exported = /Exported to keep-our-libraries-open-on-saturdays\.docx/;
    await workbench.toast(exported).waitFor();
    await workbench.toastButton(exported, 'Show in Explorer').click();
    await workbench.file('keep-our-libraries-open-on-saturdays.docx').waitFor();
    const word = join(folder, 'keep-our-libraries-open-on-saturdays.docx');
    assert.ok(existsSync(word));
    const out = mkdtempSync(join(tmpdir(), 'advocacy-'));
    try {
      execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    } catch {
      this.skip();
    }
    const profile = `-env:UserInstallation=file://${out}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', out, word], {
      stdio: 'ignore',
    });
    const text = readFileSync(join(out, 'keep-our-libraries-open-on-saturdays.txt'), 'utf8');
    assert.match(text, /Keep our libraries open on Saturdays/);
    assert.match(text, /Residents who have no internet at home/);
  });

  it('asks nothing of any other machine', () => {
    assert.deepEqual(flow.window.outside, []);
  });
});

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
    await workbench.coverageRow(/^Digital inclusion: missing/).waitFor({ timeout: 1000 });
    await workbench.status().filter({ hasText: 'of 5 areas argued' }).waitFor({ timeout: 1000 });
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
    await row.waitFor({ timeout: 1000 });
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
    await workbench.input().fill('reading for pleasure');
    await workbench.rows().filter({ hasText: '80% of the children asked' }).waitFor();
    await workbench.input().fill('library public adults England');
    await workbench.rows().filter({ hasText: 'Participation Survey' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await until('its footnote', async () =>
      /\[\^participation-2024-25-use\]:/.test(await workbench.editorText()),
    );
    // The cursor follows the text: whoever types in between types where it was.
    await workbench.at(27, 163);
    await workbench.focusEditor();
    await workbench.page.keyboard.type('!');
    await until('the next key behind it', async () =>
      (await workbench.editorText()).includes('[^participation-2024-25-use]!'),
    );
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
    await workbench.suggestions().filter({ hasText: 'health-wellbeing' }).click();
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
    await until(
      'the report in Word',
      async () => {
        await again.click();
        await workbench.pick('Save as Word Document…');
        await workbench.answerDialog(report);
        await workbench.toast(/Saved as report\.docx\./).waitFor({ timeout: 8000 });
        return true;
      },
      45_000,
    );
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
});

describe('An officer who exports', () => {
  const flow = inWindow();
  const wordText = (path: string): string =>
    strFromU8(unzipSync(readFileSync(join(flow.folder, path)))['word/document.xml']!).replace(/<[^>]+>/g, '');
  const list = () => flow.workbench.quickTitle().filter({ hasText: 'Before weak.docx is written' });

  it('is shown first what is left to do, and goes from there to its line', async () => {
    const { workbench, folder } = flow;
    await workbench.openFile('drafts/weak.md');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.run('Export to Word');
    await list().waitFor();
    await workbench.rows().filter({ hasText: 'Line 19' }).filter({ hasText: '[insert amount]' }).click();
    await workbench.at(19, 1);
    assert.equal(existsSync(join(folder, 'drafts/weak.docx')), false);
  });

  it('stops with Escape, exports with Enter, and is not asked the same again', async () => {
    const { workbench, folder } = flow;
    await workbench.run('Export to Word');
    await list().waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quick().waitFor({ state: 'hidden' });
    assert.equal(existsSync(join(folder, 'drafts/weak.docx')), false);
    await workbench.run('Export to Word');
    await list().waitFor();
    await workbench.row('Export Anyway').waitFor();
    await workbench.page.keyboard.press('Enter');
    const exported = /Exported to weak\.docx\./;
    await workbench.toast(exported).waitFor();
    assert.match(wordText('drafts/weak.docx'), /Four libraries close at noon/);
    await workbench.closeToasts();
    await workbench.run('Export to Word');
    await workbench.toast(exported).waitFor();
  });

  it('gets the document from a browser by a download', async () => {
    const { workbench, folder, window } = flow;
    await workbench.closeToasts();
    await workbench.run('Export to Word');
    const downloaded = window.page.waitForEvent('download');
    await workbench.toastButton(/Exported to weak\.docx/, 'Download').click();
    const download = await downloaded;
    assert.equal(download.suggestedFilename(), 'weak.docx');
    assert.deepEqual(readFileSync(await download.path()), readFileSync(join(folder, 'drafts/weak.docx')));
  });

  it('is told that the document is open in Word, and can close it and try again', async () => {
    const { workbench, folder } = flow;
    await workbench.closeToasts();
    const sign = join(folder, 'drafts/~$weak.docx');
    writeFileSync(sign, '\u0004Ruth');
    await workbench.run('Export to Word');
    await workbench.dialog().filter({ hasText: 'weak.docx is open in Word (Ruth).' }).waitFor();
    rmSync(sign);
    await workbench.dialogButton('Try Again').click();
    await workbench.toast(/Exported to weak\.docx\./).waitFor();
  });

  it('or save it under another name, which is remembered', async () => {
    const { workbench, folder } = flow;
    await workbench.closeToasts();
    writeFileSync(join(folder, 'drafts/~$weak.docx'), '\u0004Ruth');
    await workbench.run('Export to Word');
    await workbench.dialogButton('Save Under Another Name').click();
    await until('the proposed name', async () => /weak-2\.docx$/.test(await workbench.input().inputValue()));
    await workbench.answerDialog(join(folder, 'drafts/for-cabinet.docx'));
    await workbench.toast(/Exported to for-cabinet\.docx\./).waitFor();
    await workbench.closeToasts();
    await workbench.run('Export to Word');
    await workbench.toast(/Exported to for-cabinet\.docx\./).waitFor();
  });

  it('chooses another place with Export to Word As…', async () => {
    const { workbench, folder } = flow;
    await workbench.closeToasts();
    await workbench.run('Export to Word As…');
    await until('the last name', async () => /for-cabinet\.docx$/.test(await workbench.input().inputValue()));
    await workbench.answerDialog(join(folder, 'elsewhere.docx'));
    await workbench.toast(/Exported to elsewhere\.docx\./).waitFor();
    assert.match(wordText('elsewhere.docx'), /Four libraries close at noon/);
  });

  it('finds the place remembered when the draft has another name, and in the next window', async () => {
    const { workbench, folder } = flow;
    await workbench.closeToasts();
    await workbench.rename('weak.md', 'strong.md');
    await workbench.tab('strong.md').waitFor();
    await workbench.openFile('drafts/strong.md');
    await workbench.run('Export to Word');
    await workbench.exportAnyway();
    await workbench.toast(/Exported to elsewhere\.docx\./).waitFor();
    await workbench.page.reload();
    await workbench.ready();
    rmSync(join(folder, 'elsewhere.docx'));
    await workbench.openFile('drafts/strong.md');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.run('Export to Word');
    await workbench.row('Export Anyway').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.toast(/Exported to elsewhere\.docx\./).waitFor();
    assert.match(wordText('elsewhere.docx'), /Four libraries close at noon/);
  });

  it('is shown before the export of all drafts what is left in them, and nobody’s skeleton is exported unasked', async () => {
    const { workbench, folder } = flow;
    await workbench.closeToasts();
    const fresh = skeleton(builtInProject.framework.kind('pitch')!, 'Fresh');
    writeFileSync(join(folder, 'drafts/fresh.md'), fresh);
    writeFileSync(
      join(folder, 'drafts/other.md'),
      '---\nkind: letter\n---\n\n# Other\n\nBy [insert date].\n',
    );
    await workbench.run('Export All Drafts…');
    await workbench.pick('Beside each draft');
    await workbench.quickTitle().filter({ hasText: 'Before 2 documents are written' }).waitFor();
    const ticked = (name: string) =>
      workbench.rows().filter({ hasText: name }).getByRole('checkbox').getAttribute('aria-checked');
    await workbench
      .rows()
      .filter({ hasText: 'fresh.md' })
      .filter({ hasText: 'nothing is filled in yet' })
      .waitFor();
    await workbench.rows().filter({ hasText: 'other.md' }).filter({ hasText: 'To fill in: 1' }).waitFor();
    assert.deepEqual([await ticked('fresh.md'), await ticked('other.md')], ['false', 'true']);
    await workbench.page.keyboard.press('Enter');
    await workbench.toast(/2 drafts were exported to Word\. One was left out\./).waitFor();
    assert.match(wordText('drafts/other.docx'), /By \[insert date\]/);
    assert.equal(existsSync(join(folder, 'drafts/fresh.docx')), false);
    for (const name of ['fresh.md', 'other.md', 'other.docx']) rmSync(join(folder, 'drafts', name));
  });

  it('exports all drafts, and is told which were not exported and why', async () => {
    const { workbench, folder } = flow;
    await workbench.closeToasts();
    writeFileSync(join(folder, 'drafts/second.md'), '---\nkind: letter\n---\n\n# Second\n\nOne line.\n');
    writeFileSync(join(folder, 'drafts/third.md'), '---\nkind: letter\n---\n\n# Third\n\nOne line.\n');
    writeFileSync(join(folder, 'drafts/third.docx'), 'not ours');
    await workbench.run('Export All Drafts…');
    await workbench.pick('Beside each draft');
    await workbench.quickTitle().filter({ hasText: 'Before 2 documents are written' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const sum = /2 drafts were exported to Word\. One was not\. third\.docx is there already/;
    await workbench.toast(sum).waitFor();
    assert.match(wordText('drafts/second.docx'), /One line/);
    assert.equal(readFileSync(join(folder, 'drafts/third.docx'), 'utf8'), 'not ours');
    rmSync(join(folder, 'drafts/third.docx'));
    await workbench.toastButton(sum, 'Try Again').click();
    await workbench.toast(/1 draft was exported to Word\./).waitFor();
    assert.match(wordText('drafts/third.docx'), /One line/);
  });

  it('exports all drafts into one folder', async () => {
    const { workbench, folder } = flow;
    await workbench.closeToasts();
    mkdirSync(join(folder, 'word'));
    await workbench.run('Export All Drafts…');
    await workbench.pick('Into one folder…');
    await workbench.chooseFolder('word', 'Export Here');
    await workbench.toast(/3 drafts were exported to Word\./).waitFor();
    assert.match(wordText('word/drafts/third.docx'), /One line/);
  });
});

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
    const told = /Exported to open\.docx\. It also holds your draft with its remarks and the comments/;
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
    await workbench.run('Export to Word to Send Out…');
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
    await workbench.run('Export to Word to Send Out…');
    await until('the proposed name', async () =>
      /open-final\.docx$/.test(await workbench.input().inputValue()),
    );
    await workbench.answerDialog(join(folder, 'for-the-press.docx'));
    await workbench.exportAnyway();
    await workbench.toast(/Exported to for-the-press\.docx\.$/).waitFor();
    assert.deepEqual(parts('for-the-press.docx'), []);
  });
});

describe('An officer who selects several drafts in the Explorer', () => {
  const flow = inWindow({ 'advocacy.word.reviewBeforeExport': false });

  it('exports them at once', async () => {
    const { workbench, folder } = flow;
    for (const name of ['one.md', 'two.md', 'three.md'])
      writeFileSync(join(folder, name), '---\nkind: letter\n---\n\n# Open later\n\nPlease.\n');
    // The Explorer need not notice new files at once.
    await workbench.page.reload();
    await workbench.ready();
    await workbench.file('one.md').click();
    // What it opens would take the selection back.
    await workbench.status().filter({ hasText: 'areas argued' }).waitFor();
    await until('both to be selected', async () => {
      if ((await workbench.file('two.md').getAttribute('aria-selected')) !== 'true')
        await workbench.file('two.md').click({ modifiers: ['Control'] });
      return (await workbench.file('one.md').getAttribute('aria-selected')) === 'true';
    });
    await workbench.file('two.md').click({ button: 'right' });
    await workbench.chooseInMenu('Export to Word');
    await workbench.toast(/2 drafts were exported to Word\./).waitFor();
    assert.deepEqual(
      ['one', 'two', 'three'].map((name) => existsSync(join(folder, `${name}.docx`))),
      [true, true, false],
    );
  });
});

describe('An officer whose council’s template was moved', () => {
  const flow = inWindow();

  it('is told before and after an export, and goes from there to the setting', async () => {
    const { workbench, folder } = flow;
    const configuration = '{\n  "word": { "template": "no.dotx" }\n}\n';
    writeFileSync(join(folder, '.advocacy.json'), configuration);
    await workbench.openFile('drafts/weak.md');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.run('Export to Word');
    const before = workbench.rows().filter({ hasText: 'Line 2 of .advocacy.json' });
    await before.filter({ hasText: 'The template “no.dotx”' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const told =
      /Exported to weak\.docx\. The template “no\.dotx”.* was not found\. The built-in one is used\./;
    await workbench.toast(told).waitFor();
    await workbench.toastButton(told, 'Open .advocacy.json').click();
    await workbench.tab('.advocacy.json').waitFor();
    await workbench.at(2, 1);
  });
});

describe('A newcomer who follows the walkthrough', () => {
  const flow = inWindow();
  const ticked = (title: string) =>
    flow.workbench.page
      .locator('.getting-started-step', { hasText: title })
      .locator('.codicon-getting-started-step-checked');

  it('is led to it by the Coverage view, where no draft is open', async () => {
    const { workbench } = flow;
    const { page } = workbench;
    // In the very first session in a browser VS Code shows its own, until it has once looked for those of extensions.
    await workbench.openWalkthrough(/Learn the Fundamentals/);
    await workbench.viewIcon().click();
    await page.locator('.part.sidebar').getByRole('button', { name: 'Five steps' }).click();
    await page.locator('.getting-started-step', { hasText: 'Start a draft' }).waitFor();
  });

  it('sees a picture at each step', async () => {
    const { workbench } = flow;
    await workbench.closeSideBar();
    await workbench.openWalkthrough(/wins support for your library/);
    for (const title of ['Start a draft', 'See what it argues', 'Fill the gaps', 'Export to Word']) {
      await workbench.page.locator('.getting-started-step', { hasText: title }).click();
      const picture = workbench.webview().locator('img').first();
      await until(`the picture of ${title}`, () =>
        picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 300),
      );
      assert.notEqual(await picture.getAttribute('alt'), '');
    }
  });

  it('is offered a draft where there is none, and a step is done when it has been done', async () => {
    const { workbench, folder } = flow;
    const start = workbench.page
      .locator('.getting-started-step.expanded')
      .locator('.monaco-button', { hasText: 'Export to Word' });
    await start.click();
    await workbench.quickTitle().filter({ hasText: 'No draft is open' }).waitFor();
    await workbench.row('New Draft…').waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quick().waitFor({ state: 'hidden' });
    assert.equal(await workbench.toast(/./).count(), 0);
    assert.equal(await ticked('Export to Word').count(), 0);
    await start.click();
    await workbench.pick('drafts/weak.md');
    await workbench.row('Export Anyway').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.toast(/Exported to weak\.docx/).waitFor();
    assert.ok(existsSync(join(folder, 'drafts/weak.docx')));
    await workbench.openWalkthrough(/wins support for your library/);
    await ticked('Export to Word').waitFor();
    assert.equal(await ticked('Fill the gaps').count(), 0);
  });

  it('can start a draft from the word that there are none', async () => {
    const { workbench, folder } = flow;
    rmSync(join(folder, 'drafts'), { recursive: true });
    await workbench.run('Check Workspace');
    const none = /There are no drafts here yet/;
    await workbench.toastButton(none, 'New Draft').click();
    await workbench.row('Briefing note').waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});

describe('Someone who opens a README', () => {
  const flow = inWindow();

  it('sees no finding, and that it is not a draft', async () => {
    const { workbench } = flow;
    await workbench.openFile('README.md');
    await workbench.status().filter({ hasText: 'Not a draft' }).waitFor();
    for (const kind of ['error', 'warning', 'info', 'hint'] as const) {
      assert.equal(await workbench.squiggles(kind).count(), 0, kind);
    }
    assert.equal(await workbench.offers('Insert Section…'), false);
    assert.equal(await workbench.offers('Make This File a Draft…'), true);
  });

  it('can make it a draft from the view, and take that back', async () => {
    const { workbench } = flow;
    await workbench.showCoverage();
    await workbench.coverage().getByRole('button', { name: 'Make It a Draft' }).click();
    await workbench.pick('Press release');
    await workbench.squiggles('warning').first().waitFor();
    assert.match(await workbench.editorText(), /^---\nkind: press-release\n---/);
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+z');
    await workbench.status().filter({ hasText: 'Not a draft' }).waitFor();
    await until('no squiggle', async () => (await workbench.squiggles('warning').count()) === 0);
  });
});

describe('An officer with a draft that says no kind', () => {
  const flow = inWindow();

  it('is told what it looks like, and says so from the Coverage view', async () => {
    const { workbench, folder } = flow;
    const release =
      '# Open later\n\nFor immediate release\n\nFour libraries open later.\n\nEnds\n\n## Notes to editors\n\nFree.\n';
    writeFileSync(join(folder, '.advocacy.json'), '{ "drafts": ["drafts/*.md"] }');
    writeFileSync(join(folder, 'drafts/release.md'), release);
    await workbench.openFile('drafts/release.md');
    await workbench.lens('This looks like a press release. Say so').waitFor();
    await workbench.showCoverage();
    const row = workbench.coverageRow(/^Looks like a press release/);
    await row.click();
    await until('the kind', async () =>
      (await workbench.editorText()).startsWith('---\nkind: press-release\n---'),
    );
    await row.waitFor({ state: 'detached' });
  });

  it('does the same from the line above its title', async () => {
    const { workbench } = flow;
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+z');
    await workbench.lens('This looks like a press release. Say so').click();
    await until('the kind', async () =>
      (await workbench.editorText()).startsWith('---\nkind: press-release\n---'),
    );
  });
});

describe('An officer with a paper of a thousand pages', () => {
  // Such a paper has warnings, which an export would show first.
  const flow = inWindow({ 'advocacy.word.reviewBeforeExport': false });
  const chapter = `## Chapter\n\n${`${DIGITAL_CASE}\n\n`.repeat(20)}`;
  const paper = (chapters: number) =>
    `---\nkind: strategy\nareas: all\n---\n\n# Long\n\n${chapter.repeat(chapters)}`;

  it('sees that the export takes long, and can stop it', async () => {
    const { workbench, folder } = flow;
    const exporting = /Exporting long\.md to Word/;
    // A machine may be so quick that it is done before anybody can stop it: then the paper was too short.
    for (let chapters = 250; ; chapters *= 2) {
      writeFileSync(join(folder, 'long.md'), paper(chapters));
      await workbench.openFile('long.md');
      await workbench.status().filter({ hasText: 'of 5 areas argued' }).waitFor();
      await workbench.run('Export to Word');
      const stopped = workbench.toastButton(exporting, 'Cancel').click();
      const done = workbench.toast(/Exported to long\.docx/).waitFor();
      const first = await Promise.race([
        stopped.then(() => 'stopped'),
        done.then(
          () => 'done',
          () => 'stopped',
        ),
      ]);
      // A click that is still waited for must not stop the next export, and the word that one is done may be late and of
      // the one before: then the click has stopped this one.
      const end =
        first === 'done'
          ? await stopped.then(
              () => 'stopped',
              () => 'done',
            )
          : first;
      await workbench.toast(exporting).waitFor({ state: 'detached' });
      if (end === 'stopped' && !existsSync(join(folder, 'long.docx'))) break;
      assert.ok(chapters < 2000, 'it could not be stopped');
      rmSync(join(folder, 'long.docx'), { force: true });
      await workbench.closeToasts();
    }
  });

  it('can stop the export of all drafts, and nothing is half-written', async () => {
    const { workbench, folder } = flow;
    const drafts = paper(60);
    const last = 40;
    for (let number = 2; number <= last; number++) writeFileSync(join(folder, `long-${number}.md`), drafts);
    await workbench.run('Export All Drafts…');
    await workbench.pick('Beside each draft');
    const exporting = /Exporting to Word: \d+ of 41: /;
    await workbench.toastButton(exporting, 'Cancel').click();
    await workbench.toast(/Stopped before the end\./).waitFor();
    for (const name of readdirSync(folder)) {
      assert.doesNotMatch(name, /\.tmp$/);
      if (name.endsWith('.docx')) unzipSync(readFileSync(join(folder, name)));
    }
    assert.equal(existsSync(join(folder, 'long-9.docx')), false);
  });
});
