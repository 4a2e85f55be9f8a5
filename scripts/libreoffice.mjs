// `npm run libreoffice`: lets LibreOffice Writer review the examples by its own interface and brings the reviews home; also
// checks what Writer shows of reviews in exported documents. `npm run libreoffice -- --record` records what Writer and a
// browser put on the clipboard instead, for the tests.
import { installPackages, installPrograms, main } from './lib/install.mjs';

await main(async () => {
  installPackages();
  const missing = installPrograms({ soffice: 'libreoffice-writer-nogui', pdftoppm: 'poppler-utils' });
  if (missing.length > 0) throw new Error(`This needs ${missing.join(' and ')}.`);
  const { build } = await import('./build.mjs');
  await build();
  for (const modules of ['cjs', 'esm']) (await import(`tsx/${modules}/api`)).register();
  if (process.argv.includes('--record')) {
    const { recordClipboard } = await import('./libreoffice/clipboard.mts');
    await recordClipboard();
  } else {
    const { reviewExamples } = await import('./libreoffice/review.mts');
    reviewExamples();
  }
});
