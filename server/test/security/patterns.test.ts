import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { writtenIn } from '../../../scripts/lib/patterns.ts';

const folder = mkdtempSync(join(tmpdir(), 'advocacy-patterns-'));

/** What the check says of patterns; in a program of its own, as the checker keeps one open. */
function verdictsOn(
  patterns: readonly (readonly [source: string, flags: string])[],
  share = 1,
): readonly string[] {
  const script = `
    import { verdictOf } from './scripts/lib/verdicts.ts';
    for (const [source, flags] of ${JSON.stringify(patterns)}) console.log((await verdictOf(source, flags, ${share})).says);
    process.exit();`;
  const file = join(folder, 'verdicts.mts');
  writeFileSync(file, script.replace('./scripts', join(process.cwd(), 'scripts')));
  const { stdout, stderr } = spawnSync('npx', ['tsx', file], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.trim().split('\n');
}

describe('The check of regular expressions', () => {
  after(() => rmSync(folder, { recursive: true }));

  it('knows those that some text keeps busy from those that none does', () => {
    const verdicts = verdictsOn([
      ['^(?:a|a)+$', ''],
      ['\\s+$', ''],
      ['(?<!\\s)\\s+$', ''],
      ['x\\s*,?\\s*y(?!z)', ''],
      ['x(?:\\s*,)?\\s*y(?!z)', ''],
      ['^(["\'])(.*)\\1$', ''],
    ]);
    assert.deepEqual(verdicts, ['vulnerable', 'vulnerable', 'linear', 'vulnerable', 'linear', 'searched']);
  }).timeout(120_000);

  it('knows one that is too large to be proved by a word whose letters look like ends of words', () => {
    const letters = '[A-Za-zÀ-ÖØ-ፚḀ-ỹ';
    const name = `\\b(?:the|our|its|their|this|that|your|whose|${letters}]+[’']s?)\\s(?:${letters}’'&-]+\\s){0,6}`;
    const plan =
      'plan|strategy|policy|framework|manifesto|charter|vision|programme for government|action plan';
    const to = 'promises?|promised|aims?|aimed|pledges?|pledged|undertakes?|undertook|seeks?|sought|intends?';
    const more = 'plans|proposes?|wants?|commits|committed';
    const target = '(?:target|goal|aim|ambition|commitment|promise)s?\\s(?:of|to|for|is)\\b';
    const sets = `sets?\\s(?:${letters}’'-]+\\s){0,5}${target}|(?:promises?|promised|pledges?|pledged)\\s`;
    const promise = `(?:(?:${to}|${more})\\s(?:${letters}’'-]+\\s){0,4}to\\b|${sets})`;
    const between = '[^.;:!?]{0,50}?\\s(?:(?:also|now|already|therefore)\\s)?(?:has\\s)?';
    // It is not proved in the whole of the time either.
    const verdicts = verdictsOn([[`${name}(?:${plan})\\b${between}${promise}`, 'iu']], 0.1);
    assert.deepEqual(verdicts, ['vulnerable']);
  }).timeout(120_000);

  it('finds them in the sources, and where they are put together', () => {
    const file = join(folder, 'patterns.ts');
    writeFileSync(
      file,
      "const a: number = 1;\nconst b = a / 2 / 3; // no /pattern/\nconst c = /[/]x/gu;\nconst d = [/y/];\nnew RegExp(d[0].source + '/z/');\n",
    );
    const name = relative(process.cwd(), file);
    const { patterns, built } = writtenIn(name);
    assert.deepEqual(
      patterns.map(({ source, flags, place }) => [source, flags, place]),
      [
        ['[/]x', 'gu', `${name}:3`],
        ['y', '', `${name}:4`],
      ],
    );
    assert.deepEqual(built, [`${name}:5`]);
  });
});
