// `npm start`: from a fresh clone to a checked draft and a Word document. Seconds when everything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { installPackages, main, root } from './lib/install.mjs';

const REPORT = 'cabinet-report.md';
const WORD = 'cabinet-report.docx';

/** Runs the built command line in the example workspace and returns its exit code. */
function advocacy(...args) {
  console.log(`\nexamples$ advocacy ${args.join(' ')}`);
  const command = [`${root}/dist/cli.js`, ...args];
  const { status, error } = spawnSync(process.execPath, command, {
    cwd: `${root}/examples`,
    stdio: 'inherit',
  });
  if (error) throw error;
  return status ?? 1;
}

await main(async () => {
  installPackages();
  const { build } = await import('./build.mjs');
  const started = performance.now();
  await build();
  console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);

  // The weak draft has findings on purpose; only what cannot be read at all (2) is a failure here.
  if (advocacy('check') > 1) throw new Error('The examples could not be checked.');
  if (advocacy('coverage') > 0) throw new Error('The coverage of the examples could not be read.');
  const word = `${root}/examples/${WORD}`;
  rmSync(word, { force: true });
  if (advocacy('export', REPORT, '-o', WORD) > 0 || !existsSync(word)) {
    throw new Error(`${REPORT} could not be exported.`);
  }
  console.log(`
The Word document lies at ${relative(process.cwd(), word)}. What to do next:
  npm run vscode     open examples/ in a real VS Code with the extension
  npm run package    make the .vsix that others can install
  npm test           install what the tests need, and run them all
  node dist/cli.js --help`);
});
