import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { descendants, elementsIn, type XmlElement } from '../../../src/docx/xml-tree';
import { missingPicture, svgFallback } from '../../../src/word/pictures/placeholder-images';
import { looksOf, says, valueAt, type Word, word } from '../word';
import { drawings, png, svg } from './drawings';
import { jpeg } from './jpeg';
import { readPicture } from './read-picture';

function properties(drawing: XmlElement): Readonly<Record<string, string>> {
  return [...descendants(drawing, 'wp:docPr')][0]!.attributes;
}

/** In CSS pixels. */
function size(drawing: XmlElement): [number, number] {
  const extent = [...descendants(drawing, 'wp:extent')][0]!.attributes;
  return [Math.round(Number(extent.cx) / 9525), Math.round(Number(extent.cy) / 9525)];
}

function bigPng(width: number, height: number, dpi?: number): Uint8Array {
  const bytes = new Uint8Array(100);
  const view = new DataView(bytes.buffer);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  view.setUint32(8, 13);
  view.setUint32(12, 0x49484452);
  view.setUint32(16, width);
  view.setUint32(20, height);
  if (dpi !== undefined) {
    view.setUint32(33, 9);
    view.setUint32(37, 0x70485973);
    view.setUint32(41, Math.round(dpi / 0.0254));
    view.setUint32(45, Math.round(dpi / 0.0254));
    bytes[49] = 1;
  }
  return bytes;
}

function pngsIn(document: Word): Uint8Array[] {
  return Object.entries(unzipSync(document.bytes))
    .filter(([name]) => /media\/.*\.png$/.test(name))
    .map(([, bytes]) => bytes);
}

/** A file that begins with these characters. */
function signs(characters: string): Uint8Array {
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

/** Whose rows go from the top down, so that its height is below zero. */
const bmp = signs(`BM${'\0'.repeat(16)}\x1e\0\0\0\xf6\xff\xff\xff${'\0'.repeat(28)}`);
const gif = Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 30, 0, 10, 0, 0, 0, 0);

