import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contributes } from '../../../package.json';
import { commandNames } from '../../src/ui/command-names';

const SOURCES = join(__dirname, '../../src');
const plain = (title: string): string => title.replace(/…$/, '');

describe('What a command calls itself once it has been chosen', () => {
  it('is what the command palette calls it', () => {
    const titles = new Map(contributes.commands.map(({ command, title }) => [command, plain(title)]));
    for (const [id, name] of Object.entries(commandNames)) assert.equal(name, titles.get(id), id);
  });

  it('stands in no dialog, list or progress as a name of its own', () => {
    // A title may be that of a thing (“No draft is open”); these say what is done, in words of their own.
    const asking = /(?:askTarget|askDocument|inProgress|pickWithPreview|pickKind)\(\s*['"`]([A-Z][^'"`]*)/g;
    const dialog = /show(?:Save|Open)Dialog\(\{[^}]*?\btitle: ['"`]([^'"`]*)/g;
    const titles = new Set(contributes.commands.map(({ title }) => plain(title).toLowerCase()));
    const named = /\b(?:title|TITLE)(?::| =) ['"`]([^'"`$]*)/g;
    for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('commandNames.ts')) continue;
      const source = readFileSync(join(SOURCES, file), 'utf8');
      const own = [...source.matchAll(asking), ...source.matchAll(dialog)].map(([, words]) => words!);
      assert.deepEqual(
        own.filter((words) => words !== 'Looking for drafts'),
        [],
        file,
      );
      const likeTitles = [...source.matchAll(named)].map(([, words]) => words!);
      const meant = likeTitles.filter((words) => words !== plain(words) || titles.has(words.toLowerCase()));
      // The links of the Coverage view and the marks of a review have the names of what they run.
      assert.deepEqual(
        meant.filter((words) => !contributes.commands.some(({ title }) => title === words)),
        [],
        file,
      );
    }
  });
});
