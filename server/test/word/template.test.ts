import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TemplateError } from '../../src/word';
import { descendants, elementIn, elementsIn, textIn } from '../../src/word/xml-tree';
import { EVERYTHING, everythingFiles } from './everything';
import { changed, councilTemplate, paragraph, plainTemplate, template } from './templates';
import { problems } from './validator';
import { paragraphOf, says, shown, styleOf, valueAt, type Word, word } from './word';

const DRAFT = `---
title: Our offer
author: A. Smith
organisation: Eastshire
date: 2026-06-04
ref: CAB/34
---
## Purpose

Text[^1] and \`code\`.

- a
  - b

3. c
4. d

   more

> Said.

[^1]: Ours.
`;

let council: Uint8Array;
before(async () => {
  council = await councilTemplate();
});

function inTemplate(markdown: string, bytes: Uint8Array, files = {}): Promise<Word> {
  return word(markdown, files, { template: bytes });
}

describe('Word templates: what stays', () => {
  it('keeps headers, footers, logo, sections, page set-up and theme', async () => {
    const document = await inTemplate(DRAFT, council);
    const before = unzipSync(council);
    const after = unzipSync(document.bytes);
    for (const name of Object.keys(before)) assert.ok(name in after, `${name} is still there`);
    for (const name of ['word/theme/theme1.xml', 'word/settings.xml', 'word/fontTable.xml']) {
      assert.equal(strFromU8(after[name]!), strFromU8(before[name]!), name);
    }
    const media = Object.keys(before).filter((name) => name.startsWith('word/media/'));
    assert.equal(media.length, 1);
    const sections = [...descendants(document.body, 'w:sectPr')];
    assert.equal(sections.length, 2);
    assert.equal(sections.filter((section) => elementIn(section, 'w:titlePg')).length, 1);
    assert.equal([...descendants(document.body, 'w:headerReference')].length, 2);
    assert.equal([...descendants(document.body, 'w:pgMar')][0]!.attributes['w:left'], '1800');
  });

  it('keeps the template’s own text around ours', async () => {
    const document = await inTemplate(DRAFT, council);
    const texts = document.paragraphs.map(says).filter(Boolean);
    assert.equal(texts[0], 'Paper of Eastshire');
    assert.equal(texts.at(-1), 'About this paper: Our offer');
    assert.ok(texts.includes('Purpose'));
    assert.ok(!texts.some((text) => text.includes('{{body}}')));
  });

  it('keeps what the template says about itself where the draft says nothing', async () => {
    const document = await inTemplate(DRAFT, council);
    const core = document.part('docProps/core.xml');
    assert.equal(textIn(elementIn(core, 'dc:title')!), 'Our offer');
    assert.equal(textIn(elementIn(core, 'dc:subject')!), 'Committee papers');
    assert.equal(textIn(elementIn(document.part('docProps/app.xml'), 'Application')!), 'Library Advocacy');
  });

  it('is in the draft’s language, whatever the template was made in', async () => {
    const document = await inTemplate(
      DRAFT,
      await template({
        styles: { default: { document: { run: { language: { value: 'en-US' } } } } },
        sections: [{ children: [paragraph('{{body}}')] }],
      }),
    );
    for (const lang of descendants(document.part('word/styles.xml'), 'w:lang')) {
      assert.equal(lang.attributes['w:val'], 'en-GB');
    }
  });
});

/** The template with its first level of headings in a list. */
function withHeadingNumbers(bytes: Uint8Array, list: number): Uint8Array {
  return changed(bytes, 'word/styles.xml', (text) =>
    text.replace(
      /(<w:name w:val="heading 1"\/>(?:(?!<w:rPr>).)*)/is,
      `$1<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`,
    ),
  );
}

