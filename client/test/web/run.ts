import 'mocha/mocha.js';
import { report } from '../suite/report';
import { api } from '../suite/support';

/** Called by the extension host in a web worker. */
export async function run(): Promise<void> {
  await api();
  // Mocha's own reporters write to a page that is not there.
  mocha.setup({
    ui: 'bdd',
    timeout: 180_000,
    retries: 1,
    reporter: class {} as unknown as Mocha.ReporterConstructor,
  });
  require('./web.test');
  await report((done) => mocha.run(done));
}
