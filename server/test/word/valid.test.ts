import assert from 'node:assert/strict';
import { EVERYTHING, everythingFiles } from './every-construct';
import { HOSTILE } from './hostile';
import { problems } from './validator';
import { word } from './word';

describe('Word: valid for Word without repair', () => {
  it('everything at once', async () => {
    assert.deepEqual(await problems((await word(EVERYTHING, everythingFiles)).bytes), []);
  });

  it('a letter with everything that a letter has, and everything else in it', async () => {
    const rest = EVERYTHING.slice(EVERYTHING.indexOf('\n---\n') + 5);
    const letter = `---\nkind: letter\ntitle: Mondays\naudience: Cllr Jo Marsden\nauthor: Sam Okafor, chair\norganisation: Friends\ndate: 2026-11-20\nstatus: Draft\nsubtitle: Why\n---\n\n12 *Ashcombe* Road\nNorbridge[^a]\n\nCllr Jo Marsden\n\nDear Cllr Marsden\n${rest}\n\nYours sincerely\n\nSam\n\ncc: All\n\n[^a]: A note.\n`;
    assert.deepEqual(await problems((await word(letter, everythingFiles)).bytes), []);
  });

  it('finds what is wrong, so that these tests mean something', async () => {
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
    const { bytes } = await word('text');
    assert.deepEqual(await problems(bytes), []);
    // In the styles, too, when others were right.
    for (const [name, before, after] of [
      ['word/document.xml', '<w:r>', '<w:r><w:p/>'],
      ['word/styles.xml', '<w:rPr>', '<w:rPr><w:p/>'],
    ] as const) {
      const parts = unzipSync(bytes);
      parts[name] = strToU8(strFromU8(parts[name]!).replace(before, after));
      const found = await problems(zipSync(parts));
      assert.ok(found.length > 0 && found.every((one) => one.startsWith(`/${name} `)), found.join('\n'));
    }
  });

  for (const [what, markdown] of Object.entries(HOSTILE)) {
    it(what, async () => {
      assert.deepEqual(await problems((await word(markdown)).bytes), []);
    });
  }
});
