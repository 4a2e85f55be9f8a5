import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../../src/docx';
import { type Commit, type ExportResult, serverCommands } from '../../../src/protocol';
import { git } from '../../cli/git';
import { Editor } from '../editor';

const DRAFT = '---\nkind: briefing\n---\n\n# Books\n\nWe lend old books.\n';

describe('Earlier versions of a draft that Git keeps', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  /** A folder with a draft, of which two versions are kept, and another file that changed since. */
  async function repository(): Promise<string> {
    editor = await Editor.start({ settings: {} });
    const { folder } = editor;
    const commit = (path: string, text: string, message: string): void => {
      mkdirSync(join(folder, 'papers'), { recursive: true });
      writeFileSync(join(folder, 'papers', path), text);
      git(folder, 'add', '.');
      git(folder, 'commit', '-qm', message);
    };
    git(folder, 'init', '-q');
    commit('a.md', DRAFT, 'Begin the paper\n\nFor the cabinet.');
    commit('a.md', DRAFT.replace('old', 'older'), 'Say how old, “really” old');
    commit('b.md', DRAFT, 'Another paper');
    return editor.open('papers/a.md', DRAFT.replace('old', 'new'));
  }

  const commits = (uri: string) => editor.execute<Commit[]>(serverCommands.commits, uri);
  const changes = (path: string): string[] =>
    readDocument(new Uint8Array(readFileSync(join(editor.folder, path)))).blocks.flatMap((block) =>
      (block.type === 'paragraph' ? block.inlines : []).flatMap((inline) => {
        const by = 'inserted' in inline ? inline.inserted : undefined;
        return inline.type === 'text' && by ? [`${inline.text}: ${by.author} ${by.date ?? ''}`.trim()] : [];
      }),
    );

  it('are listed, the newest first: those that changed this draft, with who made them, when, and what they say', async () => {
    const found = await commits(await repository());
    assert.deepEqual(
      found.map(({ author, date, message }) => [author, Date.parse(date), message]),
      ['Say how old, “really” old', 'Begin the paper'].map((message) => [
        'Sam Okafor',
        Date.parse('2026-11-02T10:15:00Z'),
        message,
      ]),
    );
    for (const { id } of found) assert.match(id, /^[0-9a-f]{40}$/);
  });

  it('are those of the draft alone, also where its name is a pattern that others match', async () => {
    await repository();
    const uri = await editor.open('papers/[ab].md', DRAFT);
    assert.deepEqual(await commits(uri), []);
    writeFileSync(join(editor.folder, 'papers/[ab].md'), DRAFT);
    git(editor.folder, 'add', '.');
    git(editor.folder, 'commit', '-qm', 'A third paper');
    assert.deepEqual(
      (await commits(uri)).map(({ message }) => message),
      ['A third paper'],
    );
  });

  it('are what the text in the editor is compared with, which may not be saved: changes bear the name of who made them since', async () => {
    const uri = await repository();
    const [last, first] = await commits(uri);
    const since = async ({ id }: Commit) => {
      const target = editor.uri('changes.docx');
      await editor.execute<ExportResult>(serverCommands.exportWord, uri, target, { since: `commit:${id}` });
      return changes('changes.docx');
    };
    assert.deepEqual(await since(first!), ['new: Sam Okafor 2026-11-02T10:15:00Z']);
    assert.deepEqual(await since(last!), ['new: Author']);
  });

  for (const name of ['main^^', 'HEAD~2', 'HEAD@{2}'])
    it(`are named as Git names them, also in a URI: ${name}`, async () => {
      const uri = await repository();
      for (const since of [name, encodeURIComponent(name)]) {
        const options = { since: `commit:${since}`, force: true };
        await editor.execute(serverCommands.exportWord, uri, editor.uri('changes.docx'), options);
        assert.deepEqual(changes('changes.docx'), ['new: Sam Okafor 2026-11-02T10:15:00Z']);
      }
    });

  for (const [what, since, says] of [
    [
      'there is no such commit',
      `commit:${'a'.repeat(40)}`,
      /a\.md is not compared: there is no commit “a+” in/,
    ],
    ['it is no URI', 'commit:%', /there is no commit “%” in/],
    ['it looks like an option', 'commit:--output=x', /no commit/],
  ] as const)
    it(`are not compared where ${what}, which is said`, async () => {
      const uri = await repository();
      const target = editor.uri('changes.docx');
      await assert.rejects(editor.execute(serverCommands.exportWord, uri, target, { since }), says);
      assert.ok(!existsSync(join(editor.folder, 'changes.docx')));
    });

  it('are none in a folder of no repository, and of a draft that is not saved yet', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('a.md', DRAFT);
    assert.deepEqual(await commits(uri), []);
    assert.deepEqual(await commits('untitled:Untitled-1'), []);
    const since = { since: 'commit:HEAD' };
    await assert.rejects(editor.execute(serverCommands.exportWord, uri, null, since), /is not compared/);
  });

  it('are none where the folder itself is made up as a repository, as somebody who sends a folder could do', async () => {
    await repository();
    const { folder } = editor;
    const uri = await editor.open('top.md', DRAFT);
    writeFileSync(join(folder, 'top.md'), DRAFT);
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'Beside the papers');
    assert.equal((await commits(uri)).length, 1);
    git(folder, 'config', 'core.bare', 'true');
    const inside = join(folder, '.git');
    for (const name of readdirSync(inside)) renameSync(join(inside, name), join(folder, name));
    rmdirSync(inside);
    assert.deepEqual(await commits(uri), []);
    const since = { since: 'commit:HEAD' };
    await assert.rejects(editor.execute(serverCommands.exportWord, uri, null, since), /is not compared/);
  });

  it('run and fetch nothing that the repository names', async () => {
    const uri = await repository();
    const { folder } = editor;
    const trap = join(folder, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch "${folder}/sprung"\ncat\n`);
    chmodSync(trap, 0o755);
    writeFileSync(join(folder, '.gitattributes'), '*.md diff=trap filter=trap\n');
    for (const [key, value] of [
      ['core.fsmonitor', trap],
      ['core.pager', trap],
      ['core.sshCommand', trap],
      ['diff.trap.textconv', trap],
      ['filter.trap.smudge', trap],
      ['alias.log', `!${trap}`],
      ['log.showSignature', 'true'],
      ['gpg.program', trap],
      ['remote.origin.url', folder],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.uploadpack', trap],
      ['extensions.partialClone', 'origin'],
      ['protocol.file.allow', 'always'],
    ] as const)
      git(folder, 'config', key, value);
    const [last, first] = await commits(uri);
    const target = editor.uri('changes.docx');
    const export_ = (since: string) => editor.execute(serverCommands.exportWord, uri, target, { since });
    await export_(`commit:${first!.id}`);
    // What is missing would be fetched, were it not forbidden.
    const missing = `commit:${last!.id.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`;
    await assert.rejects(export_(missing), /is not compared/);
    assert.ok(!existsSync(join(folder, 'sprung')));
  });
});
