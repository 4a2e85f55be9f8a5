/** The server as a web worker, for VS Code in a browser. All files are the editor's. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { editorFiles, noFiles } from './features/editorFiles';
import { serve } from './server';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const failed = serve(connection, {
  files: (_, client) =>
    client.editorFiles ? editorFiles((method, params) => connection.sendRequest(method, params)) : noFiles,
  clock: {
    now: () => performance.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    soon(callback) {
      const timer = setTimeout(callback, 0);
      return () => clearTimeout(timer);
    },
  },
  worked: () => undefined,
  checkAll: false,
  paranoid: false,
});
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  failed('Something', event.reason);
});
