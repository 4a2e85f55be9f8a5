// The tests that need a real VS Code: `node scripts/test-vscode.mjs [--only suite,oldest,web,ui] [--grep TEXT] [--vscode VERSION]`.
import { register as registerRequire } from 'tsx/cjs/api';
import { register as registerImport } from 'tsx/esm/api';
import { main } from './lib/install.mjs';

// Mocha requires the test files, and imports what it cannot require.
registerRequire();
registerImport();
await main(async () => {
  const { testInVscode } = await import('./vscode-host/test.mts');
  process.exitCode = await testInVscode(process.argv.slice(2));
});
