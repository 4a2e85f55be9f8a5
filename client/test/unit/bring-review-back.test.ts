import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { serverCommands } from '../../../server/src/protocol';
import type { bringReviewBack as BringReviewBack } from '../../src/commands/bring-review-back';
import { requireWithout } from './without-vscode';

let asked: string[];
/** The names in the folder, and when each was saved. */
let saved = new Map<string, number>();
const ask = async (what: string | { readonly title: string }) => {
  asked.push(typeof what === 'string' ? what : what.title);
};
const { bringReviewBack } = requireWithout<{ bringReviewBack: typeof BringReviewBack }>(
  '../../src/commands/bring-review-back',
  {
    CancellationTokenSource,
    ProgressLocation: { Notification: 15 },
    Uri: new Proxy(URI, { get: (of, key) => (key === 'joinPath' ? Utils.joinPath : Reflect.get(of, key)) }),
    FileType: { File: 1, Directory: 2 },
    FileSystemError: class extends Error {
      readonly code = 'FileNotFound';
    },
    window: {
      withProgress: async (_: unknown, task: (progress: unknown, token: unknown) => Promise<unknown>) =>
        task({ report: () => undefined }, new CancellationTokenSource().token),
      showTextDocument: async () => undefined,
      showInformationMessage: ask,
      showWarningMessage: ask,
      showQuickPick: ask,
      showOpenDialog: async ({ defaultUri }: { readonly defaultUri: URI }) => {
        asked.push(defaultUri.path);
      },
      visibleTextEditors: [],
      tabGroups: { all: [] },
    },
    workspace: {
      openTextDocument: async (uri: URI) => ({ uri, getText: () => 'We ask.' }),
      fs: {
        stat: async ({ path }: URI) => ({ mtime: saved.get(path.split('/').at(-1)!) }),
        readDirectory: async () => [...saved.keys()].map((name) => [name, name.includes('.') ? 1 : 2]),
      },
    },
  },
);

describe('Bringing a review back, for a document alone', () => {
  const DOCUMENT = URI.file('/in/reviewed.docx');
  let how: unknown[];
  const bring = (draft: string | undefined, ...more: unknown[]) => {
    [asked, how] = [[], []];
    const execute = async (command: string, args: readonly unknown[]) => {
      if (command === serverCommands.knownWord) return draft === undefined ? undefined : { draft };
      if (command === serverCommands.bringHome) how.push(args);
      return { applied: true, changes: 2, comments: 1 };
    };
    const context = {
      server: { uri: String, execute },
      mergedReviews: { dayOf: async () => '2026-11-02' },
      undoing: { follow: async () => undefined },
    };
    return bringReviewBack(context as never, [DOCUMENT, ...more]);
  };

  it('with options asks and tells nothing, and does as they say', async () => {
    const home = await bring('file:///papers/a.md', { force: true });
    assert.deepEqual(home, { changes: 2, comments: 1 });
    assert.deepEqual(how, [['file:///papers/a.md', 'file:///in/reviewed.docx', { force: true }]]);
    assert.deepEqual(asked, []);
  });

  it('without options asks where it was brought home before', async () => {
    assert.equal(await bring('file:///papers/a.md'), undefined);
    assert.equal(asked.length, 1);
  });
});

describe('Bringing a review back', () => {
  const DRAFT = URI.file('/papers/hours.md');
  const offered = async (names: readonly string[]) => {
    asked = [];
    saved = new Map(names.map((name, at) => [name, at]));
    const context = { targets: { of: () => undefined } };
    assert.equal(await bringReviewBack(context as never, [DRAFT]), undefined);
    return asked;
  };

  for (const [what, names, chosen] of [
    ['the copy that was saved last', ['hours.md', 'hours.docx', 'Hours-ML.docx'], '/papers/Hours-ML.docx'],
    ['the export, where that was saved last', ['hours-ML.docx', 'hours.docx'], '/papers/hours.docx'],
    [
      'no lock, no folder, nothing that was sent out or is of another draft',
      ['hours.docx', '~$hours.docx', 'hours', 'hours-final.docx', 'opening.docx', 'hours-2.pdf'],
      '/papers/hours.docx',
    ],
    [
      'no document of another draft, whose name begins alike',
      ['hours.md', 'hours-2.md', 'hours.docx', 'hours-2.docx'],
      '/papers/hours.docx',
    ],
    ['the folder, where there is no copy', ['hours.md'], '/papers'],
  ] as const)
    it(`has chosen already ${what}`, async () => assert.deepEqual(await offered(names), [chosen]));
});
