import assert from 'node:assert/strict';
import { blockAt, headings, parseDraft, passagesOf } from '../../src/draft';

/** Every passage of a draft, as kind and prose. */
function proseOf(text: string): [string, string][] {
  return parseDraft(text).blocks.flatMap(({ block }) =>
    passagesOf(block).map(({ kind, prose }): [string, string] => [kind, prose.text]),
  );
}

describe('a draft', () => {
  it('is divided into top-level blocks that know their place', () => {
    const draft = parseDraft('# Summer\n\nOne\ntwo\n\n   - a\n     - b\n');
    assert.deepEqual(
      draft.blocks.map(({ block, start, line }) => [block.node.type, block.text, start, line]),
      [
        ['heading', '# Summer', 0, 0],
        ['paragraph', 'One\ntwo', 10, 2],
        ['list', '   - a\n     - b', 19, 5],
      ],
    );
    assert.equal(draft.lineCount, 8);
  });

  it('keeps positions in a block relative to the start of its first line', () => {
    const [, placed] = parseDraft('# Summer\n\n  One *two*\n').blocks;
    const node = placed!.block.node;
    assert.ok(node.type === 'paragraph');
    assert.equal(node.children[1]!.position!.start.offset, 6);
    assert.deepEqual(node.children[1]!.position!.start.line, 1);
    assert.deepEqual(node.children[1]!.position!.start.column, 7);
  });

  it('finds the block at an offset', () => {
    const draft = parseDraft('One\n\n\n\nTwo\n');
    assert.equal(blockAt(draft, 3)?.block.text, 'One');
    assert.equal(blockAt(draft, 5), undefined);
    assert.equal(blockAt(draft, 8)?.block.text, 'Two');
  });

  it('has the headings that divide it, without markup', () => {
    const draft = parseDraft('A *b* `c` ![d](e)\n===\n\n> # not this\n\n## Two [x](y) ##\n');
    assert.deepEqual(
      headings(draft).map(({ depth, text, line, index }) => [depth, text, line, index]),
      [
        [1, 'A b c d', 0, 0],
        [2, 'Two x', 5, 2],
      ],
    );
  });
});

describe('the passages of a draft', () => {
  it('are paragraphs, list items, quotations and the body rows of tables', () => {
    assert.deepEqual(
      proseOf(
        [
          '# Heading',
          'Text.',
          '',
          '- one',
          '  - two',
          '- [x] three',
          '',
          '> four',
          '> - five',
          '',
          '| a | b |',
          '|---|---|',
          '| 1 | 2 |',
          '',
          '```',
          'code',
          '```',
          '<div>html</div>',
          '',
          '[d]: /url',
        ].join('\n'),
      ),
      [
        ['paragraph', 'Text.'],
        ['list-item', 'one'],
        ['list-item', 'two'],
        ['list-item', 'three'],
        ['quotation', 'four'],
        ['quotation', 'five'],
        ['table-row', '1\n2'],
      ],
    );
  });

  it('leave out what is no prose', () => {
    for (const [markdown, prose] of [
      ['a **b** _c_ ~~d~~', 'a b c d'],
      ['[shown](https://example.org/hidden "hidden")', 'shown'],
      ['see <https://example.org>.', 'see .'],
      ['a ![picture](p.png) b', 'a  b'],
      ['a `code` b', 'a  b'],
      ['a <span title="x">b</span>', 'a b'],
      ['a[^1]\n\n[^1]: n', 'a'],
      ['fish &amp; chips \\*', 'fish & chips *'],
      ['one\ntwo\r\nthree', 'one two three'],
      ['one  \ntwo<br>three', 'one\ntwo\nthree'],
    ] as const) {
      assert.equal(proseOf(markdown)[0]?.[1], prose, markdown);
    }
  });
});
