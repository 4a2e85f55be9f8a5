import assert from 'node:assert/strict';
import { readBlocks } from '../../src/draft/blocks';
import { labelsOf } from '../../src/draft/labels';
import { plainAt } from '../../src/draft/plain';
import type { PlacedBlock } from '../../src/draft/types';
import { runs, seeds } from '../random-runs';
import { hostileText, random } from './hostile';

/** The blocks of a text with everything in them, read with and without the parser's help for plain ones. */
function both(text: string): readonly [string, string] {
  const all = readBlocks(text, 0, 0, { plain: false, slice: text.length + 1 });
  const labels = new Map(all.flatMap(({ block }) => labelsOf(block)).map((label) => [label, 1]));
  const of = (plain: boolean) =>
    JSON.stringify(readBlocks(text, 0, 0, { plain, labels, slice: plain ? 300 : text.length + 1 }), null, 1);
  return [of(true), of(false)];
}

const SAME = [
  'One line.',
  'Two lines,\nof which the second is the longer one.\n\nAnd another.\n',
  'With Windows line ends,\r\nas some have.\r\n\r\nAnd another.\r\n',
  'A lone CR\rends a line too.\n\nNext.\n',
  '# Title\n\nText.\n\n## Part\n\n### 1. Number\n\n####### Too deep\n\n#None\n\n#  Two spaces\n\n# Closed #\n\n# \n\n#\n',
  '# Title\nText right below.\n\n## Part\n- item\n',
  'Under\n---\n\nlined\n===\n\nOne\n:-\nTwo\n',
  'a | b\n--- | ---\n1 | 2\n\na | b\n',
  '1. One\n\nText.\n\n2) Two\n\n2024 was good.\n\nIt was in\n2023. A list begins.\n\nIt was in\n1. A list begins.\n',
  'Trailing space \n\nBreak  \nhere\n\n Leading space\n\n\tTab\n\nA\ttab\n',
  '- item\n\ntext\n\nmore text\n\n  still the item?\n\nand more\n',
  '> quote\n\ntext\n\nmore\n\n> quote\ntext that is lazy\n\nmore\n\nmore\n',
  '[^1]: note\n\ntext\n\nmore\n\n    its second paragraph\n\nmore\n',
  '[a]: /url\n\n"text"\n\n(more)\n\n[b]: /url\n"title"\n\nmore\n\nmore\n',
  '```\n\nplain text in code\n\nmore of it\n\n```\n\nplain text\n\nmore\n',
  '~~~~\nnever closed\n\nplain text in code\n\nmore of it\n\nand more\n',
  '<!-- a comment\n\nplain text in it\n\nmore of it\n\n-->\n\nplain text\n\nmore\n',
  '<script>\n\nplain text in it\n\nmore of it\n\n</script>\n\nplain\n\nmore\n',
  '<div>\n\nplain text\n\nmore\n\n</div>\n\nplain\n',
  '    code\n\nplain\n\nplain\n\n    code\n\nplain\n',
  'See www.example.org for more.\n\nSee WWW.example.org.\n\nAt http://example.org/.\n\nMail a@example.org.\n',
  'Fish & chips &amp; peas\n\nA \\* star\n\nA * star\n\nsnake_case\n\n~~gone~~\n\n`code`\n\n![x](y)\n\n[x]\n\na < b\n',
  '“Quoted” – it’s £40, “we” said…\n\n£5 each\n\n(in brackets)\n\n\uFEFFmark\n\nmid\uFEFFmark\n\n\uFDD0 kept\n',
  'Text.\n   \nText.\n\t\n\n\nText.\n',
  `${'word '.repeat(5_000).trim()}.\n\nText.\n\nText.\n`,
  'NUL \0 here\n\nText\n',
  'Found.[^1] And more[^A-2]\nof it[^1]\n[^1] begins a line[^a-2].\n\nEnds.[^1]\n\n[^1]: note\n\n[^a-2]: other\n',
  'None.[^3] Two[^1][^1] Link[^1](x) Picture![^1] Nested[[^1]] Space[^ 1] Under[^1_1] Empty[^]\n\n[^1]: note\n[^1_1]: note\n',
  'With Windows line ends[^1]\r\nand more.[^1]\r\n\r\nA www[^1].x.org, at[^1]:\n\n[^1]: note\n',
  '# Heading[^1]\n\nText[^1] \n\nText[^1]  \nbreak\n\n[^1]\n\n1[^1]. No list\n\nUnder[^1]\n---\n\na[^1] | b\n- | -\n\n[^1]: note\n',
  // Emphasis
  'It **is** so, *is it* not? **Bold**, _underlined_ and __more__.\n\n**Note**: text.\n\n*All of it.*\n\n_So_\n',
  'a * b * c, 2*3*4, snake_case_name, *a b *c d*, **a*, *a**, ***a***, *a* *b*, **a**b**c**\n\n* \n\n*\n\n**\n\n__\n\n***\n',
  '*a\nb* and **c\r\nd**\n\n*never closed\n\nclosed*\n\n*“Quoted”*, said*:* “*so*” (*in brackets*) *£5* £*5* é*é*é _é_é\n',
  '*with [a link](https://example.org) in it* and **with[^1]**\n\n*a **b** c* **a *b* c** _a *b* c_ *a _b* c_\n\n[^1]: note\n',
  '* * *\n\n* **\n\n_ _ _\n\n*-*\n\n*a*\n\n* a\n\n*\ta\n\n*\na*\n\n** a**\n\n** a\n',
  '- a\n# b\n\n    c\n\n> a\n## b\n    c\nd\n\n[^1]: a\n # b\n- c\n\n  d\n ## e\n\tf\n\n1. a\n   - b\n  # c\n\n  d\n',
  // Code
  'Type `code` and `two words`. `Begins` it, ends `it`\n\n`all`\n\n*a `b` c* **`d`** [e `f`](g) `h` [i](j)[^1]`k`\n\n- `a`\n\n> `b` c\n\n| `a` | `b|c` |\n| - | - |\n| `d\\|e` | `f |\n\n[^1]: `note`\n',
  '`` a `` `a``b` ``c` `d\ne` `f` ` g` `h ` ` ` `` `\n\n`a *b` c* `<d>` `&amp;` `a\\` b` \\`c` `[d](e)` [a`](b`) *c`*` `{++d++}` `http://e` `f@g.h` `é`\n\n```\na `b`\n\n`` ` ``\n\n`a`\r\n`b`  \n`c`\n===\n\n`a`: b\n\n1. `c`\n',
  '    code\n\n\t\n10. [c\n\n\tmore\n\n  \t \n1. a\n\n   ```\nb\n```\n    c\n\n~~~\n~~~\n1. d\n',
  // Links, images, brackets and ampersands
  'See [the report](https://example.org/a_b/c-d?e=f#g) and [another](x.html).\n\n[Begins](a) it.\n\n[a](b)[c](d) [e] (f)\n',
  '[a](b "t") [a](<b>) [a]( b ) [a](b c) [a](b\\) [a](b&amp;c) [a]() [](b) [ a ](b) [*a*](b) [a*](b)* [a\nb](c) [a](b(c))\n',
  '![Chart of visits](images/chart.png)\n\nText ![a](b) and ![](c.png) and ![ d ](e)\n\n![a] ![a](b "t") ![a\nb](c) !\n![x](y)\n\n!\n',
  'The list [PDF] and [ spaced ] and [a] and [A] [b][c] [d]: [e]:f [] [ ] [^] [^x] [x]\n[y] begins\n\n[a]: /url\n',
  '[a b] [a  b] [A B] [ a b ]\n\n[a b]: /url\n\n[not]: a definition\n\n[not\n\n]not\n\n[no[t]]\n\n[[a b]]\n',
  'Q&A, R & D, BC&W, &amp;, &copy; &copy &#38; &#x26; &; &a;b &\n&amp;\n\n& so\n\n&nbsp;\n',
  '[Write to us](mailto:a@example.org) or [www.example.org](https://www.example.org) or [a](www.example.org)\n',
  'More than 7,200 [one](a) [two](b)\nlines of [three](c) and *four*.[^1] [^1]: no\n[^1]: is one\n',
  '[^1]: is one\n\n [a](b)\n\nText [a](b) \n\nText *a*  \nbreak\n\nText *a*\t\n\nText\t*a*\n\n*a*\rb\n\n*a*\r',
  // Lists
  '- one\n- two *with* [a link](b)\n- three\n\nText.\n\n* one\n* two\n\n+ one\n\n1. one\n2. two\n\n3) three\n1) one\n',
  '- one\n- two\n\n- three\n\nText\n\n- one\n\n  more\n- two\n\n- one\n\n    more\n\n- one\n  two\n- three\nlazy\n\n- one\n* two\n',
  '1. one\n2. two\n\n3. three\n\n1. one\n\n2) two\n\n- one\n\n* two\n\n- one\n\n-two\n\n- one\n\n-\n\n1. a\n\n22. b\n\n1234567890. c\n',
  '- [ ] task\n- [x] done\n\n- [a](b)\n\n- ![a](b)\n\n- [^1]: x\n\n- [a]: b\n\n-  wide\n\n- \n\n-\n\n- # a\n\n- > a\n\n- - a\n\n- 1. a\n',
  '- a\r\n- b\r\n\r\nText\r\n\r\n1. a\r\n2. b\r\n- a \n- b\n\n- a\n- b\n  \n  c\n\n- a\n- b\n \t\n\n    code\n\n- a\r- b\r\r',
  '- a\n- b\n---\n\n- a\n===\n\n- a\n# b\n\n- a\n> b\n\n- a\n```\nb\n```\n\n- a\n\n```\nb\n```\n\n- a\n<!-- b -->\n\n- - -\n\n* * a\n\n- a | b\n- | -\n',
  '- a *b\n- c* d\n\n- *a*\n- **b**: c\n- _d_\n\n1. 2023 was good\n2. 2023. A year\n\n- a[^1]\n- [^1]\n- b\n\n[^1]: note\n',
  '- a\n  - b\n    - c\n    - d\n  - e\n- f\n\n1. a\n   - b\n   - c\n2. d\n   1. e\n   2. f\n\n- a\n    - b\n      - c\n     - d\n\n- a\n      - b\n',
  '- a\n\n- b\n\n\n- c\n\nText\n\n- a\n\n  - b\n\n  - c\n- d\n\n- a\n  - b\n\n- c\n  - d\n\n  - e\n\n1. a\n\n2. b\n\n   2. c\n\n\n   text\n',
  '- a\n  2. b\n- c\n  1. d\n  * e\n\n- a\n - b\n\n  - a\n- b\n\n9. a\n10. b\n    - c\n   - d\n\n1) a\n   - b\n 2) c\n\n- a\n  - b\n c\n\n- a\n  - b\n   - c\n',
  '- [ ] a\n- [x] *b*\n- [X] c *d*\n  - [ ] e\n\n- [ ]a\n- [y] b\n\n- [ ]\n- [x] \n\n- [x]\ta\n\n- [x] [a](b)\n\n- [ ]  a\n\n- [ ] a\n\n- b\n\n1. [x] a[^1]\n\n[^1]: [ ] x\n',
  `${Array.from({ length: 25 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')}\n\n${'- a\n\n'.repeat(30)}Text\n`,
  '- a\r\n  - b\r\n\r\n  - c\r\n\r\n- d\r\n\r\n- e\n \n- f\n\n- a\n\n\n  - b\n\n\n\n- c\n  - d\n\n    - e\n\n  - f\n\nText\n\n- a\n\n\tb\n',
  // Quotations right after a paragraph
  'Text\n> quote\nlazy\n\nText *a*\nmore\n> quote\n\nText\n> *a*\n\nText\n> - a\n\nText\n>a\n\nText  \n> a\n\na | b\n> c\n- | -\n\nText\r\n> a\r\n',
  'a\n> b\nc\n> d\ne\n\n[a]: b\n> c\n\n- a\n> b\n\n# a\n> b\n\nText\n> a\n> ---\n\nText\n> 1. a\n\nText\n> a\n===\n',
  // Tables that are being written
  '| a | b |\n| - | - |\n| c | d |x\n| e | f\n| g |\n| h | i | j |\n| k |l\n|m\n\n| a | b\n| - | -\n| c | d\n\n|\n',
  '| a | b |\n| - | - |\n| c | *d*\n|\n| c\n\n| a | b |\n| - | - |\n| c | d \n| [e](f) |  g  |h\r\n\r\n| a |\n| - |\n|b\n||\n|| c',
  // Breaks
  'One  \ntwo   \nthree \nfour\n\nOne  \r\ntwo\r\n\n*one  \ntwo* three  \n*four*  \n[a](b)  \nfive  \n\n> a  \n> b\n\n- a  \n- b\n\na\t  \nb\n\na  \n',
  // Code
  '```js\na = *b* [c](d) &amp; \\x\n\n\n  e\n```\n\n```\n```\n\n```\n\n```\n\n```a b\nc\n```\n\n```\na\n````\n\n```\na\n ```\n\n```\na\n```\nText\n\n```\r\na\r\n```\r\n',
  '```\n\ta\n```\n\n```\n\0\uFEFF\uFDD0\n```\n\n````\na\n````\n\n~~~\na\n~~~\n\n```\na\rb\n```\n\n```&amp;\na\n```\n\n```\n    ```\n```\n\n```\na ```\n```\n\n``` \na\n```\n\n```\na',
  // Rules, underlined headings and definitions
  '+++\n\n++++++\n\n++\n\n+ + +\n\n***\n\n+++\n- a\n\n+++\na\n+++\n',
  '---\n***\n___\na\n\n--\n\n- - -\n\n--- \n\n---\n\n    code\n\n-----------\n# A\n# B\nc\n## D\n- e\n\n# F\n---\n\n# G\n\n\n    code\n\n# H\n    code\n',
  'A b\n---\nc\n===\n\nA\n===\n\nA\n--\n\nA\n-\n\nA\n--- \n\nA \n---\n\n*A*\n---\n\nA\nb\n---\n\n7. A\n---\n\nA | b\n---\n\nA\r\n---\r\n\r\n[a]: b\nA\n---\n\nA\n=-=\n\nA\n----',
  '[a]: b\n[A b]: /c#d\n[e-1]: https://example.org/?a=b\n\n[a]: b\ntext\n\n[f]: g\n"title"\n\n[h]: i\n[j]\n\n[k]: l\n===\n\n[m]: n "o"\n\n[a] [A  B] [e-1][f] [ a ]\n\n[a b ]: c\n',
  '[a]: b\n[^c]: d\n\n[a]:b\n\n[a]: <b>\n\n[a]: b\\c\n\n[a]: b&amp;c\n\n[a]: b_c_d*e*\n\n[a]: b \n\n[a]:\n\n[a]: \n\n[*a*]: b\n\n[a\nb]: c\n\n[a]: b\r\n[c]: d\r\n\r\n[a]: b\n\n    code\n\n[a]: b\n[c]: d',
  // Quotations
  '> a\nb\n> c\nd *e\nf* g\n\n> a\n[b]: c\n\n> a\n[^1]: c\n\n> a\n1. b\n\n> a\n===\n\n> a\n| b |\n| - |\n\n> a\n    b\n\n> [a\nb]: c\n\n> a\r\nb\r\n\r\n> a\nb \n\n[^1]: x\n',
  '> “A quotation.”\n\n> Another *one*, with [a link](b).[^1]\n\nText\n\n> a\nlazy\n\n> a\n> b\n\n>a\n\n>\n\n>  a\n\n> # a\n\n> - a\n\n> > a\n\n[^1]: x\n',
  '> a\n\n    code\n\n> a\n- b\n\n> a\n---\n\n> a\n\n> b\n\n> [a]: b\n\n> [^1]: b\n\n> a \n\n> a\r\n\r\n> b\r\n',
  '> One\n> two *three\n> four* five [six](seven)\n> eight\n\n> a\r\n> b\r\n> *c\r\n> d*\r\n\n> a\n>b\n\n> a\n>\n> b\n\n> a\n>  b\n\n> a\n> - b\n\n',
  '> a\n> ---\n\n> a\n> ===\n\n> a \n> b\n\n> a[^1]\n> [^1]\n> [^1]: b\n\n> a\n> [b\n> c]\n\n> a\n> | b |\n\n> *a*\n> **b**\n> c\n\n> a\nb\n> c\n\n[^1]: x\n',
  '7.2 Noted.\n\n7.2\n7.3\n\n1.\n\n1.a\n\n1)a\n\n1) a\n\n10.5% more\n2.5% less\n\n2024.\n\n2024.\tTab\n',
  // Notes
  '[^1]: A source, 2023.\n[^b]: *Another*, [here](https://example.org).\n\nText[^1].[^b]\n\n[^c]: third\n\n    more of it\n\n[^d]: a\nlazy\n\n[^1]: again\n',
  '[^1]:\n\n[^2]: \n\n[^3]:a\n\n[^4]:  a\n\n[^5]: # a\n\n[^6]: - a\n\n[^7]: > a\n\n[^8]: [^9]: a\n\n[^9]: [a]: b\n\n[^10]: [a](b)\n\n[^ 1]: a\n\n[^A_b]: a\n',
  '[^1]: a\n\n  b\n\n[^2]: a\n\n\tb\n\n[^3]: a\n    b\n\n[^4]: a\n[a]: b\n\n[^5]: a\n[^6] b\n\n[^7]: a\r\n[^8]: b\r\n\r\n[^9]: a[^1][^Z]\n\n[^z]: c[^9]\n',
  '[^1]: a\n\n| a |\n| - |\n| b |\n\n- a\n\n| a |\n| - |\n| b |\n\n> a\n\n| a |\n| - |\n| b |\n\n[^1]: a\n\n    code\n',
  // Tables
  '| a | b |\n| --- | ---: |\n| 1,200 | **x** |\n| [a](b) | |\n||x|\n\n| a |\n|:-:|\n\n|a|b|c|\n|:-|-:|-|\n|1|2|3|\n',
  '| a | b |\n| --- |\n\n| a | b |\n| --- | --- |\n| 1 |\n\n| a |\n| - |\n| 1 | 2 |\n\n| a |\n| - |\ntext\n\n| a |\n| - |\n\n| b |\n',
  '| a \\| b |\n| - |\n\n| `a|b` | c |\n| - | - |\n\n| a*b | c*d |\n| - | - |\n| *a | b* |\n| & | &amp; |\n| - | # a |\n| > | 1. |\n',
  '| a | b \n| - | - |\n\na | b |\n- | - |\n\n | a |\n | - |\n\n| a |\n| - | \n\n| a |\n| - |\n| b | \n\n| a |\n| - |\n  | b |\n\n| a |\r\n| - |\r\n| b |\r\n',
  '|\n|\n\n||\n||\n\n| |\n|-|\n| |\n\n| a |\n| = |\n\n| a |\n| : |\n\n| a |\n| :: |\n\n| a |\n|\n\n| a |\n| - |\n- b\n\n| a |\n| - |\n> b\n\n| a |\n| - |\n# b\n',
  'Text\n| a |\n| - |\n| b |\n\n| a[^1] |\n| - |\n| [b] [^1]: |\n| [c]: d |\n| \t |\n|  a  |\n\n[^1]: note\n\n[b]: u\n',
  '| a | 5 |\n| b | 6 |\n\na | b\nc | d\n\n| a |\n---\n\na |\n===\n\n| a |\n:-:\n\na |\n| - |\n\n# a | b\n\n> | a |\n> | - |\n\n- | a |\n| - |\n',
  // Comments
  '<!-- one -->\n\n<!-- of\n\nthree -->\n\nText\n\n<!-- a --> b\n\n<!-- a -->\nText\n\n<!---->\n\n<!-->\n\n<!--->\n\n<!-- a --\n\n-- b -->\n\n<!-- c\n',
  'Text\n<!-- a -->\n\n <!-- a -->\n\n<!-- a -->\r\n\r\n<!-- a\r\nb -->\r\n\r\n<!-- a --> \n\n<!-- \0 -->\n\n<!-- a -->\n\n    code\n\n<!-- \uFEFF -->\n',
  // CriticMarkup
  'A {++new++} word and {--an old--} one\n\n{~~a~>b~~}\n\n# {++Heading++}\n\n{==x==}{>>Why?<<}\n\n- {--item--}\n- {++item++}\n\n> {>>a\n> b<<} c\n',
  '| {++a++} | b |\n| - | - |\n| {--c--} | {>>d \\| e<<} |\n\n[^1]: {--note--}\n\n{a} {+b+} {--} {++} {==\n\n{>> {~~ {- -}\n\n{>>\n\n{--\n---\n',
];

