import assert from 'node:assert/strict';
import type { RootContent } from 'mdast';
import { descendants, elementIn, elementsIn } from '../../../src/docx/xml-tree';
import { seenBehind } from '../../../src/word/writing/blocks';
import { looksOf, paragraphOf, says, styleCalled, styleOf, valueAt, word } from '../word';

describe('Word: paragraphs', () => {
  it('joins the lines of a paragraph, and keeps hard breaks', async () => {
    const document = await word('one\ntwo  \nthree\\\nfour\n');
    assert.equal(says(document.paragraphs[0]!), 'one two\nthree\nfour');
  });

  for (const [what, markdown, lines] of [
    ['labels', 'Report to: Cabinet\nDate: 4 May 2026\n', ['Report to: Cabinet\nDate: 4\u00a0May 2026']],
    [
      'an address',
      'Ashby Library\nHigh Street\nAshby AB1 2CD\n',
      ['Ashby Library\nHigh Street\nAshby AB1 2CD'],
    ],
    [
      'lines of which one ends in <br>',
      'Ann Moss<br>\nHead of Libraries\nAshby\n',
      ['Ann Moss\nHead of Libraries\nAshby'],
    ],
    ['labels in an item', '- Owner: Ann Moss\n  Cost: £400\n', ['Owner: Ann Moss\nCost: £400']],
    [
      'labels that were changed in review',
      'Report to: {~~Board~>Cabinet~~}{>>Lee, 3 Oct 2026<<}\nDate: May\n',
      ['Report to: Cabinet\nDate: May'],
    ],
    ['typed items', 'We lend:\n• books\n• games\n', ['We lend:\n• books\n• games']],
    [
      'rows that are set with tabs',
      'Year\tVisits\n2024\t41,000\n2025\t44,000\n',
      ['Year Visits\n2024 41,000\n2025 44,000'],
    ],
    [
      'lettered lines, each as a paragraph',
      'We ask you:\n(a) to note it;\n(b) to act.\n',
      ['We ask you:', '(a)\tto note it;', '(b)\tto act.'],
    ],
  ] as const)
    it(`keeps lines apart that are no running text: ${what}`, async () => {
      assert.deepEqual((await word(markdown)).paragraphs.map(says), lines);
    });

  it('keeps the lines of a text in HTML that is set as it was typed', async () => {
    const document = await word('<pre>\none\n  two\n</pre>\n');
    assert.equal(says(document.paragraphs[0]!), 'one\n  two');
    assert.equal(styleOf(document.paragraphs[0]!), 'SourceCode');
  });

  it('shows entities and escapes as the characters that they stand for', async () => {
    const document = await word('&copy; &#163;5 &lt;b&gt; \\*stars\\* 4 < 5 & "so"');
    assert.equal(says(document.paragraphs[0]!), '© £5 <b> *stars* 4 < 5 & "so"');
  });

  it('keeps a question in bold, or whatever stands for a heading, on the page of what it announces', async () => {
    const long = 'Nothing will be closed without a decision of the Cabinet. '.repeat(5).trim();
    const document = await word(
      `**Why now?**\n\nBecause.\n\n**Who** asks?\n\n**And then:**\n\n- a\n\n**${long}**\n\n**The end**\n`,
    );
    const kept = (text: string): string | undefined =>
      valueAt(paragraphOf(document, text), 'w:pPr', 'w:keepNext');
    assert.equal(kept('Why now?'), '');
    assert.equal(kept('And then:'), '');
    for (const text of ['Because.', 'Who asks?', long, 'The end']) assert.equal(kept(text), undefined, text);
  });

  it('keeps what announces a list or a table on the same page with it', async () => {
    const document = await word('We ask for:\n\n- a van\n\nAnd more.\n');
    assert.equal(valueAt(paragraphOf(document, 'We ask for:'), 'w:pPr', 'w:keepNext'), '');
    assert.equal(valueAt(paragraphOf(document, 'And more.'), 'w:pPr', 'w:keepNext'), undefined);
  });

  for (const [comment, keeps] of [
    ['<!-- a note of mine -->', ''],
    ['<!-- one -->\n\n<!-- and another -->', ''],
    ['<!-- pagebreak -->', undefined],
  ] as const)
    it(`keeps what announces a list ${keeps === '' ? 'with it across' : 'apart from it by'} ${JSON.stringify(comment)}`, async () => {
      const document = await word(`We ask for:\n\n${comment}\n\n- a\n- b\n`);
      assert.equal(valueAt(paragraphOf(document, 'We ask for:'), 'w:pPr', 'w:keepNext'), keeps);
    });

  it('looks at each of many comments a few times, and not once from each other', () => {
    let looks = 0;
    const comments: RootContent[] = Array.from({ length: 1_000 }, () => ({
      type: 'html',
      value: '<!-- a -->',
    }));
    const counted = new Proxy(comments, {
      get: (nodes, key) => {
        looks++;
        return Reflect.get(nodes, key);
      },
    });
    for (const index of comments.keys()) seenBehind(counted, index);
    assert.ok(looks < 5_000, `${looks} looks`);
  });

  it('keeps what runs on into a list on the page of that', async () => {
    const document = await word(
      'The group asks Cabinet to\n\n- open; and\n\n  of which\n\n  - one\n\nIt asked twice.\n\n- Once\n',
    );
    const kept = (text: string) => valueAt(paragraphOf(document, text), 'w:pPr', 'w:keepNext');
    assert.deepEqual(['The group', 'of which', 'It asked'].map(kept), ['', '', undefined]);
  });

  it('keeps who says something on the page of what they say', async () => {
    const document = await word('Cllr Howell said:\n\n> It opens.\n\nIt is open.\n\n> Said she.\n');
    const kept = (text: string) => valueAt(paragraphOf(document, text), 'w:pPr', 'w:keepNext');
    assert.deepEqual(['Cllr Howell', 'It is open'].map(kept), ['', undefined]);
  });

  it('takes a colon in a paragraph for what it is', async () => {
    for (const markdown of ['a : b', 'a\n:b', ': a\n: b', `${'long '.repeat(40)}\n: b`, 'a\nb\n: c']) {
      const document = await word(markdown);
      assert.deepEqual(document.paragraphs.map(styleOf), ['Normal'], markdown);
    }
  });

  it('writes a rule as a line', async () => {
    const document = await word('a\n\n***\n\nb\n');
    const rule = document.paragraphs[1]!;
    assert.equal(says(rule), '');
    assert.ok(elementIn(styleCalled(document, 'Horizontal Rule'), 'w:pPr', 'w:pBdr', 'w:bottom'));
  });
});

