import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { briefing, readme } from '../drafts';
import { Editor, rulesOf } from '../editor';

describe('A client that asks for diagnostics', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start({ settings: {}, pulls: true });
  });
  afterEach(() => editor.stop());

  it('is offered it, and has nothing pushed for its documents', async () => {
    assert.deepEqual(editor.capabilities.diagnosticProvider, {
      identifier: 'advocacy',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    const uri = await editor.open('ashby.md', briefing);
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    await editor.typeAfter(uri, 'The county', 'x');
    await editor.settle();
    assert.deepEqual(editor.publishedFor(uri), []);
  });

  it('gets nothing for a README, for another language or for a document that is not open', async () => {
    const open = [
      await editor.open('README.md', readme),
      await editor.open('a.txt', briefing, 'plaintext'),
      editor.uri('not-open.md'),
    ];
    for (const uri of open) assert.deepEqual((await editor.pull(uri)).items, []);
  });

  it('is told that nothing has changed instead of the same again', async () => {
    const uri = await editor.open('ashby.md', briefing);
    const first = await editor.pull(uri);
    assert.equal(first.kind, 'full');
    assert.deepEqual(await editor.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    // A key that moves no finding changes nothing either.
    await editor.typeAfter(uri, 'jo.marsh', '2');
    assert.deepEqual(await editor.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await editor.replace(uri, '[insert year]', 'in 1962');
    const second = await editor.pull(uri, first.resultId);
    assert.equal(second.kind, 'full');
    assert.notEqual(second.resultId, first.resultId);
    assert.ok(!rulesOf(second.items ?? []).includes('placeholder-unfilled'));
    // A report that it no longer knows is no help.
    assert.equal((await editor.pull(uri, first.resultId)).kind, 'full');
  });

  it('may cancel a request when the next key comes, and has the last one answered', async () => {
    const uri = await editor.open('ashby.md', briefing);
    await editor.pull(uri);
    const outcomes: Promise<string>[] = [];
    let before: CancellationTokenSource | undefined;
    for (let i = 0; i < 10; i++) {
      await editor.typeAfter(uri, 'The county', 'x');
      before?.cancel();
      before = new CancellationTokenSource();
      const request = editor.connection.sendRequest<{ kind: string }>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
        before.token,
      );
      outcomes.push(
        request.then(
          ({ kind }) => kind,
          (error: ResponseError) => String(error.code),
        ),
      );
    }
    const answers = await Promise.all(outcomes);
    assert.equal(answers.at(-1), 'full');
    assert.ok(answers.filter((answer) => answer === 'full').length <= 2, answers.join(' '));
    assert.ok(
      answers.every((answer) => answer === 'full' || answer === String(LSPErrorCodes.RequestCancelled)),
    );
  });

  it('is asked to ask again when the settings change', async () => {
    const uri = await editor.open('ashby.md', briefing);
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    editor.settings = { rules: { 'placeholder-unfilled': 'off' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until(
      () => editor.requests.some(({ method }) => method === 'workspace/diagnostic/refresh'),
      'a request to ask again',
    );
    assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
  });

  it('with advocacy.checkOn: save, is told that nothing has changed until the document is saved', async () => {
    editor.settings = { checkOn: 'save' };
    const uri = await editor.open('ashby.md', briefing);
    const first = await editor.pull(uri);
    await editor.replace(uri, '[insert year]', 'in 1962');
    assert.equal((await editor.pull(uri, first.resultId)).kind, 'unchanged');
    await editor.save(uri);
    await editor.until(
      () => editor.requests.some(({ method }) => method === 'workspace/diagnostic/refresh'),
      'a request to ask again',
    );
    assert.ok(
      !rulesOf((await editor.pull(uri, first.resultId)).items ?? []).includes('placeholder-unfilled'),
    );
  });
});
