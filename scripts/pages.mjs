// `npm run pages [-- NAME…]`: exports papers of every type in templates as councils have them (or those whose names begin so),
// has LibreOffice print them, and writes to `.build/pages` each one's pages on a sheet and the structure of its PDF.
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
  const { printPapers } = await import('./pages/index.mts');
  printPapers(process.argv.slice(2));
});
