import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import type { setUp as SetUp } from '../../src/commands/set-up';
import type { Context } from '../../src/commands/support';
import { requireWithout } from './without-vscode';

class NotFound extends Error {
  readonly code = 'FileNotFound';
}

/** What is written where somebody gives these answers. */
async function written(
  answers: readonly string[],
  about: object = {},
  messages: string[] = [],
): Promise<readonly string[]> {
  const left = [...answers];
  const files: string[] = [];
  const { setUp } = requireWithout<{ setUp: typeof SetUp }>('../../src/commands/set-up', {
    FileSystemError: NotFound,
    Uri: new Proxy(URI, { get: (of, key) => (key === 'joinPath' ? Utils.joinPath : Reflect.get(of, key)) }),
    window: {
      showInputBox: async () => left.shift(),
      showInformationMessage: async (message: string) => void messages.push(message),
    },
    workspace: {
      workspaceFolders: [{ uri: URI.file('/w') }],
      getWorkspaceFolder: () => ({ uri: URI.file('/w') }),
      fs: {
        stat: () => Promise.reject(new NotFound()),
        writeFile: async (uri: URI, bytes: Uint8Array) =>
          files.push(`${uri.path} ${new TextDecoder().decode(bytes)}`),
      },
    },
  });
  const server = {
    uri: String,
    request: async (_: unknown, params: { readonly about?: object }) =>
      'about' in params ? { text: JSON.stringify(params.about) } : { kinds: [], about },
  };
  await setUp({ server } as unknown as Context, []);
  return files;
}

describe('Setting up who writes', () => {
  it('keeps what was answered, with the settings of the folder', async () => {
    assert.deepEqual(await written(['Ashby Libraries', ' Ashby ', '', '', '']), [
      '/w/.advocacy.json {"organisation":"Ashby Libraries","place":"Ashby"}',
    ]);
  });

  it('says where they are kept, and nothing where none were given', async () => {
    const messages: string[] = [];
    await written(['Ashby Libraries', '', '', '', ''], {}, messages);
    assert.match(messages.join(), /begin with these details\. They stand in its \.advocacy\.json\./);
    await written(['', '', '', '', ''], {}, messages);
    assert.equal(messages.length, 1);
  });

  it('leaves no file behind where nothing was answered, or where it was stopped', async () => {
    assert.deepEqual(await written(['', ' ', '', '', '']), []);
    assert.deepEqual(await written(['Ashby Libraries']), []);
  });

  it('forgets what was known where its answer is taken out', async () => {
    assert.deepEqual(await written(['', '', '', '', ''], { place: 'Ashby' }), ['/w/.advocacy.json {}']);
  });
});
