/** Writes new rules and topics into the schemas, before `generate-docs.mts`, which reads them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withRules, withTopics } from './lib/schemas.ts';

for (const name of ['configuration', 'front-matter', 'framework']) {
  const schema = fileURLToPath(new URL(`../schemas/${name}.schema.json`, import.meta.url));
  const text = withTopics(name, readFileSync(schema, 'utf8'));
  writeFileSync(schema, name === 'framework' ? text : withRules(text));
}
