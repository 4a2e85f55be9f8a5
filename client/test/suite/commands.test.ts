import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  ConfigurationTarget,
  commands,
  extensions,
  languages,
  Selection,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { CheckedWord, WorkspaceCheck } from '../../../server/src/protocol';
import {
  closeAll,
  create,
  exists,
  finding,
  findings,
  folder,
  inFolder,
  open,
  until,
  untitled,
} from './support';

const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`advocacy.${command}`, ...args);
const opened = (uri: Uri): Thenable<TextDocument> => workspace.openTextDocument(uri);
const read = async (uri: Uri): Promise<Uint8Array> => new Uint8Array(await workspace.fs.readFile(uri));
const wordText = async (uri: Uri): Promise<string> =>
  new TextDecoder().decode(unzipSync(await read(uri))['word/document.xml']).replace(/<[^>]+>/g, '');

const DRAFT = '---\ntitle: Open later\nkind: letter\n---\n\n# Open later\n\nFirst.\n\nSecond.\n';

describe('The command', () => {
  afterEach(closeAll);

  it('of every entry in the palette is there', async () => {
    const { packageJSON } = extensions.getExtension('library-advocacy.library-advocacy')!;
    const contributed: readonly string[] = packageJSON.contributes.commands.map(
      (entry: { command: string }) => entry.command,
    );
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
    assert.ok(contributed.length >= 10);
  });

  describe('newDraft', () => {
    it('makes a file with the parts of its kind, and selects the first thing to fill in', async () => {
      const uri = await run<Uri>('newDraft', {
        kind: 'briefing',
        title: 'Keep Saturdays: “now”!',
        folder: inFolder('new'),
      });
      assert.equal(uri.path, inFolder('new/keep-saturdays-now.md').path);
      const document = await opened(uri);
      assert.match(
        document.getText(),
        /^---\n[\s\S]*kind: briefing\n[\s\S]*---\n\n# Keep Saturdays: “now”!\n/,
      );
      assert.match(document.getText(), /^## What we ask$/m);
      assert.equal(window.activeTextEditor?.document, document);
      assert.match(document.getText(window.activeTextEditor.selection), /^\[insert .*\]$/);
      await finding(document, 'placeholder-unfilled');
    });

    it('has Tab go from one thing to fill in to the next, and leaves the file saved', async () => {
      const uri = await run<Uri>('newDraft', { kind: 'briefing', title: 'Tabs', folder: inFolder('new') });
      const document = await opened(uri);
      const body = document.getText().slice(document.getText().indexOf('\n# '));
      const [first, second, third] = body.match(/\[insert [^\]]*\]/g)!;
      const selected = () => document.getText(window.activeTextEditor!.selection);
      assert.equal(selected(), first);
      await commands.executeCommand('type', { text: 'Ashby' });
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
      await until('the second', () => selected() === second);
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
      await until('the third', () => selected() === third);
      assert.ok(document.getText().includes(second!), 'what is left keeps its words');
      const other = await opened(
        await run<Uri>('newDraft', { kind: 'letter', title: 'Saved', folder: inFolder('new') }),
      );
      assert.equal(other.isDirty, false);
    });

    it('never writes over a file', async () => {
      const wanted = { kind: 'letter', title: 'Twice', folder: inFolder('new') };
      const first = await run<Uri>('newDraft', wanted);
      const second = await run<Uri>('newDraft', wanted);
      assert.equal(first.path, inFolder('new/twice.md').path);
      assert.equal(second.path, inFolder('new/twice-2.md').path);
    });

    it('without a folder makes a document that is not saved yet', async () => {
      const uri = await run<Uri>('newDraft', { kind: 'pitch', title: 'Later' });
      assert.equal(uri.scheme, 'untitled');
      assert.match((await opened(uri)).getText(), /^kind: pitch$/m);
    });

    it('has today’s date, and who writes, as Set Up… keeps them', async () => {
      const known = await run<object>('setUp', {
        folder: folder(),
        organisation: 'Ashby Libraries',
        place: 'Ashby',
        author: 'Ann Moss, Head of Libraries',
      });
      try {
        assert.deepEqual(Object.keys(known), ['organisation', 'place', 'author']);
        const text = await until('a draft with the name of the service', async () => {
          const uri = await run<Uri>('newDraft', {
            kind: 'briefing',
            title: 'Known',
            folder: inFolder('new'),
          });
          const made = (await opened(uri)).getText();
          return made.includes('organisation: Ashby Libraries') && made;
        });
        assert.match(text, /^author: Ann Moss, Head of Libraries$/m);
        assert.doesNotMatch(text, /\[insert place\]/);
        const now = new Date();
        const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) =>
          String(n).padStart(2, '0'),
        );
        assert.match(text, new RegExp(`^date: ${today.join('-')}$`, 'm'));
      } finally {
        await workspace.fs.delete(inFolder('.advocacy.json'));
      }
    });

    it('refuses a kind that there is not', async () => {
      await assert.rejects(async () => run('newDraft', { kind: 'sonnet', title: 'x' }), /sonnet/);
    });
  });

  describe('nextPlaceholder', () => {
    const TO_FILL = `${DRAFT}\nIn [insert place] there are [insert number] libraries, and [insert number] in [insert place].\n`;
    const selected = (): readonly string[] => {
      const { document, selections } = window.activeTextEditor!;
      return selections.map((selection) => `${selection.start.character} ${document.getText(selection)}`);
    };

    it('goes on from wherever the cursor is, from the last to the first, and back', async () => {
      await create('drafts/next.md', TO_FILL);
      await commands.executeCommand('cursorBottom');
      await run('nextPlaceholder');
      assert.deepEqual(selected(), ['3 [insert place]', '78 [insert place]']);
      await run('nextPlaceholder');
      assert.deepEqual(selected(), ['28 [insert number]']);
      await run('nextPlaceholder');
      await run('nextPlaceholder');
      await run('nextPlaceholder');
      assert.deepEqual(selected(), ['3 [insert place]', '78 [insert place]']);
      await run('previousPlaceholder');
      assert.deepEqual(selected()[0], '78 [insert place]');
    });

    it('fills with one all that are like it, and knows at once what is left', async () => {
      const document = await create('drafts/alike.md', TO_FILL);
      await run('nextPlaceholder');
      await commands.executeCommand('type', { text: 'Ashby' });
      assert.match(
        document.getText(),
        /In Ashby there are \[insert number\] libraries, and \[insert number\] in Ashby\./,
      );
      await run('nextPlaceholder');
      assert.deepEqual(selected(), ['19 [insert number]']);
      await commands.executeCommand('type', { text: '9' });
      await run('nextPlaceholder');
      assert.equal(selected().length, 1);
      await commands.executeCommand('type', { text: '4' });
      assert.equal(await run('nextPlaceholder'), undefined);
      assert.match(document.getText(), /9 libraries, and 4 in Ashby/);
    });
  });

  it('insertSnippet inserts below the block with the cursor, and selects the first thing to fill in', async () => {
    const document = await create('drafts/snippet.md', DRAFT);
    window.activeTextEditor!.selection = new Selection(7, 2, 7, 2);
    const uri = await run<Uri>('insertSnippet', { id: 'quotation' });
    assert.equal(uri.toString(), document.uri.toString());
    assert.match(document.getText(), /First\.\n\n> “\[insert [\s\S]*\n\nSecond\.\n$/);
    assert.match(document.getText(window.activeTextEditor!.selection), /^\[insert .*\]$/);
  });

  it('Tab goes from one thing to fill in to the next, and what is left keeps its words', async () => {
    const document = await create('drafts/tabs.md', DRAFT);
    window.activeTextEditor!.selection = new Selection(7, 2, 7, 2);
    await run('insertTopic', { topic: 'area:isolation' });
    const plain = document.getText();
    const placeholders = plain.match(/\[insert [^\]]*\]/g)!;
    assert.ok(placeholders.length > 5);
    for (const [index, expected] of placeholders.entries()) {
      if (index > 0) await commands.executeCommand('jumpToNextSnippetPlaceholder');
      await until(`placeholder ${index}: ${expected}`, () => {
        const { selection } = window.activeTextEditor!;
        return document.getText(selection) === expected;
      });
    }
    assert.equal(document.getText(), plain);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), DRAFT);
  });

  it('insertSnippet refuses a snippet that there is not', async () => {
    await create('drafts/snippet-none.md', DRAFT);
    await assert.rejects(async () => run('insertSnippet', { id: 'sonnet' }), /sonnet/);
  });

  it('insertEvidence adds a fact with its source to the paragraph, and puts the cursor behind it', async () => {
    const document = await create('drafts/evidence.md', DRAFT);
    window.activeTextEditor!.selection = new Selection(7, 2, 7, 2);
    await run('insertEvidence', { id: 'participation-2024-25-use' });
    assert.match(
      document.getText(),
      /First\. .+\[\^participation-2024-25-use\]\n\nSecond\.\n\n\[\^participation-2024-25-use\]: Department for Culture, .+\n$/,
    );
    const { selection } = window.activeTextEditor!;
    assert.ok(selection.isEmpty);
    assert.ok(selection.active.isEqual(document.lineAt(7).range.end));
    await assert.rejects(async () => run('insertEvidence', { id: 'nothing' }), /nothing/);
  });

  it('insertSection inserts a part where it belongs', async () => {
    const document = await open('drafts/weak.md');
    await run('insertSection', { id: 'facts' });
    const headings = document.getText().match(/^## .*$/gm);
    assert.deepEqual(headings, ['## The issue', '## Key messages', '## The facts', '## What we ask']);
  });

  it('insertTopic inserts an argument for an area', async () => {
    const document = await open('drafts/weak.md');
    const before = document.getText().length;
    await run('insertTopic', { topic: 'area:cultural' });
    assert.ok(document.getText().length > before + 200);
    assert.match(document.getText(), /artists/);
  });

  it('holdTopic holds the paper to an area', async () => {
    const document = await create('drafts/held.md', '---\nkind: letter\n---\n\n# Dear all\n\nOne.\n');
    await run('holdTopic', { topic: 'cultural' });
    assert.equal(document.getText(), '---\nkind: letter\nareas: [cultural]\n---\n\n# Dear all\n\nOne.\n');
    await assert.rejects(async () => run('holdTopic', { topic: 'cultural' }), /already/);
  });

  it('makeDraft makes a document a draft', async () => {
    const document = await untitled('# Notes\n');
    await run('makeDraft', document.uri, { kind: 'press-release' });
    assert.equal(document.getText(), '---\nkind: press-release\n---\n\n# Notes\n');
    await finding(document, 'section-missing');
  });

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
      const document = await create('import/other.md', DRAFT);
      const target = inFolder('import/Chosen.docx');
      // Without its draft in it: else it might be a review of that, which is asked.
      await run('exportFinal', document.uri, { target });
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
        /paper\.md is no Word document/,
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

  it('checkWorkspace checks drafts that are not open, and shows their findings', async () => {
    const uri = inFolder('drafts/closed.md');
    const content = '---\nkind: briefing\n---\n\n# Closed\n\nWe ask for [insert amount].\n';
    await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    const result = await run<WorkspaceCheck>('checkWorkspace', {});
    assert.ok(result.drafts >= 2, `${result.drafts} drafts`);
    assert.equal(result.cancelled, false);
    assert.deepEqual(result.unreadable, []);
    await until('findings on the closed draft', () =>
      languages.getDiagnostics(uri).some(({ source }) => source === 'advocacy'),
    );
    assert.deepEqual(languages.getDiagnostics(inFolder('README.md')), []);
  });

  it('checkWorkspace and opening a draft do not show a finding twice', async () => {
    await run('checkWorkspace', {});
    const document = await open('drafts/weak.md');
    await finding(document, 'area-missing');
    await until('each finding once', () => {
      const messages = findings(document).map(({ message, range }) => `${message} ${range.start.line}`);
      return messages.length === new Set(messages).size;
    });
  });

  it('coverageReport writes a table of the drafts', async () => {
    await workspace.fs.writeFile(inFolder('drafts/reported.md'), new TextEncoder().encode(DRAFT));
    const uri = await run<Uri>('coverageReport', { format: 'markdown' });
    assert.match((await opened(uri)).getText(), /\|[\s\S]*Open later/);
    const json = await run<Uri>('coverageReport', { format: 'json' });
    const drafts: readonly { title: string }[] = JSON.parse((await opened(json)).getText());
    assert.ok(drafts.some(({ title }) => title === 'Open later'));
    const html = await run<Uri>('coverageReport', { format: 'html' });
    assert.match((await opened(html)).getText(), /^<!doctype html>/i);
    const target = inFolder('out/coverage.docx');
    const word = await run<Uri>('coverageReport', { format: 'word', target });
    assert.equal(word.toString(), target.toString());
    assert.match(await wordText(target), /Open later/);
    await assert.rejects(async () => run('coverageReport', { format: 'pdf' }), /pdf/);
  });

  it('createConfiguration writes one that is valid, and opens the one that is there', async () => {
    const uri = await run<Uri>('createConfiguration', { folder: folder() });
    assert.equal(uri.path, inFolder('.advocacy.json').path);
    assert.equal(window.activeTextEditor?.document.uri.path, uri.path);
    assert.equal(window.activeTextEditor.document.languageId, 'jsonc');
    await workspace.fs.writeFile(uri, new TextEncoder().encode('{ "drafts": ["no.md"] }'));
    await run('createConfiguration', { folder: folder() });
    assert.equal(new TextDecoder().decode(await read(uri)), '{ "drafts": ["no.md"] }');
    await workspace.fs.delete(uri);
    assert.equal(await exists(uri), false);
  });

  it('showCoverage, showOutput and restartServer work, and findings are back after the restart', async () => {
    const document = await open('drafts/weak.md');
    await finding(document, 'area-missing');
    await run('showCoverage');
    await run('showOutput');
    await run('restartServer');
    await window.showTextDocument(document);
    await finding(document, 'area-missing');
  });
});
