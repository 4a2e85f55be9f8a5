// `npm run vscode [FOLDER]`: opens VS Code with the extension on a folder (examples/ by default): the desktop's `code`, or
// else the test host in a browser, until Ctrl+C.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { installPackages, main, root } from './lib/install.mjs';

await main(async () => {
  if (process.argv.slice(2).some((given) => given.startsWith('-'))) {
    console.log(
      'npm run vscode [FOLDER]   opens VS Code with the extension on a folder, examples/ without one',
    );
    return;
  }
  installPackages();
  const { build } = await import('./build.mjs');
  await build();
  const folder = resolve(process.argv[2] ?? `${root}/examples`);
  // VS Code's command answers --version without a window; another program with this name may not.
  const { status, stdout } = spawnSync('code', ['--version'], { encoding: 'utf8', timeout: 20_000 });
  if (status === 0 && /^\d+\.\d+/.test(stdout)) {
    console.log('Opening VS Code. The extension runs in its new window as it is built now.');
    const { status: opened } = spawnSync(
      'code',
      ['--new-window', `--extensionDevelopmentPath=${root}`, folder],
      {
        stdio: 'inherit',
      },
    );
    process.exitCode = opened ?? 1;
    return;
  }
  const { register } = await import('tsx/esm/api');
  register();
  const { serve } = await import('./vscode-host/serve.mts');
  await serve(folder);
});
