import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { api } from './support';

/** Each line reaches the terminal through the one channel that the extension host forwards. */
const say = (text: string): void => {
  for (const line of text.split('\n')) console.log(`TEST| ${line}`);
};

/** Called by the extension host: runs every test file beside this one. Rejects where one failed or none ran. */
export async function run(): Promise<void> {
  await api();
  const grep = process.env.ADVOCACY_TEST_GREP;
  // The base of all reporters prints nothing itself: there is no terminal here.
  const mocha = new Mocha({
    timeout: 20_000,
    reporter: Mocha.reporters.Base,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  let passed = 0;
  let failed = 0;
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', (test) => {
        passed++;
        say(`  ✔ ${test.titlePath().join(' › ')} (${test.duration} ms)`);
      })
      .on('fail', (test, error: Error) => {
        failed++;
        say(`  ✘ ${test.titlePath().join(' › ')}\n${error.stack ?? error.message}`);
      });
  });
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) throw new Error(`${failed} failed, ${passed} passed`);
}
