/** Word documents that say what nobody would write. */
import { strToU8 } from 'fflate';
import {
  comment,
  commented,
  deleted,
  docx,
  inserted,
  item,
  LISTS,
  marked,
  type Parts,
  PNG,
  para,
  picture,
  run,
  styled,
  table,
} from '../docx/make';
import { begin, box, code, end, type Hostile, patched, separate, WHOLE } from './whole-document';

export function hostileContents(): Hostile[] {
  const of = (name: string, body: string, parts: Parts = {}): Hostile => ({
    name,
    bytes: docx(body, { ...WHOLE, ...parts }),
  });
  const many = (count: number, each: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => each(at)).join('');
  const starts = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
  const ends = (id: number): string =>
    `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  const notes = (content: string): Parts => ({ footnotes: `<w:footnote w:id="2">${content}</w:footnote>` });
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const comments = many(3000, (id) => comment(id, `c${id}`));
  const cell = (properties: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${para('x')}</w:tc>`;
  let nestedTable = para('x');
  for (let depth = 0; depth < 120; depth++) nestedTable = table([[nestedTable]]);
  let nestedBox = para('x');
  for (let depth = 0; depth < 60; depth++) nestedBox = para(run('y') + box(nestedBox));
  return [
    of(
      'with fields that never end',
      many(5000, () => para(begin + code('TOC') + separate)) + para('The report.'),
    ),
    of(
      'with ends of fields that never began',
      many(5000, () => para(end + separate)),
    ),
    of(
      'with fields in fields',
      para(begin.repeat(5000) + code('IF') + separate.repeat(5000) + run('x') + end.repeat(5000)),
    ),
    of(
      'with an instruction of a megabyte',
      para(begin + code(`HYPERLINK "${'a'.repeat(1_000_000)}`) + separate + run('x') + end),
    ),
    of(
      'with an instruction of backslashes',
      para(begin + code(`HYPERLINK ${'\\&quot;'.repeat(100_000)}`) + separate + run('x') + end),
    ),
    of('with comments that never end', para(many(3000, starts) + run('x')), { comments }),
    of('with comments that never begin', para(many(3000, ends) + run('x')), { comments }),
    of(
      'with comments that overlap',
      para(many(3000, (id) => starts(id) + run('x')) + many(3000, (id) => run('y') + ends(id))),
      { comments },
    ),
    of(
      'with comments in comments',
      para(many(3000, (id) => starts(id) + run('x')) + many(3000, (id) => ends(2999 - id))),
      { comments },
    ),
    of(
      'with comments over thousands of paragraphs',
      many(3000, (id) => para(starts(id) + run('x'))) + many(3000, (id) => para(run('y') + ends(id))),
      { comments },
    ),
    of('with comments that answer each other in a circle', para(commented(0, 'x') + commented(1, 'y')), {
      commentsExtended:
        '<w15:commentEx w15:paraId="10000000" w15:paraIdParent="10000001"/><w15:commentEx w15:paraId="10000001" w15:paraIdParent="10000000"/>',
    }),
    of('with a reply to a reply to a reply', para(commented(0, 'x')), {
      comments: many(3000, (id) => comment(id, 'x', 'A', String(id).padStart(8, '0'))),
      commentsExtended: many(
        2999,
        (id) =>
          `<w15:commentEx w15:paraId="${String(id + 1).padStart(8, '0')}" w15:paraIdParent="${String(id).padStart(8, '0')}"/>`,
      ),
    }),
    of('with a comment that ends others', para(commented(0, 'x')), {
      comments: comment(0, '<<}{++{>>\\ ¶ | ` -->'),
    }),
    of(
      'with an author of signs',
      para(inserted('x', 'w:author="&lt;&lt;}: (resolved), 1 Jan 2026:" w:date="9999-99-99T99:99:99Z"')),
    ),
    of('with 20,000 changes', para(many(10_000, () => inserted(run('a')) + deleted('b')))),
    of(
      'with 6,000 inserted paragraphs',
      many(6_000, () => para('a', marked('ins'))),
    ),
    of(
      'with 6,000 deleted paragraphs',
      many(6_000, () => para('a', marked('del'))),
    ),
    of(
      'with ends that are both',
      many(2000, (at) =>
        para(
          'a',
          marked(at % 2 ? 'ins' : 'del').replace('</w:rPr>', '<w:ins w:id="1"/><w:del w:id="2"/></w:rPr>'),
        ),
      ),
    ),
    of(
      'with changes in changes',
      para(`${'<w:ins w:id="1"><w:del w:id="2">'.repeat(100)}${run('x')}${'</w:del></w:ins>'.repeat(100)}`),
    ),
    of('with a note that refers to itself', para(reference), notes(para(run('x') + reference))),
    of('with a note that refers to nothing', para('<w:r><w:footnoteReference w:id="99"/></w:r>')),
    of('with 20,000 references to a note', para(reference.repeat(20_000))),
    of('with tables in tables', nestedTable),
    of('with boxes in boxes', nestedBox),
    of(
      'with a cell of a milliard columns',
      table([[cell('<w:gridSpan w:val="1000000000"/>'), cell('<w:gridSpan w:val="-5"/>')]]),
    ),
    of(
      'with 3,000 rows of 63 columns each',
      `<w:tbl>${`<w:tr>${cell('<w:gridSpan w:val="63"/><w:vMerge/>')}</w:tr>`.repeat(3000)}</w:tbl>`,
    ),
    of(
      'with a row of 8,000 cells',
      `<w:tbl><w:tr>${cell('').repeat(8_000)}</w:tr><w:tr>${cell('')}</w:tr></w:tbl>`,
    ),
    of(
      'with a wide row and 20,000 short ones',
      `<w:tbl><w:tr>${cell('<w:gridSpan w:val="63"/>').repeat(300)}</w:tr>${`<w:tr>${cell('')}</w:tr>`.repeat(5000)}</w:tbl>`,
    ),
    of('with rows without cells', '<w:tbl><w:tr/><w:tr><w:trPr/></w:tr></w:tbl>'),
    of('with cells without paragraphs', '<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>'),
    of(
      'with cells merged with nothing',
      `<w:tbl><w:tr>${cell('<w:hMerge/>')}${cell('<w:vMerge/>')}</w:tr></w:tbl>`,
    ),
    of('with lists of unheard-of levels', item(1, 'a', 999_999_999) + item(2, 'b', -1) + item(77, 'c')),
    of('with numbers without end', item(3, 'a') + item(3, 'b'), {
      numbering: LISTS.replace('w:val="5"', 'w:val="999999999"'),
    }),
    of(
      'with 10,000 items that go in and out',
      many(10_000, (at) => item(1 + (at % 2), 'a', at % 9)),
      { numbering: LISTS },
    ),
    of('with styles in a circle', styled('A', 'a'), {
      styles:
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    }),
    of(
      'with styles on each other',
      many(2000, (at) => styled(`s${at}`, 'a')),
      {
        styles: many(2000, (at) => `<w:style w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`),
      },
    ),
    of('with styles called as those of objects', styled('__proto__', 'a') + styled('constructor', 'b')),
    of(
      'with 30,000 bookmarks',
      para(many(30_000, (at) => `<w:bookmarkStart w:id="${at}" w:name="b${at}"/>`) + run('x')),
    ),
    of(
      'with 8,000 headings of one name',
      many(8_000, () => styled('berschrift1', 'a')),
    ),
    of('with links that run', para(many(5, () => `<w:hyperlink r:id="l">${run('x')}</w:hyperlink>`)), {
      links: { l: 'javascript:alert(1)' },
    }),
    of('with links to folders of a network', para(`<w:hyperlink r:id="l">${run('x')}</w:hyperlink>`), {
      links: { l: '\\\\server\\share' },
    }),
    of('with links with line ends', para(`<w:hyperlink r:id="l">${run('x')}</w:hyperlink>`), {
      links: { l: 'https://a.bc/&#10;)[x](javascript:y' },
    }),
    of('with pictures that are none', para(picture('p')), { media: { p: ['media/a.png', strToU8('x')] } }),
    of('with a picture of enormous size', para(picture('p')), {
      media: { p: ['media/a.png', patched(new Uint8Array(PNG), 0x52444849, 4, 0xffffff7f, 4)] },
    }),
    of('with a picture that is a page', para(picture('p')), {
      media: {
        p: [
          'media/a.svg',
          strToU8(
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><image href="file:///etc/passwd"/></svg>',
          ),
        ],
      },
    }),
    of('with a picture that is elsewhere', para('<w:r><w:drawing><a:blip r:link="l"/></w:drawing></w:r>'), {
      links: { l: 'file:///etc/passwd' },
    }),
    of('with a description of a megabyte', para(picture('p', ']('.repeat(300_000)))),
    of('with 5,000 pictures', para(picture('p').repeat(5000))),
    of('with a document in it', '<w:altChunk r:id="l"/>'),
    of('with an object in it', para('<w:r><w:object><o:OLEObject/></w:object></w:r>')),
    of('with front matter in its title', styled('Title', '---\n"a: b" # \\'), {
      core: '<dc:title>a: "b\\ # c</dc:title><dc:creator>true</dc:creator>',
    }),
  ];
}

/** Signs of which a long line must not take longer than its length. */
export function hostileLines(): Hostile[] {
  const signs = [
    '[',
    '](',
    '*a ',
    '_a',
    '~ ',
    '`',
    '<',
    '&',
    'http://',
    'http://a.bc/((',
    'www.',
    'a@',
    'a@b.',
    '\\',
    '{++',
    '++}',
    '{>>',
    '|',
    ' ',
    '\u00a0',
    '1. ',
    '# ',
    '- ',
    '![',
    '[^1]',
    '$',
    '=',
    'a',
  ];
  return signs.map((sign) => ({
    name: `with two hundred thousand characters of “${sign}”`,
    bytes: docx(para(run(sign.repeat(Math.ceil(200_000 / sign.length))))),
  }));
}
