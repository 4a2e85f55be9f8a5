import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn, textIn, type XmlElement } from '../../src/docx/xml-tree';
import { blankPng } from './pictures/png';
import { looksOf, numbering, paragraphOf, says, shown, styleOf, valueAt, type Word, word } from './word';

const png = blankPng({ width: 4000, height: 1000 });
const dataUri = `data:image/png;base64,${Buffer.from(blankPng({ width: 8, height: 4 })).toString('base64')}`;

const all = (document: Word, name: string): XmlElement[] => [...descendants(document.body, name)];
const style = (document: Word, id: string): XmlElement =>
  elementsIn(document.part('word/styles.xml'), 'w:style').find((one) => one.attributes['w:styleId'] === id)!;
const styleName = (document: Word, paragraph: XmlElement): string =>
  valueAt(style(document, styleOf(paragraph)), 'w:name')!;
const core = (document: Word, name: string): string =>
  textIn(elementIn(document.part('docProps/core.xml'), name)!);
const extent = (document: Word): { cx: number; cy: number } => {
  const { cx, cy } = all(document, 'wp:extent')[0]!.attributes;
  return { cx: Number(cx), cy: Number(cy) };
};
const target = (document: Word): string | undefined => {
  const id = all(document, 'w:hyperlink')[0]?.attributes['r:id'];
  const relations = elementsIn(document.part('word/_rels/document.xml.rels'));
  return relations.find((one) => one.attributes.Id === id)?.attributes.Target;
};

/**
 * What converters from Markdown to Word are compared by. One more of the list is left out on purpose: formulas
 * in TeX are no part of CommonMark or GFM, and a dollar sign in these papers means money.
 */
