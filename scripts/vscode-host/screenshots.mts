// Takes the README's pictures of the example drafts.
import { execFileSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, openWindow } from './browser.mjs';
import { installServer, root } from './install.mjs';
import { installVsix, startServer, temporaryFolder } from './server.mjs';
import { until, Workbench } from './workbench.mjs';

const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.lineNumbers': 'off',
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.stickyScroll.enabled': false,
  'window.title': ['activeEditorShort', 'separator', 'rootName'].map((name) => `\${${name}}`).join(''),
  'workbench.layoutControl.enabled': false,
};

const picture = (name: string): string => join(root, 'images', name);
const step = (name: string): string => join(root, 'client/walkthrough', name);

const BY = '{>>Jo Ellis, 30 Nov 2026 09:15<<}';
/** A draft with a review that was brought home from Word. */
const REVIEWED = `---
kind: briefing
---

# Open on Saturdays

The library helps people who work in the week{++ and their children++}${BY}.

A Saturday brings {~~610~>620~~}${BY} visits to our four largest libraries.

{==One in nine households has no internet at home.==}{>>Jo Ellis, 30 Nov 2026 09:20: Which year is this?<<}
`;

/** Takes `images/coverage.png`, `images/quick-fix.png` and `images/word.png`, and one for each step of the walkthrough. */
export async function takeScreenshots(): Promise<void> {
  const script = new URL('../package.mjs', import.meta.url).href;
  const { makeVsix } = (await import(script)) as { makeVsix(): Promise<{ file: string }> };
  const host = installServer();
  const data = temporaryFolder('data');
  installVsix(host, data, (await makeVsix()).file);
  const folder = join(temporaryFolder('pictures'), 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  writeFileSync(join(folder, 'reviewed.md'), REVIEWED);
  const [server, browser] = await Promise.all([startServer({ host, data }), launchBrowser()]);
  try {
    const options = { server, open: folder, settings: SETTINGS, colorScheme: 'light' } as const;
    const { page } = await openWindow(browser, { ...options, viewport: { width: 1200, height: 720 } });
    const workbench = new Workbench(page);
    await workbench.ready();
    await coverage(workbench);
    await quickFix(workbench);
    const small = await openWindow(browser, { ...options, viewport: { width: 760, height: 600 } });
    const steps = new Workbench(small.page);
    await steps.ready();
    await walkthrough(steps);
  } finally {
    await browser.close();
    await server.stop();
  }
  word(folder);
  reduce(
    ['coverage', 'quick-fix', 'word'].map((name) => picture(`${name}.png`)),
    ['--quality', '60-95'],
  );
  const steps = ['draft', 'coverage', 'fill', 'word', 'review'].map((name) => step(`${name}.png`));
  // With fewer colours, deletions and commented words would have the same one.
  reduce(steps, ['32']);
  for (const file of steps) toWebp(file);
}

/** Converts a picture of the extension to WebP without loss, which is smaller by a fifth. */
function toWebp(file: string): void {
  execFileSync('cwebp', ['-quiet', '-lossless', '-z', '9', file, '-o', file.replace(/png$/, 'webp')]);
  rmSync(file);
}

/** Reduces the number of colours of pictures, where that makes no visible difference. */
function reduce(pictures: readonly string[], colours: readonly string[]): void {
  const how = ['--force', '--strip', '--speed', '1', '--ext', '.png', ...colours];
  execFileSync('pngquant', [...how, ...pictures]);
}

/** Takes the weak draft with its findings and its coverage. */
async function coverage(workbench: Workbench): Promise<void> {
  await workbench.openFile('briefings/ashcombe-road.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.showCoverage();
  await workbench.coverageRow(/^Recovery areas/).waitFor();
  await widen(workbench, 120);
  for (const area of [/^Digital inclusion: (argued|evidenced)/, /^Isolation.*: (argued|evidenced)/]) {
    const row = workbench.coverageRow(area);
    if ((await row.count()) > 0) {
      await row.click();
      await row.and(workbench.page.locator('[aria-expanded="true"]')).waitFor();
    }
  }
  await workbench.focusEditor();
  await workbench.page.keyboard.press('Control+Home');
  await clear(workbench);
  await workbench.page.screenshot({ path: picture('coverage.png') });
}

/** Takes the menu of the light bulb for a missing area. */
async function quickFix(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.openProblems();
  await workbench.problems().filter({ hasText: 'area-missing' }).first().dblclick();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+j');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  await until('the menu', async () => {
    if (!(await workbench.lightBulb().isVisible())) await page.keyboard.press('Control+.');
    return (await workbench.lightBulb().locator('.monaco-list-row').count()) > 2;
  });
  await clear(workbench);
  await page.screenshot({ path: picture('quick-fix.png'), clip: { x: 0, y: 0, width: 1200, height: 460 } });
}

