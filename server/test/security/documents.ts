/** Word documents made by somebody who wishes their reader ill, or damaged on their way. */
import { strFromU8, strToU8, zipSync } from 'fflate';
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
} from '../docx/make';

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const box = (content: string): string =>
  `<w:r><w:pict><w:txbxContent>${content}</w:txbxContent></w:pict></w:r>`;

/** One of everything, to be damaged. */
const WHOLE: Parts = {
  styles: HEADINGS,
  numbering: LISTS,
  footnotes: `<w:footnote w:id="2">${para('A note.')}</w:footnote>`,
  comments: comment(0, 'Where from?') + comment(1, 'There.'),
  commentsExtended: '<w15:commentEx w15:paraId="10000001" w15:paraIdParent="10000000" w15:done="1"/>',
  header: para('Council'),
  core: '<dc:title>A paper</dc:title>',
  media: { p: ['media/a.png', PNG] },
  links: { l: 'https://example.org/' },
};
const BODY =
  styled('berschrift1', 'Costs') +
  para(run('Visits ') + commented(0, 'rose') + inserted(' again') + deleted(' never'), marked('ins')) +
  item(1, 'a') +
  item(2, 'b', 1) +
  table([
    ['Branch', 'Visits'],
    ['Ashcombe', para(picture('p', 'A map'))],
  ]) +
  para(
    `${begin}${code('HYPERLINK "https://example.org"')}${separate}${run('here')}${end}<w:r><w:footnoteReference w:id="2"/></w:r>`,
  );

/** Numbers that are the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function damaged(): Hostile[] {
  const whole = docx(BODY, WHOLE);
  const out: Hostile[] = [];
  for (let part = 0; part < 40; part++)
    out.push({
      name: `cut off after ${part} of 40 parts`,
      bytes: whole.subarray(0, Math.floor((whole.length * part) / 40)),
    });
  const next = random(1);
  for (let at = 0; at < 60; at++) {
    const bytes = whole.slice();
    for (let count = 0; count < 1 + (at % 5); count++)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    out.push({ name: `with bytes changed, ${at}`, bytes });
  }
  const files = docxFiles(BODY, WHOLE);
  const names = Object.keys(files).filter((name) => /\.(?:xml|rels)$/.test(name));
  for (let at = 0; at < 60; at++) {
    const name = names[at % names.length]!;
    const text = strFromU8(files[name]!);
    const from = Math.floor(next() * text.length);
    const cut = text.slice(0, from) + text.slice(from + Math.floor(next() * 80));
    out.push({ name: `with a hole in ${name}, ${at}`, bytes: zipSync({ ...files, [name]: strToU8(cut) }) });
  }
  // Whole elements gone or doubled: well-formed, and not what it should be.
  const elements = [...strFromU8(files['word/document.xml']!).matchAll(/<w:[a-zA-Z]+(?: [^>]*)?\/>/g)];
  for (const [at, { 0: element, index }] of elements.slice(0, 40).entries()) {
    const text = strFromU8(files['word/document.xml']!);
    const without =
      text.slice(0, index) + (at % 2 ? element + element + element : '') + text.slice(index + element.length);
    out.push({
      name: `with ${element.slice(0, 30)} ${at % 2 ? 'trebled' : 'taken out'}, ${at}`,
      bytes: zipSync({ ...files, 'word/document.xml': strToU8(without) }),
    });
  }
  return out;
}

function otherKinds(): Hostile[] {
  const text = (name: string, content: string): Hostile => ({ name, bytes: strToU8(content) });
  return [
    { name: 'empty', bytes: new Uint8Array() },
    {
      name: 'an old .doc, or one with a password',
      bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)),
    },
    {
      name: 'an OpenDocument text',
      bytes: zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
    },
    {
      name: 'a workbook',
      bytes: zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'xl/workbook.xml': strToU8('<workbook/>'),
      }),
    },
    { name: 'an archive of nothing', bytes: zipSync({}) },
    { name: 'a picture', bytes: PNG },
    text('rich text', '{\\rtf1\\ansi Hello}'),
    text('a PDF', '%PDF-1.7'),
    text('a web page', '<html><body>Hello</body></html>'),
    text('plain text', 'Hello'),
    text('the start of an archive', 'PK\u0003\u0004'),
    { name: 'zeroes', bytes: new Uint8Array(70_000) },
  ];
}

/** Writes numbers of two or four bytes into a copy. */
function patched(bytes: Uint8Array, find: number, offset: number, value: number, size: 2 | 4): Uint8Array {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  for (let at = 0; at + 4 <= out.length; at++) {
    if (view.getUint32(at, true) !== find) continue;
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return out;
}

const ENTRY = 0x02014b50;
const LAST = 0x06054b50;

function archives(): Hostile[] {
  const whole = docx(BODY, WHOLE);
  const files = docxFiles(BODY, WHOLE);
  const many = Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`x/${at}.xml`, strToU8('<a/>')]));
  return [
    {
      name: 'a bomb',
      bytes: zipSync({ ...files, 'word/document.xml': new Uint8Array(70_000_000) }, { level: 9 }),
    },
    {
      name: 'a bomb beside the text',
      bytes: zipSync({ ...files, 'word/media/a.png': new Uint8Array(210_000_000) }, { level: 9 }),
    },
    { name: 'with sizes that are too small', bytes: patched(whole, ENTRY, 24, 10, 4) },
    { name: 'with sizes that are too large', bytes: patched(whole, ENTRY, 24, 0x7fffffff, 4) },
    { name: 'with sizes of almost all there may be', bytes: patched(whole, ENTRY, 24, 100_000_000, 4) },
    { name: 'with entries that all begin at the start', bytes: patched(whole, ENTRY, 42, 0, 4) },
    { name: 'with entries that begin outside', bytes: patched(whole, ENTRY, 42, 0x7ffffff0, 4) },
    { name: 'with a password on each entry', bytes: patched(whole, ENTRY, 8, 1, 2) },
    { name: 'packed in an unknown way', bytes: patched(whole, ENTRY, 10, 99, 2) },
    { name: 'with more entries than it says', bytes: patched(whole, LAST, 10, 0, 2) },
    { name: 'with fewer entries than it says', bytes: patched(whole, LAST, 10, 60_000, 2) },
    { name: 'whose list begins nowhere', bytes: patched(whole, LAST, 16, 0xffffffff, 4) },
    { name: 'with thousands of entries', bytes: zipSync({ ...files, ...many }, { level: 0 }) },
    {
      name: 'with names that lead out',
      bytes: zipSync({
        ...files,
        '../../evil.md': strToU8('x'),
        '/etc/evil': strToU8('x'),
        'C:\\evil': strToU8('x'),
      }),
    },
    {
      name: 'with names that differ in capitals',
      bytes: zipSync({ ...files, 'WORD/DOCUMENT.XML': strToU8('<a/>') }),
    },
    { name: 'with macros', bytes: zipSync({ ...files, 'word/vbaProject.bin': new Uint8Array(2000) }) },
  ];
}

