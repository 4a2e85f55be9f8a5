import assert from 'node:assert/strict';
import { strToU8, unzipSync } from 'fflate';
import { descendants } from '../../../src/docx/xml-tree';
import { zipped } from '../../docx/zipped';
import { changed, councilTemplate, inTemplate } from '../templates';
import { field, instruction, mark, RELS, relation, WORD } from './tampered';

describe('A Word template with what a document does not need', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  it('has an Office add-in left out, which is said', async () => {
    const withAddIn = changed(
      changed(council, '_rels/.rels', (text) =>
        text.replace(
          '</Relationships>',
          '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="word/webextensions/taskpanes.xml"/></Relationships>',
        ),
      ),
      'word/webextensions/taskpanes.xml',
      () => '<taskpanes/>',
    );
    const document = await inTemplate('x', withAddIn);
    assert.match(document.warnings[0]!.message, /do not need \(webextensiontaskpanes\); it is left out/);
    assert.ok(!document.parts.some((name) => name.includes('webextensions')));
    assert.doesNotMatch(JSON.stringify(document.part('_rels/.rels')), /taskpanes/);
    assert.ok(document.parts.includes('word/header1.xml'), 'what is reached stays');
  });

  it('may have ordinary links and fields, of which nothing is said', async () => {
    const ordinary = changed(
      changed(council, RELS, (text) =>
        ['https://eastshire.example/', 'mailto:clerk@eastshire.example', 'Policy%20paper.docx'].reduce(
          (list, target, at) => relation('hyperlink', target)(list).replace('"rId99"', `"rId9${at}"`),
          text,
        ),
      ),
      'word/document.xml',
      (text) =>
        text.replace(
          '<w:body>',
          () =>
            `<w:body>${field(' HYPERLINK "https://eastshire.example/" \\o "Note: our page" ')}${field(' HYPERLINK \\l "_Toc1" ')}${field(' HYPERLINK "..\\\\Policies\\\\paper.docx" ')}<w:p>${mark('begin')}${instruction(' IF ')}${mark('begin')}${instruction(' PAGE ')}${mark('separate')}${mark('end')}${instruction(' = 1 "a" "b" ')}${mark('end')}</w:p>`,
        ),
    );
    assert.deepEqual((await inTemplate('x', ordinary)).warnings, (await inTemplate('x', council)).warnings);
  });

  it('may have another prefix where there is nothing to hide, as pandoc has one in its own template', async () => {
    const part = 'word/fontTable.xml';
    const pandoc = changed(council, part, () => `<ns0:fonts xmlns:ns0="${WORD}"/>`);
    assert.equal((await inTemplate('x', pandoc)).part(part).name, 'ns0:fonts');
  });

  it('prints what the fields of a mail merge show as it is, and says so', async () => {
    const letter = changed(council, 'word/document.xml', (text) =>
      text.replace(
        '<w:body>',
        () =>
          `<w:body><w:p>${mark('begin')}${instruction(' MERGEFIELD Name ')}${mark('separate')}<w:r><w:t>«Name»</w:t></w:r>${mark('end')}</w:p>`,
      ),
    );
    const document = await inTemplate('x', letter);
    assert.match(document.warnings[0]!.message, /fields of a mail merge.*is printed as it is/);
    const main = JSON.stringify(document.part('word/document.xml'));
    assert.match(main, /«Name»/);
    assert.doesNotMatch(main, /MERGEFIELD/);
  });

  for (const [what, bytes, isKept] of [
    ['a typeface that is embedded', typeface(), true],
    ['what is no typeface in the place of one, with a warning', new Uint8Array(2000), false],
  ] as const)
    it(`${isKept ? 'keeps' : 'leaves out'} ${what}`, async () => {
      const document = await inTemplate('x', withFont(council, bytes));
      const named = document.warnings.filter(({ message }) => message.includes('font1.odttf'));
      assert.equal(named.length, isKept ? 0 : 1);
      assert.equal('word/fonts/font1.odttf' in unzipSync(document.bytes), isKept);
      const list = JSON.stringify(document.part('word/fontTable.xml'));
      assert.equal(list.includes('w:embedRegular'), isKept);
      assert.match(list, /Council Sans/);
    });

  it('is no longer attached to another template, which is said', async () => {
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

/** A typeface as Word embeds one, with nothing in it but its list of tables. */
function typeface(): Uint8Array {
  const bytes = new Uint8Array(2000);
  for (const [at, tag] of ['OS/2', 'cmap', 'cvt ', 'glyf', 'head', 'name'].entries())
    bytes.set(strToU8(tag), 12 + 16 * at);
  // What stands first is hidden by a key.
  bytes.fill(0x5a, 0, 32);
  return bytes;
}

function withFont(template: Uint8Array, font: Uint8Array): Uint8Array {
  const fonts = changed(
    template,
    'word/fontTable.xml',
    () =>
      `<w:fonts xmlns:w="${WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:font w:name="Council Sans"><w:embedRegular r:id="rIdF" w:fontKey="{11111111-1111-1111-1111-111111111111}"/></w:font></w:fonts>`,
  );
  const related = changed(
    fonts,
    'word/_rels/fontTable.xml.rels',
    () =>
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdF" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="fonts/font1.odttf"/></Relationships>',
  );
  const typed = changed(related, '[Content_Types].xml', (text) =>
    text.replace(
      '</Types>',
      '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/></Types>',
    ),
  );
  return zipped({ ...unzipSync(typed), 'word/fonts/font1.odttf': font });
}
