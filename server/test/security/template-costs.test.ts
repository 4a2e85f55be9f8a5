import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { unzipSafely, ZipError } from '../../src/docx/unzip';
import { descendants, parseXml } from '../../src/docx/xml-tree';
import { TemplateError } from '../../src/word';
import { zipped } from '../docx/zipped';
import { RELS } from '../word/template/tampered';
import { changed, councilTemplate, inTemplate } from '../word/templates';

describe('A Word template that is made to cost', function () {
  // On a slow and busy machine: before they were bounded, most took more than 40 seconds.
  this.timeout(40_000);
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  const body = (xml: string) => (): Uint8Array =>
    changed(council, 'word/document.xml', (text) => text.replace('<w:body>', () => `<w:body>${xml}`));
  const header = (xml: string) => (): Uint8Array =>
    changed(council, 'word/header1.xml', (text) => text.replace('</w:hdr>', () => `${xml}</w:hdr>`));
  const relations = (count: number, type: (at: number) => string) => (): Uint8Array =>
    changed(council, RELS, (text) =>
      text.replace(
        '</Relationships>',
        `${Array.from({ length: count }, (_, at) => `<Relationship Id="rIdX${at}" Type="${type(at)}" Target="x${at}.xml"/>`).join('')}</Relationships>`,
      ),
    );
  const unknown = (at: number): string => `http://schemas.example.org/2030/relationships/kind${at}`;

  const refused: readonly [what: string, make: () => Uint8Array, reason: RegExp][] = [
    ['1,500 entries over one block', () => overlaid(council, 1500, 20_000_000), /lie over each other/],
    [
      '32 MB of one element',
      body('<w:tab/>'.repeat(4_000_000)),
      /more (?:text|elements) than a template can need/,
    ],
    ['410,000 elements', body('<w:p/>'.repeat(410_000)), /more elements than a template can need/],
    [
      '410,000 attributes',
      body(`<w:p ${Array.from({ length: 410_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
      /more elements than a template can need/,
    ],
    ['elements in many parts', () => manyParts(council, 90, '<w:p/>'.repeat(4600)), /more elements than/],
    ['20,000 relations', relations(20_000, unknown), /more relations than/],
    [
      '20,000 content types',
      () =>
        changed(council, '[Content_Types].xml', (text) =>
          text.replace(
            '</Types>',
            `${Array.from({ length: 20_000 }, (_, at) => `<Override PartName="/x${at}.xml" ContentType="x"/>`).join('')}</Types>`,
          ),
        ),
      /lists more parts than/,
    ],
    ['3,000 levels', header(nested('w:sdt', 3000, '')), /nested too deeply/],
    [
      'fields in fields',
      header(
        `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText></w:r>'.repeat(5000)}</w:p>`,
      ),
      /fields in fields/,
    ],
    [
      'placeholders without end',
      body(`<w:p>${'<w:r><w:t>{{date}}</w:t></w:r>'.repeat(10_000)}</w:p>`),
      /more placeholders than/,
    ],
    [
      'drawings of many megabytes',
      () => withDrawings(council, 4, '<g/>'.repeat(1_950_000)),
      /more text than a template can need/,
    ],
    [
      'a field without end',
      header(`<w:p><w:r>${'<w:instrText>HYPERLINK "a" </w:instrText>'.repeat(50_000)}</w:r></w:p>`),
      /does not end/,
    ],
  ];
  for (const [what, make, reason] of refused) {
    it(`is refused in good time: ${what}`, async () => {
      const bytes = make();
      await assert.rejects(inTemplate('x', bytes), (error: Error) => {
        assert.ok(error instanceof TemplateError, error.stack);
        assert.match(error.message, reason);
        return true;
      });
    });
  }

  const used: readonly [what: string, make: () => Uint8Array][] = [
    ...[
      '<v:shape ',
      '<w:charset ',
      '<wp:docPr ',
      '<w:bookmarkStart ',
      '<w:footnoteReference ',
      '<w:footnotePr>',
    ].map((tag): [string, () => Uint8Array] => [
      `comments of 4 MB of ${tag}`,
      body(`<!--${tag.repeat(4_000_000 / tag.length)}-->`),
    ]),
    [
      'a section of 4 MB of <v:shape ',
      body(`<w:p><w:r><w:t><![CDATA[${'<v:shape '.repeat(440_000)}]]></w:t></w:r></w:p>`),
    ],
    ['instructions of 4 MB of <wp:docPr ', body(`<?x ${'<wp:docPr '.repeat(400_000)}?>`)],
    ['3,000 unknown relations', relations(3000, unknown)],
    [
      '3,000 unknown relations and a long text',
      () => {
        const long = body('<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(10_000))();
        return changed(long, RELS, () => strFromU8(unzipSync(relations(3000, unknown)())[RELS]!));
      },
    ],
    ['480 levels with many leaves', body(nested('w:sdt', 480, '<w:tab/>'.repeat(300_000)))],
    [
      'a paragraph of many placeholders',
      body(
        `<w:p>${'<w:r><w:t>{{date}}</w:t></w:r>'.repeat(1990)}${'<w:r><w:t>x</w:t></w:r>'.repeat(8_000)}</w:p>`,
      ),
    ],
    [
      'brackets and white space',
      body(`<w:p><w:r><w:t>${`{{a${' '.repeat(1000)}`.repeat(3000)}</w:t></w:r></w:p>`),
    ],
    [
      'a text that speaks of cited notes',
      body(`<w:p><w:r><w:t>${' NOTEREF _Note1 x'.repeat(300_000)}</w:t></w:r></w:p>`),
    ],
    [
      'namespaces without number',
      body(
        `<w:sdt ${Array.from({ length: 30_000 }, (_, at) => `xmlns:n${at}="u"`).join(' ')}>${'<w:r xmlns:z="u"/>'.repeat(20_000)}</w:sdt>`,
      ),
    ],
    [
      'many lists',
      () =>
        changed(council, 'word/numbering.xml', (text) =>
          text.replace(
            '</w:numbering>',
            `${Array.from({ length: 30_000 }, (_, at) => `<w:num w:numId="${at + 500}"/>`).join('')}</w:numbering>`,
          ),
        ),
    ],
  ];
  for (const [what, make] of used) {
    it(`is used in good time: ${what}`, async () => {
      const bytes = make();
      const document = await inTemplate('---\ntitle: T\n---\n## Ours\n\n1. a\n2. b\n', bytes);
      assert.ok(document.paragraphs.length > 0);
    });
  }

  for (const [what, content] of [
    ['elements', '<g/>'.repeat(58_000)],
    ['attributes', '<g fill="rgb(0,0,0)"/>'.repeat(20_500)],
    ['a style sheet', `<style>${'a{fill:red}'.repeat(55_000)}</style>`],
  ] as const) {
    it(`keeps drawings only as far as they are no more than a template can need: ${what}`, async () => {
      const document = await inTemplate('x', withDrawings(council, 10, content));
      assert.deepEqual(
        document.parts.filter((name) => name.endsWith('.svg')).map((name) => name.replace(/^.*\//, '')),
        ['x0.svg', 'x1.svg', 'x2.svg', 'x3.svg', 'x4.svg', 'x5.svg'],
      );
      assert.match(
        document.warnings.map(({ message }) => message).join('\n'),
        /do not need \(word\/media\/x6\.svg, .*x9\.svg\); it is left out/,
      );
    });
  }

  it('walks through elements once, however deep they lie', () => {
    const root = parseXml(`<a>${nested('b', 480, '<c/>'.repeat(1000))}</a>`);
    let steps = 0;
    const counted = (element: typeof root): typeof root =>
      new Proxy(element, {
        get(target, key) {
          if (key === 'children') steps++;
          return Reflect.get(target, key) as unknown;
        },
      });
    const all = [
      ...descendants(
        counted({
          ...root,
          children: root.children.map((one) => (typeof one === 'string' ? one : counted(one))),
        }),
      ),
    ];
    assert.equal(all.length, 480 + 1000);
    assert.ok(steps < 10, `${steps} steps`);
  });

  it('does not unpack what is stored in another size than it says', () => {
    const bytes = zipSync({ a: [strToU8('a'.repeat(1000)), { level: 0 }] });
    new DataView(bytes.buffer).setUint32(bytes.length - 22 - 47 + 24, 0, true);
    assert.throws(
      () => unzipSafely(bytes),
      (error) => error instanceof ZipError && /not as large/.test(error.message),
    );
  });
});

function nested(name: string, depth: number, inside: string): string {
  return `<${name}>`.repeat(depth) + inside + `</${name}>`.repeat(depth);
}

/** Many headers, each with the same content. */
function manyParts(bytes: Uint8Array, count: number, content: string): Uint8Array {
  const parts = unzipSync(bytes);
  let types = '';
  let relations = '';
  for (let at = 0; at < count; at++) {
    parts[`word/header${100 + at}.xml`] = strToU8(
      `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:hdr>`,
    );
    types += `<Override PartName="/word/header${100 + at}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>`;
    relations += `<Relationship Id="rIdX${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header${100 + at}.xml"/>`;
  }
  const add = (part: string, end: string, xml: string): void => {
    parts[part] = strToU8(strFromU8(parts[part]!).replace(end, xml + end));
  };
  add('[Content_Types].xml', '</Types>', types);
  add(RELS, '</Relationships>', relations);
  return zipped(parts);
}

/** Many drawings, each with the same content. */
function withDrawings(bytes: Uint8Array, count: number, content: string): Uint8Array {
  const drawing = strToU8(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`);
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name]!);
  parts['[Content_Types].xml'] = strToU8(
    text('[Content_Types].xml').replace(
      /<Default/,
      '<Default Extension="svg" ContentType="image/svg+xml"/>$&',
    ),
  );
  let relations = '';
  for (let at = 0; at < count; at++) {
    parts[`word/media/x${at}.svg`] = drawing;
    relations += `<Relationship Id="rIdX${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/x${at}.svg"/>`;
  }
  parts[RELS] = strToU8(text(RELS).replace('</Relationships>', `${relations}</Relationships>`));
  return zipped(parts);
}

/** An archive that lists one stored file many times, each time as one of no bytes. */
function overlaid(bytes: Uint8Array, count: number, size: number): Uint8Array {
  const name = 'word/media/aaaa.xml';
  const whole = zipSync({ ...unzipSync(bytes), [name]: [new Uint8Array(size).fill(32), { level: 0 }] });
  const view = new DataView(whole.buffer);
  const end = whole.length - 22;
  const directory = view.getUint32(end + 16, true);
  let last = directory;
  for (let at = directory; at < end; ) {
    last = at;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const entry = whole.slice(last, end);
  const entries = Array.from({ length: count }, (_, number) => {
    const own = entry.slice();
    new DataView(own.buffer).setUint32(24, 0, true);
    own.set(strToU8(String(number).padStart(4, '0')), 46 + 'word/media/'.length);
    return own;
  });
  const record = whole.slice(end);
  const out = new Uint8Array(last + entry.length * count + 22);
  out.set(whole.subarray(0, last));
  for (const [at, own] of entries.entries()) out.set(own, last + at * entry.length);
  const closing = new DataView(record.buffer);
  const total = view.getUint16(end + 10, true) - 1 + count;
  closing.setUint16(8, total, true);
  closing.setUint16(10, total, true);
  closing.setUint32(12, last - directory + entry.length * count, true);
  out.set(record, last + entry.length * count);
  return out;
}
