import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { importWord as ImportWord } from '../../src/commands/import-word';
import { requireWithout } from './without-vscode';

class NotFound extends Error {
  readonly code = 'FileNotFound';
}

/** What was said, with what stands below it in a dialog. */
let said: string[];
const say = async (message: string, ...more: readonly (string | { readonly detail?: string })[]) => {
  const [first] = more;
  said.push(typeof first === 'object' ? `${message}\n${first.detail}` : message);
  return more.find((button) => button === 'Show What');
};
const { importWord } = requireWithout<{ importWord: typeof ImportWord }>('../../src/commands/import-word', {
  CancellationTokenSource,
  ProgressLocation: { Notification: 15 },
  Uri: new Proxy(URI, { get: (of, key) => (key === 'joinPath' ? Utils.joinPath : Reflect.get(of, key)) }),
  FileSystemError: NotFound,
  WorkspaceEdit: class {
    createFile() {}
  },
  window: {
    withProgress: async (_: unknown, task: (progress: unknown, token: unknown) => Promise<unknown>) =>
      task({ report: () => undefined }, new CancellationTokenSource().token),
    showTextDocument: async () => undefined,
    showInformationMessage: say,
  },
  workspace: {
    applyEdit: async () => true,
    openTextDocument: async (uri: URI) => ({ uri }),
    fs: {
      stat: async () => {
        throw new NotFound();
      },
    },
  },
});

describe('Importing a Word document', () => {
  const imported = async (losses: readonly string[]): Promise<string[]> => {
    said = [];
    const context = {
      server: {
        uri: String,
        execute: async (command: string) =>
          command.includes('import')
            ? { markdown: 'We ask.\n', called: 'a report', pictures: [], losses }
            : undefined,
      },
      targets: { remember: async () => undefined },
      output: { warn: () => undefined, show: () => said.push('the log') },
    } as unknown as Parameters<typeof importWord>[0];
    await importWord(context, [URI.file('/in/visits.docx')]);
    await new Promise(setImmediate);
    return said;
  };

  const DONE = 'visits.docx is imported as visits.md, a report.';
  const CHART = 'A chart is left out (below “Visits”).';

  it('says what it became', async () => {
    assert.deepEqual(await imported([]), [DONE]);
  });

  it('says at once the one thing that could not be taken over', async () => {
    assert.deepEqual(await imported([CHART]), [`${DONE} ${CHART}`]);
  });

  it('counts several, and shows them in a list that is read like a page', async () => {
    const many = '2 things could not be taken over as they were.';
    assert.deepEqual(await imported([CHART, 'Underlines are left out in 3 places.']), [
      `${DONE} ${many}`,
      `visits.docx: ${many}\n• ${CHART}\n• Underlines are left out in 3 places.`,
    ]);
  });
});
