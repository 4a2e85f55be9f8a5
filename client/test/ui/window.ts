import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import {
  launchBrowser,
  openInstead,
  openWindow,
  type Window,
} from '../../../scripts/vscode-host/browser.mjs';
import { hostFolder, root } from '../../../scripts/vscode-host/install.mjs';
import { type Server, startServer, temporaryFolder } from '../../../scripts/vscode-host/server.mjs';
import { PATIENCE } from '../../../scripts/vscode-host/until.mjs';
import { Workbench } from '../../../scripts/vscode-host/workbench.mjs';

let started: Promise<{ readonly server: Server; readonly browser: Browser }> | undefined;

/** One server and one browser for all flows: `scripts/vscode-host/flows.mts` has installed the extension for them. */
function start() {
  started ??= (async () => {
    const [server, browser] = await Promise.all([
      startServer({ host: process.env.ADVOCACY_TEST_HOST!, data: process.env.ADVOCACY_TEST_DATA! }),
      launchBrowser(),
    ]);
    return { server, browser };
  })();
  return started;
}

after(async () => {
  const running = await started;
  await running?.browser.close();
  await running?.server.stop();
});

/** The window of the suite before, which the next one takes over. */
let kept: Window | undefined;

/** A window that shows a folder and remembers nothing. */
async function windowOn(open: string, settings: Readonly<Record<string, unknown>>): Promise<Window> {
  const { server, browser } = await start();
  if (kept === undefined) kept = await openWindow(browser, { server, open, settings });
  else await openInstead(kept, { server, open, settings });
  return kept;
}

export interface Flow {
  readonly workbench: Workbench;
  readonly window: Window;
  /** Absolute path of the window's workspace, a copy of `client/test/workspace` of its own. */
  readonly folder: string;
}

/**
 * Opens a window that is like new before the tests of a suite, and keeps a picture of it where one fails.
 * @param settings Defaults of the window.
 * @param prepare Puts files into its folder before it opens, as the Explorer need not notice new ones at once.
 */
export function inWindow(
  settings: Readonly<Record<string, unknown>> = {},
  prepare?: (folder: string) => Promise<void> | void,
): Flow {
  const flow: { -readonly [key in keyof Flow]?: Flow[key] } = {};
  before(async () => {
    flow.folder = temporaryFolder('flow');
    cpSync(join(root, 'client/test/workspace'), flow.folder, { recursive: true });
    await prepare?.(flow.folder);
    flow.window = await windowOn(flow.folder, settings);
    flow.window.page.setDefaultTimeout(PATIENCE);
    flow.workbench = new Workbench(flow.window.page);
    await flow.workbench.ready();
  });
  afterEach(async function () {
    // A test that is going to be tried again has no state yet.
    if (this.currentTest === undefined || this.currentTest.state === 'passed') return;
    const name = this.currentTest.titlePath().join(' ').replace(/\W+/g, '-');
    await flow.window?.page.screenshot({ path: join(hostFolder, 'failures', `${name}.png`) });
    // A list or a question that is left open would make the next test fail, too.
    await flow.workbench?.calm();
  });
  return flow as Flow;
}
