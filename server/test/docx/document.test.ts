import assert from 'node:assert/strict';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { type Block, DocxError, type Inline, type Paragraph, readDocument } from '../../src/docx';
import { plainText } from '../../src/docx/plain-text';
import {
  comment,
  commented,
  deleted,
  docx,
  docxFiles,
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
} from './make';

const BY = { author: 'Dana Petrie', date: '2026-10-03T09:31:00Z' };

function paragraphs(body: string, parts?: Parts): Paragraph[] {
  return readDocument(docx(body, parts)).blocks.filter((block) => block.type === 'paragraph');
}

function texts(blocks: readonly Block[]): string[] {
  return plainText(blocks).split('\n');
}

/** Pieces without what is empty: type, text and review. */
function pieces(inlines: readonly Inline[]): unknown[] {
  return inlines.map((inline) => {
    const { format: _, ...rest } = inline as Inline & { format?: unknown };
    return rest;
  });
}

describe('A Word document as it is read', () => {
  it('has headings by their outline level, whatever language their styles are named in', () => {
    const own = para('By itself', '<w:outlineLvl w:val="2"/>');
    const none = para('None', '<w:pStyle w:val="berschrift1"/><w:outlineLvl w:val="9"/>');
    const found = paragraphs(styled('berschrift2', 'Kosten') + own + none, { styles: HEADINGS });
    assert.deepEqual(
      found.map(({ heading }) => heading),
      [2, 3, undefined],
    );
  });

  it('takes a level from the style that a style is based on, and ends where they go in a circle', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 3"/><w:basedOn w:val="B"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Own"/><w:basedOn w:val="A"/></w:style>';
    const [first] = paragraphs(styled('B', 'Costs'), { styles });
    assert.equal(first?.heading, 3);
  });

  it('counts lists as Word does: on after text, anew below another item, from where a list begins', () => {
    const body =
      item(2, 'a') +
      item(2, 'b', 1) +
      item(2, 'c', 1) +
      para('x') +
      item(2, 'd') +
      item(2, 'e', 1) +
      item(3, 'f');
    const places = paragraphs(body, { numbering: LISTS }).flatMap(({ list }) => (list ? [list] : []));
    assert.deepEqual(
      places.map(({ level, value }) => [level, value]),
      [
        [0, 1],
        [1, 1],
        [1, 2],
        [0, 2],
        [1, 1],
        [0, 5],
      ],
    );
  });

  it('knows what reviewers did to words, paragraph marks and rows', () => {
    const [first, second] = paragraphs(
      para(`${run('Open ')}${inserted('every day')}${deleted('on Mondays')}`, marked('ins')) +
        para('x', marked('del')),
    );
    assert.deepEqual(pieces(first!.inlines), [
      { type: 'text', text: 'Open ' },
      { type: 'text', text: 'every day', inserted: BY },
      { type: 'text', text: 'on Mondays', deleted: BY },
    ]);
    assert.deepEqual([first?.mark, second?.mark], [{ inserted: BY }, { deleted: BY }]);
    const rows = table([['a'], ['b']], false).replace(
      '<w:tr>',
      '<w:tr><w:trPr><w:ins w:id="4" w:author="Dana Petrie" w:date="2026-10-03T09:31:00Z"/></w:trPr>',
    );
    const [block] = readDocument(docx(rows)).blocks;
    assert.deepEqual(block?.type === 'table' && block.rows.map(({ review }) => review), [
      { inserted: BY },
      {},
    ]);
  });

  it('gives comments with their replies and whether they are resolved, and where they stand', () => {
    const { blocks, comments } = readDocument(
      docx(para(`${run('Visits ')}${commented(0, 'rose')}`), {
        comments: comment(0, 'Where from?') + comment(1, 'The annual return.', 'R. Shah'),
        commentsExtended:
          '<w15:commentEx w15:paraId="10000000" w15:done="1"/><w15:commentEx w15:paraId="10000001" w15:paraIdParent="10000000" w15:done="0"/>',
      }),
    );
    assert.deepEqual(comments.get('0'), [
      { ...BY, text: 'Where from?', resolved: true },
      { ...BY, author: 'R. Shah', text: 'The annual return.' },
    ]);
    const marks = (blocks[0] as Paragraph).inlines.map((inline) =>
      inline.type === 'comment' ? inline.at : inline.type,
    );
    assert.deepEqual(marks, ['text', 'start', 'text', 'end', 'reference']);
  });

  it('keeps bookmarks between blocks for the next paragraph', () => {
    const [, second] = paragraphs(
      `${para('a')}<w:bookmarkStart w:id="7" w:name="_adv1"/>${para('b')}<w:bookmarkEnd w:id="7"/>`,
    );
    assert.deepEqual(pieces(second!.inlines), [
      { type: 'bookmark', at: 'start', id: '7', name: '_adv1' },
      { type: 'text', text: 'b' },
      { type: 'bookmark', at: 'end', id: '7' },
    ]);
  });

  const field = (instruction: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it('keeps the result of a field, takes a link from it, and leaves a table of contents out', () => {
    const body =
      para(`${run('Page ')}${field('PAGE', run('4'))}`) +
      para(field('HYPERLINK "https://wexmoor.example/a" \\l "b"', run('here'))) +
      para(field('TOC \\o "1-3"', `${run('Costs 3')}</w:p><w:p>${run('Risks 4')}`));
    const [page, link, ...contents] = paragraphs(body);
    assert.deepEqual(texts([page!]), ['Page 4']);
    assert.deepEqual(pieces(link!.inlines), [
      { type: 'text', text: 'here', link: { address: 'https://wexmoor.example/a', anchor: 'b' } },
    ]);
    assert.deepEqual(texts(contents), ['']);
  });

  it('does not lose a document to a field without an end', () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>';
    const body = para(`${open}<w:r><w:fldChar w:fldCharType="separate"/></w:r>`) + para('The report.');
    assert.deepEqual(texts(readDocument(docx(body)).blocks), ['The report.']);
  });

  it('finds pictures with their descriptions, also as old documents have them, and text boxes', () => {
    const old = '<w:r><w:pict><v:shape alt="A map"><v:imagedata r:id="p2"/></v:shape></w:pict></w:r>';
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${para('Beside')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${para('Beside')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const [first] = paragraphs(para(picture('p1', 'Visits by month') + old + box), {
      media: { p1: ['media/image1.png', strToU8('x')], p2: ['media/image2.png', strToU8('y')] },
    });
    const [one, two, three] = first!.inlines;
    assert.deepEqual(one, { type: 'picture', part: 'word/media/image1.png', alt: 'Visits by month' });
    assert.deepEqual(two, { type: 'picture', part: 'word/media/image2.png', alt: 'A map' });
    assert.deepEqual(three?.type === 'box' && texts(three.blocks), ['Beside']);
    assert.equal(first?.inlines.length, 3);
  });

  it('unwraps content controls, and reads tables with merged cells', () => {
    const cell = (content: string, properties: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${para(content)}</w:tc>`;
    const body =
      `<w:sdt><w:sdtPr/><w:sdtContent>${para('In a control')}</w:sdtContent></w:sdt>` +
      table([
        [cell('a', '<w:gridSpan w:val="2"/>'), cell('b', '<w:vMerge w:val="restart"/>')],
        ['c', 'd', cell('', '<w:vMerge/>')],
      ]);
    const [control, rows] = readDocument(docx(body)).blocks;
    assert.deepEqual(texts([control!]), ['In a control']);
    assert.deepEqual(
      rows?.type === 'table' &&
        rows.rows.map(({ cells }) => cells.map(({ columns, merged }) => [columns, merged])),
      [
        [
          [2, undefined],
          [1, 'first'],
        ],
        [
          [1, undefined],
          [1, undefined],
          [1, 'next'],
        ],
      ],
    );
  });

  it('is read whatever prefixes it has, and in strict Open XML', () => {
    const files = docxFiles(styled('berschrift1', 'Costs'), { styles: HEADINGS });
    const strict = Object.entries(files).map(([name, bytes]) => {
      const text = strFromU8(bytes)
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll('<w:', '<x:')
        .replaceAll('</w:', '</x:')
        .replaceAll(' w:', ' x:')
        .replaceAll('xmlns:w=', 'xmlns:x=');
      return [name, strToU8(text)] as const;
    });
    const [first] = readDocument(zipSync(Object.fromEntries(strict))).blocks as Paragraph[];
    assert.deepEqual([first?.heading, texts([first!])], [1, ['Costs']]);
  });

  it('finds its text wherever the package says that it is', () => {
    const { 'word/document.xml': main, ...files } = docxFiles(para('Elsewhere'));
    files['_rels/.rels'] = strToU8(
      strFromU8(files['_rels/.rels']!).replace('word/document.xml', '/text/Main.XML'),
    );
    files['text/main.xml'] = main!;
    assert.deepEqual(texts(readDocument(zipSync(files)).blocks), ['Elsewhere']);
  });

  it('gives the custom XML of a namespace as it stands', () => {
    const { 'word/_rels/document.xml.rels': relations, ...files } = docxFiles(para('x'));
    files['word/_rels/document.xml.rels'] = strToU8(
      strFromU8(relations!).replace(
        '</Relationships>',
        '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
      ),
    );
    files['customXml/item1.xml'] = strToU8('<draft xmlns="urn:example:draft">a</draft>');
    const document = readDocument(zipSync(files));
    assert.deepEqual(document.customXml('urn:example:draft'), ['<draft xmlns="urn:example:draft">a</draft>']);
    assert.deepEqual(document.customXml('urn:example:other'), []);
  });

  it('has no control characters, whichever version of XML it says it is', () => {
    const files = docxFiles(para('<w:r><w:t>&#27;[31m</w:t></w:r>'));
    const text = strFromU8(files['word/document.xml']!).replace(
      /^(?:<\?xml[^>]*>)?/,
      '<?xml version="1.1"?>',
    );
    files['word/document.xml'] = strToU8(text);
    assert.throws(() => readDocument(zipSync(files)), /damaged/);
  });

  it('is read though a part is damaged that its text does without', () => {
    const files = docxFiles(item(2, 'An item'), { numbering: LISTS, header: para('Council') });
    const broken = strToU8('<w:broken');
    const damaged = {
      ...files,
      'word/numbering.xml': broken,
      'word/header.xml': broken,
      'docProps/core.xml': broken,
    };
    assert.deepEqual(texts(readDocument(zipSync(damaged)).blocks), ['An item']);
  });

  const refused: readonly (readonly [what: string, bytes: Uint8Array, message: RegExp])[] = [
    ['empty', new Uint8Array(), /^it is empty; copy it here again/],
    ['encrypted or a .doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), /in the old \.doc format/],
    [
      'an OpenDocument file',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      /OpenDocument/,
    ],
    ['a Rich Text file', strToU8('{\\rtf1 Hello}'), /Rich Text/],
    ['cut off', docx(para('x')).subarray(0, 900), /damaged/],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), /no Word document/],
    [
      'with broken XML',
      zipSync({ ...docxFiles(''), 'word/document.xml': strToU8('<w:document>') }),
      /“word\/document\.xml” in it is damaged/,
    ],
    [
      'with a document type',
      zipSync({ ...docxFiles(''), 'word/document.xml': strToU8('<!DOCTYPE a><a/>') }),
      /document type/,
    ],
  ];
  for (const [what, bytes, message] of refused) {
    it(`is refused in plain words where it is ${what}`, () => {
      assert.throws(
        () => readDocument(bytes),
        (error) => error instanceof DocxError && message.test(error.message),
      );
    });
  }
});
