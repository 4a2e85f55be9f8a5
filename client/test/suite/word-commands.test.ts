import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ConfigurationTarget, commands, type TextDocument, Uri, window, workspace } from 'vscode';
import type { CheckedWord } from '../../../server/src/protocol';
import { closeAll, create, exists, inFolder, until, untitled } from './support';

const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`advocacy.${command}`, ...args);
const read = async (uri: Uri): Promise<Uint8Array> => new Uint8Array(await workspace.fs.readFile(uri));
const wordText = async (uri: Uri): Promise<string> =>
  new TextDecoder().decode(unzipSync(await read(uri))['word/document.xml']).replace(/<[^>]+>/g, '');

const DRAFT = '---\ntitle: Open later\nkind: letter\n---\n\n# Open later\n\nFirst.\n\nSecond.\n';

describe('For Word, the command', () => {
  afterEach(closeAll);

  describe('bringReviewBack', () => {
    it('brings a review back as one edit; till then nothing overwrites the document, and then it may be', async () => {
      const document = await create('drafts/reviewed.md', DRAFT);
      const target = await run<Uri>('exportWord', document.uri, { open: false });
      const parts = unzipSync(await read(target));
      const main = 'word/document.xml';
      const by = 'w:id="9" w:author="Dana" w:date="2026-10-03T09:31:00Z"';
      const xml = strFromU8(parts[main]!).replace(
        '<w:t xml:space="preserve">First.</w:t></w:r>',
        (run) => `${run}<w:ins ${by}><w:r><w:t xml:space="preserve"> And more.</w:t></w:r></w:ins>`,
      );
      const reviewed = zipSync({ ...parts, [main]: strToU8(xml) });
      await workspace.fs.writeFile(target, reviewed);
      await assert.rejects(
        async () => run('exportWord', document.uri, { open: false }),
        /was changed or saved by somebody/,
      );
      assert.deepEqual(await read(target), reviewed);
      assert.deepEqual(await run('bringReviewBack', document.uri, { document: target }), {
        changes: 1,
        comments: 0,
      });
      assert.equal(
        document.getText(),
        DRAFT.replace('First.', 'First.{++ And more.++}{>>Dana, 3 Oct 2026 09:31<<}'),
      );
      await run('exportWord', document.uri, { open: false });
      assert.notDeepEqual(await read(target), reviewed);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), DRAFT);
    });
  });

  it('of any name leaves other computers in the network alone, whoever calls it', async () => {
    const share = Uri.parse('file://evil.example/share/a.docx');
    const { uri: draft } = await create('drafts/here.md', DRAFT);
    for (const [command, ...args] of [
      ['exportWord', share, {}],
      ['exportWord', draft, { target: share }],
      ['exportWord', draft, { template: '\\\\evil.example\\share\\a.dotx' }],
      ['exportFinal', draft, { target: share.toString() }],
      ['exportAll', { targetFolder: share }],
      ['importWord', { document: share }],
      ['bringReviewBack', draft, { document: share }],
      ['newDraft', { kind: 'letter', folder: share }],
      ['select', share.toString(), {}],
    ] as const) {
      await assert.rejects(
        async () => run(command, ...args),
        /evil\.example.*is on another computer in the network/,
        command,
      );
    }
    const registered = await commands.getCommands(true);
    assert.deepEqual(
      registered.filter((name) => name.startsWith('advocacy.server.')),
      ['advocacy.server.insert'],
    );
  });

  it('exportChanges shows in Word what changed since the last export', async () => {
    const document = await create('drafts/changed.md', DRAFT);
    const since = await run<Uri>('exportWord', document.uri, { open: false });
    const editor = window.activeTextEditor!;
    await editor.edit((edit) =>
      edit.insert(document.positionAt(document.getText().indexOf('Second')), 'A new '),
    );
    const target = inFolder('out/changes.docx');
    const written = await run<Uri>('exportChanges', document.uri, { since, target });
    assert.equal(written.toString(), target.toString());
    const xml = new TextDecoder().decode(unzipSync(await read(written))['word/document.xml']);
    assert.match(xml, /<w:ins [^>]*>(?:(?!<\/w:ins>).)*A new /s);
  });

  it('exportChanges shows in Word what changed since a commit', async () => {
    const document = await create('versions/changed.md', DRAFT);
    for (const args of [
      'init -q',
      'add .',
      '-c user.name=Lee -c user.email=lee@example.org commit -qm First',
    ])
      execFileSync('git', args.split(' '), { cwd: inFolder('versions').fsPath });
    const place = document.positionAt(document.getText().indexOf('Second'));
    await window.activeTextEditor!.edit((edit) => edit.insert(place, 'A new '));
    const target = inFolder('out/versions.docx');
    const written = await run<Uri>('exportChanges', document.uri, { since: 'commit:HEAD', target });
    const xml = new TextDecoder().decode(unzipSync(await read(written))['word/document.xml']);
    assert.match(xml, /<w:ins [^>]*>(?:(?!<\/w:ins>).)*A new /s);
  });

  describe('exportWord', () => {
    it('writes the document as it is in the editor, and asks nothing', async () => {
      const document = await create('drafts/export.md', `${DRAFT}\n`);
      const editor = window.activeTextEditor!;
      await editor.edit((edit) =>
        edit.insert(document.positionAt(document.getText().length), 'Not saved yet.\n'),
      );
      const target = inFolder('out/paper.docx');
      const written = await run<Uri>('exportWord', document.uri, { target, open: false });
      assert.equal(written.toString(), target.toString());
      const text = await wordText(target);
      assert.match(text, /First\./);
      assert.match(text, /Not saved yet\./);
    });

    it('writes beside the draft where no target is given, and again over its own file', async () => {
      const document = await create('drafts/beside.md', DRAFT);
      const written = await run<Uri>('exportWord', document.uri, { open: false });
      assert.equal(written.path, inFolder('drafts/beside.docx').path);
      const first = await read(written);
      await run('exportWord', document.uri, { open: false });
      assert.deepEqual(await read(written), first);
    });

    it('leaves a file alone that it did not write, unless it is told to', async () => {
      const document = await create('drafts/theirs.md', DRAFT);
      const target = inFolder('drafts/theirs.docx');
      const theirs = new TextEncoder().encode('not ours');
      await workspace.fs.writeFile(target, theirs);
      await assert.rejects(async () => run('exportWord', document.uri, { open: false }));
      assert.deepEqual(await read(target), theirs);
      await run('exportWord', document.uri, { open: false, force: true });
      assert.match(await wordText(target), /First\./);
    });

    it('exports a draft that was never saved to the target, and refuses to without one', async () => {
      const document = await untitled(DRAFT);
      const target = inFolder('out/untitled.docx');
      await run('exportWord', document.uri, { target, open: false });
      assert.match(await wordText(target), /Second\./);
      await assert.rejects(async () => run('exportWord', document.uri, { open: false }), /target/);
    });
  });

  describe('exportFinal', () => {
    it('writes a document to send out beside the other: without comments, and without the draft in it', async () => {
      const said = '{>>Dana, 3 Oct 2026 (resolved): Why?<<}';
      const document = await create('drafts/outgoing.md', DRAFT.replace('First.', `First.${said}`));
      const inside = await run<Uri>('exportWord', document.uri, { open: false });
      const outside = await run<Uri>('exportFinal', document.uri, {});
      assert.equal(outside.path, inFolder('drafts/outgoing-final.docx').path);
      const parts = async (file: Uri) => Object.keys(unzipSync(await read(file)));
      const tells = (part: string): boolean => /comments|customXml/.test(part);
      assert.ok((await parts(inside)).some(tells));
      assert.deepEqual((await parts(outside)).filter(tells), []);
      assert.match(await wordText(outside), /First\./);
    });

    it('writes nothing while a change or a comment is open, and says which', async () => {
      const document = await create('drafts/open.md', DRAFT.replace('First.', 'First{++ of all++}.'));
      await assert.rejects(async () => run('exportFinal', document.uri, {}), /A change adds “of all”/);
      await assert.rejects(async () => read(inFolder('drafts/open-final.docx')));
    });
  });

  describe('importWord', () => {
    const imported = async (uri: Uri): Promise<string> => new TextDecoder().decode(await read(uri));

    it('makes a draft of a Word document beside it, and never writes over one', async () => {
      const document = await create('import/paper.md', DRAFT);
      const target = inFolder('import/From colleagues.docx');
      await run('exportWord', document.uri, { target, open: false });
      const first = await run<Uri>('importWord', { document: target });
      assert.equal(first.path, inFolder('import/From colleagues.md').path);
      assert.match(await imported(first), /First\..*Second\./s);
      const second = await run<Uri>('importWord', { document: target });
      assert.equal(second.path, inFolder('import/From colleagues-2.md').path);
      await assert.rejects(
        async () => run('importWord', { document: target, target: first }),
        /From colleagues\.md is there already/,
      );
    });

    it('shows the draft that it made to whoever chose the document in the Explorer', async () => {
      const words = '---\nkind: briefing\n---\n\n# Late opening\n\nAshby Mill stays open until eight.\n';
      const document = await create('import/other.md', words);
      const target = inFolder('import/Chosen.docx');
      await run('exportFinal', document.uri, { target });
      // Where its draft is here it might be a review of that, which is asked.
      await workspace.fs.delete(document.uri);
      await run('importWord', target);
      assert.equal(window.activeTextEditor?.document.uri.path, inFolder('import/Chosen.md').path);
    });
  });

  describe('checkWord', () => {
    it('gives the findings on a Word document with their headings, shows them as a page, and writes nothing', async () => {
      const draft = await create('checked/paper.md', `${DRAFT}\n## Costs\n\nIt costs [insert sum].\n`);
      const document = inFolder('checked/Paper.docx');
      await run('exportWord', draft.uri, { target: document, open: false });
      const found = await run<CheckedWord['findings']>('checkWord', { document });
      const toFill = found.find(({ rule }) => rule === 'placeholder-unfilled');
      assert.equal(toFill?.heading, 'Costs');
      const before = (await workspace.fs.readDirectory(inFolder('checked'))).length;
      await run('checkWord', document);
      await until('the page', () => window.tabGroups.activeTabGroup.activeTab?.label === 'Paper.docx');
      assert.equal((await workspace.fs.readDirectory(inFolder('checked'))).length, before);
      await assert.rejects(
        async () => run('checkWord', { document: draft.uri }),
        /paper\.md cannot be used: it is no Word document; open it where it was made, and save it as \.docx/,
      );
    });

    it('says of a document of LibreOffice what to do with it, as the import does', async () => {
      const document = inFolder('checked/Paper.odt');
      for (const command of ['checkWord', 'importWord'])
        await assert.rejects(
          async () => run(command, { document }),
          /Paper\.odt cannot be used: it is an OpenDocument file/,
        );
    });
  });

  describe('exportAll', () => {
    interface Sum {
      readonly exported: readonly Uri[];
      readonly failed: readonly { readonly draft: Uri; readonly message: string }[];
      readonly cancelled: boolean;
    }
    const write = (path: string, content: string) =>
      workspace.fs.writeFile(inFolder(path), new TextEncoder().encode(content));
    const paths = (uris: readonly Uri[]) => uris.map(({ path }) => path).sort();

    it('exports the drafts of a folder into another, and no other Markdown', async () => {
      await write('all/one.md', DRAFT);
      await write('all/sub/two.md', DRAFT);
      await write('all/notes.md', '# Notes\n');
      const { exported, failed, cancelled } = await run<Sum>('exportAll', {
        folder: inFolder('all'),
        targetFolder: inFolder('word'),
      });
      assert.deepEqual(
        paths(exported),
        ['word/all/one.docx', 'word/all/sub/two.docx'].map((path) => inFolder(path).path),
      );
      assert.deepEqual([failed, cancelled], [[], false]);
      assert.match(await wordText(inFolder('word/all/sub/two.docx')), /Second\./);
      assert.equal(await exists(inFolder('word/all/notes.docx')), false);
    });

    it('names those that fail and why, leaves what is there, and goes on with the others', async () => {
      await write('some/a.md', DRAFT);
      await write('some/b.md', DRAFT);
      await write('some/c.md', DRAFT);
      await write('some/a.docx', 'not ours');
      await write('some/~$b.docx', 'x');
      const { exported, failed } = await run<Sum>('exportAll', { folder: inFolder('some') });
      assert.deepEqual(paths(exported), [inFolder('some/c.docx').path]);
      assert.deepEqual(
        failed.map(({ draft, message }) => [draft.path, message]),
        [
          [inFolder('some/a.md').path, 'a.docx is there already, and Library Advocacy did not write it.'],
          [inFolder('some/b.md').path, 'b.docx is open in Word. Close it there, and export again.'],
        ],
      );
      assert.equal(new TextDecoder().decode(await read(inFolder('some/a.docx'))), 'not ours');
      const names = (await workspace.fs.readDirectory(inFolder('some'))).map(([name]) => name);
      assert.deepEqual(names.sort(), ['a.docx', 'a.md', 'b.md', 'c.docx', 'c.md', '~$b.docx']);
    });
  });

  describe('on saving, where the setting says so,', () => {
    const set = (value: unknown) =>
      workspace
        .getConfiguration('advocacy')
        .update('word.exportOnSave', value, ConfigurationTarget.Workspace);
    const change = (document: TextDocument, words: string) =>
      window.activeTextEditor!.edit((edit) =>
        edit.insert(document.positionAt(document.getText().length), words),
      );
    afterEach(() => set(undefined));

    it('a draft is exported, again at each save, and other Markdown is not', async () => {
      const readme = await create('saved/notes.md', '# Notes\n');
      const document = await create('saved/draft.md', DRAFT);
      const target = inFolder('saved/draft.docx');
      const shows = (words: RegExp) =>
        until(
          `a document with ${words}`,
          async () => (await exists(target)) && words.test(await wordText(target)),
        );
      await change(document, '\nNever mind.\n');
      await document.save();
      await set(true);
      await change(document, '\nOnce.\n');
      assert.equal(await exists(target), false, 'without the setting');
      await document.save();
      await shows(/Once\./);
      await change(document, '\nTwice.\n');
      await document.save();
      await shows(/Twice\./);
      await window.showTextDocument(readme);
      await change(readme, '\nMore.\n');
      await readme.save();
      // What is asked later is answered later: had the notes been exported, they would be there by then.
      await run('exportWord', document.uri, { open: false });
      assert.equal(await exists(inFolder('saved/notes.docx')), false);
    });

    it('a file of someone else is left alone', async () => {
      const document = await create('saved/theirs.md', DRAFT);
      const theirs = new TextEncoder().encode('not ours');
      await workspace.fs.writeFile(inFolder('saved/theirs.docx'), theirs);
      await set(true);
      await change(document, '\nOnce.\n');
      await document.save();
      await run('exportWord', document.uri, { target: inFolder('saved/other.docx'), open: false });
      assert.deepEqual(await read(inFolder('saved/theirs.docx')), theirs);
    });
  });
});
