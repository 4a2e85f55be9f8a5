import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import type { ExportResult } from '../../../src/protocol';
import { briefing } from '../drafts';
import { Editor } from '../editor';

describe('The command “exportWord”', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const wordsOf = (path: string) => strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);

  it('writes a Word document beside the draft, from the text in the editor', async () => {
    editor = await Editor.start({ ownProcess: true, settings: {}, files: { 'ashby.md': briefing } });
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

  it('shows what would not be seen in what it names', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open(
      'ashby.md',
      '# Ashby\n\n![A room](a\u202eb.png) [insert \u200bx] [a](<c\u202ed.md>)\n',
    );
    const said = JSON.stringify(await editor.execute('advocacy.server.exportWord', uri));
    assert.match(said, /a\\\\u202eb\.png/);
    assert.match(said, /insert \\\\u200bx/);
    assert.match(said, /c\\\\u202ed\.md/);
    assert.doesNotMatch(said, /\u202e|\u200b/);
  });

  it('names what keeps people from reading it, at its line', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', '# Ashby\n\n[Click here](https://example.org)\n');
    const { warnings, accessibility } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
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
    assert.match(warnings[0]!.message, /^The template “[^”]+” cannot be used: /);
    assert.ok(existsSync(join(editor.folder, 'ashby.docx')));
  });

  it('writes without the look that the settings name when it is gone, and says so', async () => {
    editor = await Editor.start({ settings: { word: { template: 'gone.dotx' } } });
    const uri = await editor.open('ashby.md', briefing);
    const { warnings } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
    assert.deepEqual(warnings, [
      {
        message:
          'The template “gone.dotx” cannot be used: the settings name it, and there is no such file. The built-in one is used.',
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

    it('takes it as soon as it is there, even where nobody tells that it came', async () => {
      const configuration = '{ "word": { "template": "templates/ours.docx" } }';
      await exported(briefing, {}, {}, configuration);
      const document = join(editor.folder, 'press.docx');
      const look = join(editor.folder, 'templates/ours.docx');
      const again = async () => {
        const uri = editor.uri('press.md');
        const { warnings } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
        return warnings.filter(({ ofTemplate }) => ofTemplate).length;
      };
      const ours = await editor.open('ours.md', '---\ntemplate: one-page-briefing\n---\n\nWords.\n');
      await editor.execute('advocacy.server.exportWord', ours, editor.uri('templates/ours.docx'));
      assert.equal(await again(), 0, 'it came');
      assert.match(stylesOf(document), SMALL);
      renameSync(look, `${look}.away`);
      assert.equal(await again(), 1, 'it went');
      assert.doesNotMatch(stylesOf(document), SMALL);
      renameSync(`${look}.away`, look);
      assert.equal(await again(), 0, 'it came back');
      assert.match(stylesOf(document), SMALL);
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
    await assert.rejects(exporting, (error: ResponseError) => error.code === LSPErrorCodes.RequestCancelled);
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
    await assert.rejects(exporting, (error: ResponseError) => error.code === LSPErrorCodes.RequestCancelled);
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
    const kinds = editor.progress.filter(({ token }) => token === 'export-1').map(({ value }) => value.kind);
    assert.equal(kinds[0], 'begin');
    assert.equal(kinds.at(-1), 'end');
  });
});