describe('Blocks of plain words', () => {
  for (const text of SAME) {
    it(`are read as the parser reads them: ${JSON.stringify(text.slice(0, 60))}`, () => {
      const [quick, slow] = both(text);
      assert.equal(quick, slow);
    });
  }

  it('need no parser, be they the lines of a paragraph as long as one may be, each with a break at its end', () => {
    const text =
      'Visits rose by 5% in *Ashby*.  \nSo did loans.  \n'.repeat(50) + 'The end of a line  \n'.repeat(150);
    const [{ block }] = readBlocks(text, 0, 0, { plain: false, slice: text.length + 1 }) as [PlacedBlock];
    assert.equal(JSON.stringify(plainAt(text, 0)?.node), JSON.stringify(block.node));
  }).timeout(60_000);

  it('are read as the parser reads them among hostile Markdown', () => {
    const next = random(seeds(1)[0]!);
    const words =
      'The library helped\n40 people find work.\n\nIt opens, at noon: all week\n\n## Part\n\n as shown[^1] by it.[^a-2] Nobody[^x]\nsays[^1]\n\nso [^1]: A\nnote.\n\n[^a-2]: Another\n\nOf [^1][^a-2] .[^1] **So** *it\nis* _here_ [a](b) [see https://e.org](https://e.org) ![c](d.png) R&D [PDF] \n\n- item\n\n- one\n- two\n\n> said\n\n> what\n> *so* was\n\n7.1 Of\n\n| a | *b* |\n| - | - |\n| 1 | [2](3) |\n\n{++A new++} {--word--} {>>Why?<<} {x} ~> ++} <!-- a -->\n\n1. one\n2. two\n\n- one\n  - two\n    1. in\n\n- [ ] do\n- [x] done\n\n- off\n\n- apart\n\n break  \nhere\n ```\ncode\n```\n\n --- \n\n---\n [a]: b\n[c]: d\n\n Under\n---\n\n > lazy\nas\n> ever\n\n # One\n# Two\n   - in '.split(
        /(?<= )/,
      );
    for (let index = 0; index < runs(60); index++) {
      let text = '';
      while (text.length < 600) {
        const hostile = next() < 0.4;
        text += hostile
          ? hostileText(next, 30)
          : Array.from({ length: 12 }, () => words[Math.floor(next() * words.length)]).join('');
        if (next() < 0.5) text += '\n\n';
      }
      const [quick, slow] = both(text);
      assert.equal(quick, slow, JSON.stringify(text));
    }
  });
});
