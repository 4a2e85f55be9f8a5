import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { bundledServer } from '../bundle';
import { Editor } from '../editor';
import { RawClient } from '../raw-client';

describe('The life of the server', () => {
  let raw: RawClient | undefined;
  afterEach(() => {
    raw?.kill();
    raw = undefined;
  });

  it('names itself and its version, and what it can do', async () => {
    raw = await RawClient.start();
    const { result } = await raw.ask(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });
    const { serverInfo, capabilities } = result as {
      serverInfo: { name: string; version: string };
      capabilities: Record<string, unknown>;
    };
    assert.equal(serverInfo.name, 'Library Advocacy');
    assert.match(serverInfo.version, /^\d+\.\d+\.\d+/);
    assert.equal((capabilities.textDocumentSync as { change: number }).change, 2, 'incremental');
    // It does not offer what this client could not use.
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  it('ends with 0 after shutdown and exit', async () => {
    const editor = await Editor.start({ ownProcess: true, settings: {} });
    assert.equal(await editor.stop(), 0);
  });

  it('ends with 1 on exit without shutdown', async () => {
    raw = await RawClient.start();
    await raw.initialize();
    raw.send({ method: 'exit' });
    assert.equal(await raw.exit(), 1);
  });

  it('ends when the client goes away without a word', async () => {
    raw = await RawClient.start();
    await raw.initialize();
    raw.process.stdin!.end();
    assert.equal(await raw.exit(), 1);
  });

  it('ends when the process dies that started it, even if the pipe stays open', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    raw = await RawClient.start();
    await raw.initialize(parent.pid!);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    assert.equal(await raw.exit(), 1);
  });

  it('refuses requests before it is initialised, and ignores notifications', async () => {
    raw = await RawClient.start();
    raw.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: 'file:///a.md', languageId: 'markdown', version: 1, text: '' } },
    });
    const { error } = await raw.ask(1, 'textDocument/hover', {
      textDocument: { uri: 'file:///a.md' },
      position: { line: 0, character: 0 },
    });
    assert.equal((error as { code: number }).code, -32002);
    await raw.initialize();
  });

  it('says how it is used when it is started without a transport', async () => {
    const lost = spawn(process.execPath, [await bundledServer()], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    lost.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(lost, 'exit');
    assert.equal(code, 2);
    assert.match(said, /--stdio/);
  });
});
