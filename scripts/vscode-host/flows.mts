// Runs the tests of the user interface (client/test/ui) with mocha, in a VS Code with the installed .vsix.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { root } from './install.mjs';
import { installVsix, temporaryFolder } from './server.mjs';
import type { Score } from './test.mjs';

export interface FlowOptions {
  readonly host: string;
  readonly vsix: string;
  readonly grep: string | undefined;
}

/** Installs the .vsix as a user does, and runs the tests in windows of one server. */
export async function runFlows({ host, vsix, grep }: FlowOptions): Promise<Score> {
  const data = temporaryFolder('data');
  installVsix(host, data, vsix);
  // In the environment, as mocha cannot pass values to test files.
  process.env.ADVOCACY_TEST_HOST = host;
  process.env.ADVOCACY_TEST_DATA = data;
  const mocha = new Mocha({
    timeout: 400_000,
    retries: 1,
    reporter: 'spec',
    ...(grep === undefined ? {} : { grep }),
  });
  const folder = join(root, 'client/test/ui');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.test.ts')) mocha.addFile(join(folder, name));
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed, failures }));
    runner.on('fail', (test: Mocha.Test, error: Error) => {
      failures.push(`${test.fullTitle()}: ${error.message}`);
    });
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      console.log(
        `    ↻ ${test.fullTitle()}: failed at first, and is tried again\n${error.stack ?? error.message}`,
      );
    });
  });
}
