import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { inWindow } from './window';

const DRAFT = `---
kind: report
---

# Digital skills sessions in every library

One in four adults in Norwell are not online. Nationally, 14% of households have no broadband at home. Research shows that people who learn with a friend are twice as likely to stay online. In the county, unemployment is 6.2%, against 4.1% in the region. The sessions will eradicate digital exclusion in Norwell.

## What the pilot did

| Library | Sessions | People | Cost |
| --- | ---: | ---: | ---: |
| Ashford Road | 62 | 410 | £4,100 |
| Thornby | 58 | 365 | £3,900 |
| Marden | 40 | 240 | £3,000 |
| Total | 160 | 1,025 | £11,000 |

We ask Cabinet for [insert amount].
`;

describe('An officer whose figures have no source', () => {
  const flow = inWindow();

  it('finds them in the Coverage view, as hints stand nowhere else, and goes to one', async () => {
    const { workbench, folder } = flow;
    writeFileSync(join(folder, 'drafts/sources.md'), DRAFT);
    await workbench.openFile('drafts/sources.md');
    await workbench.showCoverage();
    await workbench.coverageRow(/^\d figures have no source/).waitFor();
    await workbench.expand(/^\d figures have no source/);
    const row = workbench.coverageRow(/^Line 7: One in four adults/);
    await row.click();
    await workbench.lit().first().waitFor();
  });

  it('finds in the menu of its row what the light bulb offers, first a footnote', async () => {
    const { workbench } = flow;
    await workbench.coverageRow(/^Line 7: One in four adults/).click({ button: 'right' });
    await workbench.chooseInMenu('Add a Source…');
    await workbench.lightBulb().waitFor();
    await workbench.quickFix('Insert a footnote for the source');
    const hasNote = async () => /not online\.?\[\^/.test(await workbench.editorText());
    await until('the footnote', hasNote);
    await workbench.page.keyboard.press('Control+z');
    await until('the footnote to be gone', async () => !(await hasNote()));
  });

  it('hears of them in the list before an export, which leads there', async () => {
    const { workbench } = flow;
    await workbench.closeSideBar();
    await workbench.run('Export to Word');
    await workbench.pick('5 figures have no source');
    await workbench.coverageRow(/^5 figures have no source/).waitFor();
  });

  it('who looks for a fact by a word finds the nearest and newest first, wherever the word stands in it', async () => {
    const { workbench } = flow;
    await workbench.openFile('drafts/weak.md');
    await workbench.cursorAt(9, 1);
    await workbench.run('Insert Evidence…');
    await workbench.input().fill('lonel');
    const wales = workbench.rows().filter({ hasText: 'people in Wales were lonely' });
    await wales.waitFor();
    const fact = workbench.rows().filter({ hasText: 'lon' }).first();
    assert.match((await fact.textContent()) ?? '', /In 2024\/25, 7% of adults in England/);
    await workbench.page.keyboard.press('Escape');
    await workbench.quick().waitFor({ state: 'hidden' });
  });

  it('who types the first letters of a snippet and asks what there is gets it', async () => {
    const { workbench } = flow;
    await workbench.openFile('drafts/weak.md');
    await workbench.typeAtEnd('opt');
    await workbench.page.keyboard.press('Control+Space');
    await workbench.page.keyboard.type('i');
    await workbench.suggestions().filter({ hasText: 'advocacy-options' }).first().click();
    await until('the options', async () => /## Options/.test(await workbench.editorText()));
    assert.doesNotMatch(await workbench.editorText(), /\bopti\b/);
  });

  it('who looks for a snippet sees its text below the list, from its beginning, and finds it by its name', async () => {
    const { workbench } = flow;
    await workbench.openFile('drafts/weak.md');
    await workbench.cursorAt(9, 1);
    await workbench.run('Insert Snippet…');
    const group = workbench.page.locator('.editor-group-container', {
      has: workbench.page.locator('.tab[data-resource-name="Preview.md"]'),
    });
    const first = group.locator('.view-line', { hasText: /Job.seekers/ }).first();
    await until('the first line below the list', async () => {
      const [line, list] = [
        await first.boundingBox({ timeout: 1000 }),
        await workbench.quick().boundingBox(),
      ];
      if (line === null || list === null) return false;
      const below = line.y - list.y - list.height;
      return below >= 0 && below < 100;
    });
    await workbench.input().fill('table');
    // The text of “Argue: digital inclusion” has tablets.
    const active = workbench.quick().locator('.monaco-list-row.focused .label-name');
    await until('the table of options', async () => (await active.first().textContent()) === 'Options');
    await workbench.page.keyboard.press('Escape');
  });
});
