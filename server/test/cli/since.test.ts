import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText, readDocument } from '../../src/docx';
import type { Block, Inline } from '../../src/docx/model';
import { reviewedBlocks } from '../../src/docx/review';
import { problems } from '../word/validator';
import { git } from './git';
import { inProcess as advocacy, workspace } from './run';

const OLD = `---
kind: briefing
title: Books
---

# Books

We lend old books to **everybody** in Ashby.[^a]

- one thing
- two things

| Branch | Visits |
|--------|-------:|
| Ashby  | 1,200 |
| Elm    | 900 |

This goes.

[^a]: The annual return of 2024.
`;

const NEW = OLD.replace('old books', 'new books and games')
  .replace('**everybody**', 'everybody')
  .replace('- two things', '- two good things\n- three things')
  .replace('1,200', '1,350')
  .replace('| Elm    | 900 |', '| Oak    | 400 |')
  .replace('This goes.', '## What we ask\n\nKeep it open.')
  .replace('2024', '2025');

const blocksOf = (path: string): readonly Block[] => readDocument(new Uint8Array(readFileSync(path))).blocks;
const settled = (path: string, how: 'accept' | 'reject'): string =>
  plainText(reviewedBlocks(blocksOf(path), how));

/** Who changed something in a document, each once. */
function authorsIn(blocks: readonly Block[]): string[] {
  const found = new Set<string>();
  const look = (inline: Inline): void => {
    if (!('inserted' in inline || 'deleted' in inline)) return;
    for (const by of [inline.inserted, inline.deleted])
      if (by) found.add(`${by.author} ${by.date ?? ''}`.trim());
  };
  for (const block of blocks) {
    if (block.type === 'paragraph') block.inlines.forEach(look);
    else
      for (const row of block.rows)
        for (const cell of row.cells) for (const author of authorsIn(cell.blocks)) found.add(author);
  }
  return [...found].sort();
}

describe('advocacy export --since', () => {
  /** A repository with two versions of a draft in a folder. */
  function repository(): string {
    const cwd = workspace({ 'papers/a.md': OLD });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', 'Old');
    git(cwd, 'tag', 'sent');
    writeFileSync(join(cwd, 'papers/a.md'), NEW);
    git(cwd, 'commit', '-qam', 'New');
    return cwd;
  }

  /** The texts of both versions, exported by themselves. */
  async function texts(): Promise<{ old: string; now: string }> {
    const cwd = workspace({ 'old.md': OLD, 'new.md': NEW });
    await advocacy(['export', 'old.md', 'new.md', '--out-dir', '.'], { cwd });
    return { old: settled(join(cwd, 'old.docx'), 'accept'), now: settled(join(cwd, 'new.docx'), 'accept') };
  }

  it('writes what changed since a file as tracked changes: accepted it is the new text, rejected the old', async () => {
    const cwd = workspace({ 'a.md': NEW, 'old.md': OLD });
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--since', 'old.md'], { cwd });
    assert.deepEqual([run.status, run.stderr], [0, '']);
    const path = join(cwd, 'a.docx');
    const { old, now } = await texts();
    assert.equal(settled(path, 'accept'), now);
    assert.equal(settled(path, 'reject'), old);
    assert.deepEqual(authorsIn(blocksOf(path)), ['Author']);
    assert.deepEqual(await problems(new Uint8Array(readFileSync(path))), []);
    assert.deepEqual(
      readDocument(new Uint8Array(readFileSync(path))).customXml('urn:library-advocacy:draft:1'),
      [],
    );
  });

  it('writes what changed since a commit, with who changed it and when', async () => {
    const cwd = repository();
    for (const ref of ['sent', 'HEAD~1', 'main^']) {
      const run = await advocacy(['export', 'papers/a.md', '-o', 'a.docx', '--since', ref], { cwd });
      assert.deepEqual([run.status, run.stderr], [0, ''], ref);
    }
    const path = join(cwd, 'a.docx');
    const { old, now } = await texts();
    assert.equal(settled(path, 'accept'), now);
    assert.equal(settled(path, 'reject'), old);
    assert.deepEqual(authorsIn(blocksOf(path)), ['Sam Okafor 2026-11-02T10:15:00Z']);
  });

  it('shows nothing where nothing changed', async () => {
    const cwd = workspace({ 'a.md': OLD, 'old.md': OLD });
    await advocacy(['export', 'a.md', '-o', 'a.docx', '--since', 'old.md'], { cwd });
    assert.deepEqual(authorsIn(blocksOf(join(cwd, 'a.docx'))), []);
  });

  for (const [what, since, says] of [
    ['there is no such commit', 'v9', /no commit of that name/],
    ['it looks like an option', '--output=/tmp/x', /--since needs a value|no commit/],
    ['it is several commits', 'sent..main', /no commit/],
    ['it names a file of a commit', 'sent:papers/a.md', /no commit/],
  ] as const) {
    it(`says that ${what}, and writes nothing`, async () => {
      const cwd = repository();
      const run = await advocacy(['export', 'papers/a.md', '-o', 'a.docx', `--since=${since}`], { cwd });
      assert.equal(run.status, 2);
      assert.match(run.stderr, says);
      assert.ok(!existsSync(join(cwd, 'a.docx')));
    });
  }

  it('says that the draft was not there yet, or lies in no repository', async () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'papers/b.md'), NEW);
    assert.match(
      (await advocacy(['export', 'papers/b.md', '-o', 'b.docx', '--since', 'sent'], { cwd })).stderr,
      /the draft is not in the commit sent/,
    );
    const elsewhere = workspace({ 'a.md': NEW });
    assert.match(
      (await advocacy(['export', 'a.md', '-o', 'a.docx', '--since', 'sent'], { cwd: elsewhere })).stderr,
      /lies in no Git repository/,
    );
  });

  it('does not go with --final', async () => {
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--final', '--since', 'b.md'], {
      cwd: workspace({ 'a.md': NEW, 'b.md': OLD }),
    });
    assert.deepEqual([run.status, /--final/.test(run.stderr)], [2, true]);
  });

  it('runs nothing that the repository names', async () => {
    const cwd = repository();
    const trap = join(cwd, 'trap.sh');
    writeFileSync(trap, '#!/bin/sh\ntouch "$(dirname "$0")/sprung"\ncat\n');
    chmodSync(trap, 0o755);
    writeFileSync(join(cwd, '.gitattributes'), '*.md diff=trap filter=trap\n');
    for (const [key, value] of [
      ['core.fsmonitor', trap],
      ['core.pager', trap],
      ['diff.trap.textconv', trap],
      ['diff.trap.command', trap],
      ['filter.trap.smudge', trap],
      ['filter.trap.clean', trap],
      ['alias.log', `!${trap}`],
      ['alias.cat-file', `!${trap}`],
      ['log.showSignature', 'true'],
      ['gpg.program', trap],
    ] as const)
      git(cwd, 'config', key, value);
    const run = await advocacy(['export', 'papers/a.md', '-o', 'a.docx', '--since', 'sent'], { cwd });
    assert.equal(run.status, 0, run.stderr);
    assert.ok(!existsSync(join(cwd, 'sprung')));
  });
});
