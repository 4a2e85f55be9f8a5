import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode as decodePng } from 'fast-png';
import { unzipSync } from 'fflate';
import { decode as decodeJpeg } from 'jpeg-js';
import type { ExportOptions } from '../../../src/word';
import { joined } from '../../../src/word/package/zip';
import { reduced } from '../../../src/word/pictures/raster';
import { pngOf } from '../../../src/word/pictures/raster/png-writer';
import { type Raster, scaledDown } from '../../../src/word/pictures/raster/scale';
import { runs } from '../../random-runs';
import { opened, word } from '../word';
import { jpegOf, photo } from './photo';
import { readPicture } from './read-picture';

/** Puts segments behind the first two bytes of a JPEG. */
function withSegments(jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Uint8Array {
  return joined([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

function segment(marker: number, content: readonly number[] | string): Uint8Array {
  const bytes = typeof content === 'string' ? Array.from(content, (one) => one.charCodeAt(0)) : content;
  return Uint8Array.of(0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes);
}

/** The EXIF of a camera: how it was held, and where. */
function exif(orientation: number): Uint8Array {
  const held = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const place = [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0];
  return segment(0xe1, [
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    2,
    ...held,
    ...place,
    0,
    0,
    0,
    0,
  ]);
}

/** Two inches by one and a half: 440 by 330 dots. */
const SHOWN = { width: 2, height: 1.5 };
const SIZE = { width: 440, height: 330 };
/** Of pictures that have more. */
const WIDTH = 720;
const HEIGHT = 540;

function named(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes).includes(name, 0, 'latin1');
}

describe('A picture in fewer pixels', () => {
  const grey = (width: number, data: readonly number[]): Raster => ({
    width,
    height: data.length / width,
    channels: 1,
    data: Uint8Array.from(data),
  });

  it('has the mean of those that each takes the place of', () => {
    const picture = grey(4, [0, 100, 8, 8, 200, 100, 8, 8]);
    assert.deepEqual([...scaledDown(picture, { width: 2, height: 1 }).data], [100, 8]);
  });

  it('shares out those that fall on two', () => {
    const picture = grey(3, [0, 90, 255]);
    assert.deepEqual([...scaledDown(picture, { width: 2, height: 1 }).data], [30, 200]);
  });

  it('takes no colour from what is seen through', () => {
    const picture: Raster = {
      width: 2,
      height: 1,
      channels: 4,
      data: Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 0),
    };
    assert.deepEqual([...scaledDown(picture, { width: 1, height: 1 }).data], [255, 0, 0, 128]);
  });

  it('stays one colour where it is one, whatever the sizes', () => {
    const side = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(side, side, side, side, fc.integer({ min: 0, max: 255 }), (a, b, c, d, value) => {
        const picture = grey(Math.max(a, b), new Array(Math.max(a, b) * Math.max(c, d)).fill(value));
        const { data } = scaledDown(picture, { width: Math.min(a, b), height: Math.min(c, d) });
        assert.ok(data.every((one) => one === value));
      }),
    );
  });
});

describe('A photograph (JPEG) in a document', () => {
  const large = jpegOf(photo(WIDTH, HEIGHT));

  it('has 220 dots to the inch, and says so', () => {
    const small = reduced(large, 'jpg', 1, SHOWN);
    const { width, height, data } = decodeJpeg(small);
    assert.deepEqual({ width, height }, SIZE);
    assert.ok(small.length < large.length / 2);
    assert.deepEqual([...small.subarray(13, 18)], [1, 0, 220, 0, 220]);
    const before = scaledDown({ ...photo(WIDTH, HEIGHT) }, SIZE).data;
    const apart = before.reduce(
      (sum, value, at) => sum + Math.abs(value - data[Math.floor(at / 3) * 4 + (at % 3)]!),
      0,
    );
    assert.ok(apart / before.length < 6, 'it shows the same');
  });

  it('keeps its colour profile and how the camera was held, but not where', () => {
    const profile = segment(0xe2, `ICC_PROFILE\0\x01\x01${'p'.repeat(500)}`);
    const small = reduced(withSegments(large, exif(6), profile), 'jpg', 6, SHOWN);
    assert.ok(small.length < large.length / 2);
    assert.ok(named(small, `ICC_PROFILE\0\x01\x01${'p'.repeat(500)}`));
    assert.deepEqual((readPicture(small) as { stored?: unknown }).stored, { turn: 90, mirrored: false });
    assert.ok(!Buffer.from(small).includes(Buffer.from([0x88, 0x25, 0, 4])), 'no place');
  });

  it('loses what a camera puts behind it', () => {
    const small = reduced(joined([large, large]), 'jpg', 1, SHOWN);
    assert.deepEqual(small, reduced(large, 'jpg', 1, SHOWN));
  });

  const frame = large.findIndex((byte, at) => byte === 0xff && large[at + 1] === 0xc0);
  const scan = large.findIndex((byte, at) => byte === 0xff && large[at + 1] === 0xda);
  const changed = (at: number, ...values: number[]): Uint8Array => {
    const bytes = large.slice();
    bytes.set(values, at);
    return bytes;
  };
  const left: Record<string, Uint8Array> = {
    'that is cut off': large.subarray(0, large.length - 1000),
    'that is cut off within its head': large.subarray(0, 40_000).slice(0, scan + 4),
    'that says it is huge': changed(frame + 5, 0xff, 0xff, 0xff, 0xff),
    'that says it is larger than its bytes can be': changed(frame + 5, 0x15, 0x00, 0x15, 0x00),
    'with twelve bits a sample': changed(frame + 4, 12),
    'in CMYK': changed(frame + 9, 4),
    'in RGB': changed(frame + 10, 0x52),
    'in RGB, as Adobe says so': withSegments(large, segment(0xee, 'Adobe\0d\0\0\0\0\0')),
    'of a kind that browsers cannot show': changed(frame + 1, 0xc3),
    'with two frames': joined([large.subarray(0, scan), large.subarray(frame, scan), large.subarray(scan)]),
    'with a thousand scans': joined([
      large.subarray(0, scan),
      ...new Array(1000).fill(large.subarray(scan, scan + 20)),
      large.subarray(scan),
    ]),
    'that is small': jpegOf(photo(300, 225), 60),
  };
  for (const [what, bytes] of Object.entries(left)) {
    it(`is left as it is: one ${what}`, () => {
      assert.equal(reduced(bytes, 'jpg', 1, { width: 0.5, height: 0.5 }), bytes);
    });
  }

  it('is left as it is where it has no more dots than it needs, or would get no smaller', () => {
    assert.equal(reduced(large, 'jpg', 1, { width: 5, height: 3.75 }), large);
    const poor = jpegOf(photo(WIDTH, HEIGHT), 5);
    assert.equal(reduced(poor, 'jpg', 1, { width: 4, height: 3 }), poor);
  });

  it('never throws and never grows, whatever is wrong with it', () => {
    const bytes = fc.array(fc.tuple(fc.nat(large.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(bytes, fc.boolean(), (changes, inHead) => {
        const broken = large.slice();
        for (const [at, value] of changes) broken[inHead ? at % scan : at] = value;
        assert.ok(reduced(broken, 'jpg', 1, SHOWN).length <= broken.length);
      }),
      { numRuns: runs(20) },
    );
  });
});

describe('The pictures of a document', () => {
  const large = jpegOf(photo(WIDTH, HEIGHT));
  const picture = (markdown: string, options: Partial<ExportOptions> = {}): Promise<readonly Uint8Array[]> =>
    word(markdown, { 'a.jpg': large, 'b.png': pngOf(photo(WIDTH, HEIGHT)) }, options).then(({ bytes }) =>
      Object.entries(unzipSync(bytes))
        .filter(([name]) => name.startsWith('word/media/'))
        .map(([, content]) => content),
    );
  const widthOf = (bytes: Uint8Array): number =>
    bytes[0] === 0xff ? decodeJpeg(bytes).width : decodePng(bytes).width;

  it('have 220 dots to the inch at the size at which they are shown', async () => {
    const [one] = await picture('<img src="a.jpg" alt="Readers" width="192">\n');
    assert.equal(widthOf(one!), 440);
    const [other] = await picture('<img src="b.png" alt="Readers" width="96">\n');
    assert.equal(widthOf(other!), 220);
  });

  it('have as many as the largest needs where one is shown at two sizes', async () => {
    const shown = await picture(
      '<img src="a.jpg" alt="Readers" width="96">\n\n<img src="a.jpg" alt="Readers" width="240">\n\n<img src="a.jpg" alt="Readers" width="50">\n',
    );
    assert.deepEqual(shown.map(widthOf), [550]);
  });

  it('are as stored where a camera was held on its side', async () => {
    const { bytes } = await word('<img src="a.jpg" alt="Readers" width="96">\n', {
      'a.jpg': withSegments(large, exif(6)),
    });
    const [one] = Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
      /media/.test(name) ? [content] : [],
    );
    const { width, height } = decodeJpeg(one!);
    // An inch wide when it is upright.
    assert.deepEqual([width, height], [294, 220]);
  });

  it('are in full where the export, the paper, its folder or the editor says so, the first before the next', async () => {
    const shown = '<img src="a.jpg" alt="Readers" width="192">\n';
    const width = async (markdown: string, options: Partial<ExportOptions> = {}): Promise<number> =>
      widthOf((await picture(markdown, options))[0]!);
    assert.equal(await width(shown, { pictures: 'full' }), WIDTH);
    assert.equal(await width(`---\nword:\n  pictures: full\n---\n\n${shown}`), WIDTH);
    assert.equal(await width(`---\nword:\n  pictures: full\n---\n\n${shown}`, { pictures: 'reduced' }), 440);
    assert.equal(await width(shown, { usualPictures: 'full' }), WIDTH);
    assert.equal(
      await width(`---\nword:\n  pictures: reduced\n---\n\n${shown}`, { usualPictures: 'full' }),
      440,
    );
  });

  it('make a paper of many photographs a fraction of its size', async () => {
    const taken = jpegOf(photo(300, 225), 95);
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [
        `p${at}.jpg`,
        withSegments(taken, segment(0xfe, `the photograph number ${at}`)),
      ]),
    );
    const markdown = Object.keys(files)
      .map((name) => `<img src="${name}" alt="Readers in a library" width="60">\n`)
      .join('\n');
    const full = await word(markdown, files, { pictures: 'full' });
    const small = await word(markdown, files);
    assert.equal(small.parts.filter((name) => name.startsWith('word/media/')).length, 9);
    assert.ok(small.bytes.length < full.bytes.length / 4, `${small.bytes.length} of ${full.bytes.length}`);
    assert.equal(opened(small.bytes).paragraphs.length, opened(full.bytes).paragraphs.length);
  }).timeout(60_000);
});