const PROBES: Readonly<Record<string, readonly [markdown: string, holds: (document: Word) => boolean]>> = {
  'headings 1 to 6 with the right outline level': [
    '# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f\n',
    (document) =>
      document.paragraphs.every(
        (one, at) => valueAt(style(document, styleOf(one)), 'w:pPr', 'w:outlineLvl') === String(at),
      ),
  ],
  'a heading style named "heading N"': [
    '## a\n',
    (document) => styleName(document, document.paragraphs[0]!) === 'heading 2',
  ],
  'an ordered list restarts': ['1. a\n\nx\n\n1. b\n', (document) => shown(document).join() === '1. a,1. b'],
  'an ordered list’s start number': ['5. a\n', (document) => shown(document).join() === '5. a'],
  'a nested ordered list restarts': [
    '1. a\n   1. b\n2. c\n   1. d\n',
    (document) =>
      shown(document)
        .map((one) => one.trim())
        .join() === '1. a,a) b,2. c,a) d',
  ],
  'real Word numbering': ['- a\n', (document) => numbering(document, document.paragraphs[0]!) !== undefined],
  'a continuation paragraph of an item': [
    '- a\n\n  b\n',
    (document) =>
      numbering(document, paragraphOf(document, 'b')) === undefined &&
      styleName(document, paragraphOf(document, 'b')) === 'List Continue',
  ],
  'tight and loose differ': [
    '- a\n- b\n\nx\n\n- c\n\n- d\n',
    (document) =>
      valueAt(paragraphOf(document, 'a'), 'w:pPr', 'w:contextualSpacing') !==
      valueAt(paragraphOf(document, 'c'), 'w:pPr', 'w:contextualSpacing'),
  ],
  'a task list’s checkbox is shown': [
    '- [ ] a\n- [x] b\n',
    (document) => document.paragraphs.map(says).join() === '☐\ta,☒\tb',
  ],
  'a task list’s checkbox is Word’s own': [
    '- [x] a\n',
    (document) => all(document, 'w14:checkbox').length === 1,
  ],
  'a table’s header row repeats': [
    '| a |\n|---|\n| b |\n',
    (document) => all(document, 'w:tblHeader').length === 1,
  ],
  'only the first row is a header': [
    '| a |\n|---|\n| b |\n| c |\n',
    (document) =>
      all(document, 'w:tr')
        .map((row) => [...descendants(row, 'w:tblHeader')].length)
        .join() === '1,0,0',
  ],
  'a table’s column alignment': [
    '| a | b |\n|:-:|--:|\n| 1 | 2 |\n',
    (document) =>
      document.paragraphs.map((one) => valueAt(one, 'w:pPr', 'w:jc')).join() === 'center,right,center,right',
  ],
  'a table style is referenced': [
    '| a |\n|---|\n',
    (document) => style(document, valueAt(document.tables[0]!, 'w:tblPr', 'w:tblStyle')!) !== undefined,
  ],
  'column widths follow the text': [
    `| a | b |\n|---|---|\n| 1 | ${'words '.repeat(40)} |\n`,
    (document) => {
      const [first, second] = all(document, 'w:gridCol').map((one) => Number(one.attributes['w:w']));
      return second! > 3 * first!;
    },
  ],
  'a quotation has a named style': [
    '> a\n',
    (document) => styleName(document, document.paragraphs[0]!) === 'Quote',
  ],
  'a code block has a named style': [
    '    a\n',
    (document) => styleName(document, document.paragraphs[0]!) === 'Source Code',
  ],
  'a code block keeps spaces and lines': [
    '```\na  b\n   c\n```\n',
    (document) => says(document.paragraphs[0]!) === 'a  b\n   c',
  ],
  'inline code has a character style': [
    '`a`',
    (document) => looksOf(document, 'a').join() === 'VerbatimChar',
  ],
  'bold, italics and strike nest': [
    '**a *b ~~c~~***',
    (document) => looksOf(document, 'c').join() === 'w:b,w:bCs,w:i,w:iCs,w:strike',
  ],
  'a hard line break': ['a  \nb', (document) => says(document.paragraphs[0]!) === 'a\nb'],
  'an external link': ['[a](https://b.c/d)', (document) => target(document) === 'https://b.c/d'],
  'an internal link to a heading': [
    '[a](#b-c)\n\n# B c\n',
    (document) =>
      all(document, 'w:hyperlink')[0]!.attributes['w:anchor'] ===
      [...descendants(paragraphOf(document, 'B c'), 'w:bookmarkStart')][0]!.attributes['w:name'],
  ],
  'a reference link': ['[a][b]\n\n[b]: https://c.d\n', (document) => target(document) === 'https://c.d'],
  'a picture from a file': ['![a](p.png)', (document) => all(document, 'pic:pic').length === 1],
  'a picture from a data: address': [`![a](${dataUri})`, (document) => all(document, 'pic:pic').length === 1],
  'a picture’s alternative text': [
    '![Visits rose](p.png)',
    (document) => all(document, 'wp:docPr')[0]!.attributes.descr === 'Visits rose',
  ],
  'a wide picture fits the page': [
    '![a](p.png)',
    (document) => extent(document).cx <= (11906 - 2 * 1418) * 635,
  ],
  'a picture’s proportions are kept': [
    '![a](p.png)',
    (document) => Math.abs(extent(document).cx / extent(document).cy - 4) < 0.05,
  ],
  'a missing picture: the export goes on, the text is kept': [
    'a ![b](no.png) c',
    (document) => says(document.paragraphs[0]!) === 'a b c',
  ],
  'a missing picture with an absolute path': [
    'a ![b](/no/such.png) c',
    (document) => says(document.paragraphs[0]!) === 'a b c',
  ],
  'footnotes are Word footnotes': [
    'a[^1]\n\n[^1]: b\n',
    (document) => all(document, 'w:footnoteReference').length === 1,
  ],
  'a footnote with formatting and two paragraphs': [
    'a[^1]\n\n[^1]: *b*\n\n    c\n',
    (document) =>
      [...descendants(document.part('word/footnotes.xml'), 'w:p')]
        .map((one) => says(one).trim())
        .filter(Boolean)
        .join() === 'b,c',
  ],
  'HTML: <br>': ['a<br>b', (document) => says(document.paragraphs[0]!) === 'a\nb'],
  'HTML: <sup>': ['m<sup>2</sup>', (document) => looksOf(document, '2').join() === 'w:vertAlign'],
  'HTML: a comment is not shown': [
    'a <!-- b --> c\n\n<!-- d -->\n',
    (document) => document.paragraphs.map(says).join() === 'a  c',
  ],
  'HTML: <table>': [
    '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>',
    (document) => document.tables.length === 1,
  ],
  'front matter is not printed': [
    '---\nfoo: bar\n---\n\na\n',
    (document) => document.paragraphs.map(says).join() === 'a',
  ],
  'front matter: title': ['---\ntitle: T\n---\na\n', (document) => core(document, 'dc:title') === 'T'],
  'front matter: author': ['---\nauthor: A\n---\na\n', (document) => core(document, 'dc:creator') === 'A'],
  'front matter: keywords and subject': [
    '---\nkeywords: [a, b]\nsubject: S\n---\na\n',
    (document) => core(document, 'cp:keywords') === 'a, b' && core(document, 'dc:subject') === 'S',
  ],
  'front matter: language': [
    '---\nlang: en-GB\n---\na\n',
    (document) =>
      [...descendants(document.part('word/styles.xml'), 'w:lang')][0]!.attributes['w:val'] === 'en-GB',
  ],
  'page numbers in the footer': [
    'a',
    (document) =>
      [...descendants(document.part('word/footer1.xml'), 'w:instrText')].some(
        (one) => textIn(one) === 'PAGE',
      ),
  ],
  'a table straight after a table stays apart': [
    '| a |\n|---|\n\n| b |\n|---|\n',
    (document) =>
      elementsIn(document.body)
        .map((one) => one.name)
        .join()
        .startsWith('w:tbl,w:p,w:tbl'),
  ],
  'a definition list': [
    'Term\n: What it *means*\n: And more\n',
    (document) =>
      document.paragraphs.map((one) => `${styleName(document, one)}: ${says(one)}`).join() ===
      'Definition Term: Term,Definition: What it means,Definition: And more',
  ],
  'control characters do not break it': [
    'a\u0001b\u0000\u000c',
    (document) => says(document.paragraphs[0]!).startsWith('ab'),
  ],
};

describe('Word: the probes by which converters are compared', () => {
  for (const [what, [markdown, holds]] of Object.entries(PROBES)) {
    it(what, async () => {
      assert.ok(holds(await word(markdown, { 'p.png': png })));
    });
  }

  it('the same bytes on repeat', async () => {
    assert.deepEqual((await word('a')).bytes, (await word('a')).bytes);
  });

  it('are all here', () => assert.equal(Object.keys(PROBES).length + 1, 47));
});
