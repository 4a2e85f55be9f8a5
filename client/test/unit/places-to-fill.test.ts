import assert from 'node:assert/strict';
import fc from 'fast-check';
import type * as placesToFill from '../../src/filling-in/places-to-fill';
import type { ActiveDraft, Shown } from '../../src/server/active-draft';
import type { Server } from '../../src/server/server';
import { requireWithout } from './without-vscode';

type Changed = (event: { document: unknown; contentChanges: readonly placesToFill.TextChange[] }) => void;

let changed: Changed;
const { PlacesToFill, placesAfter } = requireWithout<typeof placesToFill>(
  '../../src/filling-in/places-to-fill',
  {
    Disposable: { from: () => ({ dispose: () => undefined }) },
    Position: class {
      constructor(
        readonly line: number,
        readonly character: number,
      ) {}
    },
    Range: class {
      constructor(
        readonly start: unknown,
        readonly end: unknown,
      ) {}
    },
    workspace: { onDidChangeTextDocument: (listener: Changed) => (changed = listener) },
  },
);

const PLACE = /\[[a-z]+\]/g;
const placesIn = (text: string) =>
  [...text.matchAll(PLACE)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    alike: [],
  }));

describe('The places to fill in', () => {
  it('are those of the text after any change that leaves them whole', () => {
    const piece = fc.constantFrom('[place]', '[year]', ' In ', 'x', '');
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', 'Ashby', ' '),
        (pieces, at, length, words) => {
          const text = pieces.join('');
          const rangeOffset = at % (text.length + 1);
          const rangeLength = Math.min(length % 12, text.length - rangeOffset);
          const end = rangeOffset + rangeLength;
          const now = text.slice(0, rangeOffset) + words + text.slice(end);
          const after = placesAfter(placesIn(text), { rangeOffset, rangeLength, text: words });
          const whole = ({ start, end: to }: { start: number; end: number }) =>
            to <= rangeOffset || start >= end;
          const kept = placesIn(text).filter(whole);
          assert.deepEqual(
            after.map(({ start, end: to }) => now.slice(start, to)),
            kept.map(({ start, end: to }) => text.slice(start, to)),
          );
        },
      ),
    );
  });

  /** The places of a text of one line, whose offsets are places, in front of the reader. */
  async function shown(before: string) {
    let asked = 0;
    let text = before;
    let show: (shown: Shown) => void = () => undefined;
    const server = {
      uri: String,
      request: async () => {
        asked++;
        return placesIn(text).map(({ start, end }) => ({
          range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
          alike: [],
        }));
      },
    } as unknown as Server;
    const active = { onDidChange: (listener: typeof show) => (show = listener) } as unknown as ActiveDraft;
    const places = new PlacesToFill(server, active);
    const document = {
      uri: 'file:///a.md',
      version: 1,
      offsetAt: ({ character }: { character: number }) => character,
      positionAt: (offset: number) => offset,
      getText: ({ start, end }: { start: number; end: number }) => text.slice(start, end),
    };
    show({ kind: 'draft', document, coverage: {} } as unknown as Shown);
    await new Promise((resolve) => setImmediate(resolve));
    return {
      asked: () => asked,
      type(rangeOffset: number, rangeLength: number, words: string): void {
        text = text.slice(0, rangeOffset) + words + text.slice(rangeOffset + rangeLength);
        document.version++;
        changed({ document, contentChanges: [{ rangeOffset, rangeLength, text: words }] });
      },
      async left(): Promise<readonly string[]> {
        const found = await places.of(document as never);
        return found.map(({ range }) => text.slice(Number(range.start), Number(range.end)));
      },
    };
  }

  it('are at hand while the server is busy, and what is being filled in is none', async () => {
    const { type, left, asked } = await shown('In [place] and [year].');
    assert.equal(asked(), 1);
    type(3, 7, 'A');
    type(4, 0, 'shby');
    type(20, 0, ' It costs £500.');
    assert.deepEqual(await left(), ['[year]']);
    assert.equal(asked(), 1);
  });

  it('are those that were typed or pasted meanwhile, too', async () => {
    const { type, left } = await shown('In [place].');
    type(11, 0, ' Since [year] and [month].');
    assert.deepEqual(await left(), ['[place]', '[year]', '[month]']);
  });

  for (const words of ['[', 'TBC', 'to follow', 'a line\nand another', '£X', '__', '??', '{{name}}'])
    it(`are asked for again after “${words.replace('\n', '↵')}”, key by key as well`, async () => {
      for (const parts of [[words], [...words]]) {
        const { type, left, asked } = await shown('In [place].');
        let at = 11;
        for (const part of parts) {
          type(at, 0, part);
          at += part.length;
        }
        const before = asked();
        assert.equal(
          before > 1,
          !(words.includes('\n') && parts.length > 1),
          'at once, before anybody goes there',
        );
        await left();
        assert.equal(asked(), before);
      }
    });
});
