import assert from 'node:assert/strict';
import { Parts } from '../../../src/word/package/parts';
import { pagesOf } from '../../../src/word/pages';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A page of ten lines of 12 point type, each of 20 points, and 30 characters of 10 points at most. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="8000" w:h="6000"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr>';

const STYLES = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Courier New"/><w:sz w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Head"><w:pPr><w:keepNext/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Apart"><w:pPr><w:spacing w:before="400" w:after="400"/></w:pPr></w:style></w:styles>`;

const RELATIONS =
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>';

function pages(body: string, more: Readonly<Record<string, string>> = {}): Record<string, number> {
  const parts: Readonly<Record<string, string>> = {
    'word/document.xml': `<w:document ${W}><w:body>${body}${SECTION}</w:body></w:document>`,
    'word/_rels/document.xml.rels': RELATIONS,
    'word/styles.xml': STYLES,
    ...more,
  };
  return Object.fromEntries(pagesOf(new Parts(new Map(Object.entries(parts)), 'word/document.xml')));
}

/** A paragraph with a bookmark of a name at its start. */
function p(name: string, lines = 1, properties = ''): string {
  const text = Array.from({ length: lines }, () => '<w:t>x</w:t>').join('<w:br/>');
  return `<w:p><w:pPr>${properties}</w:pPr><w:bookmarkStart w:id="0" w:name="${name}"/><w:r>${text}</w:r></w:p>`;
}

const many = (count: number): string => Array.from({ length: count }, () => p('-')).join('');
const HEAD = '<w:pStyle w:val="Head"/>';
const APART = '<w:pStyle w:val="Apart"/>';

