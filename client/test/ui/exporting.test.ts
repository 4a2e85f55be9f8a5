import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { builtInProject } from '../../../server/src/project';
import { skeleton } from '../../../server/src/skeleton';
import { inWindow } from './window';

describe('An officer who exports', () => {
  // In the folder from the beginning, as the Explorer need not notice new files at once.
  const letters = ['one', 'two', 'three'];
  const flow = inWindow({}, (folder) => {
    for (const name of letters)
      writeFileSync(join(folder, `${name}.md`), '---\nkind: letter\n---\n\n# Open later\n\nPlease.\n');
  });
  const wordText = (path: string): string =>
    strFromU8(unzipSync(readFileSync(join(flow.folder, path)))['word/document.xml']!).replace(/<[^>]+>/g, '');
  const list = () => flow.workbench.quickTitle().filter({ hasText: 'Before weak.docx is written' });

  it('exports at once the drafts that are selected in the Explorer', async () => {
    const { workbench, folder } = flow;
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
    await workbench.quickTitle().filter({ hasText: 'Before 2 documents are written' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.toast(/2 drafts were exported to Word\./).waitFor();
    assert.deepEqual(
      letters.map((name) => existsSync(join(folder, `${name}.docx`))),
      [true, true, false],
    );
    // The next tests count the drafts of the folder.
    for (const name of letters)
      for (const end of ['md', 'docx']) rmSync(join(folder, `${name}.${end}`), { force: true });
    await workbench.closeToasts();
  });

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

  it('is told before and after an export that the council’s template was moved, and goes from there to the setting', async () => {
    const { workbench, folder } = flow;
    const configuration = '{\n  "word": { "template": "no.dotx" }\n}\n';
    writeFileSync(join(folder, '.advocacy.json'), configuration);
    await workbench.closeToasts();
    writeFileSync(
      join(folder, 'drafts/council.md'),
      '---\nkind: letter\n---\n\n# Council\n\nBy [insert date].\n',
    );
    await workbench.openFile('drafts/council.md');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.run('Export to Word');
    const before = workbench.rows().filter({ hasText: 'Line 2 of .advocacy.json' });
    await before.filter({ hasText: 'The template “no.dotx”' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const told =
      /Exported to council\.docx\. The template “no\.dotx”.* was not found\. The built-in one is used\./;
    await workbench.toast(told).waitFor();
    await workbench.toastButton(told, 'Open .advocacy.json').click();
    await workbench.tab('.advocacy.json').waitFor();
    await workbench.at(2, 1);
  });
});
