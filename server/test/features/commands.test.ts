import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { base64ToBytes } from '../../src/features/base64';
import type {
  CoverageReport,
  CoverageResult,
  ExportResult,
  InsertResult,
  WorkspaceCheck,
} from '../../src/protocol';
import { briefing, readme, tools } from './drafts';
import { Editor, rulesOf } from './editor';

describe('The commands of the server', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('are announced, so that any client can offer them', async () => {
    editor = await Editor.start({ settings: {} });
    assert.deepEqual([...(editor.capabilities.executeCommandProvider?.commands ?? [])].sort(), [
      'advocacy.server.bringHome',
      'advocacy.server.checkWord',
      'advocacy.server.checkWorkspace',
      'advocacy.server.commits',
      'advocacy.server.coverageReport',
      'advocacy.server.exportWord',
      'advocacy.server.findDrafts',
      'advocacy.server.importWord',
      'advocacy.server.insert',
      'advocacy.server.knownWord',
      'advocacy.server.pasted',
      'advocacy.server.review',
    ]);
  });

  describe('exportWord', () => {
    const wordsOf = (path: string) => strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);

    it('writes a Word document beside the draft, from the text in the editor', async () => {
      editor = await Editor.start({ settings: {}, files: { 'ashby.md': briefing } });
      const uri = await editor.open('ashby.md', briefing);
      await editor.replace(uri, '[insert year]', 'in the spring of 1962');
      const result = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
      assert.equal(result.uri, editor.uri('ashby.docx'));
      assert.match(wordsOf(join(editor.folder, 'ashby.docx')), /in the spring of 1962/);
    });

    it('writes a draft that is not open, to where it is told', async () => {
      editor = await Editor.start({ settings: {}, files: { 'a b/ashby.md': briefing } });
      const target = editor.uri('out/paper.docx');
      const result = await editor.execute<ExportResult>(
        'advocacy.server.exportWord',
        editor.uri('a b/ashby.md'),
        target,
        {},
      );
      assert.equal(result.uri, target);
      assert.match(wordsOf(join(editor.folder, 'out/paper.docx')), /insert year/);
    });

    it('names what it could not show, at its line', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', '# Ashby\n\n![The reading room](missing.png)\n');
      const { warnings } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
      assert.equal(warnings.length, 1);
      assert.equal(warnings[0]!.line, 3);
      assert.match(warnings[0]!.message, /missing\.png/);
    });

    it('names what keeps people from reading it, at its line', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', '# Ashby\n\n[Click here](https://example.org)\n');
      const { warnings, accessibility } = await editor.execute<ExportResult>(
        'advocacy.server.exportWord',
        uri,
      );
      assert.deepEqual(warnings, []);
      assert.deepEqual(
        accessibility.map(({ line, rule }) => ({ line, rule })),
        [{ line: 3, rule: 'link-text-vague' }],
      );
      assert.notEqual(accessibility[0]!.message, '');
    });

    const stylesOf = (path: string) => strFromU8(unzipSync(readFileSync(path))['word/styles.xml']!);
    const SMALL = /w:cs="Arial"\/><w:sz w:val="21"/;

    it('takes the look that the settings name, unless the draft names another', async () => {
      editor = await Editor.start({ settings: { word: { template: 'one-page-briefing' } } });
      await editor.execute('advocacy.server.exportWord', await editor.open('ashby.md', briefing));
      assert.match(stylesOf(join(editor.folder, 'ashby.docx')), SMALL);
      const own = '---\ntitle: Own\ntemplate: committee-paper\n---\n\nWords.\n';
      await editor.execute('advocacy.server.exportWord', await editor.open('own.md', own));
      assert.doesNotMatch(stylesOf(join(editor.folder, 'own.docx')), SMALL);
    });

    it('takes the look that the command names before all others', async () => {
      editor = await Editor.start({ settings: { word: { template: 'committee-paper' } } });
      const uri = await editor.open('ashby.md', briefing);
      await editor.execute('advocacy.server.exportWord', uri, null, { template: 'one-page-briefing' });
      assert.match(stylesOf(join(editor.folder, 'ashby.docx')), SMALL);
    });

    it('writes without the look that the settings name when its file is damaged, and says so', async () => {
      editor = await Editor.start({
        settings: { word: { template: 'damaged.dotx' } },
        files: { 'damaged.dotx': 'These are no bytes of a Word template.' },
      });
      const uri = await editor.open('ashby.md', briefing);
      const { warnings } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]!.message, /^The template cannot be used: /);
      assert.ok(existsSync(join(editor.folder, 'ashby.docx')));
    });

    it('writes without the look that the settings name when it is gone, and says so', async () => {
      editor = await Editor.start({ settings: { word: { template: 'gone.dotx' } } });
      const uri = await editor.open('ashby.md', briefing);
      const { warnings } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
      assert.deepEqual(warnings, [
        {
          message:
            'The template cannot be used: the settings name “gone.dotx”, and there is no such file. The built-in one is used.',
          line: 1,
          ofTemplate: true,
        },
      ]);
      assert.ok(existsSync(join(editor.folder, 'ashby.docx')));
    });

    it('says which built-in look the settings may have meant', async () => {
      editor = await Editor.start({ settings: { word: { template: 'committee-papr' } } });
      const uri = await editor.open('ashby.md', briefing);
      const { warnings } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
      assert.match(warnings[0]!.message, /no such file\. Did you mean “committee-paper”\?/);
    });

    describe('where .advocacy.json names a template that is not there', () => {
      const configured = '{\n  "word": { "template": "no.dotx" }\n}\n';
      const exported = async (
        text: string,
        settings: Record<string, unknown>,
        options: object = {},
        configuration = configured,
      ) => {
        editor = await Editor.start({ settings, files: { '.advocacy.json': configuration } });
        const uri = await editor.open('press.md', text);
        return editor.execute<ExportResult>('advocacy.server.exportWord', uri, null, options);
      };
      const warning = (instead: string) => ({
        message: `The template “no.dotx”, which .advocacy.json names, was not found. ${instead}`,
        line: 2,
        uri: editor.uri('.advocacy.json'),
        ofTemplate: true,
      });

      it('says so, at its line of that file', async () => {
        const { warnings } = await exported(briefing, {});
        assert.deepEqual(warnings, [warning('The built-in one is used.')]);
        assert.ok(existsSync(join(editor.folder, 'press.docx')));
      });

      it('says so before anything is written', async () => {
        const { warnings, written } = await exported('# Press\n\nWords.\n', {}, { review: true });
        assert.equal(written, false);
        assert.deepEqual(warnings, [warning('The built-in one is used.')]);
      });

      it('names the one of the settings where that is used', async () => {
        const { warnings } = await exported(briefing, { word: { template: 'one-page-briefing' } });
        assert.deepEqual(warnings[0], warning('That of the settings is used.'));
        assert.match(stylesOf(join(editor.folder, 'press.docx')), SMALL);
      });

      it('says why another one cannot be used', async () => {
        const { warnings } = await exported(briefing, {}, {}, '{ "word": { "template": "look.txt" } }');
        assert.match(
          warnings[0]!.message,
          /^The template “look\.txt”, which \.advocacy\.json names, cannot be used: .*\. The built-in one is used\.$/,
        );
      });

      it('says nothing of it where the draft or the command names another', async () => {
        const own = '---\ntemplate: committee-paper\n---\n\n# Press\n\nWords.\n';
        const unused = ({ warnings }: ExportResult) => warnings.filter(({ ofTemplate }) => ofTemplate);
        assert.deepEqual(unused(await exported(own, {})), []);
        await editor.stop();
        assert.deepEqual(unused(await exported(briefing, {}, { template: 'committee-paper' })), []);
      });
    });

    it('overwrites its own file, and no other without force', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', briefing);
      const path = join(editor.folder, 'ashby.docx');
      await editor.execute('advocacy.server.exportWord', uri);
      await editor.execute('advocacy.server.exportWord', uri);
      writeFileSync(path, 'somebody else wrote this');
      await assert.rejects(
        editor.execute('advocacy.server.exportWord', uri),
        (error: ResponseError<unknown>) => {
          assert.equal(error.code, LSPErrorCodes.RequestFailed);
          assert.deepEqual(error.data, { reason: 'exists', uri: editor.uri('ashby.docx') });
          return true;
        },
      );
      assert.equal(readFileSync(path, 'utf8'), 'somebody else wrote this');
      await editor.execute('advocacy.server.exportWord', uri, null, { force: true });
      assert.match(wordsOf(path), /Keep Ashby library open/);
    });

    it('never overwrites the draft itself', async () => {
      editor = await Editor.start({ settings: {}, files: { 'ashby.md': briefing } });
      const uri = await editor.open('ashby.md', briefing);
      await assert.rejects(
        editor.execute('advocacy.server.exportWord', uri, uri, { force: true }),
        /would overwrite the draft/,
      );
      const other = editor.uri('notes.md');
      await assert.rejects(editor.execute('advocacy.server.exportWord', uri, other), /ends in \.docx/);
      assert.equal(readFileSync(join(editor.folder, 'ashby.md'), 'utf8'), briefing);
      assert.equal(existsSync(join(editor.folder, 'notes.md')), false);
    });

    it('leaves nothing behind when it is cancelled', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', briefing);
      const source = new CancellationTokenSource();
      const exporting = editor.connection.sendRequest(
        'workspace/executeCommand',
        { command: 'advocacy.server.exportWord', arguments: [uri] },
        source.token,
      );
      source.cancel();
      await assert.rejects(
        exporting,
        (error: ResponseError) => error.code === LSPErrorCodes.RequestCancelled,
      );
      assert.equal(existsSync(join(editor.folder, 'ashby.docx')), false);
    });

    it('hears that it is cancelled even while it works', async () => {
      editor = await Editor.start({ settings: {} });
      const long = `${briefing}\n\n${'Residents borrow tablets, and staff teach them to use them.\n\n'.repeat(4000)}`;
      const uri = await editor.open('long.md', long);
      // The long part of the work is known to go on: its code is loaded, and the draft has been read.
      await editor.diagnostics(uri);
      await editor.execute('advocacy.server.exportWord', await editor.open('ashby.md', briefing));
      const source = new CancellationTokenSource();
      const exporting = editor.connection.sendRequest(
        'workspace/executeCommand',
        { command: 'advocacy.server.exportWord', arguments: [uri], workDoneToken: 'long' },
        source.token,
      );
      // It says that it begins; how long it works then is the machine's affair.
      await editor.until(() => editor.progress.some(({ token }) => token === 'long'), 'the export to begin');
      source.cancel();
      await assert.rejects(
        exporting,
        (error: ResponseError) => error.code === LSPErrorCodes.RequestCancelled,
      );
      assert.equal(existsSync(join(editor.folder, 'long.docx')), false);
    });

    it('shows progress to a client that asks for it', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', briefing);
      await editor.request('workspace/executeCommand', {
        command: 'advocacy.server.exportWord',
        arguments: [uri],
        workDoneToken: 'export-1',
      });
      const kinds = editor.progress
        .filter(({ token }) => token === 'export-1')
        .map(({ value }) => value.kind);
      assert.equal(kinds[0], 'begin');
      assert.equal(kinds.at(-1), 'end');
    });
  });

  describe('insert', () => {
    const insert = (uri: string, position: unknown, what: string) =>
      editor.execute<InsertResult>('advocacy.server.insert', uri, position, what);

    it('puts the argument for an area where it belongs, and selects what is to be filled in first', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', briefing);
      const { applied, selection } = await insert(uri, null, 'area:cultural');
      assert.equal(applied, true);
      const text = editor.text(uri);
      const inserted = text.indexOf('Local artists and arts organisations');
      assert.ok(inserted > text.indexOf('## The issue') && inserted < text.indexOf('## What we ask'));
      assert.match(editor.wordsIn(uri, selection), /^\[insert [^\]]+\]$/);
      assert.equal(text.indexOf('[insert', inserted), text.indexOf(editor.wordsIn(uri, selection), inserted));
    });

    it('holds the paper to what it is given an argument for: filled in, it counts, whatever the rest is about', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('things.md', tools);
      const { selection } = await insert(uri, null, 'area:economic');
      assert.match(editor.text(uri), /^kind: pitch\nareas: \[economic\]$/m);
      assert.match(editor.wordsIn(uri, selection), /^\[insert [^\]]+\]$/);
      const words = ['a job club', 'Millbrook', 'two volunteers', '2025', '38', '14', '12 miles'];
      for (const word of words)
        await editor.replace(uri, /\[insert [^\]]+\]/.exec(editor.text(uri))![0], word);
      const { areas } = (await editor.request<CoverageResult>('advocacy/coverage', {
        textDocument: { uri },
      }))!;
      assert.equal(areas.find(({ id }) => id === 'economic')!.state, 'argued');
    });

    for (const [what, expected] of [
      ['offer:reading', /borrow books free of charge/],
      ['offer:childrens-promise', /Children’s Promise/],
      ['argue-digital', /no internet at home/],
      ['section:lines-to-take', /^## Lines to take$/m],
      ['ask', /We ask \[insert/],
      ['quotation', /^> /m],
    ] as const) {
      it(`inserts ${what}, once at the cursor and once where it belongs`, async () => {
        editor = await Editor.start({ settings: {} });
        const uri = await editor.open(
          'ashby.md',
          '---\nkind: briefing\n---\n\n# Title\n\n\n\n## The facts\n\nLast.\n',
        );
        await insert(uri, { line: 6, character: 0 }, what);
        const text = editor.text(uri);
        const found = text.search(expected);
        assert.ok(found > 0 && found < text.indexOf('## The facts'), text);
        assert.ok(!text.includes('\n\n\n\n'), 'too many blank lines');
        await insert(uri, null, what);
        assert.ok(editor.text(uri).length > text.length);
      });
    }

    it('takes a section by its heading, too, and names those that there are', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', '---\nkind: report\n---\n\n# Title\n\nWords.\n');
      await insert(uri, null, 'section:options appraisal');
      assert.match(editor.text(uri), /^## Options considered$/m);
      await assert.rejects(
        insert(uri, null, 'section:ask'),
        /has no part “ask”\. It has summary, purpose, recommendations, /,
      );
    });

    it('keeps the labels of notes apart', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', briefing);
      await insert(uri, null, 'area:digital');
      await insert(uri, null, 'area:digital');
      assert.equal(new Set(editor.text(uri).match(/^\[\^[^\]]+\]:/gm)).size, 2);
    });

    it('makes any Markdown a draft with kind:…', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('README.md', readme);
      await insert(uri, null, 'kind:letter');
      assert.match(editor.text(uri), /^---\nkind: letter\n---\n/);
      assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    });

    it('holds the paper to a topic with hold:…, beside what it is held to already', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', briefing);
      await insert(uri, null, 'hold:economic');
      assert.match(editor.text(uri), /^areas: \[economic, isolation, digital\]$/m);
      await insert(uri, null, 'hold:childrens-promise');
      assert.match(editor.text(uri), /^offers: \[childrens-promise\]$/m);
      const { areas, offers } = (await editor.request<CoverageResult>('advocacy/coverage', {
        textDocument: { uri },
      }))!;
      assert.deepEqual(
        [...areas, ...offers].filter(({ asked }) => asked).map(({ id }) => id),
        ['economic', 'isolation', 'digital', 'childrens-promise'],
      );
      const bare = await editor.open('bare.md', '---\nkind: letter\n---\n\n# Dear all\n\nOne.\n');
      await insert(bare, null, 'hold:reading');
      assert.equal(editor.text(bare), '---\nkind: letter\noffers: [reading]\n---\n\n# Dear all\n\nOne.\n');
      const welsh = await editor.open('cy.md', '---\nkind: letter\nlanguage: cy\n---\n\n# Annwyl\n');
      await assert.rejects(insert(welsh, null, 'hold:reading'), /in Welsh, which is not judged/);
      const open = await editor.open('open.md', '---\nkind: letter\n\n# Dear all\n\nOne.\n');
      await assert.rejects(insert(open, null, 'hold:reading'), /details at the top must be mended first/);
    });

    it('uses the line ends of the draft', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', briefing.replaceAll('\n', '\r\n'));
      await insert(uri, null, 'area:cultural');
      await insert(uri, editor.positionAfter(uri, 'stays open.'), 'section:lines-to-take');
      assert.doesNotMatch(editor.text(uri), /(?<!\r)\n/);
    });

    it('says so where there is nothing like it, or nowhere to put it', async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open('ashby.md', briefing);
      const cases: readonly (readonly [unknown[], RegExp])[] = [
        [[uri, null, 'area:weather'], /no area or offer “weather”/],
        [[uri, null, 'hold:weather'], /no area or offer “weather”/],
        [[uri, null, 'hold:digital'], /held to Digital inclusion already/],
        [[uri, null, 'section:weather'], /has no part “weather”/],
        [[uri, null, 'kind:novel'], /no type of paper “novel”/],
        [[uri, null, 'weather'], /no snippet “weather”/],
        [[uri, null, 'front-matter'], /has its details at the top already/],
        [[editor.uri('closed.md'), null, 'ask'], /not open/],
        [[uri, { line: 'one' }, 'ask'], /needs a position/],
        [[uri, null], /needs what to insert/],
        [[], /needs the URI of a document/],
      ];
      for (const [args, message] of cases) {
        await assert.rejects(editor.execute('advocacy.server.insert', ...args), message);
      }
      assert.equal(editor.text(uri), briefing);
    });
  });

  describe('checkWorkspace', () => {
    const files = {
      'one.md': briefing,
      'deep/er/two.md': '---\nkind: letter\n---\n\nDear [insert name]\n',
      'README.md': readme,
      'node_modules/three.md': briefing,
      '.hidden/four.md': briefing,
      'ignored/five.md': briefing,
      '.gitignore': 'ignored/\n',
    };

    it('shows the findings of every draft, open or not, and of nothing else', async () => {
      editor = await Editor.start({ settings: {}, files });
      const open = await editor.open('one.md', briefing.replace('[insert year]', 'in 1962'));
      await editor.diagnostics(open);
      const result = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
      assert.equal(result.drafts, 2);
      assert.equal(result.cancelled, false);
      assert.deepEqual(result.unreadable, []);
      assert.ok(result.findings.warning > 0);
      const two = await editor.untilPublished(editor.uri('deep/er/two.md'), (found) => found.length > 0);
      assert.ok(rulesOf(two).includes('placeholder-unfilled'));
      for (const path of ['README.md', 'node_modules/three.md', '.hidden/four.md', 'ignored/five.md']) {
        assert.deepEqual(editor.publishedFor(editor.uri(path)), []);
      }
      // What is open is checked as it is in the editor.
      assert.ok(!rulesOf(editor.publishedFor(open).at(-1)!.diagnostics).includes('placeholder-unfilled'));
    });

    it('removes what it showed when the draft is opened by a client that asks, or is mended', async () => {
      editor = await Editor.start({ settings: {}, files, pulls: true });
      await editor.execute('advocacy.server.checkWorkspace');
      const uri = editor.uri('deep/er/two.md');
      await editor.untilPublished(uri, (found) => found.length > 0);
      await editor.open('deep/er/two.md', files['deep/er/two.md']);
      await editor.untilPublished(uri, (found) => found.length === 0, 'the end of what was pushed');
      const one = editor.uri('one.md');
      await editor.untilPublished(one, (found) => found.length > 0);
      await editor.writeFile('one.md', '# No draft any more\n');
      await editor.execute('advocacy.server.checkWorkspace');
      await editor.untilPublished(one, (found) => found.length === 0);
    });

    it('checks one folder where it is told to', async () => {
      editor = await Editor.start({ settings: {}, files });
      const { drafts } = await editor.execute<WorkspaceCheck>(
        'advocacy.server.checkWorkspace',
        editor.uri('deep'),
      );
      assert.equal(drafts, 1);
    });

    it('leaves out in one folder, and in one that is open by itself too, what it leaves out in the whole', async () => {
      editor = await Editor.start({
        settings: {},
        folders: ['', 'papers'],
        files: { '.gitignore': 'papers/old/\n', 'papers/one.md': briefing, 'papers/old/two.md': briefing },
      });
      const check = async (...args: string[]) =>
        (await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace', ...args)).drafts;
      assert.deepEqual([await check(), await check(editor.uri('papers'))], [1, 1]);
      // Somebody who names an ignored folder means it.
      assert.equal(await check(editor.uri('papers/old')), 1);
    });

    it('finds files where they lie: follows no links to folders, nor to files outside', async () => {
      editor = await Editor.start({
        settings: {},
        folders: ['w'],
        files: { 'w/one.md': briefing, 'outside/two.md': briefing, 'w/parts/three.md': briefing },
      });
      const link = (target: string, path: string) =>
        symlinkSync(join(editor.folder, target), join(editor.folder, path));
      link('outside', 'w/away');
      link('outside/two.md', 'w/away.md');
      link('w', 'w/round');
      link('w/parts', 'w/alias');
      link('w/one.md', 'w/again.md');
      const { drafts, unreadable } = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
      assert.deepEqual(unreadable, []);
      const shown = new Set(editor.published.map(({ uri }) => uri.slice(editor.uri('w/').length)));
      assert.deepEqual([...shown].sort(), ['again.md', 'one.md', 'parts/three.md']);
      assert.equal(drafts, 3);
    });

    it('checks a draft again that changes while it is not open, and forgets one that is deleted', async () => {
      editor = await Editor.start({ settings: {}, files });
      await editor.execute('advocacy.server.checkWorkspace');
      const [one, two] = [editor.uri('one.md'), editor.uri('deep/er/two.md')];
      for (const uri of [one, two]) await editor.untilPublished(uri, (found) => found.length > 0);
      await editor.writeFile('one.md', briefing.replace('[insert year]', 'in 1962'));
      const found = await editor.untilPublished(
        one,
        (some) => !rulesOf(some).includes('placeholder-unfilled'),
        'findings of the text as it is now',
      );
      assert.ok(rulesOf(found).includes('link-text-vague'));
      await editor.removeFile('deep/er/two.md');
      await editor.untilPublished(two, (some) => some.length === 0, 'the end of a draft that is gone');
    });

    it('judges drafts again that are not open when the configuration, the settings or a picture changes', async () => {
      const draft =
        '---\nkind: letter\n---\n\n# Ours\n\nDear [insert name], [click here](https://a.org).\n\n![A chart](a.png)\n';
      editor = await Editor.start({ settings: {}, files: { 'one.md': draft } });
      await editor.execute('advocacy.server.checkWorkspace');
      const one = editor.uri('one.md');
      const until = async (rule: string, there: boolean) =>
        rulesOf(
          await editor.untilPublished(
            one,
            (found) => rulesOf(found).includes(rule) === there,
            `${rule} to ${there ? 'come' : 'go'}`,
          ),
        );
      await until('image-missing', true);
      await until('placeholder-unfilled', true);
      await editor.writeFile('.advocacy.json', '{ "rules": { "placeholder-unfilled": "off" } }\n');
      assert.ok((await until('placeholder-unfilled', false)).includes('link-text-vague'));
      editor.settings = { rules: { 'link-text-vague': 'off' } };
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.ok((await until('link-text-vague', false)).includes('image-missing'));
      await editor.writeFile('a.png', 'x');
      await until('image-missing', false);
      await editor.removeFile('a.png');
      await until('image-missing', true);
      await editor.removeFile('.advocacy.json');
      await until('placeholder-unfilled', true);
    });

    it('forgets the drafts of a folder that leaves the workspace', async () => {
      editor = await Editor.start({
        settings: {},
        folders: ['a', 'b'],
        files: { 'a/one.md': briefing, 'b/two.md': briefing },
      });
      await editor.execute('advocacy.server.checkWorkspace');
      const [one, two] = [editor.uri('a/one.md'), editor.uri('b/two.md')];
      await editor.untilPublished(two, (found) => found.length > 0);
      await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [{ uri: editor.uri('b'), name: 'b' }] },
      });
      await editor.untilPublished(two, (found) => found.length === 0);
      assert.ok(editor.publishedFor(one).at(-1)!.diagnostics.length > 0);
    });

    it('leaves what was found elsewhere when it checks one folder', async () => {
      editor = await Editor.start({ settings: {}, files });
      await editor.execute('advocacy.server.checkWorkspace');
      const one = editor.uri('one.md');
      await editor.untilPublished(one, (found) => found.length > 0);
      await editor.execute('advocacy.server.checkWorkspace', editor.uri('deep'));
      assert.ok(editor.publishedFor(one).at(-1)!.diagnostics.length > 0);
    });

    it('takes every Markdown file for a draft with --check-all, open or not, as the report does', async () => {
      editor = await Editor.start({ settings: {}, files, args: ['--check-all'] });
      const { drafts } = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
      assert.equal(drafts, 3);
      const found = await editor.untilPublished(editor.uri('README.md'), (some) => some.length > 0);
      assert.ok(rulesOf(found).includes('placeholder-unfilled'));
      const report = await editor.execute<string>('advocacy.server.coverageReport', 'json');
      assert.deepEqual(
        (JSON.parse(report) as CoverageReport[]).map(({ file }) => file),
        ['README.md', 'deep/er/two.md', 'one.md'],
      );
    });

    it('checks nothing where advocacy.check is off', async () => {
      editor = await Editor.start({ settings: { check: 'off' }, files });
      assert.equal((await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace')).drafts, 0);
    });
  });

  describe('coverageReport', () => {
    const files = {
      'one.md': briefing,
      'deep/two.md': '---\nkind: letter\n---\n\nDear all\n',
      'README.md': readme,
    };

    it('has every draft of the workspace as JSON, Markdown, HTML or Word', async () => {
      editor = await Editor.start({ settings: {}, files });
      const report = (format: string) => editor.execute<string>('advocacy.server.coverageReport', format);
      const json = JSON.parse(await report('json')) as CoverageReport[];
      assert.deepEqual(
        json.map(({ file }) => file),
        ['deep/two.md', 'one.md'],
      );
      assert.match(await report('markdown'), /^# Coverage\n[\s\S]*one\.md/);
      assert.match(await report('html'), /^<!doctype html>[\s\S]*one\.md/);
      const word = unzipSync(base64ToBytes(await report('word')));
      assert.match(strFromU8(word['word/document.xml']!), /<w:tbl>[\s\S]*one\.md/);
      await assert.rejects(report('pdf'), /no format “pdf”/);
    });

    it('in Word has the look that the folder’s documents have', async () => {
      editor = await Editor.start({ settings: { word: { template: 'committee-paper' } }, files });
      const styles = async () => {
        const word = await editor.execute<string>('advocacy.server.coverageReport', 'word');
        return strFromU8(unzipSync(base64ToBytes(word))['word/styles.xml']!);
      };
      const committee = await styles();
      await editor.stop();
      editor = await Editor.start({ settings: {}, files });
      assert.notEqual(await styles(), committee);
    });
  });

  for (const [command, ...args] of [['coverageReport', 'markdown'], ['findDrafts']]) {
    it(`${command} gives nothing for the whole when it is cancelled on the way`, async () => {
      const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.md`, briefing]));
      editor = await Editor.start({ settings: {}, files });
      const source = new CancellationTokenSource();
      const asked = editor.connection.sendRequest(
        'workspace/executeCommand',
        { command: `advocacy.server.${command}`, arguments: args, workDoneToken: 'long' },
        source.token,
      );
      const begun = () =>
        editor.progress.some(({ token, value }) => token === 'long' && value.kind === 'report');
      await editor.until(begun, 'the first file');
      source.cancel();
      await assert.rejects(asked, (error: ResponseError) => error.code === LSPErrorCodes.RequestCancelled);
    });
  }

  it('that there are none of are refused', async () => {
    editor = await Editor.start({ settings: {} });
    await assert.rejects(editor.execute('advocacy.server.format'), /no command/);
  });
});
