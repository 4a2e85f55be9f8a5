import assert from 'node:assert/strict';
import { readPicture } from '../../src/word/picture';

const svg = (inside: string, before = ''): Uint8Array =>
  new TextEncoder().encode(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${inside}</svg>`,
  );

describe('A drawing in an exported document', () => {
  const safe: readonly [name: string, inside: string, before?: string][] = [
    ['shapes and words', '<rect width="4" height="4" fill="#123"/><text>on, url and import</text>'],
    [
      'a gradient of its own',
      '<linearGradient id="g"/><rect fill="url(#g)" style="filter: url(&quot;#f&quot;)"/>',
    ],
    ['a picture that it holds itself', '<image xlink:href="data:image/png;base64,AAAA"/>'],
    ['a use of its own parts', '<use href="#g"/>'],
    ['a link that readers may follow', '<a href="https://example.org/"><text>More</text></a>'],
    ['styles', '<style>rect { fill: red; stroke: url(#g) }</style><rect/>'],
    [
      'the document type that old programs write',
      '<rect/>',
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ],
    ['metadata', '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'],
  ];
  for (const [name, inside, before] of safe) {
    it(`may have ${name}`, () =>
      assert.deepEqual(readPicture(svg(inside, before)), { type: 'svg', width: 9, height: 9 }));
  }

  const refused: readonly [name: string, inside: string, reason: RegExp][] = [
    ['a picture on the web', '<image href="http://example.org/x.png"/>', /from elsewhere/],
    ['a picture in a file', '<image xlink:href="file:///etc/passwd"/>', /from elsewhere/],
    ['a picture beside it', '<image xlink:href="x.png"/>', /from elsewhere/],
    ['a drawing inside a picture', '<image href="data:image/svg+xml,%3Csvg/%3E"/>', /from elsewhere/],
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
    ['a tag that is not closed', '<g><rect></g>', /damaged/],
  ];
  for (const [name, inside, reason] of refused) {
    it(`may not have ${name}`, () => {
      const read = readPicture(svg(inside));
      assert.match('unusable' in read ? read.unusable : 'used', reason);
    });
  }

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
