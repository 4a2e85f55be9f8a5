import assert from 'node:assert/strict';
import { descendants, elementIn, type XmlElement } from '../../../src/docx/xml-tree';
import { word } from '../word';
import { drawings, png, svg } from './drawings';
import { jpeg } from './jpeg';
import { blankPng } from './png';
import { readPicture } from './read-picture';

/** In CSS pixels. */
function size(drawing: XmlElement): [number, number] {
  const extent = [...descendants(drawing, 'wp:extent')][0]!.attributes;
  return [Math.round(Number(extent.cx) / 9525), Math.round(Number(extent.cy) / 9525)];
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

const gif = Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 30, 0, 10, 0, 0, 0, 0);

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
