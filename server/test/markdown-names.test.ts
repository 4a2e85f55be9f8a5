import assert from 'node:assert/strict';
import { markdownBelow } from '../src/features/workspaceFiles';
import { MARKDOWN_ENDING } from '../src/markdown-names';
import { MemoryFiles, uri } from './project/memory';

describe('The names of Markdown files', () => {
  const ENDINGS = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn', 'MD'];

  it('are found by each ending that GitHub takes for Markdown', async () => {
    const names = ['a.txt', 'a.md.bak', 'amd', ...ENDINGS.map((ending) => `${ending}.${ending}`)];
    const files = new MemoryFiles(Object.fromEntries(names.map((name) => [`/w/${name}`, '# Hello\n'])));
    const found: string[] = [];
    for await (const { uri: file } of markdownBelow(files, uri('/w'))) found.push(file);
    assert.deepEqual(
      found.map((file) => file.slice(file.lastIndexOf('/') + 1)).sort(),
      ENDINGS.map((ending) => `${ending}.${ending}`).sort(),
    );
  });

  it('lose their ending, and no more, when a document is named after them', () => {
    for (const ending of ENDINGS)
      assert.equal(`Our.plan.md.${ending}`.replace(MARKDOWN_ENDING, ''), 'Our.plan.md');
  });
});
