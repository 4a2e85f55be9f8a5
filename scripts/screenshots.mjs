// `node scripts/screenshots.mjs`: takes the README's pictures anew, in a fresh VS Code with the packaged extension.
import { installPackages, installPrograms, main } from './lib/install.mjs';

await main(async () => {
  installPackages();
  const missing = installPrograms({
    chromium: 'chromium',
    soffice: 'libreoffice-writer-nogui',
    pdftoppm: 'poppler-utils',
    pngquant: 'pngquant',
    cwebp: 'webp',
  });
  if (missing.length > 0) throw new Error(`The pictures need ${missing.join(' and ')}.`);
  const { register } = await import('tsx/esm/api');
  register();
  const { takeScreenshots } = await import('./vscode-host/screenshots.mts');
  await takeScreenshots();
});
