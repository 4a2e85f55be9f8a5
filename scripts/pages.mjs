// `npm run pages [-- NAME…]`: exports papers of every type in templates like those of councils (only those with names that
// begin with NAME), prints them with LibreOffice, and writes each one's pages on a sheet, and the structure of its PDF, to
// `.build/pages`.
import { installPackages, installPrograms, main } from './lib/install.mjs';

await main(async () => {
  installPackages();
  const missing = installPrograms({ soffice: 'libreoffice-writer-nogui', pdftoppm: 'poppler-utils' });
  if (missing.length > 0) throw new Error(`This needs ${missing.join(' and ')}.`);
  const { build } = await import('./build.mjs');
  await build();
  for (const modules of ['cjs', 'esm']) (await import(`tsx/${modules}/api`)).register();
  const { printPapers } = await import('./pages/index.mts');
  printPapers(process.argv.slice(2));
});
