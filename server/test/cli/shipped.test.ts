import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { advocacy, inProcess, workspace } from './run';

const examples = join(__dirname, '../../../examples');

describe('The command line as it is shipped', () => {
  const drafts = Object.fromEntries(
    readdirSync(examples)
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, readFileSync(join(examples, name), 'utf8')]),
  );

  for (const command of ['check', 'coverage'])
    it(`says of the examples what its source says, from the file that it reads its fits of: ${command}`, async () => {
      const cwd = workspace(drafts);
      const words = [command, '--format', 'json'];
      const shipped = await advocacy(words, { cwd });
      assert.ok(JSON.parse(shipped.stdout).length > 1);
      assert.deepEqual(shipped, await inProcess(words, { cwd }));
    });

  it('exports the same bytes as its source', async () => {
    const cwd = workspace(drafts);
    const [name = ''] = Object.keys(drafts);
    const [there, here] = await Promise.all(
      [advocacy, inProcess].map(async (run, at) => {
        await run(['export', name, '-o', `${at}.docx`], { cwd });
        return readFileSync(join(cwd, `${at}.docx`));
      }),
    );
    assert.ok(there?.equals(here!));
  });
});
