import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../../scripts/vscode-host/workbench.mjs';
import { inWindow } from './window';

/** How often the server is killed. `ADVOCACY_KILLS=50` for a long run. */
const KILLS = Number(process.env.ADVOCACY_KILLS ?? 6);
/** Ends in three minutes after which the client gives up. */
const LIMIT = 5;

const DRAFT =
  '---\nkind: letter\n---\n\n# Saturdays\n\nThis paper has been begun by somebody who types while the server dies.\n\nIt is [insert time].\n\n';

interface Process {
  readonly pid: number;
  /** In ticks since the machine was started. */
  readonly started: number;
}

/** The server process that this run started last; undefined where none runs. Windows closed before may have theirs. */
function newestServer(): Process | undefined {
  const servers = readdirSync('/proc').flatMap((name): Process[] => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      if (!command.includes(process.env.ADVOCACY_TEST_DATA!) || !command.includes('dist/server.js'))
        return [];
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return [{ pid: Number(name), started: Number(fields[19]) }];
    } catch {
      // No process, or one that has just ended.
      return [];
    }
  });
  return servers.sort((a, b) => b.started - a.started || b.pid - a.pid)[0];
}

describe('When the server dies', () => {
  const flow = inWindow();

  it(`${KILLS} times while somebody types, findings come back each time, and no letter is lost`, async function () {
    if (process.platform !== 'linux') {
      console.log('      left out: it looks for processes where Linux has them');
      this.skip();
    }
    this.timeout(200_000 + KILLS * 20_000);
    const { workbench, window, folder } = flow;
    const { keyboard } = window.page;
    const path = join(folder, 'typed.md');
    writeFileSync(path, DRAFT);
    await workbench.openFile('typed.md');
    await workbench.focusEditor();
    await keyboard.press('Control+End');
    await workbench.status().filter({ hasText: 'areas argued' }).waitFor();
    // Each of the placeholders that are typed is a warning of its own, which only the next server can find.
    const warnings = async (): Promise<number> =>
      Number(/Warnings: (\d+)/.exec((await workbench.problemCounts()) ?? '')?.[1] ?? 0);
    // They come all at once.
    await until('the first warnings', async () => (await warnings()) > 0);
    const before = await warnings();
    const away: number[] = [];
    let typed = '';
    let last: number | undefined;
    for (let kill = 1; kill <= KILLS; kill++) {
      const { pid } = await until('a new server', async () => {
        const newest = newestServer();
        return newest?.pid === last ? undefined : newest;
      });
      last = pid;
      const words = `On [insert ${kill}] somebody went on typing, whatever had happened to the server. `;
      const back = async (started: number): Promise<void> => {
        await until(`${kill} warnings more`, async () => (await warnings()) === before + kill);
        away.push(Math.round(performance.now() - started));
      };
      const typing = keyboard.type(words, { delay: 5 });
      // Before the placeholder is complete, which the server of before could find.
      await new Promise((resolve) => setTimeout(resolve, 15));
      process.kill(pid, 'SIGKILL');
      if (kill % LIMIT > 0) await Promise.all([typing, back(performance.now())]);
      else {
        await typing;
        await workbench.status().filter({ hasText: 'Stopped' }).waitFor();
        const restart = workbench.toastButton(/stopped 5 times/, 'Restart');
        await restart.waitFor();
        await Promise.all([restart.click(), back(performance.now())]);
        await workbench.closeToasts();
        await workbench.focusEditor();
      }
      if (kill % LIMIT === 1) await workbench.toast(/stopped, and was started again/).waitFor();
      typed += words;
      assert.equal(readFileSync(path, 'utf8'), DRAFT, 'what is not saved is nobody else’s to save');
    }
    const sorted = [...away].sort((a, b) => a - b);
    console.log(
      `      killed ${KILLS} times: findings back after ${sorted[sorted.length >> 1]} ms in the middle, ${sorted.at(-1)} ms at most`,
    );
    await workbench.tab('typed.md').and(window.page.locator('.dirty')).waitFor();
    await workbench.focusEditor();
    await keyboard.press('Control+s');
    await workbench.tab('typed.md').and(window.page.locator(':not(.dirty)')).waitFor();
    assert.equal(readFileSync(path, 'utf8'), DRAFT + typed);
  });
});
