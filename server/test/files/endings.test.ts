import assert from 'node:assert/strict';
import { MARKDOWN_ENDING } from '../../src/files/endings';
import { markdownBelow } from '../../src/project/walk';
import { MemoryFiles, uri } from '../project/memory';

describe('The names of Markdown files', () => {
  const ENDINGS = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn', 'MD'];

  it('are found by each ending that GitHub takes for Markdown', async () => {
    const names = ['a.txt', 'a.md.bak', 'amd', ...ENDINGS.map((ending) => `${ending}.${ending}`)];
    const files = new MemoryFiles(Object.fromEntries(names.map((name) => [`/w/${name}`, '# Hello\n'])));
    const found: string[] = [];
    for await (const {
      names: [name],
    } of markdownBelow(files, uri('/w')))
      found.push(name!);
    assert.deepEqual(found.sort(), ENDINGS.map((ending) => `${ending}.${ending}`).sort());
  });

  it('lose their ending, and no more, when a document is named after them', () => {
    for (const ending of ENDINGS)
      assert.equal(`Our.plan.md.${ending}`.replace(MARKDOWN_ENDING, ''), 'Our.plan.md');
  });
});
