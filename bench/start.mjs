// `npm run bench`: installs the project's packages if they are missing, and runs main.ts.
import { spawnSync } from 'node:child_process';
import { installPackages, main, root } from '../scripts/lib/install.mjs';

await main(() => {
  installPackages();
  const args = ['--import', 'tsx', `${root}/bench/main.ts`, ...process.argv.slice(2)];
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 1;
});
