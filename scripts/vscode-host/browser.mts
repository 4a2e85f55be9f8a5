// Opens the VS Code server in a fresh window of Chromium that can only reach this machine.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { QUIET_SETTINGS, type Server } from './server.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the Chromium that CHROMIUM names, or else the system's. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error('There is no Chromium: install it (apt-get install chromium), or name one in CHROMIUM.');
  }
  return chromium.launch({
    executablePath,
    args: [
      // Its sandbox needs permissions that containers lack, and it shows only pages of the tests.
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-extensions',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      '--no-first-run',
    ],
  });
}

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'dark' | 'light';
  /** Called for each line that the extension host prints while it runs tests. */
  onLog?(type: string, text: string): void;
}

export interface WindowOptions extends PageOptions {
  readonly server: Server;
  /** Absolute path of the folder or of the `.code-workspace` file to open. */
  readonly open: string;
  /** Folders of extensions under development. */
  readonly extensions?: readonly string[];
  /** A module with a function `run`, which the extension host calls when it has started. */
  readonly tests?: string;
  /** Default settings besides `QUIET_SETTINGS`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses outside of this machine that the page requested. */
  readonly outside: readonly string[];
  /** Resolves to the exit code of the tests, or to the reason why the page ended before them. */
  readonly testsEnded: Promise<number | string>;
}

/**
 * A script that adds to the configuration in the page's document, at "interactive", before other scripts read it. (If the
 * response itself were changed, it would count as a public page, and could not open a WebSocket to this machine.)
 */
const extendConfiguration = (added: object) => `
  document.addEventListener('readystatechange', () => {
    const element = document.readyState === 'interactive' && document.getElementById('vscode-workbench-web-configuration');
    if (!element) return;
    const own = JSON.parse(element.dataset.settings);
    const productConfiguration = { ...own.productConfiguration, enableTelemetry: false };
    element.dataset.settings = JSON.stringify({ ...own, ...${JSON.stringify(added)}, productConfiguration });
  });`;

/** Opens an empty page in a separate context, which listens to the tests that an extension host runs. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<Window> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'dark',
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname))
      outside.push(request.url());
  });
  const testsEnded = new Promise<number | string>((resolve) => {
    page.on('crash', () => resolve('the page crashed'));
    page.on('close', () => resolve('the page was closed'));
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (type: string, values: unknown[]) =>
    options.onLog?.(
      type,
      values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' '),
    ),
  );
  return { page, context, outside, testsEnded };
}

/** Opens a window of VS Code. Resolves while VS Code is still loading. */
export async function openWindow(browser: Browser, options: WindowOptions): Promise<Window> {
  const window = await openPage(browser, options);
  await load(window.page, options);
  return window;
}

/**
 * Opens another folder in the page of a window, which then knows nothing of what it showed before, like a new one. VS Code
 * is there in half the time, as the page keeps its code compiled.
 */
export async function openInstead({ page }: Window, options: WindowOptions): Promise<void> {
  await page.evaluate('sessionStorage.clear()');
  // The page is left first, as VS Code would write what it remembers once more.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: originOf(options.server), storageTypes: 'all' });
  await session.detach();
  await load(page, options);
}

const originOf = ({ port }: Server): string => `http://127.0.0.1:${port}`;

async function load(page: Page, options: WindowOptions): Promise<void> {
  const remote = (path: string) => ({
    scheme: 'vscode-remote',
    authority: `127.0.0.1:${options.server.port}`,
    path,
  });
  const more = {
    // A separate origin for the extension host's frame would need the network.
    _wrapWebWorkerExtHostInIframe: false,
    enableWorkspaceTrust: false,
    configurationDefaults: { ...QUIET_SETTINGS, ...options.settings },
    developmentOptions: {
      logLevel: 3,
      ...(options.extensions?.length ? { extensions: options.extensions.map(remote) } : {}),
      ...(options.tests ? { extensionTestsPath: remote(options.tests) } : {}),
    },
  };
  // Of the scripts for the folders before, this one has the last word.
  await page.addInitScript({ content: extendConfiguration(more) });
  const parameter = options.open.endsWith('.code-workspace') ? 'workspace' : 'folder';
  await page.goto(`${originOf(options.server)}/?${parameter}=${encodeURIComponent(options.open)}`);
}
