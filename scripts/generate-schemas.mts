/** Writes an entry for each new rule into the schemas, before `generate-docs.mts`, which reads them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withRules } from './lib/schemas.ts';

for (const name of ['configuration', 'front-matter']) {
  const schema = fileURLToPath(new URL(`../schemas/${name}.schema.json`, import.meta.url));
  writeFileSync(schema, withRules(readFileSync(schema, 'utf8')));
}