/**
 * The part of the window that is in the picture of a step, in which no word may be cut. There are about 420 points of room
 * beside the steps; a wider picture would be scaled down until its words cannot be read.
 */
const CLIPS = {
  draft: { x: 144, y: 0, width: 472, height: 296 },
  coverage: { x: 48, y: 36, width: 420, height: 378 },
  fill: { x: 328, y: 160, width: 420, height: 280 },
  review: { x: 312, y: 76, width: 436, height: 302 },
} as const;

/** Takes the pictures of the walkthrough: a new draft, its coverage, a quick fix, and a review. */
async function walkthrough(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.openFile('briefings/ashcombe-road.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.run('New Draft…');
  await workbench.row('Briefing note').waitFor();
  await page.mouse.move(755, 595);
  await page.screenshot({ path: step('draft.png'), clip: CLIPS.draft });
  await page.keyboard.press('Escape');
  await workbench.showCoverage();
  // As wide as the picture, which would show cut lines of the draft otherwise.
  await widen(workbench, 230);
  await workbench.expand(/^Isolation.*: (argued|evidenced)/);
  await workbench
    .coverageRow(/^Line \d+, (argued|evidenced)/)
    .first()
    .click();
  await workbench.lit().waitFor();
  await clear(workbench);
  await page.screenshot({ path: step('coverage.png'), clip: CLIPS.coverage });
  await widen(workbench, -140);
  await workbench.rowButton(/^Cultural partnership: missing/, 'Insert an Argument');
  await workbench.selectedInView(/^\[insert [^\]]+\]$/);
  await clear(workbench);
  await page.screenshot({ path: step('fill.png'), clip: CLIPS.fill });
  await workbench.openFile('reviewed.md');
  await workbench.lens('Accept').first().waitFor();
  await workbench.focusEditor();
  await page.keyboard.press('Control+End');
  await workbench.lens('Accept').first().waitFor();
  await clear(workbench);
  await page.screenshot({ path: step('review.png'), clip: CLIPS.review });
}

/** Takes the first page of the exported report in a word processor. */
function word(folder: string): void {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: 'pipe' });
  run(process.execPath, join(root, 'dist/cli.js'), 'export', 'cabinet-report.md', '-o', 'report.docx');
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  run('soffice', profile, '--headless', '--convert-to', 'pdf', 'report.docx');
  run('pdftoppm', '-png', '-r', '75', '-f', '1', '-l', '1', '-singlefile', 'report.pdf', 'word');
  renameSync(join(folder, 'word.png'), picture('word.png'));
  const upper = ['-x', '60', '-y', '80', '-W', '500', '-H', '310'];
  run('pdftoppm', '-png', '-r', '75', ...upper, '-f', '1', '-l', '1', '-singlefile', 'report.pdf', 'word');
  renameSync(join(folder, 'word.png'), step('word.png'));
}

/** Makes the side bar wider. */
async function widen({ page }: Workbench, by: number): Promise<void> {
  const bar = (await page.locator('.part.sidebar').boundingBox())!;
  const edge = { x: bar.x + bar.width, y: bar.y + 400 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + by, edge.y, { steps: 5 });
  await page.mouse.up();
}

/** Moves the mouse away from everything that it would highlight, and waits until nothing moves. */
async function clear({ page }: Workbench): Promise<void> {
  await page.mouse.move(760, 715);
  await page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
  await page.locator('.notifications-toasts .notification-list-item').first().waitFor({ state: 'hidden' });
}
