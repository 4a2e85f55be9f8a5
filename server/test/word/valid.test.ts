import assert from 'node:assert/strict';
import { EVERYTHING, everythingFiles } from './everything';
import { HOSTILE } from './hostile';
import { word } from './word';

interface Problem {
  readonly description: string;
  readonly path?: { readonly xpath?: string; readonly partUri?: string };
}

/** Microsoft's own Open XML SDK, as WebAssembly: what it finds wrong, Word may want to repair. */
async function problems(bytes: Uint8Array): Promise<string[]> {
  const { default: validate } = (await import('@ooxml-tools/validate')) as unknown as {
    default: (bytes: Uint8Array, version: string) => Promise<readonly Problem[]>;
  };
  const found = await validate(bytes, 'Microsoft365');
  return found.map(({ description, path }) => `${path?.partUri} ${path?.xpath}: ${description}`);
}

describe('Word: valid for Word without repair', function () {
  this.timeout(120_000);

  it('everything at once', async () => {
    assert.deepEqual(await problems((await word(EVERYTHING, everythingFiles)).bytes), []);
  });

  it('finds what is wrong, so that these tests mean something', async () => {
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
    const parts = unzipSync((await word('text')).bytes);
    const name = 'word/document.xml';
    parts[name] = strToU8(strFromU8(parts[name]!).replace('<w:r>', '<w:r><w:p/>'));
    assert.notDeepEqual(await problems(zipSync(parts)), []);
  });

  for (const [what, markdown] of Object.entries(HOSTILE)) {
    it(what, async () => {
      assert.deepEqual(await problems((await word(markdown)).bytes), []);
    });
  }
});
