import 'mocha/mocha.js';
import { workspace } from 'vscode';
import { api } from '../suite/support';

/** Called by the extension host in a web worker. Rejects where a test failed or none ran. */
export async function run(): Promise<void> {
  await api();
  // Mocha's own reporters write to a page that is not there.
  mocha.setup({ ui: 'bdd', timeout: 20_000, reporter: class {} as unknown as Mocha.ReporterConstructor });
  require('./web.test');
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
  if (failed > 0 || passed === 0) throw new Error(`${failed} failed, ${passed} passed, in ${workspace.name}`);
}

/** Each line reaches the terminal through the one channel that the extension host forwards. */
function say(text: string): void {
  for (const line of text.split('\n')) console.log(`TEST| ${line}`);
}
