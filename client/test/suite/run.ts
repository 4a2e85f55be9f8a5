import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { report } from './report';
import { api } from './support';

/** Called by the extension host: runs every test file beside this one. */
export async function run(): Promise<void> {
  await api();
  const grep = process.env.ADVOCACY_TEST_GREP;
  // The base of all reporters prints nothing itself: there is no terminal here.
  const reporter = Mocha.reporters.Base;
  const mocha = new Mocha({
    timeout: 400_000,
    retries: 1,
    reporter,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  await report((done) => mocha.run(done));
}
