import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const HOST = pathToFileURL(resolve('scripts/vscode-host')).href;

/** Stands in for the VS Code server: it says that it listens, and who it is, and goes on until it is ended. */
const SERVER = "console.log('agent listening on 1'); setInterval(() => {}, 1000);";

/** What `npm run vscode` does, with that server. */
const SERVE = `
  import { register } from 'tsx/esm/api';
  register();
  const { startServer } = await import('${HOST}/server.mts');
  const { serveUntilTold } = await import('${HOST}/serve.mts');
  const server = await startServer({ host: process.argv[2], data: process.argv[3] });
  console.log('server ' + server.pid);
  if (process.argv[4] === 'serve') await serveUntilTold(server);
  else await new Promise((resolve) => setTimeout(resolve, 60_000));
`;

/** Leaves a test out where processes get no signals. */
function needsSignals(test: Mocha.Context): void {
  if (process.platform !== 'win32') return;
  console.log('      left out: Windows has no signals');
  test.skip();
}

describe('The VS Code that is served in a browser', () => {
  // A process with tsx takes its time on a busy machine.
  let folder: string;
  let started: ChildProcess | undefined;
  let server: number | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'advocacy-host-'));
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/server-main.js'), SERVER);
    // Beside the packages that it imports.
    mkdirSync('.build', { recursive: true });
    writeFileSync('.build/serve-test.mjs', SERVE);
  });
  afterEach(() => {
    for (const [id, group] of [
      [server, true],
      [started?.pid, false],
    ] as const) {
      try {
        if (id !== undefined) process.kill(group ? -id : id, 'SIGKILL');
      } catch {
        // It has ended, as it should.
      }
    }
    rmSync(folder, { recursive: true, force: true });
    rmSync('.build/serve-test.mjs', { force: true });
  });

  /** Starts it, and resolves to the server's process when that runs. */
  const start = async (how: string, shell: boolean): Promise<number> => {
    const args = ['.build/serve-test.mjs', folder, join(folder, 'data'), how];
    started = shell
      ? spawn('sh', ['-c', '"$@" & wait', 'sh', process.execPath, ...args], {
          env: { ...process.env, npm_lifecycle_event: 'vscode' },
          stdio: ['ignore', 'pipe', 'inherit'],
        })
      : spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    for await (const chunk of started.stdout!) {
      said += String(chunk);
      const found = /server (\d+)/.exec(said);
      if (found) return Number(found[1]);
    }
    throw new Error(`It ended before it served: ${said}`);
  };
  const runs = (id: number): boolean => {
    try {
      process.kill(id, 0);
      return true;
    } catch {
      return false;
    }
  };
  const ended = async (id: number): Promise<void> => {
    for (let tries = 0; runs(id); tries++) {
      assert.ok(tries < 300, 'the server goes on');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`ends with what started it, which is sent ${signal}`, async function () {
      needsSignals(this);
      server = await start('serve', false);
      assert.ok(runs(server));
      started!.kill(signal);
      await ended(server);
    });
  }

  it('ends with a test run that is sent SIGTERM', async function () {
    needsSignals(this);
    server = await start('test', false);
    started!.kill('SIGTERM');
    await ended(server);
  });

  it('ends with the shell of npm, which hands no signal on', async function () {
    needsSignals(this);
    server = await start('serve', true);
    started!.kill('SIGKILL');
    await ended(server);
  });
});
