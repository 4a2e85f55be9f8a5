/** What the server has of a process of Node that it runs in: its files, its clock and its Git. */
import type { Connection } from 'vscode-languageserver';
import { gitHistory } from '../disk/history';
import { nodeFiles } from '../disk/node-files';
import { editorFiles, filesByScheme, noFiles } from '../features/client/editor-files';
import type { Host } from '../server';
import { timers } from './timers';

export function hostFor(
  connection: Connection,
  given: Pick<Host, 'afterWork' | 'checkAll' | 'paranoid'>,
): Host {
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
      ...timers,
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
