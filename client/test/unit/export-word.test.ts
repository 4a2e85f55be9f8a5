import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import type * as ExportWord from '../../src/commands/export-word';
import type { Context } from '../../src/commands/support';
import { requireWithout } from './without-vscode';

const FOLDER = URI.file('/papers');

class NotFound extends Error {
  readonly code = 'FileNotFound';
}

/** The name that the dialog suggests for the document of a draft that is not saved yet. */
async function suggested(
  title: string,
  command: keyof typeof ExportWord,
  there: readonly string[] = [],
  workspaceFolders: readonly object[] | undefined = [{ uri: FOLDER }],
) {
  const document = {
    uri: URI.parse('untitled:Untitled-1'),
    languageId: 'markdown',
    isUntitled: true,
  };
  let name: string | undefined;
  const commands = requireWithout<typeof ExportWord>('../../src/commands/export-word', {
    Uri: new Proxy(URI, { get: (of, key) => (key === 'joinPath' ? Utils.joinPath : Reflect.get(of, key)) }),
    FileSystemError: NotFound,
    window: {
      activeTextEditor: { document },
      showSaveDialog: async ({ defaultUri }: { defaultUri?: URI }) => {
        name = defaultUri?.path;
      },
    },
    workspace: {
      workspaceFolders,
      fs: {
        stat: async ({ path }: URI) => {
          if (!there.includes(path)) throw new NotFound();
        },
      },
    },
  });
  const context = {
    home: URI.file('/home/ann'),
    server: { uri: String, request: async () => ({ title, kind: 'briefing' }) },
    targets: { of: () => undefined },
    review: { of: async () => ({ changes: [], threads: [] }) },
  } as unknown as Context;
  await commands[command](context, []);
  return name;
}

describe('A draft that is not saved yet', () => {
  it('is exported under a name from its title, as a new draft is saved', async () =>
    assert.equal(await suggested('Keep Saturdays: “now”!', 'exportWord'), '/papers/keep-saturdays-now.docx'));

  it('is sent out under a name from its title', async () =>
    assert.equal(await suggested('Open later', 'exportFinal'), '/papers/open-later-final.docx'));

  it('has the name of its kind as long as it has no title', async () => {
    for (const title of ['', '[insert title]'])
      assert.equal(await suggested(title, 'exportWordAs'), '/papers/briefing.docx');
  });

  it('has that name in the user’s own folder where no folder is open', async () =>
    assert.equal(await suggested('Open later', 'exportWord', [], []), '/home/ann/open-later.docx'));

  it('takes no name that is there already', async () =>
    assert.equal(
      await suggested('Open later', 'exportWord', ['/papers/open-later.docx']),
      '/papers/open-later-2.docx',
    ));
});
