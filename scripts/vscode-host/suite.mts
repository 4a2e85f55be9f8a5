// Runs the suite in the extension host of a VS Code server, with a page of it open in Chromium.
import { join } from 'node:path';
import { launchBrowser, openWindow } from './browser.mjs';
import type { SuiteRun } from './desktop.mjs';
import { hostFolder } from './install.mjs';
import { startServer } from './server.mjs';
import type { Score } from './test.mjs';

/** Lines with this mark are the test run's own; all else is VS Code's log. `client/test/suite/run.ts` writes it. */
const MARK = 'TEST| ';
const LIMIT = 120_000;

/** Runs the suite and prints its lines as they come, and VS Code's own log where it failed. */
export async function runInServer(run: SuiteRun & { readonly host: string }): Promise<Score> {
  const [server, browser] = await Promise.all([
    startServer({ host: run.host, environment: run.environment }),
    launchBrowser(),
  ]);
  const log: string[] = [];
  let score: Score | undefined;
  try {
    const { page, testsEnded } = await openWindow(browser, {
      server,
      open: run.workspace,
      extensions: [run.extension],
      tests: run.tests,
      onLog(type, text) {
        if (!text.startsWith(MARK)) {
          log.push(`[${type}] ${text}`);
          return;
        }
        const line = text.slice(MARK.length);
        console.log(line);
        const sum = /^(\d+) passed, (\d+) failed$/.exec(line);
        if (sum) score = { passed: Number(sum[1]), failed: Number(sum[2]) };
      },
    });
    const late = new Promise<string>((resolve) =>
      setTimeout(resolve, LIMIT, `no end after ${LIMIT / 1000} s`).unref(),
    );
    const end = await Promise.race([testsEnded, late]);
    if (end === 0 && score !== undefined && score.passed > 0 && score.failed === 0) return score;
    console.log(`The extension host ended with: ${end}\n${log.slice(-60).join('\n')}`);
    await page.screenshot({ path: join(hostFolder, 'suite-failure.png') }).catch(() => undefined);
    // A run that broke off has failed, whatever it had passed by then.
    return { passed: score?.passed ?? 0, failed: Math.max(score?.failed ?? 0, 1) };
  } finally {
    await browser.close();
    await server.stop();
  }
}