describe('Word templates: styles by their roles', () => {
  it('uses the template’s own styles by name, whatever their ids', async () => {
    const document = await inTemplate(DRAFT, council);
    assert.equal(styleOf(paragraphOf(document, 'Said.')), 'CouncilQuote');
    assert.equal(styleOf(paragraphOf(document, 'Purpose')), 'Heading2');
  });

  it('adds what the template lacks, and never takes a style of another name for ours', async () => {
    const document = await inTemplate(`    block of code\n\n${DRAFT.replace(/^---.*?---\n/s, '')}`, council);
    const id = styleOf(paragraphOf(document, 'block of code'));
    const style = elementsIn(document.part('word/styles.xml'), 'w:style').find(
      (one) => one.attributes['w:styleId'] === id,
    )!;
    assert.equal(valueAt(style, 'w:name'), 'Source Code');
    assert.notEqual(id, 'SourceCode');
  });

  it('uses the template’s own bullets and numbers, each list afresh', async () => {
    const document = await inTemplate(DRAFT, council);
    assert.deepEqual(shown(document), ['■ a', '  □ b', '1: c', '2: d']);
    assert.deepEqual(
      ['a', 'b', 'c'].map((text) => styleOf(paragraphOf(document, text))),
      ['LB', 'LB2', 'LN'],
    );
    const id = valueAt(paragraphOf(document, 'c'), 'w:pPr', 'w:numPr', 'w:numId');
    const num = elementsIn(document.part('word/numbering.xml'), 'w:num').find(
      (one) => one.attributes['w:numId'] === id,
    )!;
    assert.equal(valueAt(num, 'w:lvlOverride', 'w:startOverride'), '3');
  });

  it('follows a mapping in the front matter, and says what in it is not there', async () => {
    const mapped = DRAFT.replace(
      'ref: CAB/34',
      'ref: CAB/34\nword: { styles: { Quote: Council Pull-out, code: Nowhere } }',
    );
    const document = await inTemplate(mapped, council);
    assert.equal(styleOf(paragraphOf(document, 'Said.')), 'Pullout');
    assert.match(document.warnings[0]!.message, /Nowhere/);
    assert.equal(document.warnings[0]!.line, 6);
  });

  it('defines every style that the text uses', async () => {
    for (const bytes of [council, await plainTemplate('{{body}}')]) {
      const document = await inTemplate(EVERYTHING, bytes, everythingFiles);
      const defined = new Set(
        elementsIn(document.part('word/styles.xml'), 'w:style').map((one) => one.attributes['w:styleId']),
      );
      for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/comments.xml']) {
        for (const use of descendants(document.part(part), 'w:pStyle', 'w:rStyle', 'w:tblStyle')) {
          assert.ok(defined.has(use.attributes['w:val']), `${part} uses ${use.attributes['w:val']}`);
        }
      }
    }
  });

  it('leaves a template’s own heading numbers to it', async () => {
    const bytes = withHeadingNumbers(await plainTemplate('{{body}}'), 1);
    const document = await inTemplate('---\ntitle: T\nkind: report\n---\n## Purpose\n\nText\n', bytes);
    assert.equal(elementIn(paragraphOf(document, 'Purpose'), 'w:pPr', 'w:numPr'), undefined);
  });
});

describe('Word templates: made with LibreOffice', () => {
  /** What LibreOffice writes beside Word's schema. */
  async function foreign(): Promise<Uint8Array> {
    const list =
      '<w:abstractNum w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="Heading1"/><w:numFmt w:val="none"/><w:lvlText w:val=""/><w:lvlJc w:val="start"/></w:lvl></w:abstractNum>';
    const withList = changed(await plainTemplate('{{body}}'), 'word/numbering.xml', (text) =>
      text
        .replace(/(<w:abstractNum\b)/, `${list}$1`)
        .replace('</w:numbering>', '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'),
    );
    const withStyle = withHeadingNumbers(withList, 77);
    return changed(withStyle, 'word/document.xml', (text) =>
      text
        .replace('<w:p>', '<w:p><w:pPr><w:jc w:val="end"/></w:pPr>')
        .replace('{{body}}', 'Above</w:t></w:r></w:p><w:p><w:r><w:t>{{body}}'),
    );
  }

  it('gives documents that are valid', async function () {
    this.timeout(120_000);
    const document = await inTemplate(
      '---\ntitle: T\nkind: report\n---\n## Purpose\n\nText\n',
      await foreign(),
    );
    assert.deepEqual(await problems(document.bytes), []);
    assert.equal(valueAt(paragraphOf(document, 'Above'), 'w:pPr', 'w:jc'), 'right');
  });

  it('has headings numbered by us where their own numbers are empty', async () => {
    const document = await inTemplate(
      '---\ntitle: T\nkind: report\n---\n## Purpose\n\nText\n',
      await foreign(),
    );
    assert.notEqual(elementIn(paragraphOf(document, 'Purpose'), 'w:pPr', 'w:numPr'), undefined);
  });
});

