import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TemplateError } from '../../../src/word';
import { zipped } from '../../docx/zipped';
import { changed, councilTemplate, inTemplate } from '../templates';
import { field, instruction, lying, mark, RELS, relation, rename, WORD } from './tampered';

describe('Word templates: refused', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  const cases: readonly Refused[] = [
    ['nothing', () => new Uint8Array(), /it is empty; copy it here again/],
    ['text', () => new TextEncoder().encode('Hello, world. '.repeat(10)), /another kind of file/],
    [
      'an old .doc',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)),
      /in the old \.doc format; open it in Word, and save it as \.docx$/,
    ],
    [
      'a document with a password',
      () => {
        const bytes = new Uint8Array(4096);
        bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
        bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
        return bytes;
      },
      /protected by a password; open it in Word, take the password off/,
    ],
    ['Rich Text', () => strToU8('{\\rtf1 Hello}'), /Rich Text file.*save it as \.docx$/],
    ['a PDF', () => strToU8('%PDF-1.7'), /a PDF; ask for the Word document/],
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
    ...(
      [
        ['that starts a tool of the system', 'ms-msdt:/id PCWDiagnostic', /link to “ms-msdt:.*not safe/],
        ['to a program on a share', 'file://evil.example/share/run.exe', /link to “file:.*not safe/],
        ['to a network folder', '\\\\evil.example\\share', /link to .*network folder/],
        ['to a network folder with slashes', '//evil.example/share/run.exe', /link to .*network folder/],
      ] as const
    ).map(
      ([what, target, reason]) =>
        [
          `a link ${what}`,
          () => changed(council, RELS, relation('hyperlink', target)),
          reason,
        ] satisfies Refused,
    ),
    ...(
      [
        ['that starts a tool', field(' HYPERLINK "ms-msdt:/id" '), /ms-msdt/],
        ['without quotation marks', field(' HYPERLINK ms-msdt:/id '), /ms-msdt/],
        ['behind its tip', field(' HYPERLINK \\o "Note: read" "ms-msdt:/id" '), /ms-msdt/],
        ['to a share', field(' hyperlink "\\\\\\\\evil.example\\\\share" '), /network folder/],
        [
          'to a share with single backslashes',
          field(' HYPERLINK "\\\\evil.example\\share" '),
          /network folder/,
        ],
        ['to a share without marks', field(' HYPERLINK \\\\evil.example\\share '), /network folder/],
        ['that a backslash cuts', field(' HYPERLINK "fi\\le:///evil" '), /“file:/],
        ['to a script that a backslash cuts', field(' HYPERLINK “java\\script:evil” '), /“javascript:/],
        ['in two runs', field(' HYPERLINK "ms-', 'msdt:/id" '), /ms-msdt/],
        [
          'of simple kind',
          '<w:p><w:fldSimple w:instr=" HYPERLINK &quot;ms-msdt:/id&quot; "/></w:p>',
          /ms-msdt/,
        ],
        [
          'that another field makes up',
          `<w:p>${mark('begin')}${instruction(' HYPERLINK "')}${mark('begin')}${instruction(' QUOTE "ms-msdt:/id" ')}${mark('end')}${instruction('" ')}${mark('end')}</w:p>`,
          /makes up/,
        ],
        [
          'that an alternative hides',
          `<w:p>${mark('begin')}${instruction(' HYPERLINK "ms-')}<zz:x xmlns:zz="urn:zz">${mark('end')}${mark('begin')}</zz:x>${instruction('msdt:/id" ')}${mark('end')}</w:p>`,
          /cut in two/,
        ],
      ] as const
    ).map(
      ([what, xml, reason]) =>
        [
          `a field with a link ${what}`,
          () =>
            changed(council, 'word/document.xml', (text) => text.replace('<w:body>', () => `<w:body>${xml}`)),
          reason,
        ] satisfies Refused,
    ),
    [
      'a drawing of the old kind that is a link',
      () =>
        changed(council, 'word/header1.xml', (text) =>
          text.replace(
            '</w:hdr>',
            '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="ms-msdt:/id"/></w:pict></w:r></w:p></w:hdr>',
          ),
        ),
      /ms-msdt.*not safe/,
    ],
    ...['word/document.xml', 'word/header1.xml'].map(
      (part) =>
        [
          `a field by another prefix, in ${part}`,
          () =>
            changed(council, part, (text) =>
              text.replace(
                /<\/w:p>/,
                `<x:r xmlns:x="${WORD}"><x:instrText> INCLUDEPICTURE "http://evil.example" \\d </x:instrText></x:r></w:p>`,
              ),
            ),
          /xmlns:x.*save it anew/,
        ] satisfies Refused,
    ),
    [
      'a header without a prefix',
      () =>
        changed(
          council,
          'word/header1.xml',
          () => `<hdr xmlns="${WORD}"><p><r><instrText> DDEAUTO c:\\calc.exe </instrText></r></p></hdr>`,
        ),
      /“word\/header1\.xml” in it/,
    ],
    [
      'a field whose instruction has another prefix',
      () =>
        changed(council, 'word/header1.xml', (text) =>
          text.replace(
            '</w:hdr>',
            `<w:p><w:fldSimple xmlns:x="${WORD}" x:instr=" DDEAUTO calc "/></w:p></w:hdr>`,
          ),
        ),
      /“word\/header1\.xml” in it/,
    ],
    [
      'a header of the strict kind',
      () =>
        changed(
          council,
          'word/header1.xml',
          () => '<x:hdr xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
        ),
      /Strict/,
    ],
    [
      'a field in a header that no page has',
      () =>
        changed(
          changed(
            changed(council, RELS, relation('header', 'header9.xml', '')),
            '[Content_Types].xml',
            (text) =>
              text.replace(
                '</Types>',
                '<Override PartName="/word/header9.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>',
              ),
          ),
          'word/header9.xml',
          () => `<w:hdr xmlns:w="${WORD}"><w:p><w:fldSimple w:instr="DDEAUTO c:\\calc.exe"/></w:p></w:hdr>`,
        ),
      /DDEAUTO/,
    ],
    [
      'relations in capital letters',
      () =>
        changed(council, 'word/_rels/styles.xml.RELS', () =>
          relation('image', 'https://evil.example/x.png')('<Relationships></Relationships>'),
        ),
      /image from outside/,
    ],
    [
      'a part in another encoding',
      () =>
        changed(council, 'word/header1.xml', (text) =>
          text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-7"?>'),
        ),
      /not written in UTF-8/,
    ],
    [
      'a part with bytes that are no text, which Word would not open',
      () => {
        const parts = unzipSync(council);
        const header = parts['word/header1.xml']!;
        const at = strFromU8(header).indexOf('</w:p>');
        parts['word/header1.xml'] = Uint8Array.of(
          ...header.subarray(0, at),
          0xc0,
          0xaf,
          ...header.subarray(at),
        );
        return zipped(parts);
      },
      /not written in UTF-8/,
    ],
    [
      'a mail merge',
      () =>
        changed(council, 'word/settings.xml', (text) =>
          text.replace(
            '</w:settings>',
            '<w:mailMerge><w:connectString w:val="Provider=x;Data Source=\\\\evil.example\\x"/></w:mailMerge></w:settings>',
          ),
        ),
      /mail merge; in Word/,
    ],
    [
      'something unknown that its text needs',
      () =>
        changed(changed(council, RELS, relation('video', 'media/x.mp4', '')), 'word/document.xml', (text) =>
          text.replace(
            '<w:body>',
            '<w:body><w:p><w:r><w:drawing><a:x xmlns:a="urn:a" xmlns:r="urn:r" r:link="rId99"/></w:drawing></w:r></w:p>',
          ),
        ),
      /documents do not need \(video\)/,
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
      'Strict Open XML, by its relations',
      () =>
        changed(council, '_rels/.rels', (text) =>
          text.replace(
            /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships\/officeDocument/,
            'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument',
          ),
        ),
      /Strict.*save it as “Word Document/,
    ],
    [
      'an OpenDocument file',
      () =>
        zipSync({
          mimetype: strToU8('application/vnd.oasis.opendocument.text-template'),
          'content.xml': strToU8('<office:document-content/>'),
        }),
      /OpenDocument.*save it as \.docx/,
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
      'a workbook',
      () =>
        changed(council, '[Content_Types].xml', (text) =>
          text.replace(
            /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml/,
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
          ),
        ),
      /a workbook or a presentation; make the template in Word/,
    ],
    [
      'a bomb',
      () => zipped({ ...unzipSync(council), 'word/big.xml': new Uint8Array(61_000_000) }),
      /more than a template/,
    ],
    [
      'a bomb that lies',
      () =>
        lying(zipped({ ...unzipSync(council), 'word/big.bin': new Uint8Array(50_000_000) }), 'word/big.bin'),
      /more than it says/,
    ],
  ];
  for (const [what, make, reason] of cases) {
    it(what, async () => {
      await assert.rejects(inTemplate('x', make()), (error: Error) => {
        assert.ok(error instanceof TemplateError);
        assert.match(error.message, reason);
        assert.match(error.message, /^The template cannot be used: /);
        // What the person can do about it.
        assert.match(
          error.message,
          /; [^;]*(?:\bsave\b|\bopen\b|\bput\b|\btake\b|\bcopy\b|\bask\b|\bmake\b)[^;]*$/,
        );
        return true;
      });
    });
  }
});

type Refused = readonly [what: string, make: () => Uint8Array, reason: RegExp];
