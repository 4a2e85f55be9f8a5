// Starts and ends a VS Code server without accounts, galleries or telemetry, on a free port.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { hostFolder } from './install.mjs';

/**
 * Settings with which the editor asks, moves, fetches and opens nothing by itself. The page gets them as defaults, so that
 * the user's settings are empty at first.
 */
export const QUIET_SETTINGS: Readonly<Record<string, unknown>> = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.smoothScrolling': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'window.commandCenter': false,
  'workbench.editor.enablePreview': false,
  'workbench.enableExperiments': false,
  // On a busy machine, an open quick pick may lose the focus.
  'workbench.quickOpen.closeOnFocusLost': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

const COMMON_ARGUMENTS = ['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-telemetry'];
const ENVIRONMENT = {
  // Without a gallery nothing is looked up on the network.
  EXTENSIONS_GALLERY: '{}',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
};

/** Functions to call when this process ends, in whatever way. */
const atEnd = new Set<() => void>();
process.on('exit', () => {
  for (const undo of atEnd) undo();
});

/** The parent of this process, read at once, as it may end at any time. */
const PARENT = process.ppid;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
// Without a listener, a signal ends a process without the event 'exit'.
for (const name of SIGNALS) {
  process.on(name, () => {
    if (process.listenerCount(name) === 1) process.exit(128 + constants.signals[name]);
  });
}

/**
 * Resolves when this process is told to end: by a signal, or by the end of the npm process that started it, as npm passes
 * signals only to a shell, which does not pass them on.
 */
export function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of SIGNALS) process.once(name, () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    setInterval(() => {
      if (process.ppid !== PARENT) resolve();
    }, 500).unref();
  });
}

/** A new empty folder under `.vscode-test/tmp`, removed when this process ends. */
export function temporaryFolder(name: string): string {
  const parent = join(hostFolder, 'tmp');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `${name}-`));
  atEnd.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

export interface ServerOptions {
  /** The server's folder, from `installServer`. */
  readonly host: string;
  /** The folder for installed extensions and settings; a temporary one by default. */
  readonly data?: string;
  /** The user's own settings. */
  readonly userSettings?: Readonly<Record<string, unknown>>;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Server {
  readonly port: number;
  /** The id of its process, which leads a process group. */
  readonly pid: number;
  readonly data: string;
  /** Returns its output so far. */
  log(): string;
  stop(): Promise<void>;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/** Installs a .vsix into a data folder, as a user does. @throws Error if the server refuses it */
export function installVsix(host: string, data: string, vsix: string): void {
  execFileSync(
    process.execPath,
    [
      join(host, 'out/server-main.js'),
      ...COMMON_ARGUMENTS,
      '--server-data-dir',
      data,
      '--install-extension',
      vsix,
      '--force',
    ],
    { env: { ...process.env, ...ENVIRONMENT }, stdio: 'pipe' },
  );
}

/** Starts a server. Resolves when it listens. It ends with this process at the latest. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const data = options.data ?? temporaryFolder('data');
  mkdirSync(join(data, 'data/User'), { recursive: true });
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(options.userSettings ?? {}, null, 2));
  const child = spawn(
    process.execPath,
    [
      join(options.host, 'out/server-main.js'),
      ...COMMON_ARGUMENTS,
      '--disable-experiments',
      '--disable-workspace-trust',
      // The seconds after which the extension host of a closed window ends.
      ...['--reconnection-grace-time', '10'],
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'],
      ...['--server-data-dir', data],
    ],
    {
      // In a process group, extension hosts and terminals, which are grandchildren, can be ended as well.
      detached: true,
      env: { ...process.env, ...ENVIRONMENT, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, name);
    } catch {
      // It has ended already.
    }
  };
  atEnd.add(() => signal('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const match = /agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The VS Code server ended with exit code ${code}.\n${output}`)),
    );
    setTimeout(() => reject(new Error(`The VS Code server did not start.\n${output}`)), 90_000).unref();
  });
  return {
    port,
    pid: child.pid!,
    data,
    log: () => output,
    ended,
    async stop() {
      for (const name of ['SIGTERM', 'SIGKILL'] as const) {
        signal(name);
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
      }
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}