describe('Word: code', () => {
  it('keeps lines and columns in one paragraph of a monospaced style', async () => {
    const document = await word('```sh\nif x\n\tthen  y\n\nfi\n```\n');
    const code = document.paragraphs[0]!;
    assert.equal(styleOf(code), 'SourceCode');
    assert.equal(says(code), 'if x\n    then  y\n\nfi');
    assert.ok(elementsIn(elementIn(styleCalled(document, 'Source Code'), 'w:rPr'), 'w:noProof').length > 0);
  });

  it('has a character style for code in a line', async () => {
    const document = await word('Run `advocacy  check` now');
    assert.deepEqual(looksOf(document, 'advocacy  check'), ['VerbatimChar']);
  });
});

describe('Word: every look', () => {
  it('uses no style that the document does not define', async () => {
    const everything = await word(
      '# T\n\n> q\n>\n> - l\n>\n>   m\n\n1. a\n\n   b\n\n   - c\n     - d\n       - e\n         - f\n           - g\n             - h\n\n               i\n\n| x |\n|---|\n| y |\n\n`c` [l](http://a.b) ![m](no.png)[^1]\n\n[^1]: n\n\n> [!NOTE]\n> z\n\n***\n\n    code\n',
    );
    const defined = new Set(
      elementsIn(everything.part('word/styles.xml'), 'w:style').map((style) => style.attributes['w:styleId']),
    );
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/footer1.xml', 'word/comments.xml']) {
      for (const use of descendants(everything.part(part), 'w:pStyle', 'w:rStyle', 'w:tblStyle')) {
        assert.ok(defined.has(use.attributes['w:val']), `${part} uses ${use.attributes['w:val']}`);
      }
    }
  });

  it('is in Arial 12, in British English', async () => {
    const document = await word('text');
    const defaults = elementIn(document.part('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr')!;
    assert.equal(elementIn(defaults, 'w:rFonts')!.attributes['w:ascii'], 'Arial');
    assert.equal(valueAt(defaults, 'w:sz'), '24');
    assert.equal(valueAt(defaults, 'w:lang'), 'en-GB');
  });
});
