// Serves VS Code with the extension in a browser, on a folder, until Ctrl+C.
import { spawn } from 'node:child_process';
import { installServer } from './install.mjs';
import { installVsix, type Server, startServer, temporaryFolder, toldToEnd } from './server.mjs';

const SETTINGS = {
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
};

/** Serves `folder` at an address that it prints, and opens the address if possible. */
export async function serve(folder: string): Promise<void> {
  const script = new URL('../package.mjs', import.meta.url).href;
  const { makeVsix } = (await import(script)) as { makeVsix(): Promise<{ file: string }> };
  const host = installServer();
  const data = temporaryFolder('data');
  installVsix(host, data, (await makeVsix()).file);
  const server = await startServer({
    host,
    data,
    userSettings: SETTINGS,
    port: Number(process.env.PORT ?? 0),
  });
  const address = `http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(folder)}`;
  console.log(
    `VS Code with Library Advocacy is at\n\n  ${address}\n\nIt serves this machine only. Ctrl+C ends it.`,
  );
  open(address);
  await serveUntilTold(server);
}

/** Stops a server when this process is told to end. @throws Error if the server ended before */
export async function serveUntilTold(server: Pick<Server, 'ended' | 'log' | 'stop'>): Promise<void> {
  const told = toldToEnd().then(() => true);
  if (!(await Promise.race([told, server.ended.then(() => false)]))) {
    throw new Error(`The VS Code server ended by itself.\n${server.log()}`);
  }
  await server.stop();
}

/** Opens an address in the user's browser, if there is a screen. */
function open(address: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return;
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
