import { RELS } from '../word/template/tampered';
import { changed } from '../word/templates';
import {
  all,
  type Change,
  drawing,
  hdr,
  inBody,
  inSettings,
  OFFICE,
  related,
  svg,
  withSvg,
} from './template-changes';
import { leavesOut } from './template-left-out';

const HEADER = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';

describe('A Word template carries into a document only what ordinary documents have', () =>
  leavesOut([
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
    ...[
      '<w:writeProtection w:recommended="1"/>',
      '<w:writeProtection w:cryptAlgorithmSid="14" w:hash="AAAA" w:salt="AAAA"/>',
    ].map((setting): [string, Change, RegExp, RegExp] => [
      `a setting that asks whether to open it read-only: ${setting}`,
      inSettings(setting),
      /w:writeProtection/,
      /writeProtection/,
    ]),
    [
      'a base for its addresses',
      all(
        (bytes) =>
          changed(bytes, RELS, (text) =>
            text.replace('<Relationships', '$& xml:base="https://example.org/x/"'),
          ),
        (bytes) =>
          changed(bytes, '_rels/.rels', (text) =>
            text.replace(/<Relationship /, '$&xml:base="\\\\example.org\\x\\" '),
          ),
      ),
      /xml:base/,
      /xml:base|example\.org/,
      /<w:headerReference/,
    ],
    [
      'an address that a line end cuts',
      inBody('<w:p w:rsidR="ht&#10;tp://example.org/x"><w:r><w:t>stays</w:t></w:r></w:p>'),
      /w:rsidR/,
      /example\.org/,
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
    [
      'a behaviour in a drawing of the old kind',
      inBody(
        '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" id="old" style="width:9pt;behavior:url(x.htc)"/></w:pict></w:r></w:p>',
      ),
      /\(style\)/,
      /behavior|htc/,
      /id="old"/,
    ],
    [
      'what programs must understand, who then refuse the document',
      inBody(
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:zz="u:zz" mc:MustUnderstand="zz" mc:ProcessContent="zz:x"><w:r><w:t>stays</w:t></w:r></w:p>',
      ),
      /mc:MustUnderstand, mc:ProcessContent/,
      /MustUnderstand|ProcessContent/,
      /stays/,
    ],
    [
      'a second document beside the one that is shown',
      all(
        related(
          'word/second.xml',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          hdr('hidden').replaceAll('w:hdr', 'w:document'),
          'officeDocument',
        ),
        (bytes) =>
          changed(bytes, '_rels/.rels', (text) =>
            text.replace(
              '</Relationships>',
              `<Relationship Id="rId99" Type="${OFFICE}/officeDocument" Target="word/second.xml"/></Relationships>`,
            ),
          ),
      ),
      /word\/second\.xml/,
      /hidden|second\.xml/,
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
      'the same in a second list',
      related(
        'docProps/app9.xml',
        'application/vnd.openxmlformats-officedocument.extended-properties+xml',
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><HyperlinkBase>\\\\example.org\\share</HyperlinkBase></Properties>',
        'extended-properties',
      ),
      /docProps\/app9\.xml/,
      /example\.org|app9/,
    ],
    [
      'instructions and comments for other programs',
      inBody('<?xml-stylesheet href="https://example.org/x"?><!-- https://example.org --><w:p/>'),
      /^$/,
      /example\.org/,
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
  ]));
