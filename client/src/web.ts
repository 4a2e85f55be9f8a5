import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, State } from 'vscode-languageclient/browser';
import type { Api } from './api';
import { start } from './extension';

/** The extension in a browser without a remote: the server is a worker. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  return start(context, (options) => {
    const worker = new Worker(script);
    const client = new LanguageClient('advocacy', 'Library Advocacy', worker, options);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) worker.terminate();
    });
    // One that never answers cannot be stopped, only ended.
    const dispose = client.dispose.bind(client);
    client.dispose = (timeout) => dispose(timeout).finally(() => worker.terminate());
    return client;
  });
}
