import assert from 'node:assert/strict';
import { readBlocks } from '../../src/draft/blocks';
import { labelsOf } from '../../src/draft/labels';
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
];

describe('Blocks of plain words', () => {
  for (const text of SAME) {
    it(`are read as the parser reads them: ${JSON.stringify(text.slice(0, 60))}`, () => {
      const [quick, slow] = both(text);
      assert.equal(quick, slow);
    });
  }

  it('are read as the parser reads them among hostile Markdown', () => {
    const texts = Number(process.env.PLAIN_TEXTS ?? 60);
    const next = random(Number(process.env.SEED ?? 5));
    const words =
      'The library helped\n40 people find work.\n\nIt opens, at noon: all week\n\n## Part\n\n as shown[^1] by it.[^a-2] Nobody[^x]\nsays[^1]\n\nso [^1]: A\nnote.\n\n[^a-2]: Another\n\nOf [^1][^a-2] .[^1] '.split(
        /(?<= )/,
      );
    for (let index = 0; index < texts; index++) {
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