describe('Word: pictures', () => {
  it('stand in no style named “Figure”: LibreOffice takes that for a caption, and the picture lost its tag in PDFs', async () => {
    const { part } = await word('text');
    const names = elementsIn(part('word/styles.xml'), 'w:style').map((style) => valueAt(style, 'w:name'));
    assert.ok(names.includes('Picture Paragraph') && !names.includes('Figure'));
  });

  it('embeds a picture whose address stands elsewhere in the paper', async () => {
    const document = await word('![Visits rose][chart]\n\nText.\n\n[chart]: img/a.png\n', {
      'img/a.png': png,
    });
    assert.equal(properties(drawings(document)[0]!).descr, 'Visits rose');
  });

  it('embeds a picture with its alternative text', async () => {
    const document = await word('![Visits rose](img/a.png "tooltip")', { 'img/a.png': png });
    const [drawing] = drawings(document);
    assert.equal(properties(drawing!).descr, 'Visits rose');
    assert.equal(properties(drawing!).title, 'tooltip');
    const media = Object.entries(unzipSync(document.bytes)).filter(([name]) =>
      name.startsWith('word/media/'),
    );
    assert.deepEqual(
      media.map(([, bytes]) => bytes),
      [png],
    );
    assert.deepEqual(document.warnings, []);
  });

  it('marks a picture as decoration where its author says so, and only there', async () => {
    const marks = async (markdown: string): Promise<number> =>
      [...descendants((await word(markdown, { 'a.png': png })).body, 'adec:decorative')].length;
    assert.equal(await marks('<img src="a.png" alt="">'), 1);
    assert.equal(await marks('![](a.png)'), 0);
    assert.equal(await marks('<img src="a.png">'), 0);
  });

  for (const [what, name, bytes, expected] of [
    ['PNG', 'a.png', bigPng(300, 100), [300, 100]],
    ['PNG at 192 dots per inch', 'a.png', bigPng(300, 100, 192), [150, 50]],
    ['JPEG at 144 dots per inch', 'a.jpg', jpeg(300, 150, 144), [200, 100]],
    ['GIF', 'a.gif', gif, [30, 10]],
    ['BMP', 'a.bmp', bmp, [30, 10]],
    ['SVG', 'a.svg', new TextEncoder().encode(svg), [151, 76]],
    ['PNG under a wrong name', 'a.jpg', bigPng(64, 32), [64, 32]],
    ['wide picture, scaled to the line', 'a.png', bigPng(3000, 600), [605, 121]],
    ['photograph in landscape format, scaled to the line', 'a.png', bigPng(1600, 1200), [605, 454]],
    ['tall picture, scaled to 11 cm', 'a.png', bigPng(500, 700), [297, 416]],
    ['very tall picture, scaled to 11 cm', 'a.png', bigPng(600, 3000), [83, 416]],
  ] as const) {
    it(`shows a ${what} in its size`, async () => {
      const document = await word(`![x](${name})`, { [name]: bytes });
      assert.deepEqual(size(drawings(document)[0]!), expected);
    });
  }

  it('shows the size that HTML asks for', async () => {
    const document = await word('<img src="a.png" alt="x" width="80">', { 'a.png': png });
    assert.deepEqual(size(drawings(document)[0]!), [80, 40]);
  });

  it('shows a tall picture as tall as HTML asks for, up to most of a page', async () => {
    const height = async (asked: number): Promise<number> => {
      const markdown = `<img src="a.png" alt="x" height="${asked}">`;
      return size(drawings(await word(markdown, { 'a.png': bigPng(100, 200) }))[0]!)[1];
    };
    assert.equal(await height(600), 600);
    assert.equal(await height(2000), 733);
  });

  it('fits a picture onto turned paper', async () => {
    const document = await word('<!-- landscape -->\n\n![x](a.png)\n', { 'a.png': bigPng(1600, 1200) });
    assert.deepEqual(size(drawings(document)[0]!), [605, 454]);
  });

  it('fits into a table cell', async () => {
    const document = await word('| a | b |\n|---|---|\n| ![x](a.png) | b |\n', {
      'a.png': bigPng(3000, 600),
    });
    const [width] = size(drawings(document)[0]!);
    assert.ok(width < 605);
  });

  it('gives an SVG a picture for programs that know none: the PNG beside it, else a drawn one', async () => {
    const beside = await word('![x](a.svg)', { 'a.svg': svg, 'a.png': png });
    const alone = await word('![x](a.svg)', { 'a.svg': svg });
    assert.deepEqual(pngsIn(beside), [png]);
    assert.deepEqual(pngsIn(alone), [svgFallback({ width: 2, height: 1 })]);
    assert.deepEqual(readPicture(pngsIn(alone)[0]!), { type: 'png', width: 480, height: 240 });
  });

  it('reads data: addresses', async () => {
    const base64 = Buffer.from(png).toString('base64');
    const document = await word(`![x](data:image/png;base64,${base64})`);
    assert.equal(drawings(document).length, 1);
  });

  it('stores a picture that is shown twice once', async () => {
    const document = await word('![x](a.png) ![y](./a.png)', { 'a.png': png });
    assert.equal(drawings(document).length, 2);
    assert.equal(document.parts.filter((name) => name.startsWith('word/media/')).length, 1);
    assert.notEqual(properties(drawings(document)[0]!).id, properties(drawings(document)[1]!).id);
  });

  it('shows a picture that is a link', async () => {
    const document = await word('[![x](a.png)](http://example.org)', { 'a.png': png });
    assert.equal([...descendants([...descendants(document.body, 'w:hyperlink')][0]!, 'w:drawing')].length, 1);
  });

  it('reads addresses with spaces and per cent signs', async () => {
    const document = await word('![x](<a b%.png>) ![y](c%20d.png)', { 'a b%.png': png, 'c d.png': png });
    assert.equal(drawings(document).length, 2);
  });
});

