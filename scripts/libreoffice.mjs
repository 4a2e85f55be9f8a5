// `npm run libreoffice`: has LibreOffice Writer review the examples by its own interface, and brings that home; and looks at
// what Writer shows of reviews of ours. `npm run libreoffice -- --record` records what it puts on the clipboard instead, for
// the tests.
import { register as registerRequire } from 'tsx/cjs/api';
import { register as registerImport } from 'tsx/esm/api';
import { build } from './build.mjs';
import { installPackages, installPrograms, main } from './lib/install.mjs';

await main(async () => {
  installPackages();
  const missing = installPrograms({ soffice: 'libreoffice-writer-nogui', pdftoppm: 'poppler-utils' });
  if (missing.length > 0) throw new Error(`This needs ${missing.join(' and ')}.`);
  await build();
  registerRequire();
  registerImport();
  const { recordClipboard, reviewExamples } = await import('./libreoffice/review.mts');
  if (process.argv.includes('--record')) recordClipboard();
  else reviewExamples();
});
