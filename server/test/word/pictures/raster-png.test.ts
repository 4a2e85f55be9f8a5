import assert from 'node:assert/strict';
import { decode as decodePng, encode as encodePng } from 'fast-png';
import { zlibSync } from 'fflate';
import { joined } from '../../../src/word/package/zip';
import { reduced } from '../../../src/word/pictures/raster';
import { pngChunk, pngOf } from '../../../src/word/pictures/raster/png-writer';
import type { Raster } from '../../../src/word/pictures/raster/scale';
import type { PictureInfo } from '../../../src/word/pictures/read';
import { photo } from './photo';
import { readPicture } from './read-picture';

type Channels = Raster['channels'];

/** Two inches by one and a half: 440 by 330 dots. */
const SHOWN = { width: 2, height: 1.5 };
const SIZE = { width: 440, height: 330 };
/** Of pictures that have more. */
const WIDTH = 720;
const HEIGHT = 540;

/** A PNG of a type of colour that our writer has not. */
function rawPng(
  width: number,
  height: number,
  depth: number,
  type: number,
  rows: Uint8Array,
  ...more: Uint8Array[]
): Uint8Array {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([depth, type, 0, 0, 0], 8);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', zlibSync(rows)),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

/** Rows without a filter. */
function rowsOf(width: number, height: number, byte: (at: number, row: number) => number): Uint8Array {
  return new Uint8Array((width + 1) * height).map((_, at) =>
    at % (width + 1) === 0 ? 0 : byte((at % (width + 1)) - 1, Math.floor(at / (width + 1))),
  );
}

function noise(x: number, y: number): number {
  return Math.imul(Math.imul(x + 1, 73856093) ^ Math.imul(y + 1, 19349663), 0x9e3779b1) >>> 24;
}

/** A palette, of which the second is red. */
const COLOURS = new Uint8Array(256 * 3).map((_, at) =>
  at >= 3 && at < 6 ? (at === 3 ? 200 : 0) : noise(at, 7),
);

function named(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes).includes(name, 0, 'latin1');
}

describe('A PNG in a document', () => {
  // With fewer pixels, one with a palette would get no smaller.
  const half = rowsOf(1000, 750, (x, y) => (x < 500 ? 1 : noise(x, y)));
  const SHAPES: Record<string, { picture: Uint8Array; channels: Channels; first: readonly number[] }> = {
    'in grey': { picture: pngOf(photo(WIDTH, HEIGHT, 1)), channels: 1, first: [] },
    'in grey that is seen through': { picture: pngOf(photo(WIDTH, HEIGHT, 2)), channels: 2, first: [] },
    'in colours': { picture: pngOf(photo(WIDTH, HEIGHT, 3)), channels: 3, first: [] },
    'in colours that are seen through': { picture: pngOf(photo(WIDTH, HEIGHT, 4)), channels: 4, first: [] },
    'in grey that is seen through, with one grey that is clear all the same': {
      picture: pngOf(photo(WIDTH, HEIGHT, 2), [pngChunk('tRNS', Uint8Array.of(0, 1))]),
      channels: 2,
      first: [],
    },
    'in colours that are seen through, with one that is clear all the same': {
      picture: pngOf(photo(WIDTH, HEIGHT, 4), [pngChunk('tRNS', Uint8Array.of(0, 1, 0, 1, 0, 1))]),
      channels: 4,
      first: [],
    },
    'with a palette': {
      picture: rawPng(1000, 750, 8, 3, half, pngChunk('PLTE', COLOURS)),
      channels: 3,
      first: [200, 0, 0],
    },
    'with a palette that is seen through': {
      picture: rawPng(
        1000,
        750,
        8,
        3,
        half,
        pngChunk('PLTE', COLOURS),
        pngChunk('tRNS', Uint8Array.of(255, 100)),
      ),
      channels: 4,
      first: [200, 0, 0, 100],
    },
    'with one grey that is seen through': {
      picture: rawPng(1000, 750, 8, 0, half, pngChunk('tRNS', Uint8Array.of(0, 1))),
      channels: 2,
      first: [0, 0],
    },
  };
  for (const [what, { picture, channels, first }] of Object.entries(SHAPES)) {
    it(`has 220 dots to the inch: one ${what}`, () => {
      const small = reduced(picture, 'png', 1, SHOWN);
      const read = decodePng(small, { checkCrc: true });
      assert.deepEqual({ width: read.width, height: read.height }, SIZE);
      assert.equal(read.channels, channels);
      assert.ok(small.length < picture.length * 0.9);
      assert.deepEqual([...read.data.subarray(0, first.length)], first);
      const { type, width } = readPicture(small) as PictureInfo;
      assert.deepEqual([type, Math.round(width)], ['png', 192]);
    });
  }

  it('keeps its colour profile', () => {
    const profile = pngChunk(
      'iCCP',
      Uint8Array.from('name\0\0packed', (one) => one.charCodeAt(0)),
    );
    assert.ok(named(reduced(pngOf(photo(WIDTH, HEIGHT), [profile]), 'png', 1, SHOWN), 'iCCPname\0\0packed'));
  });

  const bomb = zlibSync(new Uint8Array(20_000_000));
  const rows = rowsOf(WIDTH, HEIGHT, noise);
  const left: Record<string, Uint8Array> = {
    'that moves': pngOf(photo(WIDTH, HEIGHT), [pngChunk('acTL', new Uint8Array(8))]),
    'that is interlaced': pngOf(photo(WIDTH, HEIGHT)).map((byte, at) => (at === 28 ? 1 : byte)),
    'that is cut off': pngOf(photo(WIDTH, HEIGHT)).subarray(0, 250_000),
    'with too few pixels': rawPng(WIDTH, HEIGHT, 8, 0, rows.subarray(0, 200_000)),
    'with more pixels than it says': rawPng(WIDTH, HEIGHT, 8, 0, joined([rows, new Uint8Array(5_000_000)])),
    'whose pixels are a bomb': joined([
      rawPng(WIDTH, HEIGHT, 8, 0, rows).subarray(0, 33),
      pngChunk('IDAT', bomb),
      pngChunk('IEND', new Uint8Array()),
    ]),
    'that says it is huge': rawPng(60_000, 60_000, 8, 0, rows),
    'of two bits': rawPng(3000, 2000, 2, 0, rowsOf(750, 2000, noise)),
    'with sixteen bits': rawPng(WIDTH / 2, HEIGHT, 16, 0, rows),
    'that is large by what else it holds': rawPng(
      3000,
      2000,
      8,
      0,
      new Uint8Array(3001 * 2000),
      pngChunk('tEXt', new Uint8Array(200_000)),
    ),
    'of a type of colour that there is none': rawPng(WIDTH, HEIGHT, 8, 5, rows),
  };
  for (const [what, bytes] of Object.entries(left)) {
    it(`is left as it is: one ${what}`, () => {
      assert.equal(reduced(bytes, 'png', 1, SHOWN), bytes);
    });
  }

  it('is written with the filters that pack it best', () => {
    const side = 300;
    const data = new Uint8Array(side * side * 3).map((_, at) => {
      const [x, y] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)];
      return 120 + 80 * Math.sin(x / 37 + y / 53) + (noise(x, y) % 3);
    });
    const flat: Raster = { width: side, height: side, channels: 3, data };
    assert.deepEqual([...decodePng(pngOf(flat)).data], [...flat.data]);
    assert.ok(pngOf(flat).length < encodePng({ ...flat }).length * 0.8);
  });
});
