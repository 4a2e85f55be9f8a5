// Runs tests inside an extension host, with a page of its VS Code open in Chromium.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, openWindow, type Window } from './browser.mjs';
import type { SuiteRun } from './desktop.mjs';
import { hostFolder } from './install.mjs';
import { startServer } from './server.mjs';
import type { Score } from './test.mjs';
import { serveWeb, type WebOptions } from './web.mjs';

/** Begins the lines of the test run, written by `client/test/suite/run.ts`. Other lines are VS Code's log. */
const MARK = 'TEST| ';
/** Begins such a line where a test failed. */
const FAILED = '  ✘ ';
const LIMIT = 2_400_000;

/** Runs the suite in the extension host of a VS Code server. */
export async function runInServer(run: SuiteRun & { readonly host: string }): Promise<Score> {
  const server = await startServer({ host: run.host, environment: run.environment });
  try {
    return await runInPage((browser, onLog) =>
      openWindow(browser, {
        server,
        open: run.workspace,
        extensions: [run.extension],
        tests: run.tests,
        // Nobody looks at it: a third of the processor time of this run went into drawing a larger one.
        viewport: { width: 500, height: 300 },
        onLog,
      }),
    );
  } finally {
    await server.stop();
  }
}

/** Runs tests in the web worker of a page that has no server. */
export async function runInWorker(options: WebOptions): Promise<Score> {
  const server = await serveWeb(options);
  try {
    return await runInPage(async (browser, onLog) => {
      const window = await openPage(browser, { onLog });
      await window.page.goto(server.address);
      return window;
    });
  } finally {
    await server.stop();
  }
}

/** Waits for the tests in a page. Prints their lines as they come, and VS Code's own log if they failed. */
async function runInPage(
  open: (browser: Browser, onLog: (type: string, text: string) => void) => Promise<Window>,
): Promise<Score> {
  const log: string[] = [];
  let score: Score | undefined;
  const failures: string[] = [];
  const onLog = (type: string, text: string): void => {
    if (!text.startsWith(MARK)) {
      log.push(`[${type}] ${text}`);
      return;
    }
    const line = text.slice(MARK.length);
    console.log(line);
    if (line.startsWith(FAILED)) failures.push(line.slice(FAILED.length));
    const sum = /^(\d+) passed, (\d+) failed$/.exec(line);
    if (sum) score = { passed: Number(sum[1]), failed: Number(sum[2]), failures };
  };
  const browser = await launchBrowser();
  try {
    const { page, testsEnded } = await open(browser, onLog);
    const late = new Promise<string>((resolve) =>
      setTimeout(resolve, LIMIT, `no end after ${LIMIT / 1000} s`).unref(),
    );
    const end = await Promise.race([testsEnded, late]);
    if (end === 0 && score !== undefined && score.passed > 0 && score.failed === 0) return score;
    console.log(`The extension host ended with: ${end}\n${log.slice(-60).join('\n')}`);
    await page.screenshot({ path: join(hostFolder, 'failures/suite.png') }).catch(() => undefined);
    // A run that broke off has failed, whatever passed before.
    if (failures.length === 0) failures.push(`The extension host ended with: ${end}`);
    return { passed: score?.passed ?? 0, failed: Math.max(score?.failed ?? 0, 1), failures };
  } finally {
    await browser.close();
  }
}
