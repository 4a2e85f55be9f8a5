import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { base64ToBytes } from '../../../src/features/client/base64';
import type { CoverageReport } from '../../../src/protocol';
import { briefing, readme } from '../drafts';
import { Editor } from '../editor';

describe('The commands of the server', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const others = { settings: {}, initializationOptions: { ownCommands: false } };

  it('are announced, so that any client can offer them', async () => {
    editor = await Editor.start(others);
    const announced = editor.capabilities.executeCommandProvider?.commands ?? [];
    assert.deepEqual(announced.filter((name) => name.startsWith('advocacy.server.')).sort(), [
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

  it('are the client’s own affair where it has commands: other extensions call those, which look at what they are given', async () => {
    editor = await Editor.start({ settings: {} });
    assert.deepEqual(editor.capabilities.executeCommandProvider?.commands, ['advocacy.server.insert']);
  });

  describe('leave other computers in the network alone', () => {
    const SHARE = 'file://evil.example/share/a';
    for (const [command, ...args] of [
      ['exportWord', `${SHARE}.md`],
      ['exportWord', 'a.md', `${SHARE}.docx`],
      ['exportWord', 'a.md', null, { template: `${SHARE}.dotx` }],
      ['exportWord', 'a.md', null, { template: '\\\\evil.example\\share\\a.dotx' }],
      ['exportWord', 'a.md', null, { since: `${SHARE}.docx` }],
      ['commits', `${SHARE}.md`],
      ['bringHome', `${SHARE}.md`, 'a.docx'],
      ['bringHome', 'a.md', `${SHARE}.docx`],
      ['importWord', `${SHARE}.docx`, 'pictures'],
      ['knownWord', `${SHARE}.docx`],
      ['checkWord', `${SHARE}.docx`],
      ['review', `${SHARE}.md`, { kind: 'acceptAll' }],
      ['checkWorkspace', 'file:////evil.example/share'],
      ['findDrafts', SHARE],
      ['coverageReport', 'json', SHARE],
    ] as const) {
      it(`${command} ${JSON.stringify(args)}`, async () => {
        editor = await Editor.start({ ...others, files: { 'a.md': briefing } });
        const given = args.map((one) => (one === 'a.md' ? editor.uri(one) : one));
        await assert.rejects(
          editor.execute(`advocacy.server.${command}`, ...given),
          /evil\.example.*is on another computer in the network, on which nothing is open here/,
        );
      });
    }

    it('but not one on which a document is open', async () => {
      editor = await Editor.start(others);
      await editor.open('file://office.example/papers/a.md', briefing);
      await assert.rejects(
        editor.execute('advocacy.server.checkWord', 'file://OFFICE.example/papers/a.docx'),
        /There is no file|no such/,
      );
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
