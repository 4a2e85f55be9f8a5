import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ActiveDraft, Shown } from '../../src/activeDraft';
import type * as placesToFill from '../../src/placesToFill';
import type { Server } from '../../src/server';
import { requireWithout } from './without-vscode';

type Changed = (event: { document: unknown; contentChanges: readonly placesToFill.TextChange[] }) => void;

let changed: Changed;
const { PlacesToFill, placesAfter } = requireWithout<typeof placesToFill>('../../src/placesToFill', {
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
});

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

  it('are at hand while the server is busy, and what is being filled in is none', async () => {
    let asked = 0;
    let show: (shown: Shown) => void = () => undefined;
    const range = (from: number, to: number) => ({
      start: { line: 0, character: from },
      end: { line: 0, character: to },
    });
    const server = {
      uri: String,
      request: async () => {
        asked++;
        return [
          { range: range(3, 10), alike: [] },
          { range: range(14, 20), alike: [] },
        ];
      },
    } as unknown as Server;
    const active = { onDidChange: (listener: typeof show) => (show = listener) } as unknown as ActiveDraft;
    const places = new PlacesToFill(server, active);
    // A text of one line: places are offsets.
    const document = {
      uri: 'file:///a.md',
      version: 1,
      offsetAt: ({ character }: { character: number }) => character,
      positionAt: (offset: number) => offset,
    };
    show({ kind: 'draft', document, coverage: {} } as unknown as Shown);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(asked, 1);
    changed({ document, contentChanges: [{ rangeOffset: 3, rangeLength: 7, text: 'A' }] });
    changed({ document, contentChanges: [{ rangeOffset: 4, rangeLength: 0, text: 'shby' }] });
    const left = await places.of(document as never);
    assert.deepEqual(
      left.map(({ range: { start, end } }) => [start, end]),
      [[12, 18]],
    );
    assert.equal(asked, 1);
  });
});
