import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  CodeLens,
  ShowDocumentParams,
  ShowMessageParams,
  ShowMessageRequestParams,
} from 'vscode-languageserver-protocol/node';
import { builtInFramework } from '../../../src/framework';
import { snippets } from '../../../src/snippets';
import { briefing } from '../drafts';
import { Editor } from '../editor';
import type { EditorOptions } from '../editor-options';

describe('An editor without commands of its own', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  /** `answer`: the title that its user chooses, of an editor that can ask; `opens`: whether it opens documents. */
  async function start(
    options: EditorOptions & { answer?: string | undefined; opens?: boolean } = {},
  ): Promise<void> {
    const { answer, opens = true, ...rest } = options;
    const asks = 'answer' in options;
    editor = await Editor.start({
      settings: {},
      ...rest,
      initializationOptions: { ownCommands: false },
      initialize: (params) => ({
        ...params,
        capabilities: {
          ...params.capabilities,
          window: asks ? { showMessage: { messageActionItem: {} } } : {},
        },
      }),
      answers: {
        'window/showDocument': () => (opens ? { success: true } : Promise.reject(new Error('unknown'))),
        'window/showMessageRequest': () => (answer === undefined ? null : { title: answer }),
      },
    });
  }

  const announced = (): readonly string[] => editor.capabilities.executeCommandProvider?.commands ?? [];
  const told = (): readonly ShowMessageParams[] =>
    editor.notifications
      .filter(({ method }) => method === 'window/showMessage')
      .map(({ params }) => params as ShowMessageParams);
  const asked = (): readonly ShowMessageRequestParams[] =>
    editor.requests
      .filter(({ method }) => method === 'window/showMessageRequest')
      .map(({ params }) => params as ShowMessageRequestParams);
  const shown = (): readonly ShowDocumentParams[] =>
    editor.requests
      .filter(({ method }) => method === 'window/showDocument')
      .map(({ params }) => params as ShowDocumentParams);
  const read = (path: string): string => readFileSync(join(editor.folder, path), 'utf8');
  /** What is chosen from a list runs its command. */
  async function choose(actions: readonly CodeAction[], title: string): Promise<void> {
    const { command } = actions.find((action) => action.title === title)!;
    await editor.execute(command!.command, ...(command!.arguments ?? []));
  }
  const actionsAt = (uri: string, words: string): Promise<CodeAction[]> =>
    editor.actions(uri, editor.rangeOf(uri, words));
  const offers = (actions: readonly CodeAction[]): readonly string[] =>
    actions.filter(({ kind }) => kind === 'source.advocacy').map(({ title }) => title);

  it('lists commands that need no arguments: exports, new drafts of each kind, and every snippet', async () => {
    await start();
    for (const name of [
      'advocacy.exportWord',
      'advocacy.showCoverage',
      'advocacy.newDraft.press-release',
      ...snippets.map(({ id }) => `advocacy.insertSnippet.${id}`),
    ]) {
      assert.ok(announced().includes(name), name);
    }
  });

  it('exports the draft that something was done in last, and says where and what is left', async () => {
    await start();
    const uri = await editor.open('ashby.md', briefing);
    await editor.open('other.md', briefing);
    await editor.typeAfter(uri, 'kind: briefing', ' ');
    assert.equal(await editor.execute('advocacy.exportWord'), null);
    assert.ok(existsSync(join(editor.folder, 'ashby.docx')));
    assert.ok(!existsSync(join(editor.folder, 'other.docx')));
    const [{ message, type }] = told() as [ShowMessageParams];
    assert.match(
      message,
      /^Wrote ashby\.docx\. 2 things are left to do, the first in line 21: .*\[insert year\]/,
    );
    assert.equal(type, 2);
  });

  it('takes reading for doing something, and the one that is left when that is closed', async () => {
    await start();
    const uri = await editor.open('ashby.md', briefing);
    const other = await editor.open('other.md', '# Other\n');
    await editor.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    await editor.execute('advocacy.exportWord');
    assert.ok(existsSync(join(editor.folder, 'ashby.docx')));
    await editor.close(uri);
    await editor.execute('advocacy.exportWord');
    assert.ok(existsSync(join(editor.folder, 'other.docx')));
    assert.equal(told().at(-1)!.message, 'Wrote other.docx.');
    await editor.close(other);
    await editor.execute('advocacy.exportWord');
    assert.deepEqual(told().at(-1), { type: 1, message: 'Open a draft first.' });
  });

  it('is told of a file in the way in words, as it may show no error of a command', async () => {
    await start();
    const uri = await editor.open('ashby.md', briefing);
    writeFileSync(join(editor.folder, 'ashby.docx'), 'mine');
    assert.equal(await editor.execute('advocacy.exportWord', uri), null);
    assert.match(told()[0]!.message, /^ashby\.docx is there already/);
    assert.equal(read('ashby.docx'), 'mine');
  });

  it('leaves other computers in the network alone, and says so', async () => {
    await start();
    for (const command of ['exportWord', 'newDraft.letter'])
      await editor.execute(`advocacy.${command}`, 'file://evil.example/share/a.md');
    const says = /evil\.example.*is on another computer in the network/;
    assert.deepEqual(
      told().map(({ message, type }) => [says.test(message), type]),
      [
        [true, 1],
        [true, 1],
      ],
    );
  });

  for (const [answer, isOverwritten] of [
    ['Overwrite it', true],
    ['Leave it', false],
    [undefined, false],
  ] as const) {
    it(`that can ask, asks about a file in the way: ${answer ?? 'no answer'}`, async () => {
      await start({ answer });
      const uri = await editor.open('ashby.md', briefing);
      writeFileSync(join(editor.folder, 'ashby.docx'), 'mine');
      await editor.execute('advocacy.exportWord', uri);
      assert.match(asked()[0]!.message, /^ashby\.docx is there already/);
      assert.equal(read('ashby.docx') !== 'mine', isOverwritten);
    });
  }

  it('writes a new draft beside the one that is open, opens it at its title, and overwrites nothing', async () => {
    await start();
    await editor.open('papers/ashby.md', briefing);
    await editor.execute('advocacy.newDraft.report');
    await editor.execute('advocacy.newDraft.report');
    assert.match(read('papers/report.md'), /^kind: report$/m);
    assert.match(read('papers/report-2.md'), /^kind: report$/m);
    const [{ uri, selection }] = shown() as [ShowDocumentParams];
    assert.equal(uri, editor.uri('papers/report.md'));
    assert.match(read('papers/report.md').split('\n')[selection!.start.line]!, /^# /);
  });

  it('writes it into the folder that is open where no draft is, and says its name, which not every editor opens', async () => {
    await start({ opens: false });
    await editor.execute('advocacy.newDraft.letter');
    assert.match(read('letter.md'), /^kind: letter$/m);
    await editor.settle();
    assert.deepEqual([told(), editor.errors()], [[{ type: 3, message: 'Wrote letter.md.' }], []]);
  });

  it('that can ask, asks which kind of draft, and does nothing without an answer', async () => {
    await start({ answer: 'Funding pitch' });
    await editor.execute('advocacy.newDraft');
    assert.equal(asked()[0]!.actions!.length, builtInFramework.kinds.length);
    assert.match(read('pitch.md'), /^kind: pitch$/m);
    await editor.stop();
    await start({ answer: undefined });
    await editor.execute('advocacy.newDraft');
    assert.deepEqual(told(), []);
  });

  it('that cannot ask, says where the kinds are to be chosen', async () => {
    await start();
    await editor.execute('advocacy.newDraft');
    assert.match(told()[0]!.message, /The code actions list it: report, briefing, /);
  });

  it('inserts a snippet where it belongs, and shows what is to be filled in', async () => {
    await start();
    const uri = await editor.open('ashby.md', briefing);
    await editor.execute('advocacy.insertSnippet.call-to-action');
    assert.match(editor.text(uri), /\[insert /);
    assert.match(editor.wordsIn(uri, shown()[0]!.selection!), /^\[insert .*\]$/);
    await editor.execute('advocacy.insertSnippet.nothing');
    assert.deepEqual(told().at(-1), { type: 1, message: 'There is no snippet “nothing”.' });
  });

  describe('among the code actions has', () => {
    it('the export, drafts of each kind, the sections that are missing, and the arguments', async () => {
      await start();
      const uri = await editor.open('ashby.md', briefing);
      const actions = await actionsAt(uri, 'Libraries tackle');
      const titles = offers(actions);
      assert.equal(titles[0], 'Export to Word');
      assert.ok(titles.includes('New draft: Press release'));
      assert.ok(titles.includes('Insert: Lines to take'));
      assert.ok(titles.includes('Insert: argument for Digital inclusion'));
      await choose(actions, 'Export to Word');
      assert.ok(existsSync(join(editor.folder, 'ashby.docx')));
      await choose(actions, 'New draft: Press release');
      assert.match(read('press-release.md'), /^kind: press-release$/m);
      await choose(actions, 'Insert: Lines to take');
      const text = editor.text(uri);
      assert.ok(text.indexOf('## Lines to take') > text.indexOf('Libraries tackle'));
    });

    it('three lines where the editor can ask for the rest', async () => {
      await start({ answer: 'Lines to take' });
      const uri = await editor.open('ashby.md', briefing);
      const actions = await actionsAt(uri, 'Libraries tackle');
      assert.deepEqual(offers(actions), ['Export to Word', 'New draft…', 'Insert…']);
      await choose(actions, 'Insert…');
      assert.match(editor.text(uri), /^## Lines to take$/m);
    });

    it('none of these unasked, nor where other kinds are wanted', async () => {
      await start();
      const uri = await editor.open('ashby.md', briefing);
      const range = editor.rangeOf(uri, 'Libraries tackle');
      assert.deepEqual(offers(await editor.actions(uri, range, ['quickfix'])), []);
      const automatic = await editor.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], triggerKind: 2 },
      });
      assert.deepEqual(offers(automatic), []);
    });
  });

  it('has a code lens whose command the server runs: it says what the draft argues', async () => {
    await start();
    const uri = await editor.open('ashby.md', briefing);
    const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.ok(announced().includes(lens!.command!.command));
    await editor.execute(lens!.command!.command, ...(lens!.command!.arguments ?? []));
    const [summary, ...topics] = told()[0]!.message.split('\n');
    assert.equal(summary, `${lens!.command!.title}.`);
    assert.ok(
      topics.some((line) => line === 'Digital inclusion: evidenced'),
      topics.join(),
    );
  });
});

it('An editor with commands of its own has none of these, and no code actions for them', async () => {
  const editor = await Editor.start({ settings: {} });
  const uri = await editor.open('ashby.md', briefing);
  const actions = await editor.actions(uri, editor.rangeOf(uri, 'Libraries tackle'));
  assert.ok(actions.every(({ kind }) => kind !== 'source.advocacy'));
  assert.ok(
    editor.capabilities.executeCommandProvider!.commands.every((name) => name.startsWith('advocacy.server.')),
  );
  await assert.rejects(editor.execute('advocacy.exportWord', uri), /There is no command/);
  await editor.stop();
});
