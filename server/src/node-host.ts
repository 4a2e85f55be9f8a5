/** What the server has of a process of Node that it runs in: its files, its clock and its Git. */
import type { Connection } from 'vscode-languageserver';
import { gitHistory } from './disk/history';
import { nodeFiles } from './disk/node-files';
import { editorFiles, filesByScheme, noFiles } from './features/editorFiles';
import type { Host } from './server';

export function hostFor(connection: Connection, given: Pick<Host, 'worked' | 'checkAll' | 'paranoid'>): Host {
  return {
    ...given,
    files: (_, client) =>
      filesByScheme(
        { ...nodeFiles, history: gitHistory },
        client.editorFiles
          ? editorFiles((method, params) => connection.sendRequest(method, params))
          : noFiles,
      ),
    clock: {
      now: () => performance.now(),
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      soon(callback) {
        // Messages are handled one a turn: in a whole turn without a change, none was waiting.
        let turn = setImmediate(() => {
          turn = setImmediate(callback);
        });
        return () => clearImmediate(turn);
      },
    },
  };
}
