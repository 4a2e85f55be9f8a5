import assert from 'node:assert/strict';
import { type ImportOptions, importDocument } from '../../src/import';
import {
  comment,
  commented,
  deleted,
  docx,
  HEADINGS,
  inserted,
  item,
  LISTS,
  marked,
  type Parts,
  para,
  picture,
  run,
  styled,
  table,
} from '../docx/make';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const BOLD = '<w:b/>';
const ITALIC = '<w:i/>';
const DANA = '{>>Dana Petrie, 3 Oct 2026 09:31<<}';

/** The Markdown without its front matter. */
function markdown(body: string, parts?: Parts, options?: ImportOptions): string {
  return importDocument(docx(body, parts), options)
    .markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '')
    .trimEnd();
}

function losses(body: string, parts?: Parts): string[] {
  return importDocument(docx(body, parts)).losses.map(({ message }) => message);
}

const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:') ? content : para(content)}</w:tc>`;

interface Case {
  readonly name: string;
  readonly body: string;
  readonly parts?: Parts;
  readonly options?: ImportOptions;
  readonly expected: string;
}

function cases(all: readonly Case[]): void {
  for (const { name, body, parts, options, expected } of all)
    it(name, () => assert.equal(markdown(body, parts, options), expected));
}

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
        name: 'line breaks within a paragraph',
        body: para(`${run('Wexmoor')}<w:r><w:br/></w:r>${run('The Library')}`),
        expected: 'Wexmoor\\\nThe Library',
      },
      {
        name: 'nothing of empty paragraphs and page breaks',
        body: `${para('a')}${para('')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${para('b')}`,
        expected: 'a\n\nb',
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

  describe('with tables', () => {
    cases([
      {
        name: 'of text, as GFM has them',
        body: table([
          [para(run('Branch', BOLD)), 'Visits'],
          ['Ashcombe | Road', `${para('340')}${para('a day')}`],
        ]),
        expected: '| Branch | Visits |\n| --- | --- |\n| Ashcombe \\| Road | 340<br>a day |',
      },
      {
        name: 'with columns of numbers at the right, where all their cells are',
        body: table([
          ['Branch', 'Visits', 'Loans'],
          ['a', para('340', '<w:jc w:val="right"/>'), para('2', '<w:jc w:val="end"/>')],
          ['b', para('12', '<w:jc w:val="right"/>'), 'none'],
        ]),
        expected: '| Branch | Visits | Loans |\n| --- | --: | --- |\n| a | 340 | 2 |\n| b | 12 | none |',
      },
      {
        name: 'with merged cells, as HTML',
        body: table([
          [cell('2025 & 2026', '<w:gridSpan w:val="2"/>'), 'Sum'],
          [cell('a', '<w:vMerge w:val="restart"/>'), 'b', 'c'],
          [cell('', '<w:vMerge/>'), 'd', 'e'],
        ]),
        expected:
          '<table>\n<tr>\n<th colspan="2">2025 &amp; 2026</th>\n<th>Sum</th>\n</tr>\n<tr>\n<td rowspan="2">a</td>\n<td>b</td>\n<td>c</td>\n</tr>\n<tr>\n<td>d</td>\n<td>e</td>\n</tr>\n</table>',
      },
      {
        name: 'with links and formats in merged cells, written once for what belongs together',
        body: table([
          [
            cell(
              para(
                `${run('All', BOLD)}${run(' year ', BOLD)}<w:hyperlink r:id="l">${run('re')}${run('turn')}</w:hyperlink>`,
              ),
              '<w:gridSpan w:val="2"/>',
            ),
          ],
          ['a', 'b'],
        ]),
        parts: { links: { l: 'https://wexmoor.example/?a&b' } },
        expected:
          '<table>\n<tr>\n<th colspan="2"><strong>All year</strong> <a href="https://wexmoor.example/?a&amp;b">return</a></th>\n</tr>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</table>',
      },
      {
        name: 'with lists in a cell, as HTML',
        body: table([
          ['What', 'How'],
          ['a', item(1, 'one') + item(1, 'two')],
        ]),
        parts: { numbering: LISTS },
        expected:
          '<table>\n<tr>\n<th>What</th>\n<th>How</th>\n</tr>\n<tr>\n<td>a</td>\n<td>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n</td>\n</tr>\n</table>',
      },
      {
        name: 'with merged cells and changes, as GFM, which can show them',
        body: table([[cell('Both', '<w:gridSpan w:val="2"/>')], ['a', para(inserted('b'))]]),
        expected: `| Both | |\n| --- | --- |\n| a | {++b++}${DANA} |`,
      },
    ]);
  });

  describe('with what reviewers did', () => {
    const note = (text: string, who = 'Dana Petrie'): string => `{>>${who}, 3 Oct 2026 09:31: ${text}<<}`;
    cases([
      {
        name: 'insertions, deletions and replacements',
        body: para(
          run('Open ') +
            inserted('every ') +
            run('day') +
            deleted(' but Mondays') +
            run(', ') +
            deleted('free') +
            inserted('at no cost'),
        ),
        expected: `Open {++every ++}${DANA}day{-- but Mondays--}${DANA}, {~~free~>at no cost~~}${DANA}`,
      },
      {
        name: 'replacements by two people as a change of each',
        body: para(deleted('free') + inserted('at no cost', 'w:author="R. Shah"')),
        expected: `{--free--}${DANA}{++at no cost++}{>>R. Shah, undated<<}`,
      },
      {
        name: 'moves as a deletion and an insertion',
        body: para(
          `${run('a ')}<w:moveFrom w:id="1" w:author="D">${run('b')}</w:moveFrom>${run(' c ')}<w:moveTo w:id="2" w:author="D">${run('b')}</w:moveTo>`,
        ),
        expected: 'a {--b--}{>>D, undated<<} c {++b++}{>>D, undated<<}',
      },
      {
        name: 'changes of a format that Markdown has, and of no other',
        body: para(
          run('bold', `${BOLD}<w:rPrChange w:id="1" w:author="D"><w:rPr/></w:rPrChange>`) +
            run(' red', '<w:color w:val="FF0000"/><w:rPrChange w:id="2" w:author="D"><w:rPr/></w:rPrChange>'),
        ),
        expected: '{~~bold~>**bold**~~}{>>D, undated<<} red',
      },
      {
        name: 'whole paragraphs, as Word inserts and deletes them',
        body:
          para('First.', marked('ins')) +
          para(inserted('New.')) +
          para(deleted('Old.'), marked('del')) +
          para('Last.'),
        expected: `First.\n\n{++New.++}${DANA}\n\n{--Old.--}${DANA}\n\nLast.`,
      },
      {
        name: 'a paragraph that was divided',
        body: para('One. ', marked('ins')) + para('Two.'),
        expected: `One. {--Two.--}${DANA}\n\n{++Two.++}${DANA}`,
      },
      {
        name: 'paragraphs that were joined',
        body: para('One. ', marked('del')) + para('Two.'),
        expected: `One. {++Two.++}${DANA}\n\n{--Two.--}${DANA}`,
      },
      {
        name: 'rows',
        body: table([['a'], ['b']]).replace(
          '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">b',
          '<w:tr><w:trPr><w:del w:id="1" w:author="Dana Petrie" w:date="2026-10-03T09:31:00Z"/></w:trPr><w:tc><w:p><w:r><w:t xml:space="preserve">b',
        ),
        expected: `| a |\n| --- |\n| {--b--}${DANA} |`,
      },
      {
        name: 'changes in links and in the results of fields',
        body: para(
          `<w:hyperlink r:id="l">${run('the ')}${inserted('annual ')}${run('return')}</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${deleted(' 3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
        parts: { links: { l: 'https://wexmoor.example/' } },
        expected: `[the](https://wexmoor.example/) {++[annual](https://wexmoor.example/) ++}${DANA}[return](https://wexmoor.example/){-- 3--}${DANA}`,
      },
      {
        name: 'nothing of what was inserted and then deleted',
        body: para(
          `${run('a')}<w:ins w:id="1" w:author="D"><w:del w:id="2" w:author="D"><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>`,
        ),
        expected: 'a',
      },
      {
        name: 'comments with replies, on words, at a point, and resolved',
        body: para(run('Visits ') + commented(0, 'rose') + run('.') + commented(1, '<w:r/>')),
        parts: {
          comments: `${comment(0, 'Where from?')}${comment(1, 'Good.\u00a0Keep.')}${comment(2, 'The return.', 'R. Shah')}`,
          commentsExtended:
            '<w15:commentEx w15:paraId="10000000" w15:done="1"/><w15:commentEx w15:paraId="10000002" w15:paraIdParent="10000000"/>',
        },
        expected: `Visits {==rose==}{>>Dana Petrie, 3 Oct 2026 09:31 (resolved): Where from?<<}${note('The return.', 'R. Shah')}.${note('Good.\u00a0Keep.')}`,
      },
      {
        name: 'two comments on the same, which do not answer each other',
        body: para(
          '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>' +
            run('rose') +
            '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/>',
        ),
        parts: { comments: comment(0, 'a') + comment(1, 'b') },
        expected: `{==rose==}${note('a')}{====}${note('b')}`,
      },
      {
        name: 'a comment on part of what another is on, and two that overlap',
        body: para(
          `<w:commentRangeStart w:id="0"/>${run('a ')}<w:commentRangeStart w:id="1"/>${run('b')}<w:commentRangeEnd w:id="1"/><w:commentRangeStart w:id="2"/>${run(' c')}<w:commentRangeEnd w:id="0"/>${run(' d')}<w:commentRangeEnd w:id="2"/>`,
        ),
        parts: { comments: comment(0, 'x') + comment(1, 'y') + comment(2, 'z') },
        expected: `{==a {==b==}${note('y')} c==}${note('x')}{== d==}${note('z')}`,
      },
      {
        name: 'a comment on several paragraphs, in the first of them',
        body: `${para(`${run('a ')}<w:commentRangeStart w:id="0"/>${run('b')}`)}${para(`${run('c')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`)}`,
        parts: { comments: comment(0, 'x') },
        expected: `a {==b==}${note('x')}\n\nc`,
      },
      {
        name: 'a comment on nothing in the text, at the end',
        body: para('a'),
        parts: { comments: comment(0, 'x') },
        expected: `a\n\n${note('x')}`,
      },
      {
        name: 'accepted, where that is asked for',
        body: para(`${run('a ')}${inserted('b ')}${deleted('c ')}`, marked('del')) + para(commented(0, 'd')),
        parts: { comments: comment(0, 'x') },
        options: { changes: 'accept', comments: 'drop' },
        expected: 'a b d',
      },
      {
        name: 'rejected, where that is asked for',
        body: para(`${run('a ')}${inserted('b ')}${deleted('c ')}`, marked('ins')) + para(commented(0, 'd')),
        parts: { comments: comment(0, 'x') },
        options: { changes: 'reject' },
        expected: `a c {==d==}${note('x')}`,
      },
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

  it('with what the document says of itself as front matter', () => {
    const styles = ['Title', 'Subtitle', 'Date', 'Author']
      .map((name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`)
      .join('');
    const body =
      styled('Title', 'Open later: 8pm') +
      styled('Subtitle', 'Four libraries') +
      styled('Author', `${run('Report to:', BOLD)}<w:r><w:tab/></w:r>${run('Cabinet')}`) +
      styled('Date', 'Date: 9 December 2026') +
      para('Text.');
    const core =
      '<dc:creator>Ruth Ademola</dc:creator><dcterms:modified>2026-12-10T10:00:00Z</dcterms:modified>';
    assert.equal(
      importDocument(docx(body, { styles, core })).markdown,
      '---\ntitle: "Open later: 8pm"\nsubtitle: Four libraries\naudience: Cabinet\nauthor: Ruth Ademola\ndate: 9 December 2026\n---\n\n# Open later: 8pm\n\nText.\n'.replace(
        'date: 9 December 2026',
        'date: "9 December 2026"',
      ),
    );
  });

  describe('with the title block of a council’s paper', () => {
    const heading = styled('berschrift1', 'Opening hours review');
    const title = heading + styled('berschrift2', '1. Purpose');
    const imported = (body: string) => importDocument(docx(body, { styles: HEADINGS })).markdown;

    it('as front matter: whom it is for, whose it is, of which body and day', () => {
      const lines =
        para(run('HARROWBY BOROUGH COUNCIL', BOLD)) +
        para(run('Report to:', BOLD) + run(' Communities Scrutiny Committee')) +
        para('Date of meeting: 12 March 2019') +
        para('Wards affected: all') +
        para('Report of: Head of Libraries');
      const text = `Wards affected: all\n\n# Opening hours review\n\n## 1. Purpose\n`;
      const head =
        'audience: Communities Scrutiny Committee\nauthor: Head of Libraries\norganisation: Harrowby Borough Council\ndate: 2019-03-12';
      assert.equal(imported(lines + title), `---\n${head}\n---\n\n${text}`);
    });

    for (const line of [
      'Date of meeting: 12 March 2026 at 10am, Committee Room 2',
      'Date: 12 March 2026 to 14 March 2026',
      'From: 1 April 2026',
      'To: 31 March 2027',
      'For: 3 branches',
      'To: all library members, we are sorry to tell you that the lift is out of use until May.',
    ])
      for (const place of ['above', 'below'])
        it(`and no words of a line ${place} the title that says more: “${line}”`, () => {
          const text = imported(
            (place === 'above' ? para(line) + heading : heading + para(line)) + para('Text.'),
          );
          assert.ok(text.split('\n').includes(line), text);
          assert.doesNotMatch(text, /^(?:audience|author):|^date: 2027/m);
        });

    for (const [line, date] of [
      ['Date: Thursday 12 March 2026', '2026-03-12'],
      ['Date: 12 March 2026 (Thursday)', '2026-03-12'],
      ['Date of report: March 2026', 'March 2026'],
    ] as const)
      it(`as front matter alone, where a line says the day and no more: “${line}”`, () => {
        assert.equal(
          imported(para(line) + title),
          `---\ntitle: Opening hours review\ndate: ${date}\n---\n\n# Opening hours review\n\n## 1. Purpose\n`,
        );
      });

    for (const [what, lines] of [
      ['of which no title follows', [para('Report to: Cabinet'), para('Harrowby Council')]],
      ['behind running text', [para('We met on Monday.'), para('Report to: Cabinet'), title]],
      ['that is no name', [para('What we ask of the council'), title]],
      ['that is no body’s', [para('Libraries for Everybody'), title]],
      ['in which somebody has made a change', [para(run('Report to: ') + inserted('Cabinet')), title]],
    ] as const)
      it(`not of a line ${what}`, () =>
        assert.doesNotMatch(imported(lines.join('')), /^(?:audience|author|organisation):/m));
  });

  describe('with the date', () => {
    const saved = (modified: string, created = modified) =>
      `<dcterms:created>${created}T10:00:00Z</dcterms:created><dcterms:modified>${modified}T10:00:00Z</dcterms:modified>`;
    const dated = (lines: readonly string[], core: string): string | undefined =>
      /^date: (.*)$/m.exec(
        importDocument(docx(lines.map((line) => para(line)).join(''), { core })).markdown,
      )?.[1];

    for (const [line, date] of [
      ['4 March 2019', '2019-03-04'],
      ['Report to Cabinet, Monday 4th March 2019', '2019-03-04'],
      ['Date of meeting: 04/03/2019', '2019-03-04'],
      ['March 4, 2019', '2019-03-04'],
      ['2019-03-04', '2019-03-04'],
      ['March 2019', 'March 2019'],
    ] as const)
      it(`that its first lines say: “${line}”`, () =>
        assert.equal(dated(['Ashby Library', line, 'Text of 2026.'], saved('2026-11-29')), date));

    it('that a table at the top says', () =>
      assert.match(
        importDocument(docx(table([['Date', '4 March 2019']]) + para('Text.'), { core: saved('2026-11-29') }))
          .markdown,
        /^date: 2019-03-04$/m,
      ));

    for (const [what, lines, core, date] of [
      [
        'of its file, where the text names its year',
        ['Visits rose in 2026.'],
        saved('2026-11-29'),
        '2026-11-29',
      ],
      ['of its file, where the text names no year', ['Visits rose.'], saved('2026-11-29'), '2026-11-29'],
      [
        'at which it was made, where it was saved long after what the text speaks of',
        ['Visits rose in 2018/19.'],
        saved('2026-11-29', '2019-03-02'),
        '2019-03-02',
      ],
      [
        'left out where no year of its file is one of the text',
        ['Visits rose in 2018.'],
        saved('2026-11-29'),
        undefined,
      ],
      ['left out where it is that of a template', ['Visits rose.'], saved('2013-12-23'), undefined],
    ] as const)
      it(what, () => assert.equal(dated(lines, core), date));

    for (const line of [
      'Closing date: 4 March 2019',
      'The library burnt down on 4 March 2019.',
      '4 March 2019 to 6 March 2019',
      '31 February 2019',
    ])
      it(`that is not the paper’s: “${line}”`, () =>
        assert.equal(dated([line], saved('2026-11-29')), undefined));
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
