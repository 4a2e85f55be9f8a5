// Builds the extension and writes its pages, before vsce packs it.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { build } from './build.mjs';
import { pagesIn } from './lib/extension-page.mjs';
import { root } from './lib/install.mjs';

// A run of all tests has built it already.
const built = process.env.ADVOCACY_BUILT;
if (built === undefined) await build();
else cpSync(built, `${root}/dist`, { recursive: true });
mkdirSync(`${root}/dist/pages`, { recursive: true });
for (const [name, text] of pagesIn(root)) writeFileSync(`${root}/dist/pages/${name}`, text);
