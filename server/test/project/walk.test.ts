import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { markdownBelow as belowPath } from '../../src/cli/folders';
import { nodeFiles, toUri } from '../../src/disk/node-files';
import type { Files } from '../../src/files';
import { markdownBelow } from '../../src/project/walk';
import { workspace } from '../cli/run';
import { MemoryFiles, uri } from './memory';

const DRAFT = '---\nkind: letter\n---\n\n# A\n';

/** The repository of a council: papers, one folder of them ignored from above, and one that has another name, too. */
function repository(): string {
  const folder = workspace({
    '.git/HEAD': '',
    '.gitignore': 'papers/old/\n',
    'papers/b.md': DRAFT,
    'papers/old/o.md': DRAFT,
    'papers/real/r.md': DRAFT,
  });
  symlinkSync('real', join(folder, 'papers/alias'));
  symlinkSync('b.md', join(folder, 'papers/link.md'));
  symlinkSync('..', join(folder, 'papers/round'));
  return folder;
}

async function found(folder: string, top?: string): Promise<string[]> {
  const paths: string[] = [];
  const all = markdownBelow(nodeFiles, toUri(folder), top === undefined ? undefined : toUri(top));
  for await (const { names } of all) paths.push(names.join('/'));
  return paths;
}

describe('The Markdown files of a folder', () => {
  it('are not looked for in more than a hundred folders in each other, which is told', async () => {
    const files = new MemoryFiles({ '/w/a.md': '', [`/w/${'d/'.repeat(150)}b.md`]: '' });
    const all: string[] = [];
    for await (const one of markdownBelow(files, uri('/w')))
      all.push('problem' in one ? one.problem : one.names.join('/'));
    assert.deepEqual(all, ['a.md', 'it lies in more than 100 folders, and is not looked into']);
  });

  it('are the same ones for the command line and the editor', async function () {
    if (process.platform === 'win32') this.skip();
    const root = repository();
    const papers = join(root, 'papers');
    const expected = ['b.md', 'link.md', 'real/r.md'];
    const onLine: string[] = [];
    for await (const { path } of belowPath(papers)) onLine.push(path.slice(papers.length + 1));
    assert.deepEqual(onLine, expected);
    assert.deepEqual(await found(papers, root), expected);
    assert.deepEqual(
      await found(root),
      expected.map((path) => `papers/${path}`),
    );
  });

  it('are those of an ignored folder, too, where somebody names it', async function () {
    if (process.platform === 'win32') this.skip();
    const root = repository();
    assert.deepEqual(await found(join(root, 'papers/old'), root), ['o.md']);
  });

  it('follow no .gitignore above the top', async function () {
    if (process.platform === 'win32') this.skip();
    const papers = join(repository(), 'papers');
    assert.deepEqual(await found(papers), ['b.md', 'link.md', 'old/o.md', 'real/r.md']);
  });

  it('follow each .gitignore from its own folder on, the innermost first, and none that is a link', async () => {
    const files = new MemoryFiles({
      '/w/.gitignore': '/in/a.md\n*.tmp.md\n',
      '/w/in/.gitignore': '!keep.tmp.md\n/c.md\n',
      '/w/in/a.md': DRAFT,
      '/w/in/b.tmp.md': DRAFT,
      '/w/in/c.md': DRAFT,
      '/w/in/keep.tmp.md': DRAFT,
      '/w/in/deep/a.md': DRAFT,
      '/w/in/deep/c.md': DRAFT,
      '/w/other/.gitignore': { link: '/outside' },
      '/w/other/a.md': DRAFT,
      '/outside': '*.md\n',
    });
    const expected = ['deep/a.md', 'deep/c.md', 'keep.tmp.md'];
    const list = async (folder: string) => {
      const paths: string[] = [];
      for await (const { names } of markdownBelow(files, uri(folder), uri('/w'))) paths.push(names.join('/'));
      return paths;
    };
    assert.deepEqual(await list('/w/in'), expected);
    assert.deepEqual(await list('/w'), [...expected.map((path) => `in/${path}`), 'other/a.md']);
  });

  it('come with the folders that cannot be read', async () => {
    const files = new MemoryFiles({ '/w/a.md': DRAFT, '/w/closed/b.md': DRAFT, '/w/d.md': DRAFT });
    const closed: Files = {
      read: (of) => files.read(of),
      stat: (of) => files.stat(of),
      write: (of, bytes) => files.write(of, bytes),
      real: (of) => files.real(of),
      async list(of) {
        if (of === uri('/w/closed')) throw new Error('permission denied');
        return files.list(of);
      },
    };
    const all = [];
    for await (const one of markdownBelow(closed, uri('/w'))) all.push(one);
    assert.deepEqual(all, [
      { names: ['a.md'] },
      { names: ['closed'], problem: 'permission denied' },
      { names: ['d.md'] },
    ]);
  });
});
