import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import { analyse } from '../../src/analysis';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { rules } from '../../src/rules';

/** Words that only programmers know, and ids, which a message can say in words. */
const HARD =
  /front matter|\bYAML\b|\bJSON\b|\bkinds?\b(?! of)|configuration|\bparse|\bsyntax\b|\b(?:area|offer|heading|section|table|source|quote|figure)-[a-z]+\b/i;
/** What is written for the writing of it stands in quotation marks or in brackets. */
const quoted = /“[^”]*”|\([^)]*\)|`[^`]*`/g;

describe('What an officer reads is in plain words', () => {
  const mistakes = [
    '---\ntitle: Ashby\n\n# Ashby\n',
    '---\ntitle: a: b\nkind: &x report\naudience: *x\nareas: 3\n---\n\n# Ashby\n',
    '---\nkind: raport\nareas: [digitl]\nofers: all\nrules: { sentence-long: loud }\n---\n\n# Ashby\n',
    `---\ntitle: Ashby\n${'#'.repeat(30_000)}\n---\n\n# Ashby\n`,
    '---\n- a\n---\n\n# Ashby\n',
  ];
  for (const [name, texts] of [
    ...rules
      .filter(({ id }) => id !== 'configuration-invalid')
      .map(({ id, example }) => [id, [example.bad]] as const),
    ['mistakes at the top of a draft', mistakes] as const,
  ])
    it(`in the findings of ${name}, and in the names of their fixes`, () => {
      const found = texts.flatMap((text) => analyse(parseDraft(text), builtInProject).findings);
      assert.ok(found.length > 0);
      for (const { message, fixes } of found)
        for (const words of [message, ...fixes.map(({ title }) => title)]) {
          assert.doesNotMatch(words.replace(quoted, '“”'), HARD, words);
          // What is shown as it is written has no signs of Markdown in it.
          assert.doesNotMatch(words, /`/, words);
        }
    });

  it('in commands, menus, settings, the view and the walkthrough of VS Code', () => {
    const { commands, configuration, viewsWelcome, walkthroughs } = manifest.contributes;
    const texts = JSON.stringify([
      commands.map(({ title }) => title),
      configuration.map(({ title, properties }) => [title, Object.values(properties)]),
      viewsWelcome.map(({ contents }) => contents.replace(/\(command:[^)]*\)/g, '')),
      walkthroughs.map(({ steps }) =>
        steps.map(({ title, description, media }) => [
          title,
          description.replace(/\(command:[^)]*\)/g, ''),
          readFileSync(join(__dirname, '../../..', media.markdown), 'utf8')
            .replace(/```[\s\S]*?```/g, '')
            // The one word that stands at the top of a draft, with what it means.
            .replace('Its **kind** is the type of paper,', ''),
        ]),
      ),
    ]);
    assert.doesNotMatch(texts.replace(quoted, '“”'), HARD);
  });
});
