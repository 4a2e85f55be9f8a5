import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { descendants, elementIn, elementsIn, type XmlElement } from '../../src/docx/xml-tree';
import { crossedOut, standIn } from '../../src/word/pictures/drawn';
import { loadPictures } from '../../src/word/pictures/load';
import { type Entry, MemoryFiles } from '../project/memory';
import { blankPng } from './png';
import { readPicture } from './read-picture';
import { DRAFT, FOLDER, looksOf, says, valueAt, type Word, word } from './word';

const png = blankPng({ width: 40, height: 20 });
const svg =
  '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" width="4cm" height="2cm"><rect/></svg>';

function drawings(document: Word): XmlElement[] {
  return [...descendants(document.body, 'w:drawing')];
}

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

/** The EXIF part of a JPEG, in either order of bytes, with how the camera was held. */
function exif(orientation: number, little: boolean): number[] {
  const two = (value: number): number[] => (little ? [value, 0] : [0, value]);
  const four = (value: number): number[] => (little ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const tiff = [
    ...(little ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...two(42),
    ...four(8),
    ...two(2),
    ...[...(little ? [0x0f, 1] : [1, 0x0f]), ...two(2), ...four(1), 65, 0, 0, 0],
    ...[...(little ? [0x12, 1] : [1, 0x12]), ...two(3), ...four(1), ...two(orientation), 0, 0],
  ];
  const content = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return [0xff, 0xe1, 0, content.length + 2, ...content];
}

/** A photograph as a camera stores it. */
function photograph(orientation: number, little = true): Uint8Array {
  const plain = jpeg(300, 150, 96);
  return Uint8Array.of(...plain.subarray(0, 20), ...exif(orientation, little), ...plain.subarray(20));
}

function jpeg(width: number, height: number, dpi: number): Uint8Array {
  return Uint8Array.of(
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    16,
    0x4a,
    0x46,
    0x49,
    0x46,
    0,
    1,
    1,
    1,
    0,
    dpi,
    0,
    dpi,
    0,
    0,
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x22,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
    0xff,
    0xd9,
  );
}

const gif = Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 30, 0, 10, 0, 0, 0, 0);

describe('Word: pictures', () => {
  it('stand in no style named “Figure”: LibreOffice takes that for a caption, and the picture lost its tag in PDFs', async () => {
    const { part } = await word('text');
    const names = elementsIn(part('word/styles.xml'), 'w:style').map((style) => valueAt(style, 'w:name'));
    assert.ok(names.includes('Picture Paragraph') && !names.includes('Figure'));
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
    assert.deepEqual(pngsIn(alone), [standIn({ width: 2, height: 1 })]);
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
    'a.webp': Uint8Array.from([...'RIFF....WEBP'].map((character) => character.charCodeAt(0))),
    'bomb.svg': '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    'zero.png': bigPng(0, 5),
    'huge.png': bigPng(60_000, 60_000),
  };
  for (const [address, reason] of [
    ['none.png', /no such file/],
    ['img', /folder/],
    ['notes.txt', /not a PNG/],
    ['a.webp', /WebP/],
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
      assert.deepEqual(pngsIn(document), [crossedOut()]);
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
      assert.deepEqual(pngsIn(document).map(String).sort(), [png, crossedOut()].map(String).sort());
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
    assert.deepEqual(pngsIn(document), [crossedOut()]);
    assert.match(document.warnings[0]!.message, /the draft has no folder/);
  });
});

describe('Word: a tiny draft with many pictures', () => {
  const place = (entries: Record<string, Entry>): { files: MemoryFiles; uri: string; folder: string } => ({
    files: new MemoryFiles(entries),
    uri: DRAFT,
    folder: FOLDER,
  });
  const numbers = Array.from({ length: 10 }, (_, at) => at);

  it('reads a file once, however many addresses lead to it', async () => {
    const source = place({
      '/office/drafts/a.svg': svg,
      '/office/drafts/b.svg': { link: '/office/drafts/a.svg' },
    });
    const addresses = [...numbers.map((at) => `a.svg?${at}`), 'a.svg#x', './a.svg', '%61.svg', 'b.svg'];
    const loaded = await loadPictures(addresses, source);
    assert.equal([...loaded.values()].filter((one) => 'bytes' in one).length, addresses.length);
    assert.deepEqual(
      source.files.reads.filter((path) => path.endsWith('.svg')),
      ['/office/drafts/a.svg'],
    );
  });

  it('looks through a file once, however often it is shown', async () => {
    const source = place({ '/office/drafts/a.svg': svg });
    const loaded = await loadPictures(
      numbers.map((at) => `a.svg?${at}`),
      source,
    );
    const written = new Set([...loaded.values()].map((one) => 'bytes' in one && one.bytes));
    assert.equal(written.size, 1, 'what is written anew of an SVG is the same object');
    const markdown = numbers.map((at) => `![x](a.svg?${at})`);
    const document = await word(markdown.join('\n\n'), { 'a.svg': svg });
    assert.equal(drawings(document).length, markdown.length);
    assert.equal(document.parts.filter((name) => name.endsWith('.svg')).length, 1);
  });

  it('reads no more than two million elements of drawings', async () => {
    const much = svg.replace('<rect/>', '<rect/>'.repeat(450_000));
    const some = numbers.slice(0, 6);
    const source = place(Object.fromEntries(some.map((at) => [`/office/drafts/${at}.svg`, much])));
    const loaded = await loadPictures(
      some.map((at) => `${at}.svg`),
      source,
    );
    assert.deepEqual(
      [...loaded.values()].map((one) => ('bytes' in one ? 'shown' : one.unusable)),
      some.map((at) =>
        at < 4 ? 'shown' : 'it is an SVG with too many parts for a document; save it as PNG',
      ),
    );
  });

  for (const [what, start] of [
    ['that can be shown', png],
    ['that cannot', new Uint8Array(8)],
  ] as const) {
    it(`reads no more than 150 MB of files ${what}`, async () => {
      const bytes = new Uint8Array(24_000_000);
      bytes.set(start);
      const source = place(Object.fromEntries(numbers.map((at) => [`/office/drafts/${at}.png`, bytes])));
      const loaded = await loadPictures(
        numbers.map((at) => `${at}.png`),
        source,
      );
      assert.equal(source.files.reads.length, 6);
      for (const at of [6, 7, 8, 9]) {
        assert.deepEqual(loaded.get(`${at}.png`), {
          unusable: 'the pictures of this draft are larger than 150 MB together',
        });
      }
    });
  }
});

describe('Word: picture sizes', () => {
  it('never fails on bytes of any kind', () => {
    const starts = [png, gif, jpeg(10, 10, 72), new TextEncoder().encode(svg)];
    for (const start of starts) {
      for (let length = 0; length < start.length; length++) readPicture(start.subarray(0, length));
    }
    assert.ok('unusable' in readPicture(new Uint8Array()));
  });

  it('counts a width in per cent of the line', async () => {
    const document = await word('<img src="a.png" alt="A" width="50%">\n', {
      'a.png': blankPng({ width: 2000, height: 100 }),
    });
    const [extent] = [...descendants(document.body, 'wp:extent')];
    assert.equal(Math.round(Number(extent!.attributes.cx) / 635), Math.round(9070 / 2));
  });

  it('reads the size of an SVG from its viewBox', () => {
    const info = readPicture(new TextEncoder().encode('<svg viewBox="0 0 200 100"/>'));
    assert.deepEqual(info, { type: 'svg', width: 200, height: 100 });
    assert.ok(elementIn(undefined) === undefined);
  });
});

describe('Word: photographs that a camera has stored on their side', () => {
  for (const [orientation, turn, mirrored] of [
    [1, 0, false],
    [2, 0, true],
    [3, 180, false],
    [4, 180, true],
    [5, 270, true],
    [6, 90, false],
    [7, 90, true],
    [8, 270, false],
  ] as const) {
    it(`turns one of orientation ${orientation} by ${turn} degrees${mirrored ? ' and mirrors it' : ''}`, async () => {
      for (const little of [true, false]) {
        const document = await word('![x](a.jpg)', { 'a.jpg': photograph(orientation, little) });
        const { rot = '0', flipH } = [...descendants(document.body, 'a:xfrm')][0]!.attributes;
        assert.equal(Number(rot) / 60_000, turn);
        assert.equal(flipH === 'true' || flipH === '1', mirrored);
        assert.deepEqual(size(drawings(document)[0]!), [300, 150], 'the size of what is stored');
        const room = [...descendants(document.body, 'wp:effectExtent')][0]!.attributes;
        const beside = turn % 180 === 0 ? '0' : String(75 * 9525);
        assert.deepEqual([room.t, room.b, room.l, room.r], [beside, beside, '0', '0']);
      }
    });
  }

  it('fits what is seen into the line, not what is stored', async () => {
    const tall = jpeg(2000, 1000, 96);
    const photo = Uint8Array.of(...tall.subarray(0, 20), ...exif(6, true), ...tall.subarray(20));
    const document = await word('![x](a.jpg)', { 'a.jpg': photo });
    const [width, height] = size(drawings(document)[0]!);
    assert.ok(height! <= 605 && width! <= 416 * 2 && Math.abs(width! / height! - 2) < 0.01);
  });

  it('takes nothing from an EXIF part that is damaged', () => {
    const whole = photograph(6);
    for (let cut = 24; cut < whole.length; cut++) {
      const broken = whole.slice();
      broken.fill(0xff, cut, Math.min(whole.length - 30, cut + 4));
      assert.ok('type' in readPicture(broken) || 'unusable' in readPicture(broken));
    }
  });
});