describe('Word: which page something is on', () => {
  it('follows the lines that a page holds', () => {
    assert.deepEqual(pages(many(9) + p('a') + p('b')), { '-': 1, a: 1, b: 2 });
  });

  it('breaks lines between words, and words that are longer than a line', () => {
    const text = (value: string): string => `<w:p><w:r><w:t>${value}</w:t></w:r></w:p>`;
    // Fifty characters of 6 points fill a line of 300 points.
    assert.equal(pages(text(`${'a'.repeat(30)} ${'b'.repeat(30)}`) + many(8) + p('a')).a, 2);
    assert.equal(pages(text('a'.repeat(110)) + many(7) + p('a')).a, 2);
    assert.equal(pages(text(`${'a'.repeat(20)} ${'b'.repeat(20)}`) + many(8) + p('a')).a, 1);
  });

  it('begins the first line of a numbered paragraph behind its number', () => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="600" w:hanging="600"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const more = {
      'word/numbering.xml': numbering,
      'word/_rels/document.xml.rels': RELATIONS.replace(
        '</Relationships>',
        '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
      ),
    };
    // Forty-five characters remain of a line of fifty.
    const item = (length: number): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${'a'.repeat(length - 11)} ${'b'.repeat(10)}</w:t></w:r></w:p>`;
    assert.equal(pages(item(45) + many(8) + p('a'), more).a, 1);
    assert.equal(pages(item(46) + many(8) + p('a'), more).a, 2);
  });

  it('knows how wide the letters of Calibri are', () => {
    const text = `<w:p><w:r><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr><w:t>${'M'.repeat(18)} ${'M'.repeat(18)}</w:t></w:r></w:p>`;
    assert.equal(pages(text + many(8) + p('a')).a, 2, 'it goes over two lines');
    assert.equal(pages(text.replace(/M/g, 'i') + many(8) + p('a')).a, 1);
  });

  it('has room for the lines above and below a paragraph', () => {
    const ruled = (sides: string): string =>
      `<w:pBdr>${sides.replace(/\w+/g, (side) => `<w:${side} w:val="single" w:sz="8" w:space="9"/>`)}</w:pBdr>`;
    assert.equal(pages(p('-', 1, ruled('bottom')) + many(8) + p('a')).a, 2);
    assert.equal(pages(p('-', 1, ruled('top bottom')) + many(7) + p('a')).a, 1);
    assert.equal(
      pages(p('-', 1, '<w:pBdr><w:bottom w:val="nil" w:space="9"/></w:pBdr>') + many(8) + p('a')).a,
      1,
    );
  });

  it('ends a page with a line that needs no space below it, however far apart the lines are', () => {
    // Lines of 226 twips, half as far apart again: eleven and the letters of a twelfth are on a page of 4000.
    const spaced = '<w:spacing w:line="360" w:lineRule="auto"/>';
    assert.equal(pages(p('-', 11, spaced) + p('a', 1, spaced)).a, 1);
    assert.equal(pages(p('-', 11, spaced) + p('b', 1, spaced) + p('a', 1, spaced)).a, 2);
  });

  it('has room for the lines of a table, which are its style’s', () => {
    const table = (count: number): string =>
      `<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/></w:tblPr><w:tblGrid><w:gridCol w:w="6000"/></w:tblGrid>${'<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>'.repeat(count)}</w:tbl>`;
    const ruled = (size: number): Readonly<Record<string, string>> => {
      const borders = ['top', 'insideH', 'bottom']
        .map((side) => `<w:${side} w:val="single" w:sz="${size}"/>`)
        .join('');
      const style = `<w:style w:type="table" w:styleId="Ruled"><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style>`;
      return { 'word/styles.xml': STYLES.replace('</w:styles>', `${style}</w:styles>`) };
    };
    // Five rows of 456 twips and four lines of 400 leave 120 of 4000 for six lines of the table.
    assert.equal(pages(table(5) + many(3) + p('a'), ruled(2)).a, 1);
    assert.equal(pages(table(5) + many(3) + p('a'), ruled(12)).a, 2);
  });

  it('takes a heading to the page of its text', () => {
    assert.equal(pages(many(9) + p('a', 1, HEAD) + p('b')).a, 2);
    assert.equal(pages(many(8) + p('a', 1, HEAD) + p('b')).a, 1);
  });

  it('leaves no line of a paragraph alone', () => {
    assert.deepEqual(pages(many(9) + p('a', 4) + p('b')), { '-': 1, a: 2, b: 2 });
    // Three lines would fit, and one would be left for the next page.
    assert.equal(pages(many(7) + p('a', 4) + many(8) + p('b')).b, 3);
  });

  it('puts the larger of two spaces between paragraphs, or both where the settings say so', () => {
    const body = p('-', 1, APART) + p('-', 1, APART) + many(5) + p('a');
    assert.equal(pages(body).a, 1);
    const relations = RELATIONS.replace(
      '</Rel',
      '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Rel',
    );
    const settings = `<w:settings ${W}><w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat></w:settings>`;
    const added = { 'word/_rels/document.xml.rels': relations, 'word/settings.xml': settings };
    assert.equal(pages(body, added).a, 2);
  });

  it('keeps room for footnotes', () => {
    const footnotes = `<w:footnotes ${W}><w:footnote w:id="3">${many(3)}</w:footnote></w:footnotes>`;
    const noted = '<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="3"/></w:r></w:p>';
    assert.equal(pages(noted + many(5) + p('a') + p('b'), { 'word/footnotes.xml': footnotes }).a, 2);
    assert.equal(pages(noted + many(4) + p('a'), { 'word/footnotes.xml': footnotes }).a, 1);
  });

  it('keeps rows of a table whole, with the header above them on each page', () => {
    const row = (name: string, header = ''): string =>
      `<w:tr><w:trPr>${header}</w:trPr><w:tc><w:p><w:bookmarkStart w:name="${name}"/><w:r><w:t>x</w:t><w:br/><w:t>y</w:t></w:r></w:p></w:tc></w:tr>`;
    const table = (rows: string): string =>
      `<w:tbl><w:tblGrid><w:gridCol w:w="6000"/></w:tblGrid>${row('h', '<w:tblHeader/>')}${rows}</w:tbl>`;
    const marks = pages(table(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'i'].map((name) => row(name)).join('')));
    // Four rows of 866 twips fill a page of 4000; from the second on, the header takes one of them.
    assert.deepEqual(marks, { h: 1, a: 1, b: 1, c: 1, d: 2, e: 2, f: 2, g: 3, i: 3 });
  });

  it('breaks a row that may go on on the next page', () => {
    const row = (properties: string): string =>
      `<w:tbl><w:tblGrid><w:gridCol w:w="6000"/></w:tblGrid><w:tr>${properties}<w:tc>${p('-', 6)}</w:tc></w:tr></w:tbl>`;
    assert.equal(pages(many(6) + row('<w:trPr><w:cantSplit/></w:trPr>') + many(2) + p('a')).a, 2);
    assert.equal(pages(many(6) + row('<w:trPr><w:cantSplit/></w:trPr>') + many(4) + p('a')).a, 3);
    assert.equal(pages(many(6) + row('') + many(4) + p('a')).a, 2);
  });

  it('begins a page where one is asked for, and counts from where the paper says', () => {
    assert.equal(pages(p('-') + p('a', 1, '<w:pageBreakBefore/>')).a, 2);
    assert.equal(pages(`<w:p><w:r><w:t>x</w:t><w:br w:type="page"/></w:r></w:p>${p('a')}`).a, 2);
    const section = SECTION.replace('</w:sectPr>', '<w:pgNumType w:start="7"/></w:sectPr>');
    assert.equal(pages(`<w:p><w:pPr>${section}</w:pPr></w:p>${p('a')}`).a, 8);
    const goesOn = SECTION.replace('<w:sectPr>', '<w:sectPr><w:type w:val="continuous"/>');
    const above = `<w:p><w:pPr>${SECTION}</w:pPr></w:p>`;
    assert.equal(pages(`${above}${p('a')}<w:p><w:pPr>${goesOn}</w:pPr></w:p>`).a, 1);
    assert.equal(pages(above + p('a')).a, 2);
  });

  it('ends soon on sizes that no person asks for', () => {
    const huge = '<w:p><w:r><w:rPr><w:sz w:val="999999999999"/></w:rPr><w:t>xyz</w:t></w:r></w:p>';
    const flat = '<w:spacing w:line="-9999999" w:lineRule="exact"/><w:ind w:left="999999999"/>';
    assert.ok(pages(huge + many(500) + p('a', 3, flat)).a! > 1);
  });

  it('says nothing of a document without a body', () => {
    assert.equal(pagesOf(new Parts(new Map(), 'word/document.xml')).size, 0);
  });
});
