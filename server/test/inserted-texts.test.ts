import assert from 'node:assert/strict';
import { builtInEvidence, factText } from '../src/evidence';
import { builtInFramework } from '../src/framework';
import { rules } from '../src/rules';
import names from '../src/rules/data/names.json';
import { skeleton } from '../src/skeleton';
import { plainText, snippets } from '../src/snippets';
import { findings } from './rules/helpers';

/** A text without what only looks like quotation marks: those of front matter and of HTML. */
const words = (text: string): string =>
  text.replace(/^---\n[\s\S]*?\n---(?=\n|$)/, '').replace(/<[^>]*>/g, '');

/** Every text that ends up in a paper because somebody chose it, by where it comes from. */
const INSERTED: readonly (readonly [string, readonly string[]])[] = [
  ...snippets.map(
    ({ id, name, description, body }) => [`the snippet ${id}`, [name, description, plainText(body)]] as const,
  ),
  ...builtInEvidence.facts.map((fact) => {
    const { sentence, note } = factText(fact, fact.id);
    return [`the fact ${fact.id}`, [sentence, note]] as const;
  }),
  ...builtInFramework.kinds.map(
    (kind) =>
      [
        `the new ${kind.id}`,
        [kind.title, skeleton(kind, 'More hours'), ...kind.parts.map(({ title }) => title)],
      ] as const,
  ),
  ...builtInFramework.topics.map(({ id, title }) => [`the topic ${id}`, [title]] as const),
  ...names.names.map(
    (name) =>
      [
        `the name in place of ${name.old[0]}`,
        [
          ...('now' in name && name.now ? [name.now] : []),
          ...Object.values('forms' in name ? (name.forms ?? {}) : {}),
        ],
      ] as const,
  ),
  // Pasted marks round the values of HTML become those that HTML knows.
  ...rules
    .filter(({ id }) => id !== 'characters-pasted')
    .map(
      ({ id, example }) =>
        [
          `the fixes of ${id}`,
          findings(id, example.bad).flatMap(({ fixes }) =>
            fixes.flatMap(({ edits }) => edits.map(({ text }) => text)),
          ),
        ] as const,
    ),
];

describe('What is inserted', () => {
  it('has quotation marks and apostrophes as they are printed, wherever it comes from', () => {
    const straight = INSERTED.flatMap(([where, texts]) =>
      texts.filter((text) => /["']/.test(words(text))).map((text) => `${where}: ${text}`),
    );
    assert.deepEqual(straight, []);
  });
});
