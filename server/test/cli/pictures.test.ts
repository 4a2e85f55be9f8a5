import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { advocacy, temporary, workspace } from './run';

describe('Pictures that are not there', () => {
  const check = async (cwd: string, ...args: string[]): Promise<readonly string[]> => {
    const { stdout } = await advocacy(['check', '--format', 'json', ...args], { cwd });
    const files = JSON.parse(stdout) as { file: string; findings: { rule: string; line: number }[] }[];
    return files.flatMap(({ file, findings }) =>
      findings.filter(({ rule }) => rule === 'image-missing').map(({ line }) => `${file}:${line}`),
    );
  };
  const draft =
    '# A\n\n![A](images/there.png)\n\n![B](images/gone.png)\n\n![C](http://example.org/x.png)\n\n![D](../../outside.png)\n\n![E](loop.png)\n\n![F](images/two%20words.png)\n\n![G](data:image/png;base64,AAAA)\n';

  it('are found, and no others: on the web, outside or behind links nothing is looked for', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = workspace({ 'a.md': draft, 'images/there.png': 'x', 'images/two words.png': 'x' });
    symlinkSync('loop.png', join(cwd, 'loop.png'));
    assert.deepEqual(await check(cwd, 'a.md'), ['a.md:5']);
  });

  it('are found by every thread, and in what standard input is named for', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `d${String(i).padStart(2, '0')}.md`);
    const cwd = workspace(Object.fromEntries(names.map((name) => [name, draft])));
    const expected = names.flatMap((name) => [`${name}:3`, `${name}:5`, `${name}:11`, `${name}:13`]);
    assert.deepEqual(await check(cwd, '--threads', '2', '.'), expected);
    const named = await advocacy(['check', '--format', 'json', '--stdin-filename', 'x.md', '-'], {
      cwd,
      input: draft,
    });
    assert.match(named.stdout, /image-missing/);
    const unnamed = await advocacy(['check', '--format', 'json', '-'], { cwd, input: draft });
    assert.doesNotMatch(unnamed.stdout, /image-missing/);
  });

  it('are found again, or no more, with --cache', async () => {
    const cwd = workspace({ 'a.md': draft, 'images/there.png': 'x' });
    const env = { XDG_CACHE_HOME: temporary() };
    const found = async (): Promise<boolean> =>
      /images\/gone\.png/.test((await advocacy(['check', '--cache', 'a.md'], { cwd, env })).stdout);
    assert.equal(await found(), true);
    assert.equal(await found(), true);
    writeFileSync(join(cwd, 'images/gone.png'), 'x');
    assert.equal(await found(), false);
    assert.equal(await found(), false);
    rmSync(join(cwd, 'images/gone.png'));
    assert.equal(await found(), true);
  });
});