function xml(): Hostile[] {
  const files = docxFiles(BODY, WHOLE);
  const main = strFromU8(files['word/document.xml']!);
  const withMain = (name: string, text: string | Uint8Array): Hostile => ({
    name,
    bytes: zipSync({ ...files, 'word/document.xml': typeof text === 'string' ? strToU8(text) : text }),
  });
  const nested = (depth: number, element: string): string =>
    `<w:${element}>`.repeat(depth) + `</w:${element}>`.repeat(depth);
  const utf16 = new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(main.replace('UTF-8', 'UTF-16'), 'utf16le')]),
  );
  const entities = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};">`).join('')}]>`;
  return [
    withMain('with entities in entities', main.replace('<w:document', `${entities}<w:document`)),
    withMain(
      'with an entity from a file',
      main
        .replace('<w:document', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document')
        .replace('Costs', '&x;'),
    ),
    withMain('with an unknown entity', main.replace('Costs', '&nothing;')),
    withMain('with characters that XML has not', main.replace('Costs', '&#0;&#8;&#xFFFF;')),
    withMain(
      'with bytes that are no UTF-8',
      Uint8Array.from([...strToU8(main.slice(0, 200)), 0xff, 0xfe, ...strToU8(main.slice(200))]),
    ),
    withMain('in UTF-16', utf16),
    withMain('without a body', main.replaceAll('w:body', 'w:bodies')),
    withMain('with another root', main.replaceAll('w:document', 'w:glossaryDocument')),
    withMain(
      'of another namespace',
      main.replace('wordprocessingml/2006/main', 'wordprocessingml/2099/main'),
    ),
    withMain(
      'with a prefix that is another’s',
      main.replace('xmlns:a=', 'xmlns:w2="urn:x" xmlns:a=').replaceAll('<w:p>', '<w:p xmlns:w="urn:y">'),
    ),
    withMain('without namespaces', main.replace(/ xmlns:\w+="[^"]*"/g, '')),
    withMain(
      'with comments and instructions',
      main.replace('<w:body>', `<w:body>${'<!-- - --><?x y?><![CDATA[z]]>'.repeat(1000)}`),
    ),
    ...[100, 480, 600, 20_000].map((depth) =>
      withMain(`nested ${depth} deep`, main.replace('<w:body>', `<w:body>${nested(depth, 'sdt')}`)),
    ),
    ...[100, 220, 600].map((depth) =>
      withMain(
        `with ${depth} elements round a word`,
        main.replace(
          '<w:body>',
          `<w:body><w:p>${'<w:ins w:author="a">'.repeat(depth)}${run('x')}${'</w:ins>'.repeat(depth)}</w:p>`,
        ),
      ),
    ),
    withMain(
      'with an attribute of 5 MB',
      main.replace('<w:body>', `<w:body w:a="${'x'.repeat(5_000_000)}">`),
    ),
    withMain(
      'with 50,000 attributes',
      main.replace(
        '<w:body>',
        `<w:body ${Array.from({ length: 50_000 }, (_, at) => `a${at}=""`).join(' ')}>`,
      ),
    ),
    withMain(
      'with 20,000 namespaces',
      main.replace(
        '<w:body>',
        `<w:body>${Array.from({ length: 20_000 }, (_, at) => `<a${at}:p xmlns:a${at}="urn:${at}"/>`).join('')}`,
      ),
    ),
    withMain('with five million elements', main.replace('<w:body>', `<w:body>${'<w:p/>'.repeat(5_000_000)}`)),
    withMain('without an end', main.slice(0, -30)),
    withMain('with a second root', `${main}<a/>`),
    withMain('with nothing', ''),
  ];
}

function relations(): Hostile[] {
  const files = docxFiles(BODY, WHOLE);
  const own = strFromU8(files['word/_rels/document.xml.rels']!);
  const first = strFromU8(files['_rels/.rels']!);
  const withOwn = (name: string, text: string): Hostile => ({
    name,
    bytes: zipSync({ ...files, 'word/_rels/document.xml.rels': strToU8(text) }),
  });
  const withFirst = (name: string, text: string): Hostile => ({
    name,
    bytes: zipSync({ ...files, '_rels/.rels': strToU8(text) }),
  });
  const targets = [
    '../../../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    'http://127.0.0.1:9/x',
    '\\\\server\\share',
    'document.xml',
    '../_rels/.rels',
    '',
    '.',
    '..',
    '%2e%2e/x',
    'a\u0000b'.replace('\u0000', '&#9;'),
    'media/',
  ];
  return [
    ...targets.map((target) =>
      withOwn(`whose parts lie at “${target}”`, own.replace(/Target="[^"]*"/g, `Target="${target}"`)),
    ),
    ...targets.map((target) =>
      withFirst(`whose text lies at “${target}”`, first.replace('word/document.xml', target)),
    ),
    withOwn('whose parts all lie outside', own.replaceAll('/>', ' TargetMode="External"/>')),
    withFirst('whose text lies outside', first.replaceAll('/>', ' TargetMode="External"/>')),
    withFirst('without relations', '<Relationships/>'),
    withOwn(
      'with 50,000 relations',
      own.replace(
        '</Relationships>',
        `${'<Relationship Id="x" Type="y/image" Target="z"/>'.repeat(50_000)}</Relationships>`,
      ),
    ),
  ];
}

function contents(): Hostile[] {
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
    of('with 200,000 changes', para(many(100_000, () => inserted(run('a')) + deleted('b')))),
    of(
      'with 50,000 inserted paragraphs',
      many(50_000, () => para('a', marked('ins'))),
    ),
    of(
      'with 50,000 deleted paragraphs',
      many(50_000, () => para('a', marked('del'))),
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
      'with a row of 20,000 cells',
      `<w:tbl><w:tr>${cell('').repeat(20_000)}</w:tr><w:tr>${cell('')}</w:tr></w:tbl>`,
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
      'with 20,000 items that go in and out',
      many(20_000, (at) => item(1 + (at % 2), 'a', at % 9)),
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
      'with 30,000 headings of one name',
      many(30_000, () => styled('berschrift1', 'a')),
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
function lines(): Hostile[] {
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
    name: `with half a megabyte of “${sign}”`,
    bytes: docx(para(run(sign.repeat(Math.ceil(500_000 / sign.length))))),
  }));
}

/** All of them. */
export function hostileDocuments(): Hostile[] {
  return [...damaged(), ...otherKinds(), ...archives(), ...xml(), ...relations(), ...contents(), ...lines()];
}
