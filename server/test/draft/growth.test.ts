import assert from 'node:assert/strict';
import { editDraft, parseDraft } from '../../src/draft';
import { readBlocks } from '../../src/draft/blocks';
import { referAgain } from '../../src/draft/references';
import { random, written } from './hostile';

/** What the parser would take time for that grows with the square of the length, were it read as one. */
const UNITS: readonly (readonly [name: string, unit: string, characters?: number])[] = [
  // Less of these two is one block.
  ['lines of a letter', 'a\n', 24_000],
  ['hard breaks', 'a  \n', 24_000],
  ['items', '- a\n'],
  ['items apart', '- a\n\n'],
  ['tasks', '- [ ] a\n'],
  ['lazy quotations', '> a\nb\n'],
  ['quotations', '> a\n'],
  ['fences', '```\na\n```\n\n'],
  ['underlined headings', 'A\n---\n\n'],
  ['indented code', '    a\n'],
  ['lists right below words', '- a\n\nb\n'],
  ['lists in lists right below words', '- - a\n\nb\n'],
  ['underlined headings in a row', 'a\n=\n'],
  ['fences and lazy quotations', '```\n> a\nb\n'],
];

/** No block of such has more characters. */
const MOST = 16_000;

describe('Markdown that repeats', () => {
  for (const [name, unit, characters = 8_000] of UNITS) {
    const text = unit.repeat(characters / unit.length);

    it(`is read in blocks that are not too large: ${name}`, () => {
      const long = unit.repeat(18_000 / unit.length);
      const { blocks } = parseDraft(long);
      assert.ok(blocks.every(({ block }) => block.text.length <= MOST));
      assert.equal(blocks.at(-1)!.start + blocks.at(-1)!.block.text.length > long.length - 20, true);
    }).timeout(60_000);

    it(`is read the same way, however much is read at a time: ${name}`, () => {
      const lengths = (slice: number, plain: boolean): string =>
        readBlocks(text, 0, 0, { slice, plain, labels: new Map() })
          .map(({ block }) => block.text.length)
          .join();
      const known = lengths(3_000, true);
      for (const slice of [200, 7_000, 9_000])
        assert.ok(lengths(slice, slice !== 7_000) === known, `${slice} at a time`);
    }).timeout(60_000);

    it(`is read after an edit as it is from the beginning: ${name}`, () => {
      const next = random(unit.length);
      let draft = parseDraft(text);
      for (let count = 0; count < 2; count++) {
        const start = Math.floor(next() * draft.text.length);
        draft = editDraft(draft, {
          span: { start, end: start + Math.floor(next() * 9) },
          text: ['x\n', '- y\n\n'][count]!,
        });
        assert.ok(written(draft) === written(parseDraft(draft.text)), `after edit ${count}`);
      }
    }).timeout(60_000);
  }
});

describe('A label that turns out to be defined, or not', () => {
  /** Labels that count how often they are asked for one. */
  class CountedLabels extends Map<string, number> {
    asked = 0;
    override has(label: string): boolean {
      this.asked++;
      return super.has(label);
    }
  }

  it('has the references to it read again once, however many stand close together', () => {
    const count = 1_000;
    const text = '[a] b\n\n'.repeat(count);
    const labels = new CountedLabels([['=A', 1]]);
    const again = referAgain(text, readBlocks(text, 0, 0, { labels: new Map() }), labels, ['=A'])!;
    assert.ok(labels.asked < 6 * count, `asked ${labels.asked} times`);
    const whole = readBlocks(text, 0, 0, { labels });
    assert.equal(JSON.stringify(again), JSON.stringify(whole));
  });
});

describe('Definitions below each other', () => {
  for (const [what, line] of [
    ['of links', (n: number) => `[a${n}]: http://x.example/${n}\n`],
    ['of notes', (n: number) => `[^a${n}]: A note *here* of ${n}.\n`],
    [
      'with long labels',
      (n: number) => `[a label of more than forty characters ${n}]: http://x.example/${n}\n`,
    ],
  ] as const) {
    it(`are not read to the last for each: thirty thousand ${what}`, () => {
      const text = Array.from({ length: 30_000 }, (_, n) => line(n)).join('');
      const before = process.cpuUsage().user;
      parseDraft(text);
      const seconds = (process.cpuUsage().user - before) / 1e6;
      assert.ok(seconds < 6, `${seconds} seconds`);
    }).timeout(60_000);
  }
});
