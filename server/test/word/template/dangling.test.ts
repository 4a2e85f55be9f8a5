import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { TemplateError } from '../../../src/word';
import { changed, councilTemplate, inTemplate } from '../templates';
import { problems } from '../validator';
import { RELS } from './tampered';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAFT = `Ours[^1] {>>ours<<} and [a link](https://example.org).

1. one
2. two

\`code\`

[^1]: Our note.
`;

type Change = (bytes: Uint8Array) => Uint8Array;

const inPart =
  (part: string, mark: RegExp, xml: string): Change =>
  (bytes) =>
    changed(bytes, part, (text) => text.replace(mark, `$&${xml}`));
const inBody = (xml: string): Change =>
  inPart('word/document.xml', /<w:body>/, xml.replace(/ r:/, ` xmlns:r="${OFFICE}" r:`));
const related = (type: string, target: string): Change =>
  inPart(
    RELS,
    /<Relationships[^>]*>/,
    `<Relationship Id="rId99" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
const run = (xml: string): string => `<w:p><w:r>${xml}</w:r></w:p>`;
const graphic = (data: string): string =>
  run(
    `<w:t>stays</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/><wp:docPr id="7" name="P" descr="A chart"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${data}</a:graphicData></a:graphic></wp:inline></w:drawing>`,
  );
const picture = (blip: string): string =>
  graphic(
    `picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="P"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic>`,
  );

/** What the template has; what is said of it to be missing; what is not in the document; what is. */
const MENDED: readonly [what: string, change: Change, missing: string, absent: RegExp, kept: RegExp][] = [
  [
    'a link',
    inBody('<w:p><w:hyperlink r:id="rId77"><w:r><w:t>stays</w:t></w:r></w:hyperlink></w:p>'),
    'the relation “rId77”',
    /rId77/,
    /<w:hyperlink[^>]*><w:r><w:t>stays/,
  ],
  [
    'a picture',
    inBody(picture('<a:blip r:embed="rId77"/>')),
    'the relation “rId77”',
    /rId77/,
    /<a:blip[^>]*\/>/,
  ],
  [
    'a chart',
    inBody(
      graphic(
        'chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId77"/>',
      ),
    ),
    'the relation “rId77”',
    /rId77|A chart/,
    /<w:r><w:t>stays<\/w:t><\/w:r>/,
  ],
  [
    'a header',
    inPart(
      'word/document.xml',
      /<w:sectPr[^>]*>/,
      `<w:headerReference xmlns:r="${OFFICE}" w:type="even" r:id="rId77"/>`,
    ),
    'the relation “rId77”',
    /rId77/,
    /w:headerReference/,
  ],
  [
    'a picture of the old kind',
    inBody(
      run(
        '<w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;height:9pt"><v:imagedata xmlns:o="urn:schemas-microsoft-com:office:office" o:relid="rId77" o:title="x"/></v:rect></w:pict>',
      ),
    ),
    'the relation “rId77”',
    /rId77/,
    /v:imagedata[^>]*o:title/,
  ],
  [
    'a relation to a picture, which the text shows',
    (bytes) => related('image', 'media/none.png')(inBody(picture('<a:blip r:embed="rId99"/>'))(bytes)),
    'word/media/none.png',
    /rId99|none\.png/,
    /<a:blip[^>]*\/>/,
  ],
  ['a relation to a list of fonts', related('fontTable', 'none.xml'), 'word/none.xml', /none\.xml/, /Ours/],
  [
    'a style that another is based on',
    inPart(
      'word/styles.xml',
      /(?=<\/w:styles>)/,
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Gone"/><w:next w:val="Lost"/></w:style>',
    ),
    'the style “Gone”, the style “Lost”',
    /Gone|Lost/,
    /<w:name w:val="Own"\/><\/w:style>/,
  ],
  [
    'styles of text, one of them called as one of ours',
    inBody(
      '<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr><w:r><w:rPr><w:rStyle w:val="SourceText"/></w:rPr><w:t>stays</w:t></w:r></w:p>',
    ),
    'the style “Gone”, the style “SourceText”',
    /Gone|SourceText[^<>]*><\/w:rPr><w:t>stays/,
    /stays/,
  ],
  [
    'a list, under the number that ours gets',
    inBody(
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>stays</w:t></w:r></w:p>',
    ),
    'the list “5”',
    /<w:numId w:val="5"\/><\/w:numPr><\/w:pPr><w:r><w:t>stays/,
    /<w:numId w:val="0"\/><\/w:numPr><\/w:pPr><w:r><w:t>stays/,
  ],
  [
    'what a list looks like',
    (bytes) =>
      inBody(
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>stays</w:t></w:r></w:p>',
      )(
        changed(bytes, 'word/numbering.xml', (text) =>
          text.replace('</w:numbering>', '<w:num w:numId="77"><w:abstractNumId w:val="99"/></w:num>$&'),
        ),
      ),
    'the list “77”',
    /"77"/,
    /<w:numId w:val="0"\/><\/w:numPr><\/w:pPr><w:r><w:t>stays/,
  ],
  [
    'a note, under the number that ours gets',
    inBody(run('<w:t>stays</w:t><w:footnoteReference w:id="2"/>')),
    'the footnote “2”',
    /stays<\/w:t><w:footnoteReference/,
    /stays<\/w:t><\/w:r>/,
  ],
  [
    'a comment',
    inBody(
      '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>stays</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>',
    ),
    'the comment “7”',
    /w:comment\w+ w:id="7"/,
    /stays/,
  ],
];

describe('Word templates: what refers to something that is not there', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  for (const [what, change, missing, absent, kept] of MENDED) {
    it(`leaves out the reference to ${what}, and says so`, async () => {
      const document = await inTemplate(DRAFT, change(council));
      assert.deepEqual(
        document.warnings.map(({ message }) => message).filter((one) => !one.includes('asks for')),
        [`The template refers to something that it does not have (${missing}); that reference is left out`],
      );
      const parts = unzipSync(document.bytes);
      const text = Object.keys(parts)
        .filter((name) => /document\.xml|styles\.xml|numbering\.xml/.test(name))
        .map((name) => strFromU8(parts[name]!))
        .join('\n');
      assert.doesNotMatch(text, absent);
      assert.match(text, kept);
      assert.deepEqual(await problems(document.bytes), []);
    });
  }

  it('leaves out the content types of parts that are not there, and styles that every program has are there', async () => {
    const change = inPart(
      '[Content_Types].xml',
      /<Types[^>]*>/,
      '<Override PartName="/word/none.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>',
    );
    const document = await inTemplate('Ours.', change(council));
    assert.deepEqual(
      document.warnings.filter(({ message }) => !message.includes('asks for')),
      [],
    );
    assert.doesNotMatch(strFromU8(unzipSync(document.bytes)['[Content_Types].xml']!), /none\.xml/);
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('is not used where two of its relations have one name: which of them counts, nobody knows', async () => {
    const twice = changed(council, RELS, (text) => text.replace(/<Relationship [^>]*>/, '$&$&'));
    await assert.rejects(inTemplate('Ours.', twice), (error) => {
      assert.ok(error instanceof TemplateError);
      assert.match(
        error.message,
        /it has two relations called “rId\d+” in “word\/_rels\/document\.xml\.rels”/,
      );
      return true;
    });
  });
});
