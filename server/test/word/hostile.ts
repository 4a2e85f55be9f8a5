/** Drafts that try what an exporter can bear. None comes from a person. */
export const HOSTILE: Readonly<Record<string, string>> = {
  nothing: '',
  'white space alone': ' \n\t\n \n',
  'control characters':
    'a\u0000b\u0001c\u000bd\u001fe\ufffe\uffff `f\u0002` [g\u0003](http://h\u0004) ![i\u0005](j\u0006)\n\n    k\u0007\n',
  'lone surrogates':
    'a\ud800b \udc00 **c\ud83d** [d](http://e/\ud800) `f\udfff`\n\n```\n\ud800\n```\n\n[^\ud800]\n',
  'a byte order mark and Windows line ends': '\ufeff# a\r\n\r\n- b\r\n- c\r\n\r\n```\r\nd\r\ne\r\n```\r\n',
  'a thousand quotations': `${'> '.repeat(1000)}deep`,
  'a thousand lists': `${'- '.repeat(1000)}deep`,
  'a thousand lists, one in the other': Array.from(
    { length: 200 },
    (_, depth) => `${'  '.repeat(depth)}- ${depth}`,
  ).join('\n'),
  'a thousand emphases': `${'*a **b '.repeat(500)}c${'** d*'.repeat(500)}`,
  'a thousand links in each other': `${'['.repeat(500)}a${'](b)'.repeat(500)}`,
  'a thousand open tags': `a ${'<b><i><u>'.repeat(500)} c\n`,
  'a thousand nested HTML blocks': `${'<div>'.repeat(1000)}deep${'</div>'.repeat(1000)}\n`,
  'a thousand nested HTML lists': `${'<ul><li>'.repeat(1000)}deep\n`,
  'unclosed HTML': '<table><tr><td>a<!-- never\n\n<p><a href="x\n\n&#xffffffff; &#0; &bogus;\n',
  'a table of a thousand columns': `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n|${'b|'.repeat(1000)}\n`,
  'a table without cells':
    '<table></table>\n\n<table><tr></tr></table>\n\n<table><caption></caption></table>\n',
  'an absurd span':
    '<table><tr><td colspan="999999999" rowspan="999">a</td></tr><tr><td>b</td></tr></table>\n',
  'the largest list numbers': '999999999. a\n1000000000. b\n\n0. c\n',
  'strange links':
    '[a](http://) [b](http://[) [c](//) [d](:) [e](a:b:c) [f](<  >) [g](%) [h](?) [i](http://a b) [j](mailto:) [k](#%zz) [l](http://é.例/?q=é#ü) [m](<http://a"b>) [n](http://a&b) [o](../..//x) [p](1:2) [q](http://a\\b)\n',
  'the same heading and anchors again': `${'# Same\n\n<a id="same"></a>\n\n'.repeat(20)}[a](#same) [b](#same-3) [c](#same-19) [d](#SAME)\n`,
  'footnotes that refer to each other': '[^a] [^b] [^a]\n\n[^a]: x[^b]\n\n[^b]: y[^a][^b]\n',
  'a note that holds everything':
    '[^a]\n\n[^a]: # h\n\n    - a\n\n      b\n\n    | t |\n    |---|\n\n    > q\n\n    ***\n\n    ![p](none.png)\n\n    <table><tr><td>x</td></tr></table>\n',
  'many references to one note': `${'a[^n] '.repeat(300)}\n\n[^n]: ${'long '.repeat(200)}\n`,
  'definitions twice':
    '[a]\n\n[a]: http://first\n[a]: http://second\n\n[^n]\n\n[^n]: first\n\n[^n]: second\n',
  'nothing but empty blocks': '#\n\n-\n\n>\n\n```\n```\n\n1.\n\n| |\n|-|\n| |\n\n- [ ]\n\n[^x]: \n\n***\n',
  'directives in strange places':
    '<!-- pagebreak -->\n\n- <!-- landscape -->\n\n> <!-- pagebreak -->\n\n<!-- portrait -->\n<!-- landscape -->\n<!-- landscape -->\n',
  'only turned paper': '<!-- landscape -->\n',
  'front matter that is no mapping': '---\n- a\n- b\n---\n\ntext\n',
  'front matter without an end': '---\ntitle: x\n\ntext\n',
  'XML in the text': '<w:p><w:r/></w:p> ]]> <?xml?> &lt;w:t&gt; {{title}} {{body}}\n',
  'right-to-left text': 'שלום עולם \u202e abc \u200f\n\n| مرحبا |\n|---|\n| 1 |\n',
  'a very long word': `${'x'.repeat(100_000)}\n\n| ${'y'.repeat(10_000)} | b |\n|---|---|\n`,
  'a very long list': Array.from({ length: 3000 }, (_, at) => `${at + 1}. item`).join('\n'),
  'many small lists': Array.from({ length: 500 }, (_, at) => `text\n\n${at % 20}. item\n`).join('\n'),
};
