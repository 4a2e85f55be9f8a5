import assert from 'node:assert/strict';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { descendants } from '../../../src/docx/xml-tree';
import { writtenByUs } from '../../../src/word';
import { EVERYTHING, everythingFiles } from '../every-construct';
import { blankPng } from '../pictures/png';
import { word } from '../word';

describe('Word: the file', () => {
  it('has the same bytes each time, whatever was written in between', async () => {
    const first = await word(EVERYTHING, everythingFiles);
    await word('# Other\n\n[l](http://a.b) ![x](a.png) [h](#other)', {
      'a.png': blankPng({ width: 3, height: 3 }),
    });
    const now = Date.now;
    try {
      Date.now = () => now() + 86_400_000;
      const second = await word(EVERYTHING, everythingFiles);
      assert.deepEqual(second.bytes, first.bytes);
    } finally {
      Date.now = now;
    }
  });

  it('has the same bytes each time with contents, too', async () => {
    const markdown = '---\nword: { contents: true }\n---\n# One\n\n## Two\n';
    const first = await word(markdown);
    await word(markdown);
    assert.deepEqual((await word(markdown)).bytes, first.bytes);
  });

  it('holds no time and no random name', async () => {
    const document = await word(EVERYTHING, everythingFiles);
    for (const name of document.parts.filter((part) => part.endsWith('.rels'))) {
      const ids = [...descendants(document.part(name), 'Relationship')].map((one) => one.attributes.Id);
      for (const id of ids) assert.match(id!, /^rId\d+$/);
      assert.equal(new Set(ids).size, ids.length);
    }
    const year = new RegExp(`${new Date().getFullYear()}-\\d\\d-\\d\\d`);
    for (const bytes of Object.values(unzipSync(document.bytes)))
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), year);
  });

  it('leads every relation to a part that is there', async () => {
    const document = await word(EVERYTHING, everythingFiles);
    for (const name of document.parts.filter((part) => part.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const relation of descendants(document.part(name), 'Relationship')) {
        if (relation.attributes.TargetMode === 'External') continue;
        const target = relation.attributes.Target!;
        assert.ok(
          document.parts.includes(target.startsWith('/') ? target.slice(1) : folder + target),
          `${name}: ${target}`,
        );
      }
    }
  });

  it('is a Word document by its type', async () => {
    const types = [...descendants((await word('Text.')).part('[Content_Types].xml'), 'Override')];
    const main = types.find(({ attributes }) => attributes.PartName === '/word/document.xml');
    assert.match(main!.attributes.ContentType!, /wordprocessingml\.document\.main\+xml$/);
  });

  it('uses every relation id that a part refers to, and gives pictures ids of their own', async () => {
    const document = await word(EVERYTHING, everythingFiles);
    const ids = [...descendants(document.part('word/document.xml'), 'wp:docPr')].map(
      (one) => one.attributes.id,
    );
    assert.ok(ids.length > 1);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('Word: whose file it is', () => {
  it('knows its own', async () => {
    assert.equal(writtenByUs((await word('x')).bytes), true);
  });

  it('takes one that Word has saved since for somebody else’s', async () => {
    const parts = unzipSync((await word('x')).bytes);
    parts['docProps/app.xml'] = strToU8(
      '<Properties><Application>Microsoft Office Word</Application></Properties>',
    );
    assert.equal(writtenByUs(zipSync(parts)), false);
  });

  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['text', strToU8('Hello')],
    ['another archive', zipSync({ 'a.txt': strToU8('Library Advocacy') })],
    ['half a document', zipSync({ 'docProps/app.xml': strToU8('x') }).subarray(0, 40)],
  ] as const) {
    it(`does not claim ${what}`, () => assert.equal(writtenByUs(bytes), false));
  }
});
