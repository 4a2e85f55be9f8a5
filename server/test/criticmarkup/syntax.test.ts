import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import { parseDraft, passagesOf } from '../../src/draft';

const SHORT: Readonly<Record<string, string>> = {
  criticInsertion: 'ins',
  criticDeletion: 'del',
  criticHighlight: 'mark',
  criticComment: 'note',
  delete: 's',
  emphasis: 'em',
  tableCell: 'td',
};

/** The tree of a text, with changes and comments, as short as it can be written. */
function tree(text: string): string {
  return parseDraft(text)
    .blocks.map(({ block }) => shown((block.review ?? block).node))
    .join(' ');
}

function shown(node: Nodes): string {
  if (node.type === 'text') return JSON.stringify(node.value);
  const name = SHORT[node.type] ?? node.type;
  if ('children' in node)
    return `${name}${'replaces' in node ? '!' : ''}(${node.children.map(shown).join(' ')})`;
  return 'value' in node ? `${name}:${JSON.stringify(node.value)}` : name;
}

/** What a reader sees of a text, as accepted: a line for each passage. */
function read(text: string): readonly string[] {
  return parseDraft(text).blocks.flatMap(({ block }) => passagesOf(block).map(({ prose }) => prose.text));
}

describe('CriticMarkup in a draft', () => {
  for (const [text, expected] of [
    ['a {++b++} {--c--}', 'paragraph("a " ins("b") " " del("c"))'],
    ['{~~old~>new~~}', 'paragraph(del("old") ins!("new"))'],
    ['{==here==}{>>Why?<<}{>>So.<<}', 'paragraph(mark("here") note:"Why?" note:"So.")'],
    ['{>>Agreed & noted <thanks> *so* [a](b)<<}', 'paragraph(note:"Agreed & noted <thanks> *so* [a](b)")'],
    // Beside strikethrough
    ['{~~a~>b~~} ~~c~~', 'paragraph(del("a") ins!("b") " " s("c"))'],
    ['{++~~a~~++} ~~{--b--}~~', 'paragraph(ins(s("a")) " " s(del("b")))'],
    // Emphasis and links stand inside or outside, whole
    ['{++*a* **b**++}', 'paragraph(ins(em("a") " " strong("b")))'],
    ['*a {++b++} c*', 'paragraph(em("a " ins("b") " c"))'],
    ['*a {++b* c++}', 'paragraph("*a " ins("b* c"))'],
    ['[a {++b++}](c)', 'paragraph(link("a " ins("b")))'],
    ['{++[a++}](b)', 'paragraph(ins("[a") "](b)")'],
    ['[a {++b](c) d++}', 'paragraph(link("a {++b") " d++}")'],
    // Inside each other
    ['{++a {--b--} c++}', 'paragraph(ins("a " del("b") " c"))'],
    [
      '{=={++a++}{>>Lee, 3 Oct 2026<<}==}{>>b<<}',
      'paragraph(mark(ins("a") note:"Lee, 3 Oct 2026") note:"b")',
    ],
    ['{++a {--b++} c--}', 'paragraph(ins("a {--b") " c--}")'],
    ['{~~a {++x~>y++} b~>c~~}', 'paragraph(del("a " ins("x~>y") " b") ins!("c"))'],
    // Ends that are their text's as well
    ['{++a++++}', 'paragraph(ins("a++"))'],
    ['{++++} {====}', 'paragraph(ins() " " mark())'],
    // Escaped, in code, in HTML
    ['\\{++a++} {++b+\\+}c++}', 'paragraph("{++a++} " ins("b++}c"))'],
    ['{>>a \\<<} b <\\<} c<<}', 'paragraph(note:"a \\\\<<} b <\\\\<} c")'],
    ['`{++a++}` {++`++}`++}', 'paragraph(inlineCode:"{++a++}" " " ins(inlineCode:"++}"))'],
    ['<!-- {++a++} -->', 'html:"<!-- {++a++} -->"'],
    ['```\n{++a++}\n```', 'code:"{++a++}"'],
    // Without an end or a beginning
    ['a {++b', 'paragraph("a {++b")'],
    ['a++} b--} c==} d~>e', 'paragraph("a++} b--} c==} d~>e")'],
    ['a {>>b {>>c', 'paragraph("a {>>b {>>c")'],
    ['{~~a~~}', 'paragraph("{~~a~~}")'],
    ['{++a\n\nb++}', 'paragraph("{++a") paragraph("b++}")'],
    // Addresses
    ['{++see https://example.org++}', 'paragraph(ins("see " link("https://example.org")))'],
    ['www.example.org{++, page 4++}', 'paragraph(link("www.example.org") ins(", page 4"))'],
    [
      '{~~a@example.org~>b@example.org~~}',
      'paragraph(del(link("a@example.org")) ins!(link("b@example.org")))',
    ],
    // In whatever has text in it
    ['# {--Old --}title', 'heading(del("Old ") "title")'],
    ['> {>>two\n> lines<<} {++a\n> b++}', 'blockquote(paragraph(note:"two\\nlines" " " ins("a\\nb")))'],
    ['| a |\n| - |\n| {>>b \\| c<<} |', 'table(tableRow(td("a")) tableRow(td(note:"b \\\\| c")))'],
  ] as const) {
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(tree(text), expected));
  }

  for (const [text, ...expected] of [
    ['We {~~may~>will~~} open {--a few --}libraries{>>Which?<<}.', 'We will open libraries.'],
    ['{--The --}library{== helps==}{>>Lee, 3 Oct 2026: how?<<}.', 'library helps.'],
    ['{--Gone.--}\n\nHere.\n\n{++New.++}', 'Here.', 'New.'],
    ['- one\n- {--two--}\n- {++three++}', 'one', 'three'],
    ['| a | b |\n| - | - |\n| {--c--} | {--d--} |\n| e | {++f++} |', 'e\nf'],
    ['> {--Said.--}\n\nSo.', 'So.'],
  ] as const) {
    it(`is read as accepted: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), expected));
  }

  it('reads the description of a picture as accepted', () => {
    const { node } = parseDraft('![A {~~bar~>pie~~} chart{>>which?<<}](a.png)').blocks[0]!.block;
    const [image] = 'children' in node ? node.children : [];
    assert.equal(image?.type === 'image' && image.alt, 'A pie chart');
  });

  it('says where in the source each word stands', () => {
    const text = 'We {~~may~>will~~} open &amp; {--a few --}libraries{>>Which?<<} in {++every++} ward.';
    const { prose } = passagesOf(parseDraft(text).blocks[0]!.block)[0]!;
    assert.equal(prose.text, 'We will open & libraries in every ward.');
    for (const word of ['We', 'will', 'open', 'libraries', 'every', 'ward.']) {
      const at = prose.text.indexOf(word);
      const { start, end } = prose.toSource(at, at + word.length);
      assert.equal(text.slice(start, end), word);
    }
    const at = prose.text.indexOf('libraries in');
    const { start, end } = prose.toSource(at, at + 'libraries in'.length);
    assert.equal(text.slice(start, end), 'libraries{>>Which?<<} in');
  });

  it('keeps the length of a block whose marks are not read', () => {
    const text = 'a {--b\nc--} {++d++}{>>e<<}';
    const { block } = parseDraft(text).blocks[0]!;
    assert.equal(block.text, `a     \n        d${' '.repeat(10)}`);
    assert.equal(block.review?.text, text);
  });

  for (const [what, piece] of [
    ['comments without an end', '{>>a '],
    ['changes without an end', '{++a {--b {==c {~~d~> '],
    ['ends without a beginning', 'a++} b--} c==} ~>d~~} '],
    ['beginnings in links', '[{++](u)++} '],
    ['replacements', '{~~a~>b~~}{>>Lee, 3 Oct 2026<<} '],
    ['words with marks', 'https://e.org{++a'],
    ['emphasis over the ends of changes', '*{++a* b++} '],
  ] as const) {
    it(`takes time that grows with a text of ${what}`, () => {
      parseDraft(piece.repeat(40_000 / piece.length));
    });
  }

  for (const [what, piece] of [
    ['beginnings that are meant as they are', '\\{++'],
    ['beginnings and ends that are meant as they are', '\\{++ +\\+} '],
    ['ends of what is replaced by nothing', '{~~a~~} '],
    ['dividers after the first', '{~~a~>b~>c '],
  ] as const) {
    it(`takes time that grows with a line of ${what}`, () => {
      parseDraft(piece.repeat(300_000 / piece.length));
    });
  }

  it('reads the first changes of a line without end, and takes further ones as they stand', () => {
    const { block } = parseDraft('{++a++} '.repeat(20_001)).blocks[0]!;
    assert.match(block.text, /^ {3}a {7}a {7}/);
    assert.match(block.text, / \{\+\+a\+\+\} ?$/);
  });

  it('takes time that grows with changes inside changes', () => {
    parseDraft(`${'{++'.repeat(4_000)}${'++}'.repeat(4_000)}`);
  });
});
