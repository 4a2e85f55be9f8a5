import assert from 'node:assert/strict';
import { importDocument } from '../../src/import';
import { docx, HEADINGS, item, LISTS, PNG, para, picture, run, styled } from '../docx/make';
import { BOLD, cases, ITALIC, losses, markdown } from './helpers';

/** The end of a page. */
const PAGE = '<w:r><w:br w:type="page"/></w:r>';

describe('A Word document becomes Markdown', () => {
  describe('with text', () => {
    cases([
      {
        name: 'headings by their level',
        body: styled('berschrift1', 'Costs') + para('Little.') + styled('berschrift3', 'In 2026'),
        parts: { styles: HEADINGS },
        expected: '# Costs\n\nLittle.\n\n### In 2026',
      },
      {
        name: 'headings below the sixth level as ones of the sixth',
        body: styled('berschrift8', 'Deep'),
        parts: { styles: HEADINGS },
        expected: '###### Deep',
      },
      {
        name: 'a title as the heading of the first level, and the sections below it',
        body: styled('T', 'Open later') + styled('berschrift1', 'Costs') + styled('berschrift2', 'In 2026'),
        parts: {
          styles: `${HEADINGS}<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>`,
        },
        expected: '# Open later\n\n## Costs\n\n### In 2026',
      },
      {
        name: 'new pages between paragraphs, by themselves or in one of them',
        body:
          para('One') +
          para(PAGE) +
          para('') +
          para('Two') +
          para(run('Three') + PAGE) +
          para(run('Four') + PAGE + run('five')) +
          para(PAGE + run('Six')),
        expected:
          'One\n\n<!-- pagebreak -->\n\nTwo\n\nThree\n\n<!-- pagebreak -->\n\nFour five\n\n<!-- pagebreak -->\n\nSix',
      },
      {
        name: 'emphasis beside the words, whatever Word has put it round',
        body: para(
          run('All ') + run('eleven ', BOLD) + run('branches', ITALIC) + run(' opened', BOLD + ITALIC),
        ),
        expected: 'All **eleven** *branches **opened***',
      },
      {
        name: 'emphasis in the middle of a word, and before brackets, so that it is read as such',
        body: para(run('Wex') + run('moor', BOLD) + run('(not', ITALIC) + run('this)')),
        expected: 'Wex**moor**<em>(not</em>this)',
      },
      {
        name: 'ordinals without raised letters, and other raised letters as such',
        body: para(
          run('the 1') +
            run('st', '<w:vertAlign w:val="superscript"/>') +
            run(' m') +
            run('2', '<w:vertAlign w:val="superscript"/>'),
        ),
        expected: 'the 1st m<sup>2</sup>',
      },
      {
        name: 'words in brackets that are marked yellow as they are',
        body: para(run('On ') + run('[insert date]', '<w:highlight w:val="yellow"/>') + run('.')),
        expected: 'On [insert date].',
      },
      {
        name: 'signs of a font by their numbers, but for those that are no letters',
        body: para(
          ['0041', '009F', '0000', '001B', 'D800', 'FFFFF']
            .map(
              (code) =>
                `<w:r><w:sym w:font="${code === '009F' ? 'Wingdings' : 'Arial'}" w:char="${code}"/></w:r>`,
            )
            .join(''),
        ),
        expected: 'A•',
      },
      {
        name: 'ordinary spaces where no-break ones hold a day, a sum or a telephone number together, however Word has divided them',
        body: para(
          [
            'By 3',
            '\u00a0',
            'May',
            ' 2027, for\u00a0us, £4\u00a0',
            'million; ring 01632',
            '\u00a0960\u00a0118.',
          ]
            .map((text, at) => run(text, at === 2 ? BOLD : ''))
            .join('<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="1" w:name="_b"/>'),
        ),
        expected: 'By 3 **May** 2027, for\u00a0us, £4 million; ring 01632 960 118.',
      },
      {
        name: 'line breaks within a paragraph',
        body: para(`${run('Wexmoor')}<w:r><w:br/></w:r>${run('The Library')}`),
        expected: 'Wexmoor\\\nThe Library',
      },
      {
        name: 'nothing of empty paragraphs, also around a page break',
        body: `${para('a')}${para('')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${para('b')}`,
        expected: 'a\n\n<!-- pagebreak -->\n\nb',
      },
      {
        name: 'quotations, code and lines',
        body:
          styled('Quote', 'Open longer.') +
          styled('Quote', 'Please.') +
          styled('Code', 'if (a) {') +
          styled('Code', '  b *c*') +
          para('', '<w:pBdr><w:bottom w:val="single"/></w:pBdr>') +
          styled('HR', '<w:r/>') +
          para(run('npm', '<w:rStyle w:val="VC"/>')),
        parts: {
          styles:
            '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Intense Quote"/></w:style>' +
            '<w:style w:type="paragraph" w:styleId="HR"><w:name w:val="Horizontal Rule"/></w:style>' +
            '<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Source Code"/></w:style>' +
            '<w:style w:type="character" w:styleId="VC"><w:name w:val="Verbatim Char"/></w:style>',
        },
        expected: '> Open longer.\n>\n> Please.\n\n```\nif (a) {\n  b *c*\n```\n\n---\n\n---\n\n`npm`',
      },
      {
        name: 'a quotation in LibreOffice’s own style',
        body: styled('BlockQuotation', 'Open longer.'),
        parts: {
          styles:
            '<w:style w:type="paragraph" w:styleId="BlockQuotation"><w:name w:val="Block Quotation"/></w:style>',
        },
        expected: '> Open longer.',
      },
      {
        name: 'a quotation that begins with the sign of an alert, or has a line end of Unicode, as the same words',
        body: `${styled('Q', '[!NOTE]')}${styled('Q', 'See [!tip] a\u2028b')}${para('x')}${styled('Q', '[!a] b')}`,
        parts: {
          styles: '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>',
        },
        expected: '> \\[!NOTE]\n>\n> See [!tip] a\u2028b\n\nx\n\n> [!a] b',
      },
      {
        name: 'number signs at the end of a title and of a heading, which would close them',
        body: styled('T', 'Plan ##') + styled('berschrift1', 'C #'),
        parts: {
          styles: `${HEADINGS}<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>`,
        },
        expected: '# Plan \\##\n\n## C \\#',
      },
      {
        name: 'alerts and definitions as our own documents have them',
        body:
          styled('AL', 'Note') +
          styled('Q', 'Closed on Friday.') +
          styled('DT', 'Loan') +
          styled('D', 'A book that is out.') +
          para('After.'),
        parts: {
          styles: [
            ['Q', 'Quote'],
            ['AL', 'Alert Note Label'],
            ['DT', 'Definition Term'],
            ['D', 'Definition'],
          ]
            .map(
              ([id, name]) =>
                `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'AL' ? '<w:basedOn w:val="Q"/>' : ''}</w:style>`,
            )
            .join(''),
        },
        expected: '> [!NOTE]\n> Closed on Friday.\n\nLoan\n: A book that is out.\n\nAfter.',
      },
      {
        name: 'links to the web and to headings',
        body:
          para(
            `<w:hyperlink r:id="l">${run('the return')}</w:hyperlink>${run(' and ')}<w:hyperlink w:anchor="_c">${run('costs')}</w:hyperlink>`,
          ) + styled('berschrift2', `<w:bookmarkStart w:id="1" w:name="_c"/>${run('Costs, in £')}`),
        parts: { styles: HEADINGS, links: { l: 'https://wexmoor.example/a (b)' } },
        expected:
          '[the return](https://wexmoor.example/a%20\\(b\\)) and [costs](#costs-in-)\n\n## Costs, in £',
      },
      {
        name: 'links that are not safe as text',
        body: para(`<w:hyperlink r:id="l">${run('open')}</w:hyperlink>`),
        parts: { links: { l: 'javascript:alert(1)' } },
        expected: 'open',
      },
      {
        name: 'a text box after its paragraph',
        body:
          para(
            `${run('Beside')}<w:r><w:pict><w:txbxContent>${para('In the box')}</w:txbxContent></w:pict></w:r>`,
          ) + para('After'),
        expected: 'Beside\n\nIn the box\n\nAfter',
      },
      {
        name: 'notes of both kinds in one count, and what they refer to',
        body: para(
          `${run('Visits')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' rose')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
        ),
        parts: {
          footnotes: `<w:footnote w:type="separator" w:id="0">${para('x')}</w:footnote><w:footnote w:id="2">${para('CIPFA, 2025.')}${para('Table 3.')}</w:footnote>`,
          endnotes: `<w:endnote w:id="2">${para('DCMS.')}</w:endnote>`,
        },
        expected: 'Visits[^1] rose[^2]\n\n[^1]: CIPFA, 2025.\n\n    Table 3.\n\n[^2]: DCMS.',
      },
      {
        name: 'a further reference to a note as such',
        body: para(
          `<w:bookmarkStart w:id="1" w:name="_Ref1"/><w:r><w:footnoteReference w:id="2"/></w:r><w:bookmarkEnd w:id="1"/>${run(' and ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _Ref1 \\f \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}${run('2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' too')}`,
        ),
        parts: { footnotes: `<w:footnote w:id="2">${para('CIPFA.')}</w:footnote>` },
        expected: '[^1] and [^1] too\n\n[^1]: CIPFA.',
      },
    ]);
  });

  describe('with lists', () => {
    const numbering = LISTS;
    cases([
      {
        name: 'that lie within each other',
        body: item(1, 'a') + item(2, 'b', 1) + item(2, 'c', 1) + item(1, 'd', 2) + item(1, 'e'),
        parts: { numbering },
        expected: '- a\n  1. b\n  2. c\n     - d\n- e',
      },
      {
        name: 'that count on after a paragraph',
        body: item(2, 'a') + para('Between.') + item(2, 'b'),
        parts: { numbering },
        expected: '1. a\n\nBetween.\n\n2. b',
      },
      {
        name: 'that begin anew',
        body: item(2, 'a') + item(3, 'b') + item(1, 'c') + item(2, 'd'),
        parts: { numbering },
        expected: '1. a\n\n5) b\n\n- c\n\n6. d',
      },
      {
        name: 'whose items have boxes to tick, or look as if they had',
        body: item(1, '☐ Book the room') + item(1, '☒ Print') + item(1, '[ ] Not a box'),
        parts: { numbering },
        expected: '- [ ] Book the room\n- [x] Print\n- \\[ ] Not a box',
      },
      {
        name: 'whose items go on in a paragraph of their own',
        body: item(1, 'a') + styled('LC', 'More on a.') + item(1, 'b'),
        parts: {
          numbering,
          styles: '<w:style w:type="paragraph" w:styleId="LC"><w:name w:val="List Continue"/></w:style>',
        },
        expected: '- a\n\n  More on a.\n- b',
      },
    ]);
  });

  it('with the paragraphs of a committee paper, which are numbered like its headings, as paragraphs', () => {
    const level = (at: number): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="5">${level(0)}${level(1)}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>`;
    const numbered = (at: number): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="5"/></w:numPr>`;
    const styles =
      `<w:style w:type="paragraph" w:styleId="berschrift1"><w:pPr><w:outlineLvl w:val="0"/>${numbered(0)}</w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="NP"><w:name w:val="Numbered Paragraph"/><w:pPr>${numbered(1)}</w:pPr></w:style>`;
    const body =
      styled('berschrift1', 'Costs') +
      styled('NP', 'Little.') +
      para('Less.', `<w:pStyle w:val="NP"/>${numbered(1)}`);
    assert.equal(markdown(body, { styles, numbering }), '# Costs\n\nLittle.\n\nLess.');
    assert.deepEqual(losses(body, { styles, numbering }), [
      'A heading has lost its automatic number',
      '2 paragraphs have lost their automatic numbers',
    ]);
  });

  describe('with pictures', () => {
    it('in a folder beside it, under safe names, each once, with their descriptions', () => {
      const body = para(picture('p', 'Visits [by month]')) + para(picture('p', 'Again')) + para(picture('q'));
      const { markdown: text, pictures } = importDocument(
        docx(body, {
          media: { p: ['media/a b.png', PNG], q: ['media/b.png', Buffer.from('no picture')] },
        }),
        { pictures: 'my%20report-images' },
      );
      assert.match(
        text,
        /!\[Visits \\\[by month\\\]\]\(my%20report-images\/picture-1\.png\)\n\n!\[Again\]\(my%20report-images\/picture-1\.png\)\n$/,
      );
      assert.deepEqual(pictures, [{ name: 'picture-1.png', bytes: new Uint8Array(PNG) }]);
    });

    it('whose description is none where Word has written the file’s name', () => {
      const body = para(picture('p', 'C:\\Users\\dana\\visits.png'));
      assert.equal(markdown(body, { media: { p: ['media/a.png', PNG] } }), '![](images/picture-1.png)');
    });
  });

  it('with a list of what it cannot hold, and where that stood', () => {
    const chart =
      '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>';
    const body =
      styled('berschrift2', 'Costs') +
      para(`${run('a', '<w:u w:val="single"/>')}${chart}`) +
      para(`${run('secret', '<w:vanish/>')}${chart}`);
    const { losses: all, markdown: text } = importDocument(
      docx(body, { styles: HEADINGS, header: para('Wexmoor Council') }),
    );
    assert.deepEqual(
      all.map(({ message, headings }) => [message, headings]),
      [
        ['2 charts are left out; in Word, save them as pictures, and insert those', ['Costs']],
        ['An underline is left out', ['Costs']],
        ['Hidden text is left out', ['Costs']],
        ['What stands in a header or footer is left out: “Wexmoor Council”', []],
      ],
    );
    assert.doesNotMatch(text, /secret/);
    assert.deepEqual(losses(para('Plain.')), []);
  });
});
