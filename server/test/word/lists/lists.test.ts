import assert from 'node:assert/strict';
import { descendants, elementIn } from '../../../src/docx/xml-tree';
import { numbering, paragraphOf, says, shown, styleOf, valueAt, word } from '../word';

/** What Markdown says, and what Word prints. */
const CASES: readonly (readonly [what: string, markdown: string, printed: readonly string[]])[] = [
  ['bullets', '- a\n- b\n', ['• a', '• b']],
  ['numbers', '1. a\n2. b\n', ['1. a', '2. b']],
  ['numbers with brackets', '1) a\n2) b\n', ['1) a', '2) b']],
  ['a list that begins at another number', '7. a\n8. b\n', ['7. a', '8. b']],
  ['a list that begins at 0', '0. a\n1. b\n', ['0. a', '1. b']],
  ['a second list, which begins afresh', '1. a\n2. b\n\ntext\n\n1. c\n', ['1. a', '2. b', '1. c']],
  ['two lists next to each other', '1. a\n\n1) b\n', ['1. a', '1) b']],
  ['bullets in bullets', '- a\n  - b\n    - c\n- d\n', ['• a', '  – b', '    • c', '• d']],
  [
    'numbers in numbers, afresh each time',
    '1. a\n   1. b\n   2. c\n2. d\n   1. e\n3. f\n',
    ['1. a', '  a) b', '  b) c', '2. d', '  a) e', '3. f'],
  ],
  [
    'three levels of numbers as committees refer to them, 2(b)(i)',
    '1. a\n2. b\n   1. c\n   2. d\n      1. e\n      2. f\n         1. g\n',
    ['1. a', '2. b', '  a) c', '  b) d', '    i) e', '    ii) f', '      1. g'],
  ],
  ['a nested list that begins at another number', '1. a\n\n   3. b\n   4. c\n', ['1. a', '  c) b', '  d) c']],
  ['brackets around and in it', '1) a\n   1) b\n      1) c\n', ['1) a', '  a) b', '    i) c']],
  ['numbers in bullets in numbers', '1. a\n   - b\n     1. c\n', ['1. a', '  – b', '    a) c']],
  ['nested years as years', '1. a\n\n   2025. b\n   2026. c\n', ['1. a', '  2025. b', '  2026. c']],
  ['a nested list that begins at 0', '1. a\n\n   0. b\n', ['1. a', '  0. b']],
  ['numbers in a quotation as they were', '1. a\n\n   > 1. b\n', ['1. a', '  1. b']],
  ['numbers in bullets', '- a\n\n  3. b\n- c\n', ['• a', '  3. b', '• c']],
  ['an item that begins with a list', '- - a\n', ['• ', '  – a']],
  ['an empty item', '- a\n-\n- c\n', ['• a', '• ', '• c']],
  ['an item that begins with a heading', '- # a\n', ['• a']],
  ['an item that begins with code', '-     a\n      b\n', ['• a\nb']],
  ['an item that begins with a quotation', '- > a\n', ['• a']],
  ['an item that begins with a table', '- | a |\n  |---|\n  | b |\n', ['• ']],
  ['HTML', '<ol start="3"><li>a<li>b<ul><li>c</ul></ol>', ['3. a', '4. b', '  – c']],
];

