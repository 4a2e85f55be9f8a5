import assert from 'node:assert/strict';
import { takePicture } from '../../src/word/pictures/read';
import { readPicture } from '../word/pictures/read-picture';

const svg = (inside: string, before = ''): Uint8Array =>
  new TextEncoder().encode(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${inside}</svg>`,
  );

/** What a document gets of a drawing, or why it gets none. */
function written(inside: string, before = ''): string {
  const read = takePicture(svg(inside, before));
  return 'unusable' in read ? read.unusable : new TextDecoder().decode(read.bytes);
}

const EDITORS =
  'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"';

describe('A drawing in an exported document', () => {
  const safe: readonly [name: string, inside: string, before?: string][] = [
    ['shapes and words', '<rect width="4" height="4" fill="#123"/><text>on, url and import</text>'],
    [
      'a gradient of its own',
      '<linearGradient id="g"/><rect fill="url(#g)" style="filter: url(&quot;#f&quot;)"/>',
    ],
    ['a picture that it holds itself', '<image xlink:href="data:image/png;base64,iVBORw0KGgo="/>'],
    ['a use of its own parts', '<use href="#g"/>'],
    ['words that were a link', '<a href="https://example.org/"><text>More</text></a>'],
    ['styles', '<style>rect { fill: red; stroke: url(#g) }</style><rect/>'],
    [
      'the document type that old programs write',
      '<rect/>',
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ],
    ['a class of a name with a colon', '<style>.md\\:big, #a > rect:not(.b) { fill: red }</style><rect/>'],
    ['a style for a screen', '<style>@media (max-width: 9px) { rect { fill: var(--x, red) } }</style>'],
    [
      'a font that it holds itself',
      '<style>@font-face { font-family: x; src: url("data:font/woff2;base64,AAAA") format("woff2") }</style>',
    ],
    [
      'HTML beside words for programs that show none',
      '<switch><foreignObject requiredFeatures="x"><div xmlns="http://www.w3.org/1999/xhtml">a</div></foreignObject><text>a</text></switch>',
    ],
    [
      'notes of its editor',
      `<g ${EDITORS} inkscape:label="a"><sodipodi:namedview inkscape:document-units="mm"/><inkscape:x/><rect/></g>`,
    ],
    [
      'a movement',
      '<rect><animate attributeName="width" to="9"/><set attributeName="fill" to="#fff"/></rect>',
    ],
    ['metadata', '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'],
  ];
  for (const [name, inside, before] of safe) {
    it(`may have ${name}`, () =>
      assert.deepEqual(readPicture(svg(inside, before)), { type: 'svg', width: 9, height: 9 }));
  }

  const refused: readonly Refused[] = [
    ['a picture on the web', '<image href="http://example.org/x.png"/>', /from elsewhere/],
    ['a picture in a file', '<image xlink:href="file:///etc/passwd"/>', /from elsewhere/],
    ['a picture beside it', '<image xlink:href="x.png"/>', /from elsewhere/],
    ['a drawing inside a picture', '<image href="data:image/svg+xml,%3Csvg/%3E"/>', /from elsewhere/],
    [
      'a drawing that is called a picture',
      `<image href="data:image/png;base64,${btoa('<svg onload="alert(1)">')}"/>`,
      /from elsewhere/,
    ],
    ['the same without base64', '<image href="data:image/png,%3Csvg/%3E"/>', /from elsewhere/],
    [
      'the same as a fill',
      `<rect style="mask-image: url(data:image/gif;base64,${btoa('<svg/>')})"/>`,
      /from elsewhere/,
    ],
    ['a name without end', `<style>${'\\'.repeat(20_000_000)}</style>`, /from elsewhere/],
    ['parts of another file', '<use xlink:href="other.svg#x"/>', /from elsewhere/],
    ['a fill from elsewhere', '<rect fill="url(http://example.org/x.svg#g)"/>', /from elsewhere/],
    ['a style from elsewhere', '<style>@import "http://example.org/x.css";</style>', /from elsewhere/],
    [
      'a font from elsewhere',
      '<style><![CDATA[@font-face { src: url(//example.org/x.woff) }]]></style>',
      /from elsewhere/,
    ],
    ['an address that escapes hide', '<rect style="fill: u\\72l(http://example.org/x)"/>', /from elsewhere/],
    [
      'a frame',
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="/"/></foreignObject>',
      /from elsewhere/,
    ],
    [
      'a picture in HTML',
      '<foreignObject><h:img xmlns:h="http://www.w3.org/1999/xhtml" src="/x.png"/></foreignObject>',
      /from elsewhere/,
    ],
    ['a script', '<script>1</script>', /contains a script/],
    [
      'a script under another name',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>',
      /contains a script/,
    ],
    ['a script at an event', '<rect onclick="alert(1)"/>', /contains a script/],
    ['a script in a link', '<a xlink:href="javascript:alert(1)"><rect/></a>', /contains a script/],
    ['a script in a link, cut by a line end', '<a href="java&#10;script:alert(1)"/>', /contains a script/],
    ['a link that starts a tool of the system', '<a href="ms-msdt:/id"><rect/></a>', /not safe/],
    ...(
      [
        ['by a section', '<style>@im<![CDATA[port "http://example.org/x.css";]]></style>'],
        ['by a comment', '<style>@im<!-- -->port "http://example.org/x.css";</style>'],
        ['by an element', '<style>@im<g/>port "http://example.org/x.css";</style>'],
        ['by an instruction', '<style>@im<?x?>port "http://example.org/x.css";</style>'],
        ['in an address', '<style>rect { fill: ur<![CDATA[l(http://example.org/x)]]> }</style>'],
      ] as const
    ).map(([how, inside]): Refused => [`a style that is cut ${how}`, inside, /from elsewhere/]),
    ...[
      'image-set("http://example.org/x.png" 1x)',
      '-webkit-image-set("http://example.org/x.png" 1x)',
      'image("http://example.org/x.png")',
      'cross-fade("http://example.org/x.png", red)',
      'src("http://example.org/x.png")',
      'url("#a" , "http://example.org/x"), url("//example.org")',
      'url(/**/"http://example.org/x")',
      'url(#a\\)"); fill: image-set("http://example.org/x" 1x) /*"*/',
      'url(var(--x))',
      'URL(http://example.org/x)',
      'ima\\67 e-set("http://example.org/x" 1x)',
      'paint(x)',
    ].flatMap((value): Refused[] => [
      [`a style of ${value}`, `<style>rect { mask-image: ${value} }</style>`, /from elsewhere/],
      [`an attribute of ${value}`, `<rect mask='${value}'/>`, /from elsewhere/],
      [`a property without a name of ${value}`, `<rect style='--x: ${value}'/>`, /from elsewhere/],
    ]),
    ['a font that is named outright', '<style>@font-face { src: url(x.woff) }</style>', /from elsewhere/],
    [
      'a string that does not end',
      '<style>rect { fill: "a\n; fill: url(http://example.org/x) }</style>',
      /from elsewhere/,
    ],
    ...[
      '<set attributeName="href" to="http://example.org/x.png"/>',
      '<animate attributeName="xlink:href" values="#a;http://example.org/x.png" dur="1s"/>',
      '<animate attributeName=" href " from="#a" to="//example.org/x.png"/>',
      '<set attributeName="fill" to="url(http://example.org/x)"/>',
      '<animateMotion><mpath href="http://example.org/x"/></animateMotion><mpath href="//example.org/x"/>',
    ].map(
      (inside): Refused => [
        `a movement to elsewhere, ${inside}`,
        `<image>${inside}</image>`,
        /from elsewhere/,
      ],
    ),
    ...[
      '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=http://example.org/"/>',
      '<base xmlns="http://www.w3.org/1999/xhtml" href="http://example.org/"/>',
      '<form xmlns="http://www.w3.org/1999/xhtml" action="http://example.org/"/>',
    ].flatMap((inside): Refused[] => [
      [`HTML, ${inside}`, inside, /from elsewhere/],
      [`HTML in its place, ${inside}`, `<foreignObject>${inside}</foreignObject>`, /from elsewhere/],
    ]),
    [
      'what is taken in from a file',
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
      /from elsewhere/,
    ],
    ['parts that are a picture', '<use href="data:image/png;base64,AAAA"/>', /from elsewhere/],
    ['an element that is not known', '<newthing/>', /not safe/],
    ['elements without number', '<g/>'.repeat(500_000), /too many parts/],
    ['elements without end', '<g>'.repeat(3000) + '</g>'.repeat(3000), /too many parts/],
    ['a tag that is not closed', '<g><rect></g>', /damaged/],
  ];
  for (const [name, inside, reason] of refused) {
    it(`may not have ${name}`, () => {
      const read = readPicture(svg(inside));
      assert.match('unusable' in read ? read.unusable : 'used', reason);
    });
  }

  it('goes into the document as what draws alone', () => {
    const inside = written(
      `<!-- <script> --><?php 1 ?><g ${EDITORS} inkscape:label="a" data-src="x" foo="url(http://x)" xml:base="http://x/" fill="red"><inkscape:x>1</inkscape:x>` +
        '<style>@keyframes a { from { fill: red } } rect { fill: red; -foo: 1; /* x */ behavior: none }</style>' +
        '<metadata><a href="http://x"/></metadata><text>a &lt; b</text><animate attributeName="x" to="9"/></g>',
      '<?xml version="1.0" encoding="utf-8"?><!-- made by hand --><!DOCTYPE svg>',
    );
    assert.equal(
      inside,
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">' +
        '<g fill="red"><style> rect { fill: red;}</style><text>a &lt; b</text></g></svg>',
    );
    assert.equal(
      written(inside.replace(/^<svg[^>]*>|<\/svg>$/g, '')),
      inside,
      'and stays as it is from then on',
    );
  });

  it('has no links, as a picture needs none: what they held is drawn', () => {
    for (const address of ['evil.exe', 'https://example.org/', '#part'])
      for (const name of ['href', 'xlink:href']) {
        const link = written(`<a ${name}="${address}"><text>More</text></a>`);
        assert.match(link, /<a><text>More<\/text><\/a>/);
        assert.doesNotMatch(link, /href=/);
      }
  });

  it('is read in the encoding that it names', () => {
    const bytes = svg('<text>caf\u00e9</text>', '<?xml version="1.0" encoding="ISO-8859-1"?>');
    const latin = bytes.filter((byte, at) => byte !== 0xc3 || bytes[at + 1] !== 0xa9);
    latin[latin.indexOf(0xa9)] = 0xe9;
    const read = takePicture(latin);
    assert.ok('type' in read);
    assert.match(new TextDecoder().decode(read.bytes), /<text>caf\u00e9</);
  });

  it('is judged once over, however long its style is', () => {
    const long = 'a('.repeat(200_000);
    for (const css of [
      '"'.repeat(400_001),
      long,
      '\\'.repeat(400_000),
      '/*'.repeat(200_000),
      '{'.repeat(200_000),
    ])
      assert.ok(written(`<style>${css}</style>`).length > 0);
  });

  it('may not have a style sheet or entities of its own', () => {
    for (const before of [
      '<?xml-stylesheet href="http://example.org/x.css"?>',
      '<!DOCTYPE svg [<!ENTITY a "b">]>',
      '<!DOCTYPE svg SYSTEM "http://example.org/x.dtd" [<!ENTITY % p SYSTEM "x">]>',
    ]) {
      assert.ok('unusable' in readPicture(svg('<rect/>', before)), before);
    }
  });
});

type Refused = readonly [name: string, inside: string, reason: RegExp];
