import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { inWindow } from './window';

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
    for (const [title, file] of [
      ['Start a draft', 'draft'],
      ['See what it argues', 'coverage'],
      ['Fill the gaps', 'fill'],
      ['Export to Word', 'word'],
      ['Bring the review back', 'review'],
    ] as const) {
      await workbench.page.locator('.getting-started-step', { hasText: title }).click();
      const picture = workbench.webview().locator(`img[src$="/${file}.webp"]`);
      await until(`the picture of ${title}`, () =>
        picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 300),
      );
      assert.notEqual(await picture.getAttribute('alt'), '');
    }
  });

  it('finds in the palette what needs a draft while none is open, and is offered one', async () => {
    const { workbench } = flow;
    for (const command of ['Export to Word', 'Insert Section…']) {
      await workbench.run(command);
      await workbench.quickTitle().filter({ hasText: 'No draft is open' }).waitFor();
      await workbench.row('drafts/weak.md').waitFor();
      await workbench.page.keyboard.press('Escape');
      await workbench.quick().waitFor({ state: 'hidden' });
    }
  });

  it('is offered a draft where there is none, and a step is done when it has been done', async () => {
    const { workbench, folder } = flow;
    await workbench.page.locator('.getting-started-step', { hasText: 'Export to Word' }).click();
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

describe('A newcomer who works at once', () => {
  const flow = inWindow();

  it('finds ticked what was done before the walkthrough was opened', async () => {
    const { workbench } = flow;
    await workbench.openFile('drafts/weak.md');
    await workbench.showCoverage();
    await workbench.coverageRow(/^Recovery areas/).waitFor();
    await workbench.openWalkthrough(/Learn the Fundamentals/);
    await workbench.openWalkthrough(/wins support for your library/);
    await workbench.page
      .locator('.getting-started-step', { hasText: 'See what it argues' })
      .locator('.codicon-getting-started-step-checked')
      .waitFor();
  });

  it('sees at a README no finding, and that it is not a draft', async () => {
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

  it('is told what a draft that says no kind looks like, and says so from the Coverage view', async () => {
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
