import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { writtenIn } from '../../../scripts/lib/patterns.ts';

const folder = mkdtempSync(join(tmpdir(), 'advocacy-patterns-'));

/** What the check says of patterns; in a program of its own, as the checker keeps one open. */
function verdictsOn(patterns: readonly (readonly [source: string, flags: string])[]): readonly string[] {
  const script = `
    import { verdictOf } from './scripts/lib/verdicts.ts';
    for (const [source, flags] of ${JSON.stringify(patterns)}) console.log((await verdictOf(source, flags)).says);
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
