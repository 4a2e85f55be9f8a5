// `npm run package`: makes the .vsix that users can install, and checks its contents.
import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, main, root, run } from './lib/install.mjs';

const LARGEST = 3_000_000;
/** The files that the extension needs. */
const NEEDED = [
  'CHANGELOG.md',
  'LICENSE.txt',
  'README.md',
  'dist/cli.js',
  'dist/encoder.js',
  'dist/encoder.bin',
  'dist/extension.js',
  'dist/program.js',
  'dist/server.js',
  'dist/web/extension.js',
  'dist/web/server.js',
  'dist/word.js',
  'dist/import.js',
  'images/icon.png',
  'package.json',
  'schemas/configuration.schema.json',
];

/** Packages the extension and returns the .vsix file's path, its bytes and how many files it has. */
export async function makeVsix() {
  // Not imported at the top of this file, as in a fresh clone it is installed only after the script has started.
  const { strFromU8, unzipSync } = await import('fflate');
  const { name, version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  const file = `${root}/${name}-${version}.vsix`;
  const vsce = `${root}/node_modules/@vscode/vsce/vsce`;
  run(process.execPath, [vsce, 'package', '--out', file], { quiet: true });
  const bytes = statSync(file).size;
  const parts = unzipSync(readFileSync(file));
  const names = Object.keys(parts).map((path) => path.replace(/^extension\//, '').toLowerCase());
  for (const page of ['readme.md', 'changelog.md']) {
    const [dead] = /\]\((?!#|https:)[^)]*\)/.exec(strFromU8(parts[`extension/${page}`])) ?? [];
    if (dead !== undefined)
      throw new Error(`A link or a picture in ${page} that VS Code does not show: ${dead}`);
  }
  const missing = NEEDED.filter((path) => !names.includes(path.toLowerCase()));
  if (missing.length > 0) throw new Error(`Not in the .vsix: ${missing.join(', ')}`);
  const surplus = names.filter((path) => /(^|\/)(node_modules|test|\.git)\/|\.tsx?$|\.map$/.test(path));
  if (surplus.length > 0) throw new Error(`In the .vsix, and should not be: ${surplus.join(', ')}`);
  if (bytes > LARGEST) throw new Error(`The .vsix has ${bytes} bytes, which is over ${LARGEST}.`);
  return { file, bytes, files: names.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    installPackages();
    const { file, bytes, files } = await makeVsix();
    const at = relative(process.cwd(), file);
    console.log(`${at}: ${(bytes / 1_000_000).toFixed(2)} MB, ${files} files.
Install it with: code --install-extension ${at}`);
  });
}
