import assert from 'node:assert/strict';
import { EVERYTHING, everythingFiles } from './everything';
import { HOSTILE } from './hostile';
import { problems } from './validator';
import { word } from './word';

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
