import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
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
    await workbench.quickTitle().filter({ hasText: '(2/6)' }).waitFor();
    await workbench.answer('Ashby', 'Wexmoor');
    await workbench.answer('Whose law', 'xyz');
    await workbench.page.getByPlaceholder('“xyz” is none of these. Choose a nation').waitFor();
    await workbench.pick('Wales');
    await workbench.answer('01632', '');
    await workbench.answer('Head of Libraries', 'Ruth Ademola, Head of Libraries');
    await workbench.answer('Market Street', '');
    await workbench.tab('keep-our-libraries-open.md').waitFor();
    const written = readFileSync(join(folder, 'keep-our-libraries-open.md'), 'utf8');
    assert.match(written, /^author: Ruth Ademola, Head of Libraries$/m);
    // VS Code may be saving it once more by itself.
    await until('the answers in the settings', () =>
      Promise.resolve(
        /"place": "Wexmoor",\s*"nation": "Wales"/.test(readFileSync(join(folder, '.advocacy.json'), 'utf8')),
      ),
    );
    assert.match(written, /^kind: briefing$/m);
    assert.match(written, /^## What we ask$/m);
    await workbench
      .status()
      .filter({ hasText: /0 of \d+ areas argued/ })
      .waitFor();
  });

  it('who leaves the questions by Escape goes on where they were left, and a step back', async () => {
    const { workbench, folder } = flow;
    await workbench.run('Set Up…');
    await workbench.answer('Ashby Libraries', 'Wexmoor Library Service');
    await workbench.quickTitle().filter({ hasText: '(2/6)' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    const offer = /You left at question 2 of 6/;
    assert.doesNotMatch(readFileSync(join(folder, '.advocacy.json'), 'utf8'), /Wexmoor Library Service/);
    await workbench.toastButton(offer, 'Go On').click();
    await workbench.quickTitle().filter({ hasText: '(2/6)' }).waitFor();
    await workbench.page.locator('.quick-input-widget .codicon-quick-input-back').click();
    await workbench.quickTitle().filter({ hasText: '(1/6)' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.toastButton(/You left at question 1 of 6/, 'Save Them').click();
    await until('the answers', () =>
      Promise.resolve(/Wexmoor Library Service/.test(readFileSync(join(folder, '.advocacy.json'), 'utf8'))),
    );
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
    await workbench.page.keyboard.type('Ann Moss, Head of Libraries');
    await left.filter({ hasNotText: `${count - 1} to fill in` }).waitFor();
    await workbench.page.keyboard.press('Control+Shift+F8');
    await workbench.selected();
  });

  it('sees in the Coverage view what is missing', async () => {
    const { workbench } = flow;
    await workbench.status().click();
    await workbench.coverageRow(/^Digital inclusion: missing/).waitFor();
    await workbench.coverageRow(/^Recovery areas: 0 of 5 argued/).waitFor();
    await workbench.coverage().getByText('keep-our-libraries-open.md').waitFor();
  });

  it('adds a passage, and its area is argued and the finding is gone', async () => {
    const { workbench, window } = flow;
    await workbench.openProblems();
    const finding = workbench.problems().filter({ hasText: FINDING });
    await finding.waitFor();
    await workbench.typeAtEnd('');
    await workbench.copy(DIGITAL_CASE);
    const took = window.page.evaluate<number>(MEASURE);
    await window.page.keyboard.press('Control+v');
    console.log(`      argued, and the finding gone, after ${Math.round(await took)} ms`);
    await workbench
      .status()
      .filter({ hasText: /1 of \d+ areas argued/ })
      .waitFor();
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
    // What is undone before the view has said so leaves it as it was, and rows change under the next click.
    await workbench.coverageRow(/^Education support: (?:mentioned|argued)/).waitFor();
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

  it('holds the paper to what it speaks of unasked, from the Coverage view', async () => {
    const { workbench } = flow;
    const unasked = /^Information and Digital: mentioned \(not asked for\)/;
    await workbench.rowButton(unasked, 'Hold This Paper to It');
    await workbench.coverageRow(/^Information and Digital: argued, in/).waitFor();
    await workbench.coverageRow(/^Reading: not argued/).waitFor();
  });

  it('is told where an argument that is inserted holds the paper to its topic', async () => {
    const { workbench } = flow;
    await workbench.rowButton(/^Health and Wellbeing/, 'Insert an Argument');
    await workbench.toast(/this paper is now held to Health and Wellbeing/).waitFor();
    await workbench.closeToasts();
  });

  it('exports it to Word, and the document opens in LibreOffice', async function () {
    const { workbench, folder } = flow;
    await workbench.run('Export to Word');
    await workbench.quickTitle().filter({ hasText: 'Before keep-our' }).waitFor();
    await workbench.row('Export Anyway').waitFor();
    await workbench.page.keyboard.press('Enter');
    const exported = /Exported to keep-our-libraries-open\.docx/;
    await workbench.toast(exported).waitFor();
    // The first of a draft says what it holds, and how to send it out: the words have room beside the buttons.
    await workbench.toastButton(exported, 'Download').waitFor();
    await workbench.toastButton(exported, 'Send Out as Word Document…').waitFor();
    assert.equal(await workbench.toast(exported).locator('.monaco-button').count(), 2);
    await workbench.page.keyboard.press('Control+Shift+e');
    await workbench.file('keep-our-libraries-open.docx').waitFor();
    const word = join(folder, 'keep-our-libraries-open.docx');
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
    const text = readFileSync(join(out, 'keep-our-libraries-open.txt'), 'utf8');
    assert.match(text, /Keep our libraries open on Saturdays/);
    assert.match(text, /Residents who have no internet at home/);
  });

  it('asks nothing of any other machine', () => {
    assert.deepEqual(flow.window.outside, []);
  });
});
