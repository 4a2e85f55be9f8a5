// Builds the extension and writes its pages, before vsce packs it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from './build.mjs';
import { pagesIn } from './lib/extension-page.mjs';
import { root } from './lib/install.mjs';

await build();
mkdirSync(`${root}/dist/pages`, { recursive: true });
for (const [name, text] of pagesIn(root)) writeFileSync(`${root}/dist/pages/${name}`, text);
