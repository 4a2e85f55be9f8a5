// The tests that need a real VS Code: `node scripts/test-vscode.mjs [--only suite|ui] [--grep TEXT] [--vscode VERSION]`.
import { register } from 'tsx/esm/api';
import { main } from './lib/install.mjs';

register();
await main(async () => {
  const { testInVscode } = await import('./vscode-host/test.mts');
  process.exitCode = await testInVscode(process.argv.slice(2));
});
