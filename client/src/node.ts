import { homedir } from 'node:os';
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Api } from './api';
import { start } from './extension';

/**
 * The extension on a desktop or in a remote, where the server is a process. A server that does not answer for as many
 * milliseconds as ADVOCACY_SILENCE says is taken to hang.
 */
export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.stdio };
  return start(
    context,
    (options) => {
      const client = new LanguageClient('advocacy', 'Library Advocacy', server, options);
      // A client that is still starting cannot be stopped, and would leave a hanging server behind.
      const dispose = client.dispose.bind(client);
      client.dispose = async (timeout) => {
        const process = client.serverProcess;
        try {
          await dispose(timeout);
        } catch (error) {
          process?.kill('SIGKILL');
          throw error;
        }
      };
      return client;
    },
    { silence: () => Number(process.env.ADVOCACY_SILENCE) || undefined, home: Uri.file(homedir()) },
  );
}
