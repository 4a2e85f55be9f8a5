import assert from 'node:assert/strict';
import { descendants } from '../../../src/docx/xml-tree';
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
