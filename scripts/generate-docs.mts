/**
 * Writes the documentation that is generated from the sources: docs/rules/*.md, docs/dependencies.md, docs/notices.md, and
 * the settings of the rules in package.json.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundled, dependenciesPage, noticesPage } from './lib/dependencies.ts';
import { rulePages } from './lib/rule-pages';
import { withFindings } from './lib/settings.ts';

const folder = fileURLToPath(new URL('../docs/rules/', import.meta.url));
mkdirSync(folder, { recursive: true });
const pages = rulePages();
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(`${folder}${name}`);
for (const [name, text] of pages) writeFileSync(`${folder}${name}`, text);
console.log(`${pages.size} pages in docs/rules`);

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const inBundles = await bundled();
writeFileSync(`${docs}dependencies.md`, dependenciesPage(inBundles));
writeFileSync(`${docs}notices.md`, noticesPage(inBundles));
console.log(`${inBundles.length} packages in docs/dependencies.md and docs/notices.md`);

const manifest = fileURLToPath(new URL('../package.json', import.meta.url));
writeFileSync(manifest, withFindings(readFileSync(manifest, 'utf8')));
