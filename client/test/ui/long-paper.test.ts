import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { DIGITAL_CASE } from '../texts';
import { inWindow } from './window';

describe('An officer with a paper of a thousand pages', () => {
  // Such a paper has warnings, which an export would show first.
  const flow = inWindow({ 'advocacy.word.reviewBeforeExport': false });
  const chapter = `## Chapter\n\n${`${DIGITAL_CASE}\n\n`.repeat(20)}`;
  const paper = (chapters: number) =>
    `---\nkind: strategy\nareas: all\n---\n\n# Long\n\n${chapter.repeat(chapters)}`;

  it('sees that the export takes long, and can stop it', async () => {
    const { workbench, folder } = flow;
    const exporting = /Export to Word: long\.md/;
    // A machine may be so quick that it is done before anybody can stop it: then the paper was too short.
    for (let chapters = 125; ; chapters *= 2) {
      writeFileSync(join(folder, 'long.md'), paper(chapters));
      await workbench.openFile('long.md');
      await workbench
        .status()
        .filter({ hasText: /of \d+ areas argued/ })
        .waitFor();
      await workbench.run('Export to Word');
      const stopped = workbench.toastButton(exporting, 'Cancel').click({ timeout: 15_000 });
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
    const exporting = /Export All Drafts: \d+ of 41: /;
    await workbench.toastButton(exporting, 'Cancel').click();
    await workbench.toast(/Stopped before the end\./).waitFor();
    for (const name of readdirSync(folder)) {
      assert.doesNotMatch(name, /\.tmp$/);
      if (name.endsWith('.docx')) unzipSync(readFileSync(join(folder, name)));
    }
    assert.equal(existsSync(join(folder, 'long-9.docx')), false);
  });
});
