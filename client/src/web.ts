import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
  State,
} from 'vscode-languageclient/browser';
import { type HoldParams, holdRequest } from '../../server/src/protocol';
import type { Api } from './api';
import { start } from './extension';

/** The extension in a browser without a remote, where the server is a worker. */
export function activate(context: ExtensionContext): Api {
  const built = Uri.joinPath(context.extensionUri, 'dist');
  return start(context, (options) => {
    let worker: Worker | undefined;
    let over = false;
    let dead = false;
    const died = (): void => {
      if (over || dead) return;
      dead = true;
      // Nothing else tells the client of a worker's end.
      void options.errorHandler?.closed();
    };
    const run = async (): Promise<MessageTransports> => {
      const encoder = await workspace.fs.readFile(Uri.joinPath(built, 'encoder.bin'));
      if (over) throw new Error('The server was stopped before it had started.');
      worker = new Worker(Uri.joinPath(built, 'web/server.js').toString(true));
      // A running worker handles its own errors. This event means that its script could not be loaded.
      worker.addEventListener('error', died);
      worker.postMessage(encoder);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient('advocacy', 'Library Advocacy', run, options);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void outlive(client, died);
      if (newState === State.Stopped) worker?.terminate();
    });
    // A worker that never answers must be terminated.
    const dispose = client.dispose.bind(client);
    client.dispose = (timeout) => {
      over = true;
      // A dead worker gives no answer to wait for.
      return dispose(dead ? 1 : timeout).finally(() => worker?.terminate());
    };
    return client;
  });
}

/** Calls `died` when the client's worker has ended, which only shows in that its locks are released. */
async function outlive(client: LanguageClient, died: () => void): Promise<void> {
  try {
    const lock = `library-advocacy-${crypto.randomUUID()}`;
    const held = await client.sendRequest<boolean>(holdRequest, { lock } satisfies HoldParams);
    if (held) await navigator.locks.request(lock, died);
  } catch (error) {
    console.warn(`Library Advocacy: the end of the server would not be noticed: ${String(error)}`);
  }
}