describe('Word templates: placeholders', () => {
  it('fills them in, in text, headers and footers, also where Word has split them', async () => {
    const document = await inTemplate(DRAFT, council);
    const headers = document.parts
      .filter((part) => /header\d/.test(part))
      .map((part) => says(document.part(part)));
    assert.ok(headers.includes('Our offer — CAB/34'), String(headers));
    assert.ok(document.paragraphs.map(says).includes('4 June 2026 A. Smith [insert unknown]'));
    assert.deepEqual(
      document.warnings.map(({ message }) => message),
      ['The template asks for {{unknown}}, which the front matter does not give'],
    );
  });

  it('does not print again what the template prints', async () => {
    const document = await inTemplate(DRAFT, council);
    const texts = document.paragraphs.map(says);
    assert.ok(!texts.some((text) => text.startsWith('Date:') || text.startsWith('From:')));
    assert.equal(
      texts.filter((text) => text === 'Our offer').length,
      0,
      'the title stands in the second section',
    );
  });

  it('leaves the words of the draft alone', async () => {
    const document = await inTemplate('{{title}} and {{body}}\n', council);
    assert.ok(document.paragraphs.map(says).includes('{{title}} and {{body}}'));
  });

  it('writes values as text, whatever they hold', async () => {
    const document = await inTemplate(
      '---\ntitle: "<w:t>&{{author}}"\nauthor: "$1 $& \\u0001"\n---\n',
      await plainTemplate('{{title}} {{author}}', '{{body}}'),
    );
    assert.equal(says(document.paragraphs[0]!), '<w:t>&{{author}} $1 $& ');
  });

  it('marks what the front matter does not give, in the look of its place', async () => {
    const bytes = changed(
      await plainTemplate('By {{author}}, who wrote it', '{{body}}'),
      'word/document.xml',
      (text) => text.replace(/<w:r>(<w:t[^>]*>By )/, '<w:r><w:rPr><w:b/><w:u w:val="single"/></w:rPr>$1'),
    );
    const document = await inTemplate('Ours\n', bytes);
    const paragraph = paragraphOf(document, 'By');
    const runs = [...descendants(paragraph, 'w:r')].map((run) => [
      says(run),
      elementsIn(elementIn(run, 'w:rPr')).map(({ name }) => name),
    ]);
    assert.deepEqual(runs, [
      ['By ', ['w:b', 'w:u']],
      ['[insert author]', ['w:b', 'w:highlight', 'w:u']],
      [', who wrote it', ['w:b', 'w:u']],
    ]);
  });

  it('fills in text boxes', async () => {
    const box =
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>{{title}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>';
    const bytes = changed(await plainTemplate('{{body}}'), 'word/document.xml', (text) =>
      text.replace('<w:body>', `<w:body>${box}`),
    );
    const document = await inTemplate(DRAFT, bytes);
    assert.ok(says(document.paragraphs[0]!).includes('Our offer'));
  });
});

describe('Word templates: where the text goes', () => {
  it('takes the place of the whole body where the template says nothing', async () => {
    const document = await inTemplate(
      'Ours\n',
      await plainTemplate('Instructions for authors', 'Delete this'),
    );
    assert.deepEqual(document.paragraphs.map(says), ['Ours']);
  });

  it('goes below a letterhead with placeholders', async () => {
    const document = await inTemplate(DRAFT, await plainTemplate('Dear reader of {{title}}'));
    assert.equal(says(document.paragraphs[0]!), 'Dear reader of Our offer');
    assert.ok(document.paragraphs.map(says).includes('Purpose'));
  });

  it('sets tables and pictures as wide as the template’s lines', async () => {
    const long = 'words '.repeat(60);
    const document = await inTemplate(`| a | b |\n|---|---|\n| ${long} | ${long} |\n`, council);
    const widths = [...descendants(document.tables[0]!, 'w:gridCol')].map((column) =>
      Number(column.attributes['w:w']),
    );
    assert.equal(
      widths.reduce((a, b) => a + b),
      11906 - 3600,
    );
  });

  it('turns the paper with the template’s headers and footers, and only its first page is a first page', async () => {
    const document = await inTemplate('a\n\n<!-- landscape -->\n\nb\n\n<!-- portrait -->\n\nc\n', council);
    const sections = [...descendants(document.body, 'w:sectPr')];
    assert.deepEqual(
      sections.map((section) => elementIn(section, 'w:pgSz')!.attributes['w:orient'] ?? 'portrait'),
      ['portrait', 'landscape', 'portrait', 'portrait'],
    );
    assert.deepEqual(
      sections.map((section) => elementIn(section, 'w:titlePg') !== undefined),
      [true, false, false, false],
    );
    assert.ok(sections.slice(0, 3).every((section) => elementsIn(section, 'w:headerReference').length > 0));
  });

  it('ends with turned paper where the draft does', async () => {
    const document = await inTemplate('a\n\n<!-- landscape -->\n\nb\n', await plainTemplate('{{body}}'));
    const sections = [...descendants(document.body, 'w:sectPr')];
    assert.deepEqual(
      sections.map((section) => elementIn(section, 'w:pgSz')!.attributes['w:orient']),
      ['portrait', 'landscape'],
    );
  });
});

describe('Word templates: the file', () => {
  it('is valid, with everything in it', async function () {
    this.timeout(60_000);
    const broken = 'x\n\n<!-- landscape -->\n\ny\n';
    for (const bytes of [council, await plainTemplate('{{body}}'), await plainTemplate('{{title}}')]) {
      for (const markdown of [EVERYTHING, DRAFT, broken]) {
        assert.deepEqual(await problems((await inTemplate(markdown, bytes, everythingFiles)).bytes), []);
      }
    }
  });

  it('is a document, also where the template is a .dotx', async () => {
    const dotx = changed(council, '[Content_Types].xml', (text) =>
      text.replace('wordprocessingml.document.main+xml', 'wordprocessingml.template.main+xml'),
    );
    const document = await inTemplate(DRAFT, dotx);
    const types = [...descendants(document.part('[Content_Types].xml'), 'Override')].map(
      (one) => one.attributes.ContentType!,
    );
    assert.ok(types.some((type) => type.endsWith('document.main+xml')));
    assert.ok(!types.some((type) => type.endsWith('template.main+xml')));
  });

  it('has the same bytes each time', async () => {
    const first = await inTemplate(EVERYTHING, council, everythingFiles);
    await word('# Other\n\n![x](a.png)', everythingFiles);
    assert.deepEqual((await inTemplate(EVERYTHING, council, everythingFiles)).bytes, first.bytes);
  });

  it('has contents with the pages of the template', async function () {
    this.timeout(60_000);
    const document = await inTemplate(
      '---\ntitle: T\nword: { contents: true }\n---\n## One\n\n<!-- pagebreak -->\n\n## Two\n',
      await plainTemplate('Cover', '{{body}}'),
    );
    const entries = document.paragraphs.filter((one) => /^TOC\d/.test(styleOf(one))).map(says);
    assert.deepEqual(entries, ['One\t1', 'Two\t2']);
  });

  it('keeps the template’s notes that are still referred to, and no others', async () => {
    const notes = (document: Word): string[] =>
      elementsIn(document.part('word/footnotes.xml'), 'w:footnote')
        .filter((note) => note.attributes['w:type'] === undefined)
        .map((note) => says(note).trim());
    assert.deepEqual(notes(await inTemplate(DRAFT, council)), ['Ours.']);
  });
});

describe('Word templates: which one', () => {
  const files = (bytes: Uint8Array): Record<string, Uint8Array> => ({ 'look/council.dotx': bytes });

  it('is the front matter’s, relative to the draft', async () => {
    const document = await word('---\ntemplate: look/council.dotx\n---\nOurs\n', files(council));
    assert.ok(document.paragraphs.map(says).some((text) => text.startsWith('Paper of')));
  });

  it('is the one chosen for this export, before the front matter’s', async () => {
    const document = await word(
      '---\ntemplate: look/none.dotx\n---\nOurs\n',
      {},
      { template: await plainTemplate('Mine', '{{body}}') },
    );
    assert.deepEqual(document.paragraphs.map(says), ['Mine', 'Ours']);
  });

  it('is the settings’ where nothing else names one', async () => {
    const document = await word(
      'Ours\n',
      { '/home/me/usual.docx': council },
      { usualTemplate: 'file:///home/me/usual.docx' },
    );
    assert.ok(document.paragraphs.map(says).some((text) => text.startsWith('Paper of')));
  });

  for (const [what, path, reason] of [
    ['is not there', 'none.dotx', /no such file/],
    ['is no Word file', 'look.txt', /not the name of a/],
    ['lies outside', '../secret.dotx', /outside/],
    ['is on the web', 'https://example.org/x.dotx', /on the web/],
    ['is damaged', 'bad.docx', /damaged/],
  ] as const) {
    it(`leaves out one in the front matter that ${what}, and says so at its line`, async () => {
      const document = await word(`---\ntitle: T\ntemplate: ${path}\n---\nOurs\n`, {
        'bad.docx': 'no',
        '/office/secret.dotx': council,
      });
      assert.ok(document.paragraphs.map(says).includes('Ours'));
      assert.match(document.warnings[0]!.message, reason);
      assert.equal(document.warnings[0]!.line, 2);
    });
  }

  it('fails where the one chosen for this export cannot be used', async () => {
    await assert.rejects(inTemplate('x', new Uint8Array(5)), TemplateError);
  });
});

describe('Word templates: refused', () => {
  const relation =
    (type: string, target: string, mode = ' TargetMode="External"') =>
    (text: string) =>
      text.replace(
        '</Relationships>',
        `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`,
      );
  const RELS = 'word/_rels/document.xml.rels';
  const cases: readonly (readonly [what: string, make: () => Uint8Array, reason: RegExp])[] = [
    ['nothing', () => new Uint8Array(), /another kind of file/],
    ['text', () => new TextEncoder().encode('Hello, world. '.repeat(10)), /another kind of file/],
    [
      'an old .doc',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)),
      /password or in the old/,
    ],
    ['half a file', () => council.subarray(0, council.length / 2), /damaged/],
    ['another archive', () => zipSync({ 'a.txt': new Uint8Array(5) }), /Content_Types/],
    ['macros', () => changed(council, 'word/vbaProject.bin', () => 'x'), /macros/],
    [
      'a macro-enabled type',
      () =>
        changed(council, '[Content_Types].xml', (text) =>
          text.replace(
            /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml/,
            'application/vnd.ms-word.document.macroEnabled.main+xml',
          ),
        ),
      /macros/,
    ],
    [
      'a picture from the web',
      () => changed(council, RELS, relation('image', 'https://evil.example/x.png')),
      /image from outside/,
    ],
    [
      'a frame from a share',
      () => changed(council, RELS, relation('frame', '\\\\server\\x')),
      /frame from outside/,
    ],
    [
      'a share without saying external',
      () => changed(council, RELS, relation('image', 'file://server/x.png', '')),
      /outside/,
    ],
    [
      'an object',
      () => changed(council, RELS, relation('oleObject', 'embeddings/x.bin', '')),
      /embedded object/,
    ],
    ['a control', () => changed(council, RELS, relation('control', 'activeX/x.xml', '')), /ActiveX/],
    [
      'another document inside',
      () => changed(council, RELS, relation('aFChunk', 'x.html', '')),
      /another document/,
    ],
    [
      'a DDE field',
      () =>
        changed(council, 'word/document.xml', (text) =>
          text.replace(
            '<w:body>',
            '<w:body><w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x </w:instrText></w:r></w:p>',
          ),
        ),
      /DDE/,
    ],
    [
      'a field that fetches',
      () =>
        changed(council, 'word/header1.xml', (text) =>
          text.replace(
            '</w:hdr>',
            '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x&quot; "/></w:p></w:hdr>',
          ),
        ),
      /INCLUDEPICTURE/,
    ],
    [
      'entities',
      () =>
        changed(council, 'word/styles.xml', (text) =>
          text.replace(/^<\?xml[^>]*\?>/, '$&<!DOCTYPE w:styles [<!ENTITY a "aaaa">]>'),
        ),
      /document type/,
    ],
    [
      'broken XML',
      () => changed(council, 'word/document.xml', (text) => text.replace('</w:body>', '')),
      /damaged/,
    ],
    [
      'no body',
      () =>
        changed(
          council,
          'word/document.xml',
          () => '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        ),
      /no body/,
    ],
    [
      'Strict Open XML',
      () =>
        changed(council, 'word/document.xml', (text) =>
          text.replace(
            /http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/,
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          ),
        ),
      /Strict/,
    ],
    [
      'no styles',
      () => changed(council, RELS, (text) => text.replace(/<Relationship [^>]*styles\.xml"[^>]*\/>/, '')),
      /no styles/,
    ],
    [
      '{{body}} twice',
      () => changed(council, 'word/document.xml', (text) => text.replace('{{date}}', '{{body}}')),
      /twice|of its own/,
    ],
    [
      'a way out by its names',
      () => rename(council, 'word/theme/theme1.xml', '../../theme.xml'),
      /leads elsewhere/,
    ],
    ['an absolute name', () => rename(council, 'word/theme/theme1.xml', '/etc/theme.xml'), /leads elsewhere/],
    [
      'a bomb',
      () => zipSync({ ...unzipSync(council), 'word/big.xml': new Uint8Array(61_000_000) }),
      /more than a template/,
    ],
    [
      'a bomb that lies',
      () =>
        lying(zipSync({ ...unzipSync(council), 'word/big.bin': new Uint8Array(50_000_000) }), 'word/big.bin'),
      /more than it says/,
    ],
  ];
  for (const [what, make, reason] of cases) {
    it(what, async () => {
      await assert.rejects(inTemplate('x', make()), (error: Error) => {
        assert.ok(error instanceof TemplateError);
        assert.match(error.message, reason);
        assert.match(error.message, /^The template cannot be used: /);
        return true;
      });
    });
  }

  it('cleans a template that is attached to another, and says so', async () => {
    const attached = changed(
      changed(council, 'word/settings.xml', (text) =>
        text.replace(
          /(<w:settings[^>]*>)/,
          '$1<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>',
        ),
      ),
      'word/_rels/settings.xml.rels',
      () =>
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/Normal.dotm" TargetMode="External"/></Relationships>',
    );
    const document = await inTemplate('x', attached);
    assert.match(document.warnings[0]!.message, /attached/);
    assert.equal([...descendants(document.part('word/settings.xml'), 'w:attachedTemplate')].length, 0);
    assert.doesNotMatch(JSON.stringify(document.part('word/_rels/settings.xml.rels')), /Normal\.dotm/);
  });

  it('neither crashes nor hangs on two hundred damaged ones', async function () {
    this.timeout(120_000);
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    let used = 0;
    for (let round = 0; round < 200; round++) {
      let bytes = council.slice();
      const kind = round % 5;
      if (kind === 0) bytes = bytes.subarray(0, random(bytes.length));
      else if (kind === 1) for (let flips = 0; flips < 20; flips++) bytes[random(bytes.length)] = random(256);
      else {
        const parts = unzipSync(bytes);
        const names = Object.keys(parts);
        const [a, b] = [names[random(names.length)]!, names[random(names.length)]!];
        if (kind === 2) [parts[a], parts[b]] = [parts[b]!, parts[a]!];
        else if (kind === 3) parts[a] = strToU8(withStrangeValues(strFromU8(parts[a]!), random));
        else parts[a] = parts[a]!.subarray(0, random(parts[a]!.length));
        bytes = zipSync(parts);
      }
      try {
        // Every second one counts the pages, too, with what the template says of them.
        const draft = round % 2 === 0 ? DRAFT : DRAFT.replace('---\n', '---\nword: { contents: true }\n');
        const document = await inTemplate(draft, bytes);
        for (const part of document.parts) if (/\.(xml|rels)$/.test(part)) document.part(part);
        used++;
      } catch (error) {
        assert.ok(
          error instanceof TemplateError,
          `round ${round}: ${error instanceof Error ? error.stack : error}`,
        );
      }
    }
    assert.ok(used < 200);
  });
});

const STRANGE = ['', '0', '-1', '1', '65536', '999999999999', '-999999999', 'NaN', '1e400', 'x'];

/** Values of attributes that nobody would write. */
function withStrangeValues(xml: string, random: (below: number) => number): string {
  return xml.replace(/="(?!http)[^"]*"/g, (value) =>
    random(6) === 0 ? `="${STRANGE[random(STRANGE.length)]}"` : value,
  );
}

function rename(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  parts[to] = parts[from]!;
  delete parts[from];
  return zipSync(parts);
}

/** The archive's list says that a file is small. */
function lying(bytes: Uint8Array, name: string): Uint8Array {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  for (let at = out.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (strFromU8(out.subarray(at + 46, at + 46 + length)) === name) view.setUint32(at + 24, 1000, true);
  }
  return out;
}