describe('Word: pictures that cannot be shown', () => {
  const files = {
    'notes.txt': 'text',
    'img/x.png': png,
    '/office/secret.png': png,
    '/office/drafts2/x.png': png,
    'out.png': { link: '/office/secret.png' },
    'locked.png': { error: 'locked.png cannot be read: no permission' },
    'a.webp': signs('RIFF....WEBP'),
    'a.heic': signs('....ftypheic'),
    'a.pdf': signs('%PDF-1.7'),
    'bomb.svg': '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    'zero.png': bigPng(0, 5),
    'huge.png': bigPng(60_000, 60_000),
  };
  for (const [address, reason] of [
    ['none.png', /no such file/],
    ['img', /folder/],
    ['notes.txt', /not a PNG/],
    ['a.webp', /WebP/],
    ['a.heic', /HEIC/],
    ['a.pdf', /PDF/],
    ['bomb.svg', /not safe/],
    ['zero.png', /zero/],
    ['huge.png', /pixels/],
    ['locked.png', /no permission/],
    ['../secret.png', /outside/],
    ['img/../../secret.png', /outside/],
    ['..%2fsecret.png', /outside/],
    ['../drafts2/x.png', /outside/],
    ['out.png', /outside/],
    ['/office/secret.png', /relative/],
    ['%2fwork/secret.png', /relative/],
    ['\\\\\\\\server\\\\x.png', /relative/],
    ['C:/x.png', /relative/],
    ['C:\\\\x.png', /relative/],
    ['file:///office/secret.png', /relative/],
    ['https://example.org/x.png', /on the web/],
    ['HTTP://example.org/x.png', /on the web/],
    ['C%3A/x.png', /relative/],
    ['//example.org/x.png', /relative/],
    ['data:image/png;base64,!!!', /broken/],
    ['data:nothing', /broken/],
    ['', /no address/],
  ] as const) {
    it(`names ${JSON.stringify(address)} in the document and in a warning`, async () => {
      const document = await word(`# Title\n\nSee ![the *chart*](<${address}>) here.\n`, files);
      // Nothing but the sign that a picture is not there.
      assert.equal(drawings(document).length, 1);
      assert.deepEqual(pngsIn(document), [missingPicture()]);
      assert.equal([...descendants(document.body, 'adec:decorative')].length, 1);
      assert.equal(says(document.paragraphs[1]!), 'See the chart here.');
      assert.deepEqual(looksOf(document, 'the chart'), ['MissingPicture']);
      assert.equal(document.warnings.length, 1);
      assert.match(document.warnings[0]!.message, reason);
      assert.equal(document.warnings[0]!.line, 2);
      assert.match(says(document.part('word/comments.xml')), reason);
    });
  }

  it('names the file where there is no alternative text', async () => {
    const document = await word('![](charts/none.png)');
    assert.equal(says(document.paragraphs[0]!), 'Picture: charts/none.png');
  });

  it('shows what lies in the workspace, above the draft too', async () => {
    for (const folder of ['file:///office', 'file:///office/']) {
      const document = await word('![x](../common/a.png)', { '/office/common/a.png': png }, { folder });
      assert.deepEqual(pngsIn(document), [png]);
      assert.deepEqual(document.warnings, []);
    }
  });

  it('shows nothing from above a draft that stands alone, or lies elsewhere', async () => {
    for (const folder of [undefined, 'file:///elsewhere', 'file:///office/drafts/b.pn']) {
      const document = await word(
        '![x](../a.png) ![y](b.png)',
        { '/office/a.png': png, 'b.png': png },
        { folder: folder as string },
      );
      assert.deepEqual(pngsIn(document).map(String).sort(), [png, missingPicture()].map(String).sort());
    }
  });

  it('shows a picture that has a colon in its name, and one whose address says more than its name', async () => {
    for (const address of ['chart/a:b.png', 'chart/a%3Ab.png', 'chart/a%3Ab.png?v=12&w=9#top']) {
      const document = await word(`![x](${address})`, { 'chart/a:b.png': png });
      assert.deepEqual(pngsIn(document), [png], address);
    }
  });

  it('shows none beside a draft that was never saved', async () => {
    const document = await word('![x](a.png)', { 'a.png': png }, { uri: undefined as unknown as string });
    assert.deepEqual(pngsIn(document), [missingPicture()]);
    assert.match(document.warnings[0]!.message, /the draft has no folder/);
  });
});