describe('Word: lists', () => {
  for (const [what, markdown, printed] of CASES) {
    it(`prints ${what}`, async () => {
      assert.deepEqual(shown(await word(markdown)), printed);
    });
  }

  for (const [what, markdown] of [
    ['numbers in numbers', '1. a\n   1. b\n2. c\n   1. d\n      1. e\n3. f\n'],
    ['bullets in numbers', '1. a\n   - b\n     - c\n2. d\n   - e\n3. f\n'],
    ['numbers in bullets', '- a\n  1. b\n- c\n  1. d\n  2. e\n- f\n'],
    ['checkboxes in numbers', '1. a\n   - [ ] b\n2. c\n   - [x] d\n     1. e\n3. f\n'],
  ] as const) {
    it(`goes by one numbering over all levels: ${what}, so that moving an item to another restarts none`, async () => {
      const document = await word(markdown);
      const ids = document.paragraphs.map((paragraph) => numbering(document, paragraph)?.id);
      assert.equal(ids.length, 6);
      assert.equal(new Set(ids).size, 1);
      for (const paragraph of document.paragraphs)
        assert.equal(elementIn(paragraph, 'w:pPr', 'w:ind'), undefined, 'the level says where it stands');
    });
  }

  it('gives another numbering to a list that is unlike its level’s, and to the next list', async () => {
    const document = await word('1. a\n   1. b\n2. c\n\n   7. d\n3. e\n   1. f\n\n   1) g\n\ntext\n\n1. h\n');
    const id = (text: string): string => numbering(document, paragraphOf(document, text))!.id;
    for (const same of ['b', 'c', 'e', 'f']) assert.equal(id(same), id('a'), same);
    assert.equal(new Set(['a', 'd', 'g', 'h'].map(id)).size, 4);
    assert.deepEqual(
      shown(document).map((line) => line.trim()),
      ['1. a', 'a) b', '2. c', 'g) d', '3. e', 'a) f', 'a) g', '1. h'],
    );
  });

  it('begins numbers below a checkbox and a bullet of one list afresh', async () => {
    const document = await word('- [ ] a\n  1. b\n- c\n  1. d\n- [ ] e\n  1. f\n');
    assert.deepEqual(
      shown(document).map((line) => line.replace(/[\s\u00a0☐]+/g, ' ').trim()),
      ['a', '1. b', '• c', '1. d', 'e', '1. f'],
    );
  });

  it('sets a second paragraph of an item below its text, without a number', async () => {
    const document = await word('1. one\n\n   two\n\n2. three\n');
    const second = paragraphOf(document, 'two');
    assert.equal(styleOf(second), 'ListContinue');
    assert.equal(numbering(document, second), undefined);
    assert.equal(elementIn(second, 'w:pPr', 'w:ind')?.attributes['w:left'], '425');
    assert.deepEqual(shown(document), ['1. one', '2. three']);
  });

  it('sets the items of a loose list apart, and those of a tight one not', async () => {
    const apart = async (markdown: string): Promise<string | undefined> =>
      valueAt(paragraphOf(await word(markdown), 'a'), 'w:pPr', 'w:contextualSpacing');
    assert.equal(await apart('- a\n\n- b\n'), 'false');
    assert.equal(await apart('- a\n- b\n'), undefined);
  });

  it('has the same gap before every item of a loose list, below a tight list in it, too', async () => {
    const document = await word(
      '1. one\n\n   more\n\n   - a\n   - b\n     - c\n\n2. two\n   - d\n\n3. three\n',
    );
    const apart = (text: string): string | undefined =>
      valueAt(paragraphOf(document, text), 'w:pPr', 'w:contextualSpacing');
    for (const above of ['c', 'd', 'two']) assert.equal(apart(above), 'false', above);
    for (const inside of ['a', 'b']) assert.equal(apart(inside), undefined, inside);
  });

  it('has a gap between two tight lists', async () => {
    const document = await word('- a\n- b\n\n1. c\n2. d\n');
    const apart = ['a', 'b', 'c', 'd'].map((text) =>
      valueAt(paragraphOf(document, text), 'w:pPr', 'w:contextualSpacing'),
    );
    assert.deepEqual(apart, [undefined, 'false', undefined, undefined]);
  });

  it('has room for long numbers', async () => {
    const hanging = async (markdown: string): Promise<number> => {
      const document = await word(markdown);
      const levels = [...descendants(document.part('word/numbering.xml'), 'w:lvl')];
      return Number(elementIn(levels[0]!, 'w:pPr', 'w:ind')?.attributes['w:hanging']);
    };
    assert.ok((await hanging('123456789. a\n')) > (await hanging('1. a\n')) + 800);
  });

  it('shows what is deeper than nine levels on the ninth, and says so', async () => {
    const markdown = Array.from({ length: 12 }, (_, level) => `${'  '.repeat(level)}- ${level}`).join('\n');
    const document = await word(markdown);
    assert.deepEqual(
      document.paragraphs.map(says),
      Array.from({ length: 12 }, (_, level) => String(level)),
    );
    assert.equal(numbering(document, document.paragraphs[11]!)?.level, 8);
    assert.deepEqual(
      document.warnings.map(({ line }) => line),
      [9, 10, 11],
    );
  });

  it('writes tasks as Word checkboxes, with the box as text for other readers', async () => {
    const document = await word('- [ ] open\n- [x] done\n- plain\n');
    const states = [...descendants(document.body, 'w14:checked')].map((state) => state.attributes['w14:val']);
    assert.deepEqual(states, ['0', '1']);
    assert.deepEqual(document.paragraphs.map(says), ['☐\topen', '☒\tdone', 'plain']);
    assert.equal(numbering(document, document.paragraphs[0]!)?.text, '\u00a0', 'no bullet beside the box');
    assert.equal(numbering(document, document.paragraphs[2]!)?.text, '•');
  });

  it('lets a list in a footnote count for itself', async () => {
    const document = await word('1. a[^n]\n2. b\n\n[^n]: note\n\n    1. x\n    2. y\n');
    const inText = numbering(document, paragraphOf(document, 'a'))!;
    const root = document.part('word/numbering.xml');
    const abstractOf = (id: string): string | undefined => {
      for (const num of descendants(root, 'w:num')) {
        if (num.attributes['w:numId'] === id) return valueAt(num, 'w:abstractNumId');
      }
      return undefined;
    };
    const inNote = [...descendants(document.part('word/footnotes.xml'), 'w:numId')].map(
      (id) => id.attributes['w:val']!,
    );
    assert.equal(inNote.length, 2);
    assert.notEqual(abstractOf(inNote[0]!), abstractOf(inText.id));
  });

  for (const [where, markdown] of [
    ['below', '> - a\n\n- b\n'],
    ['above', '- a\n\n> - b\n'],
    ['below, in an item', '1. x\n\n   > - a\n\n   - b\n'],
  ] as const) {
    it(`does not join a list in a quotation with one ${where}`, async () => {
      const document = await word(markdown);
      const gap = document.paragraphs.at(-2)!;
      assert.equal(styleOf(gap), 'QuoteGap');
      assert.deepEqual([says(gap), numbering(document, gap)], ['', undefined]);
      assert.deepEqual(document.paragraphs.map(says).slice(-3), ['a', '', 'b']);
    });
  }

  it('keeps what follows a quotation at the start of an item in that item', async () => {
    const document = await word('- > quoted\n  >\n  > more\n\n  after\n- next\n');
    const left = (text: string): string =>
      elementIn(paragraphOf(document, text), 'w:pPr', 'w:ind')?.attributes['w:left'] ?? '425';
    assert.deepEqual(['quoted', 'more', 'after', 'next'].map(left), ['425', '850', '425', '425']);
  });
});
