import assert from 'node:assert/strict';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { TemplateError } from '../../../src/word';
import { descendants } from '../../../src/word/xml-tree';
import { changed, councilTemplate, inTemplate } from '../templates';

describe('Word templates: refused', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

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
});

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
