/** The server as a web worker, for VS Code in a browser. All files are the editor's. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { editorFiles, noFiles } from '../features/client/editor-files';
import { checkedParams } from '../features/session/request-params';
import { giveFitted } from '../models/weights/given';
import { type HoldParams, holdRequest } from '../protocol';
import { serve } from '../server';
import { timers } from './timers';

declare const self: DedicatedWorkerGlobalScope;

// Before the connection listens, for which it is no message.
self.addEventListener('message', (event) => {
  if (!(event.data instanceof Uint8Array)) return;
  giveFitted(event.data);
  event.stopImmediatePropagation();
});

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
  messageStrategy: checkedParams,
});
connection.onRequest(holdRequest, ({ lock }: HoldParams): Thenable<boolean> => hold(lock));
const failed = serve(connection, {
  files: (_, client) =>
    client.editorFiles ? editorFiles((method, params) => connection.sendRequest(method, params)) : noFiles,
  clock: {
    ...timers,
    soon: (callback) => timers.after(0, callback),
  },
  afterWork: () => undefined,
  checkAll: false,
  paranoid: false,
});
// The browser would tell the client, which could not know that nothing has ended.
self.addEventListener('error', (event) => {
  event.preventDefault();
  failed(event.error);
});
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  failed(event.reason);
});

/** Takes a lock of the browser for as long as this worker lives. Resolves to whether it has it. */
function hold(lock: string): Promise<boolean> {
  return new Promise((resolve) => {
    const never = new Promise(() => undefined);
    const taken = (): Promise<unknown> => {
      resolve(true);
      return never;
    };
    // A page whose origin is not known has no locks.
    Promise.resolve()
      .then(() => navigator.locks.request(lock, taken))
      .catch(() => resolve(false));
  });
}
