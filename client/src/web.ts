import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Api } from './api';
import { start } from './extension';

/** The extension in a browser without a remote: the server is a worker. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  return start(
    context,
    (options) => new LanguageClient('advocacy', 'Library Advocacy', async () => new Worker(script), options),
  );
}
