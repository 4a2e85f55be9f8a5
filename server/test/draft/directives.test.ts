import assert from 'node:assert/strict';
import { directivesOf, isDirective, parseDraft } from '../../src/draft';

/** Each directive of a text: name, first word, values; all spans are checked. */
function directivesIn(text: string): [string, string, string[]][] {
  return parseDraft(text).blocks.flatMap(({ block }) =>
    directivesOf(block).map(({ name, span, word, values }): [string, string, string[]] => {
      const shown = block.text.slice(span.start, span.end);
      assert.ok(shown.startsWith('<!--') && shown.endsWith('-->'), shown);
      for (const part of [word, ...values]) {
        assert.equal(block.text.slice(part.span.start, part.span.end), part.text);
      }
      return [name, word.text, values.map((value) => value.text)];
    }),
  );
}

describe('directives', () => {
  it('are comments that begin with advocacy-', () => {
    assert.deepEqual(
      directivesIn(
        [
          '<!-- advocacy-disable sentence-long, figure-unsourced -->',
          '<!-- advocacy-enable -->',
          '<!--advocacy-disable-next-line   quote-unattributed-->',
          '<!-- advocacy-disable-file area-missing -->',
          '<!-- advocacy-covers digital, isolation -->',
          '<!-- a comment on advocacy-covers -->',
        ].join('\n\n'),
      ),
      [
        ['disable', 'advocacy-disable', ['sentence-long', 'figure-unsourced']],
        ['enable', 'advocacy-enable', []],
        ['disable-next-line', 'advocacy-disable-next-line', ['quote-unattributed']],
        ['disable-file', 'advocacy-disable-file', ['area-missing']],
        ['covers', 'advocacy-covers', ['digital', 'isolation']],
      ],
    );
  });

  it('may be misspelt', () => {
    assert.deepEqual(directivesIn('<!-- advocacy-disabel x -->'), [['unknown', 'advocacy-disabel', ['x']]]);
  });

  it('may have a reason, which says nothing to us', () => {
    for (const [text, values] of [
      [
        '<!-- advocacy-disable quote-unattributed -- she asked for it, not to be named -->',
        ['quote-unattributed'],
      ],
      [
        '<!-- advocacy-disable-next-line sentence-long plain-english\n-- as the Act has it -->',
        ['sentence-long', 'plain-english'],
      ],
      ['<!-- advocacy-covers none — about a gift -->', ['none']],
      ['<!-- advocacy-enable -->', []],
      ['<!-- advocacy-enable -- from here on -->', []],
      ['Text <!-- advocacy-disable sentence-long -- why -->.', ['sentence-long']],
      ['<!-- advocacy-disable sentence--long -->', ['sentence--long']],
      ['<!-- advocacy-disable sentence-long ---->', ['sentence-long']],
    ] as const) {
      assert.deepEqual(directivesIn(text)[0]?.[2], values, text);
    }
  });

  it('may have words behind a rule, one after another', () => {
    const [placed] = parseDraft('<!-- advocacy-disable-next-line a “one two” “three”, b c “four” -->').blocks;
    assert.deepEqual(
      directivesOf(placed!.block)[0]!.values.map(({ text, words }) => [text, words?.map((one) => one.text)]),
      [
        ['a', ['one two', 'three']],
        ['b', undefined],
        ['c', ['four']],
      ],
    );
  });

  it('may stand in a paragraph, a list, a quotation or beside another comment', () => {
    for (const text of [
      'Text <!-- advocacy-covers none --> goes on.',
      '- one\n\n  <!-- advocacy-covers none -->\n\n  two',
      '> <!-- advocacy-covers none -->\n> text',
      '<!-- todo --> <!-- advocacy-covers none --> text',
      '<!-- --> <!-- advocacy-covers none -->',
      'Text <!-- todo --> goes <!-- advocacy-covers none --> on.',
      '<!-- advocacy-covers\nnone -->\nText.',
    ]) {
      assert.deepEqual(directivesIn(text), [['covers', 'advocacy-covers', ['none']]], text);
    }
  });

  it('are none in code, in text that shows one, or in a comment without end', () => {
    for (const text of [
      '`<!-- advocacy-covers none -->`',
      '```\n<!-- advocacy-covers none -->\n```',
      '\\<!-- advocacy-covers none -->',
      '<!-- advocacy-covers none',
      '> <div>\n> <!-- advocacy-covers none\n>\n> text -->',
      'advocacy-covers none',
    ]) {
      assert.deepEqual(directivesIn(text), [], text);
    }
  });

  it('are all that there is in a block, or a part of it', () => {
    for (const [text, isAll] of [
      ['<!-- advocacy-covers none -->', true],
      ['  <!-- advocacy-covers none -->  ', true],
      ['<!-- advocacy-covers none --> text', false],
      ['<!-- todo --> <!-- advocacy-covers none -->', false],
      ['<p><!-- advocacy-covers none --></p>', false],
      ['Text <!-- advocacy-covers none -->', false],
      ['<!-- todo -->', false],
    ] as const) {
      assert.equal(isDirective(parseDraft(text).blocks[0]!.block), isAll, text);
    }
  });
});
