import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import {
  commands,
  extensions,
  languages,
  Selection,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { WorkspaceCheck } from '../../../server/src/protocol';
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
      const [first, second, third] = document.getText().match(/\[insert [^\]]*\]/g)!;
      assert.match(first!, /whom this is for/, 'whom it is for comes first');
      const selected = () => document.getText(window.activeTextEditor!.selection);
      assert.equal(selected(), first);
      await commands.executeCommand('type', { text: 'Cabinet' });
      assert.match(document.getText(), /^audience: "Cabinet"$/m);
      assert.match(document.getText(), /^We ask Cabinet, by /m);
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

  it('insertSnippet inserts below the block with the cursor, and selects the first thing to fill in', async () => {
    const document = await create('drafts/snippet.md', DRAFT);
    window.activeTextEditor!.selection = new Selection(7, 2, 7, 2);
    const uri = await run<Uri>('insertSnippet', { id: 'quotation' });
    assert.equal(uri.toString(), document.uri.toString());
    assert.match(document.getText(), /First\.\n\n> “\[insert [\s\S]*\n\nSecond\.\n$/);
    assert.match(document.getText(window.activeTextEditor!.selection), /^\[insert .*\]$/);
  });

  it('that inserts says of a document that cannot be changed that it is so, and leaves it as it was', async () => {
    const document = await create('drafts/locked.md', DRAFT);
    await commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    for (const [command, options] of [
      ['insertSnippet', { id: 'quotation' }],
      ['insertTopic', { topic: 'area:digital' }],
      ['holdTopic', { topic: 'digital' }],
    ] as const) {
      await assert.rejects(
        async () => run(command, options),
        /locked\.md is read-only here, so it cannot be changed\./,
      );
      assert.equal(document.getText(), DRAFT);
    }
    await commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    await run('insertSnippet', { id: 'quotation' });
    assert.notEqual(document.getText(), DRAFT);
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

  it('Tab goes on from inserted evidence to the next thing to fill in, below it and then above', async () => {
    const text = `${DRAFT.replace('Second.', 'By [insert date].').replace('First.', 'At [insert library].\n\nFirst.')}\nFor [insert cost].\n`;
    const document = await create('drafts/evidence-tabs.md', text);
    const line = text.slice(0, text.indexOf('First.')).split('\n').length - 1;
    window.activeTextEditor!.selection = new Selection(line, 2, line, 2);
    await run('insertEvidence', { id: 'participation-2024-25-use' });
    await commands.executeCommand('type', { text: ' Then' });
    const selected = () => document.getText(window.activeTextEditor!.selection);
    for (const expected of ['[insert date]', '[insert cost]', '[insert library]']) {
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
      await until(`${expected} to be selected`, () => selected() === expected);
    }
    assert.match(
      document.getText(),
      /First\. .+\[\^participation-2024-25-use\] Then\n\nBy \[insert date\]\.\n/,
    );
    await commands.executeCommand('undo');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('Tab goes on from an inserted snippet to what else is to be filled in', async () => {
    const text = `${DRAFT.replace('Second.', 'By [insert date].')}`;
    const document = await create('drafts/snippet-tabs.md', text);
    window.activeTextEditor!.selection = new Selection(7, 2, 7, 2);
    await run('insertSnippet', { id: 'quotation' });
    for (let place = 0; place < 3; place++) await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await until('the next', () => document.getText(window.activeTextEditor!.selection) === '[insert date]');
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
