import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import { jpegOf, photo } from '../../word/pictures/photo';
import { bundledWorker } from '../bundle';
import { briefing } from '../drafts';
import { rulesOf } from '../editor';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: never;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** What a browser gives a worker, over what Node gives one. */
const browser = `
  const { parentPort, workerData } = require('node:worker_threads');
  const listeners = [];
  const self = {
    postMessage: (message) => parentPort.postMessage(message),
    addEventListener: (type, listener) => type === 'message' && listeners.push(listener),
    set onmessage(listener) { listeners.push(listener); },
  };
  parentPort.on('message', (data) => {
    let isStopped = false;
    const event = { data, stopImmediatePropagation: () => (isStopped = true) };
    listeners.forEach((listener) => isStopped || listener(event));
  });
  const script = require('node:fs').readFileSync(workerData, 'utf8');
  new Function('self', 'process', 'require', 'Buffer', 'setImmediate', script)(self);
`;

describe('The server in a browser', () => {
  let worker: Worker;
  afterEach(() => worker.terminate());

  it('judges a draft, with the configuration from the files of the editor, and exports it with smaller pictures', async () => {
    const script = await bundledWorker();
    worker = new Worker(browser, { eval: true, workerData: script });
    // What the server on Node reads: it is shipped once.
    worker.postMessage(new Uint8Array(readFileSync(join(dirname(script), '../encoder.bin'))));
    const folder = 'vscode-vfs://github/ashby';
    const files = new Map([[`${folder}/.advocacy.json`, '{ "rules": { "link-text-vague": "off" } }']]);
    const messages: Message[] = [];
    const written: string[] = [];
    worker.on('message', (message: Message) => {
      messages.push(message);
      if (message.method === undefined || message.id === undefined) return;
      const { uri = '', base64 = '' } = (message.params ?? {}) as { uri?: string; base64?: string };
      const text = files.get(uri);
      const answers: Record<string, unknown> = {
        'advocacy/fs/read': text === undefined ? null : { base64: btoa(text) },
        'advocacy/fs/stat': text === undefined ? null : { type: 'file', size: text.length },
        'advocacy/fs/list': [],
        'workspace/configuration': [{}],
      };
      if (message.method === 'advocacy/fs/write') written.push(atob(base64));
      worker.postMessage({ jsonrpc: '2.0', id: message.id, result: answers[message.method] ?? null });
    });
    const send = (message: object) => worker.postMessage({ jsonrpc: '2.0', ...message });
    const until = async (wanted: (message: Message) => boolean): Promise<Message> => {
      for (;;) {
        const found = messages.find(wanted);
        if (found) return found;
        await once(worker, 'message');
      }
    };
    const uri = `${folder}/ashby.md`;
    const large = jpegOf(photo(600, 450));
    const address = `data:image/jpeg;base64,${Buffer.from(large).toString('base64')}`;
    const text = `${briefing}\n<img src="${address}" alt="Readers" width="96">\n`;
    send({
      id: 1,
      method: 'initialize',
      params: {
        processId: null,
        rootUri: folder,
        workspaceFolders: [{ uri: folder, name: 'ashby' }],
        capabilities: { workspace: { configuration: true } },
        initializationOptions: { editorFiles: true },
      },
    });
    await until(({ id, method }) => id === 1 && method === undefined);
    send({ method: 'initialized', params: {} });
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
    });
    const published = await until(({ method, params }) => {
      return (
        method === 'textDocument/publishDiagnostics' && (params as unknown as { uri: string }).uri === uri
      );
    });
    const rules = rulesOf(
      (published.params as unknown as { diagnostics: { code: string }[] }).diagnostics as never,
    );
    assert.ok(rules.includes('placeholder-unfilled'));
    assert.ok(!rules.includes('link-text-vague'));
    send({
      id: 2,
      method: 'workspace/executeCommand',
      params: { command: 'advocacy.server.exportWord', arguments: [uri] },
    });
    const { error } = await until(({ id, method }) => id === 2 && method === undefined);
    assert.equal(error, undefined);
    const parts = Object.entries(unzipSync(Buffer.from(written[0]!, 'latin1')));
    const picture = parts.find(([name]) => name.endsWith('.jpg'))?.[1];
    assert.ok(picture !== undefined && picture.length < large.length / 3);
  });
});
