import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TemplateError } from '../../src/word';
import { blankPng } from '../word/png';
import { changed, councilTemplate, inTemplate } from '../word/templates';
import { problems } from '../word/validator';
import type { Word } from '../word/word';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = '[Content_Types].xml';
const RELS = 'word/_rels/document.xml.rels';
const HEADER = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';

describe('A Word template carries into a document only what ordinary documents have', () => {
  let council: Uint8Array;
  let usual: string[];
  before(async () => {
    council = await councilTemplate();
    usual = messages(await inTemplate('x', council));
  });

  /** The council's template with something in its body, its first header, or its settings. */
  const within =
    (part: string, mark: RegExp, xml: string) =>
    (bytes: Uint8Array): Uint8Array =>
      changed(bytes, part, (text) => text.replace(mark, (whole) => whole + xml));
  const inBody = (xml: string) => within('word/document.xml', /<w:body>/, xml);
  const inSettings = (xml: string) => within('word/settings.xml', /<w:settings[^>]*>/, xml);
  /** A part, related to the main part. */
  const related =
    (name: string, type: string, content: string | Uint8Array, relation: string, id = 'rId99') =>
    (bytes: Uint8Array): Uint8Array => {
      const parts = unzipSync(bytes);
      parts[name] = typeof content === 'string' ? strToU8(content) : new Uint8Array(content);
      const add = (part: string, end: string, xml: string): void => {
        parts[part] = strToU8(strFromU8(parts[part]!).replace(end, xml + end));
      };
      add(TYPES, '</Types>', `<Override PartName="/${name}" ContentType="${type}"/>`);
      const uri = relation.includes(':') ? relation : `${OFFICE}/${relation}`;
      add(RELS, '</Relationships>', `<Relationship Id="${id}" Type="${uri}" Target="/${name}"/>`);
      return zipSync(parts);
    };
  const all =
    (...changes: readonly Change[]): Change =>
    (bytes) =>
      changes.reduce((made, change) => change(made), bytes);

  const hdr = (text: string): string =>
    `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`;
  const field = (instruction: string, shown: string): string =>
    `<w:p>${char('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${char('separate')}<w:r><w:t>${shown}</w:t></w:r>${char('end')}</w:p>`;
  const drawing = (blip: string): string =>
    `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/><wp:docPr id="7" name="P" descr="A logo"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="P"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const svg = (inside: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;
  const withSvg = (content: string, type = 'image/svg+xml', name = 'word/media/drawn.svg'): Change =>
    all(
      related('word/media/drawn.png', 'image/png', blankPng({ width: 9, height: 9 }), 'image', 'rId98'),
      related(name, type, content, 'image'),
      inBody(
        drawing(
          `<a:blip xmlns:r="${OFFICE}" r:embed="rId98"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId99"/></a:ext></a:extLst></a:blip>`,
        ),
      ),
    );

  /** What is done to the template; what the warning names; what is in no part of the document, nor its name. */
  const left: readonly [what: string, change: Change, named: RegExp, absent: RegExp, kept?: RegExp][] = [
    [
      'a program that nothing is related to',
      (bytes) => changed(bytes, 'evil.exe', () => 'MZ'),
      /\(evil\.exe\)/,
      /evil|^MZ/,
    ],
    [
      'a part that only a link leads to',
      all(
        (bytes) => changed(bytes, 'word/evil.exe', () => 'MZ'),
        (bytes) =>
          changed(bytes, RELS, (text) =>
            text.replace('</R', `<Relationship Id="rId99" Type="${OFFICE}/hyperlink" Target="evil.exe"/></R`),
          ),
      ),
      /\(word\/evil\.exe\)/,
      /^MZ/,
    ],
    [
      'a header under another extension',
      all(related('word/header9.dat', HEADER, hdr('hidden'), 'header'), (bytes) =>
        changed(bytes, 'word/document.xml', (text) =>
          text.replace(
            /<w:sectPr[^>]*>/,
            `$&<w:headerReference xmlns:r="${OFFICE}" w:type="even" r:id="rId99"/>`,
          ),
        ),
      ),
      /header9\.dat/,
      /hidden|header9|rId99/,
    ],
    [
      'a header whose content type has a charset',
      related('word/header9.xml', `${HEADER}; charset=utf-7`, hdr('hidden'), 'header'),
      /header9\.xml/,
      /hidden|header9/,
    ],
    [
      'a web page that is called a picture',
      related('word/media/x.html', 'text/html', '<script>1</script>', 'image'),
      /x\.html/,
      /<script|x\.html/,
    ],
    [
      'a web page that says it is a PNG',
      related('word/media/x.png', 'image/png', '<html><script>1</script></html>', 'image'),
      /x\.png/,
      /<script|x\.png/,
    ],
    [
      'a relation of another maker',
      related('word/x.xml', 'application/xml', '<x/>', 'http://example.org/relationships/image'),
      /\(image\)/,
      /example\.org/,
    ],
    [
      'a drawing with a script',
      withSvg(svg('<script>alert(1)</script>')),
      /drawn\.svg/,
      /alert|svgBlip|drawn\.svg/,
      /r:embed="rId98"/,
    ],
    [
      'a drawing under another name',
      withSvg(svg('<image href="http://example.org/x"/>'), 'image/svg+xml', 'word/media/drawn.png2.tmp'),
      /drawn\.png2\.tmp/,
      /example\.org|svgBlip/,
    ],
    [
      'a drawing whose type has a charset',
      withSvg(svg('<rect/>'), 'image/svg+xml;charset=utf-8'),
      /drawn\.svg/,
      /drawn\.svg/,
    ],
    [
      'a video of the web',
      inBody(
        drawing(
          '<a:blip><a:extLst><a:ext uri="{C809E66F-F1BF-436E-b5F7-EEA9579F0CBA}"><wp15:webVideoPr xmlns:wp15="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" embeddedHtml="&lt;iframe src=&quot;https://example.org/&quot;&gt;" h="1" w="1"/></a:ext></a:extLst></a:blip>',
        ),
      ),
      /wp15:webVideoPr/,
      /webVideoPr|iframe/,
      /A logo/,
    ],
    [
      'the same under another prefix',
      inBody(
        drawing(
          '<a:blip><a:extLst><a:ext uri="{x}"><w14:x xmlns:w14="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" embeddedHtml="&lt;iframe&gt;"/></a:ext></a:extLst></a:blip>',
        ),
      ),
      /w14:x/,
      /iframe/,
    ],
    [
      'a fill that is fetched',
      inBody(
        `<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" style="width:9pt;height:9pt"><v:fill type="frame" o:href="https://example.org/x.png" o:althref="x"/></v:rect></w:pict></w:r></w:p>`,
      ),
      /o:href, o:althref/,
      /example\.org/,
      /<v:fill type="frame"\/>/,
    ],
    [
      'a picture beside the document',
      inBody(
        `<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;height:9pt"><v:imagedata src="beside.png"/></v:rect></w:pict></w:r></w:p>`,
      ),
      /\(src\)/,
      /beside/,
    ],
    [
      'an address in an attribute of any name',
      inBody(
        '<w:p w:rsidR="//example.org/x"><w:r w:rsidR="https://example.org/x"><w:t>stays</w:t></w:r></w:p>',
      ),
      /w:rsidR/,
      /example\.org/,
      /stays/,
    ],
    [
      'a transformation on saving',
      inSettings('<w:saveThroughXslt w:solutionID="x" /><w:useXSLTWhenSaving/>'),
      /w:saveThroughXslt, w:useXSLTWhenSaving/,
      /Xslt|XSLT/,
    ],
    [
      'a transformation among alternatives',
      inSettings(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><mc:Choice Requires="w14"><w:saveThroughXslt w:solutionID="x"/></mc:Choice></mc:AlternateContent>',
      ),
      /w:saveThroughXslt/,
      /Xslt/,
    ],
    [
      'an address that a line end cuts',
      inBody('<w:p w:rsidR="ht&#10;tp://example.org/x"><w:r><w:t>stays</w:t></w:r></w:p>'),
      /w:rsidR/,
      /example\.org/,
      /stays/,
    ],
    [
      'a field in the instruction of a field',
      inBody(
        `<w:p><w:r><w:instrText>ASK x<w:fldSimple w:instr="ASK y"/></w:instrText></w:r><w:r><w:t>stays</w:t></w:r></w:p>`,
      ),
      /the field ASK/,
      /ASK/,
      /stays/,
    ],
    [
      'schemas',
      inSettings(
        '<w:attachedSchema w:val="https://example.org/s"/><sl:schemaLibrary xmlns:sl="http://schemas.openxmlformats.org/schemaLibrary/2006/main"><sl:schema sl:uri="x" sl:manifestLocation="https://example.org/m"/></sl:schemaLibrary>',
      ),
      /w:attachedSchema, sl:schemaLibrary/,
      /example\.org/,
    ],
    [
      'macros of form fields',
      inBody(
        `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="T"/><w:enabled/><w:entryMacro w:val="AutoOpen"/><w:exitMacro w:val="AutoOpen"/><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>${char('separate')}<w:r><w:t>stays</w:t></w:r>${char('end')}</w:p>`,
      ),
      /w:entryMacro, w:exitMacro/,
      /AutoOpen/,
      /FORMTEXT.*stays/s,
    ],
    ...(
      [
        'AUTOTEXT Evil',
        'ASK name "Who?"',
        'DATA c:\\x',
        'FILLIN "Who?"',
        'AUTOTEXTLIST',
        'GLOSSARY x',
        'NEWFIELD x',
      ] as const
    ).map((instruction): [string, Change, RegExp, RegExp, RegExp] => {
      const [name] = instruction.split(' ') as [string];
      return [
        `the field ${name}`,
        inBody(field(` ${instruction.replaceAll('"', '&quot;')} `, 'last shown')),
        new RegExp(`the field ${name}[,)]`),
        new RegExp(`\\b${name}\\b`),
        /last shown/,
      ];
    }),
    [
      'a field of simple kind',
      inBody(
        '<w:p><w:fldSimple w:instr=" autotext Evil "><w:r><w:t>last shown</w:t></w:r></w:fldSimple></w:p>',
      ),
      /the field autotext/,
      /Evil/,
      /last shown/,
    ],
    [
      'data that open a form',
      related(
        'customXml/item9.xml',
        'application/xml',
        '<customXsn xmlns="http://schemas.microsoft.com/office/2006/metadata/customXsn"><xsnLocation>https://example.org/x.xsn</xsnLocation></customXsn>',
        'customXml',
      ),
      /customXml\/item9\.xml/,
      /example\.org/,
    ],
    [
      'the draft of the document that it was',
      related(
        'customXml/item9.xml',
        'application/xml',
        '<draft xmlns="urn:library-advocacy:draft:1"><source>"What the council told nobody."</source></draft>',
        'customXml',
      ),
      /customXml\/item9\.xml/,
      /told nobody/,
    ],
    ...(
      [
        ['another document inside', 'w:altChunk', '<w:altChunk r:id="rId99"/>'],
        ['a sub-document', 'w:subDoc', '<w:p><w:subDoc r:id="rId99"/></w:p>'],
        [
          'a control',
          'w:control',
          '<w:p><w:r><w:object><w:control w:name="x" r:id="rId99"/></w:object></w:r></w:p>',
        ],
        [
          'an object',
          'w:objectLink',
          '<w:p><w:r><w:object><w:objectLink r:id="rId99" w:progId="x"/></w:object></w:r></w:p>',
        ],
        ['a film', 'w:movie', '<w:p><w:r><w:pict><w:movie r:id="rId99"/></w:pict></w:r></w:p>'],
        ['content of another kind', 'w:contentPart', '<w:p><w:r><w:contentPart r:id="rId99"/></w:r></w:p>'],
      ] as const
    ).map(([what, name, xml]): [string, Change, RegExp, RegExp] => [
      `${what}, by a relation of another kind`,
      all(
        related('customXml/item9.xml', 'application/xml', '<x/>', 'customXml'),
        inBody(xml.replace('r:id', `xmlns:r="${OFFICE}" r:id`)),
      ),
      new RegExp(`\\(${name}\\)`),
      new RegExp(name),
    ]),
    [
      'a script in a drawing of the old kind',
      inBody(
        '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;height:9pt" onclick="run()"><o:script xmlns:o="urn:schemas-microsoft-com:office:office">run()</o:script></v:rect></w:pict></w:r></w:p>',
      ),
      /o:script/,
      /run\(\)/,
    ],
    [
      'an address from which links begin',
      (bytes) =>
        changed(
          bytes,
          'docProps/app.xml',
          () =>
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Eastshire</Company><HyperlinkBase>\\\\example.org\\share</HyperlinkBase></Properties>',
        ),
      /^$/,
      /example\.org/,
    ],
    [
      'instructions and comments for other programs',
      inBody('<?xml-stylesheet href="https://example.org/x"?><!-- https://example.org --><w:p/>'),
      /^$/,
      /example\.org/,
    ],
  ];
  for (const [what, change, named, absent, kept] of left) {
    it(`but not ${what}`, async () => {
      const document = await inTemplate('Ours.', change(council));
      const warnings = messages(document).filter((one) => !usual.includes(one));
      if (named.source === '^$') assert.deepEqual(warnings, []);
      else {
        assert.equal(warnings.length, 1, warnings.join('\n'));
        assert.match(warnings[0]!, named);
        assert.match(warnings[0]!, /do not need \(.*\); it is left out$/);
      }
      const parts = unzipSync(document.bytes);
      for (const [name, content] of Object.entries(parts)) {
        assert.doesNotMatch(name, absent);
        assert.doesNotMatch(strFromU8(content, true), absent, name);
      }
      const text = strFromU8(parts['word/document.xml']!);
      assert.match(text, /Ours\./);
      if (kept !== undefined) assert.match(text, kept);
      assert.deepEqual(await problems(document.bytes), []);
    });
  }

  it('names at most five things, and counts the others', async () => {
    const many = Array.from(
      { length: 9 },
      (_, at): Change =>
        (bytes) =>
          changed(bytes, `x${at}.bin`, () => 'x'),
    );
    const warnings = messages(await inTemplate('x', all(...many)(council)));
    assert.match(warnings.join('\n'), /\(x0\.bin, x1\.bin, x2\.bin, x3\.bin, x4\.bin and 4 more\)/);
  });

  const whole: readonly [what: string, change: Change, kept: RegExp][] = [
    ['a drawing that is safe', withSvg(svg('<rect fill="red"/>')), /svgBlip/],
    [
      'fields that reckon',
      inBody(
        ['PAGE', 'STYLEREF "Chapter"', '= 1 + 2', 'TOC \\o', 'DOCPROPERTY x']
          .map((one) => field(one, 'y'))
          .join(''),
      ),
      /STYLEREF.*= 1 \+ 2.*TOC.*DOCPROPERTY/s,
    ],
    [
      'data of its own, and of SharePoint',
      all(
        related(
          'customXml/item8.xml',
          'application/xml',
          '<own xmlns="https://council.example/x">1</own>',
          'customXml',
          'rId97',
        ),
        related(
          'customXml/item9.xml',
          'application/xml',
          '<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"/>',
          'customXml',
        ),
      ),
      /Ours/,
    ],
  ];
  for (const [what, change, kept] of whole) {
    it(`and ${what}, without a word`, async () => {
      const document = await inTemplate('Ours.', change(council));
      assert.deepEqual(messages(document), usual);
      assert.match(strFromU8(unzipSync(document.bytes)['word/document.xml']!), kept);
      const gone = Object.keys(unzipSync(change(council))).filter((name) => !document.parts.includes(name));
      assert.deepEqual(gone, []);
    });
  }

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
      'an object that is linked',
      inBody(
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" ProgID="Package"/></w:object></w:r></w:p>',
      ),
      /embedded object/,
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
    it(`and is refused for ${what} that is fetched from where a link leads`, () =>
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

  it('and is refused for another template by the relation of a link', () =>
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
    it(`and is refused for ${what}`, () =>
      assert.rejects(
        inTemplate('x', change(council)),
        (error: Error) => error instanceof TemplateError && reason.test(error.message),
      ));
  }

  it('is refused where what it shows needs what is left out', async () => {
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

type Change = (bytes: Uint8Array) => Uint8Array;

function char(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}

function messages({ warnings }: Word): string[] {
  return warnings.map(({ message }) => message);
}
