import assert from 'node:assert/strict';
import { TemplateError } from '../../src/word';
import { RELS } from '../word/template/tampered';
import { changed, councilTemplate, inTemplate } from '../word/templates';
import { all, type Change, drawing, inBody, inSettings, OFFICE, related, TYPES } from './template-changes';

describe('A Word template is refused', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  const refused: readonly [what: string, change: Change, reason: RegExp][] = [
    ...[
      ['Target=" http://example.org/x.png"', /image from outside/],
      ['Target="ht&#10;tp://example.org/x.png"', /image from outside/],
      ['Target="x.png" TargetMode="external"', /image from outside/],
      ['Target="\\\\example.org\\x.png"', /image from outside/],
    ].map(([target, reason]): [string, Change, RegExp] => [
      `a picture by ${String(target)}`,
      (bytes) =>
        changed(bytes, RELS, (text) =>
          text.replace(
            '</Relationships>',
            () => `<Relationship Id="rId99" Type="${OFFICE}/image" ${String(target)}/></Relationships>`,
          ),
        ),
      reason as RegExp,
    ]),
    [
      'a part of two types',
      (bytes) =>
        changed(bytes, TYPES, (text) =>
          text.replace('</Types>', '<Override PartName="/Word/Styles.xml" ContentType="image/png"/></Types>'),
        ),
      /two types of content/,
    ],
    [
      'a field that fetches, its instruction written as text',
      inBody(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t> INCLUDETEXT x </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      ),
      /INCLUDETEXT/,
    ],
    [
      'an object that is linked',
      inBody(
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" ProgID="Package"/></w:object></w:r></w:p>',
      ),
      /embedded object/,
    ],
    [
      'a control character, which XML 1.1 would allow',
      (bytes) =>
        changed(
          inBody('<w:p><w:r><w:t>&#27;[31m</w:t></w:r></w:p>')(bytes),
          'word/document.xml',
          (text) => `<?xml version="1.1"?>${text.replace(/^<\?xml[^>]*>/, '')}`,
        ),
      /damaged/,
    ],
  ];
  const linked: readonly [what: string, xml: string][] = [
    ['a picture', drawing('<a:blip r:link="rId99"/>')],
    ['a picture inside', drawing('<a:blip r:embed="rId99"/>')],
    ['a picture under another prefix', drawing('<a:blip xmlns:w="RELATIONS" w:link="rId99"/>')],
    [
      'a picture of the old kind',
      '<w:p><w:r><w:pict><v:rect><v:imagedata r:id="rId99"/></v:rect></w:pict></w:r></w:p>',
    ],
    ['a fill', '<w:p><w:r><w:pict><v:rect><v:fill o:relid="rId99"/></v:rect></w:pict></w:r></w:p>'],
    [
      'a film',
      drawing('<a:blip/>').replace(
        '<pic:cNvPicPr/>',
        '<pic:cNvPicPr/><pic:nvPr><a:videoFile r:link="rId99"/></pic:nvPr>',
      ),
    ],
    ['a chart', '<w:p><w:r><c:chart r:id="rId99"/></w:r></w:p>'],
    ['another document', '<w:altChunk r:id="rId99"/>'],
    [
      'a header',
      '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId99"/></w:sectPr></w:pPr></w:p>',
    ],
  ];
  for (const [what, xml] of linked) {
    const names = `xmlns:r="${OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`;
    it(`for ${what} that is fetched from where a link leads`, () =>
      assert.rejects(
        inTemplate(
          'x',
          all(
            (bytes) =>
              changed(bytes, RELS, (text) =>
                text.replace(
                  '</R',
                  () =>
                    `<Relationship Id="rId99" Type="${OFFICE}/hyperlink" Target="https://example.org/x.png" TargetMode="External"/></R`,
                ),
              ),
            inBody(xml.replace(/^<[\w:]+/, (tag) => `${tag} ${names}`).replace('RELATIONS', OFFICE)),
          )(council),
        ),
        (error: Error) =>
          error instanceof TemplateError && /from outside itself \(\w+:\w+\)/.test(error.message),
      ));
  }

  it('for another template by the relation of a link', () =>
    assert.rejects(
      inTemplate(
        'x',
        all(inSettings(`<w:attachedTemplate xmlns:r="${OFFICE}" r:id="rId1"/>`), (bytes) =>
          changed(
            bytes,
            'word/_rels/settings.xml.rels',
            () =>
              `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/hyperlink" Target="https://example.org/x.dotm" TargetMode="External"/></Relationships>`,
          ),
        )(council),
      ),
      /from outside itself \(w:attachedTemplate\)/,
    ));

  for (const [what, change, reason] of refused) {
    it(`for ${what}`, () =>
      assert.rejects(
        inTemplate('x', change(council)),
        (error: Error) => error instanceof TemplateError && reason.test(error.message),
      ));
  }

  it('where what it shows needs what is left out', async () => {
    const chart = all(
      related('word/chart9.dat', 'application/x-chart', '<x/>', 'chart'),
      inBody(
        `<w:p><w:r><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="rId99"/></w:r></w:p>`,
      ),
    );
    await assert.rejects(inTemplate('x', chart(council)), (error: Error) => {
      assert.ok(error instanceof TemplateError);
      assert.match(error.message, /documents do not need \(word\/chart9\.dat\)/);
      return true;
    });
  });
});
