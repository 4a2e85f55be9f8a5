import assert from 'node:assert/strict';
import { descendants } from '../../../src/docx/xml-tree';
import { looksOf, paragraphOf, says, word } from '../word';

const bold = ['w:b', 'w:bCs'];
const italics = ['w:i', 'w:iCs'];
const YELLOW = ['w:color', 'w:highlight'];

describe('Word: a telephone number', () => {
  it('does not break over two lines', async () => {
    const { body } = await word('Ring **01632 960 118** or (020) 7946 0018, not `01632 960 119`.\n');
    assert.equal(says(body), 'Ring 01632\u00a0960\u00a0118 or (020)\u00a07946\u00a00018, not 01632 960 119.');
  });
});

describe('Word: a day with its month, and a number with its unit', () => {
  it('does not break over two lines', async () => {
    const { body } = await word('By 12 January 2027, for £3 million, not `12 May`.\n');
    assert.equal(says(body), 'By 12\u00a0January 2027, for £3\u00a0million, not 12 May.');
  });
});

describe('Word: marks', () => {
  for (const [markdown, text, looks] of [
    ['*x*', 'x', italics],
    ['**x**', 'x', bold],
    ['~~x~~', 'x', ['w:strike']],
    ['***~~x~~***', 'x', [...bold, ...italics, 'w:strike']],
    ['**a **b** x**', 'x', bold],
    ['`x`', 'x', ['VerbatimChar']],
    ['**`x`**', 'x', ['VerbatimChar', ...bold]],
    ['H<sub>x</sub>', 'x', ['w:vertAlign']],
    ['m<sup>*x*</sup>', 'x', [...italics, 'w:vertAlign']],
    ['<u>x</u>', 'x', ['w:u']],
    ['<b>x</b> y', 'x', bold],
    ['<em>x</em>', 'x', italics],
    ['<del>x</del>', 'x', ['w:strike']],
    ['<kbd>x</kbd>', 'x', ['VerbatimChar']],
    ['<a href="http://a.b">to [x](http://c.d)</a>', 'x', ['Hyperlink']],
    ['<mark>x</mark>', 'x', ['w:color', 'w:highlight']],
    ['<span lang="cy">x</span>', 'x', ['w:lang']],
    ['[insert number of people]', '[insert number of people]', ['w:color', 'w:highlight']],
    ['by TBC, at the latest', 'TBC', ['w:color', 'w:highlight']],
    ['about £XX,XXX a year', 'XX,XXX', ['w:color', 'w:highlight']],
    ['on [2 May, to be confirmed] at noon', '[2\u00a0May, to be confirmed]', ['w:color', 'w:highlight']],
    ['by [16 March] at last', '[16\u00a0March]', ['w:color', 'w:highlight']],
    ['Up (NB: finance to sign off this figure).', '(NB: finance to sign off this figure)', YELLOW],
    ['Up [*Ann* to add a quotation].', 'to add a quotation]', YELLOW],
    ['Up [*Ann* to add a quotation].', 'Ann', [...italics, ...YELLOW]],
    ['*Ann* came, not [*Ben* to add a quotation].', 'Ann', italics],
    ['`TBC` in code', 'TBC', ['VerbatimChar']],
    ['Article XX', 'Article XX', []],
    [
      '<!-- advocacy-disable-next-line placeholder-unfilled -->\nTK Maxx gave us a room.',
      'TK Maxx gave us a room.',
      [],
    ],
    ['[l](http://a.b)', 'l', ['Hyperlink']],
  ] as const) {
    it(`writes ${markdown}`, async () => {
      assert.deepEqual(looksOf(await word(markdown), text), looks);
    });
  }

  it('writes a short quotation of HTML in quotation marks', async () => {
    assert.equal(says((await word('Ann said <q>yes</q>.\n')).body), 'Ann said “yes”.');
  });

  it('says what of HTML Word cannot show, in a line of text and by itself', async () => {
    const drawn = 'A <svg width="9"><title>Bars</title></svg> and <math><mi>x</mi></math>.\n\n';
    const { body, warnings } = await word(`${drawn}<iframe src="https://example.org"></iframe>\n`);
    assert.equal(says(body), 'A  and .');
    assert.deepEqual(
      warnings.map(({ message }) => message),
      ['svg', 'math', 'iframe'].map(
        (name) => `The HTML element <${name}> has no counterpart in Word and is left out`,
      ),
    );
  });

  it('marks what is still to be filled in at the head of the paper, too', async () => {
    const document = await word('---\ntitle: Our libraries\ndate: TBC\n---\n\nText.\n');
    assert.deepEqual(looksOf(document, 'TBC'), ['w:color', 'w:highlight']);
  });

  it('marks the same note wherever it stands in a paragraph', async () => {
    const { body } = await word('Ash (Ann to confirm) and Elm (Ann to confirm).\n');
    const marked = [...descendants(body, 'w:r')].filter(
      (run) => [...descendants(run, 'w:highlight')].length > 0,
    );
    assert.deepEqual(marked.map(says), ['(Ann to confirm)', '(Ann to confirm)']);
  });

  it('marks what whoever exports has found to be filled in, and reads no draft for that again', async () => {
    const of = async (...words: string[]): Promise<readonly string[]> =>
      looksOf(await word('At noon by TBC.\n', {}, { unfilled: () => new Set(words) }), 'TBC');
    assert.deepEqual(await of(), []);
    assert.deepEqual(await of('TBC'), ['w:color', 'w:highlight']);
  });

  it('keeps the spaces in code, and goes on with it over a line end', async () => {
    const document = await word('`a   b`, `c \n   d`, ` e ` and `  `');
    assert.deepEqual(
      [...descendants(document.body, 'w:r')]
        .filter((run) => [...descendants(run, 'w:rStyle')].length > 0)
        .map((run) => says(run)),
      ['a   b', 'c  d', 'e', '  '],
    );
  });

  it('breaks the line at <br>', async () => {
    const document = await word('a<br>b<br/> c');
    assert.equal(says(document.paragraphs[0]!), 'a\nb\nc');
  });

  it('shows no comments, scripts or tags', async () => {
    const document = await word('a<!-- no --> b<script>alert(1)</script> <x-y>c</x-y>');
    assert.equal(says(document.paragraphs[0]!), 'a b c');
    assert.match(document.warnings[0]!.message, /<x-y>/);
  });

  it('shows nothing of what a server would run, to its end', async () => {
    const document = await word('<?php\n\necho \'<b>visits</b>\';\n\n?>\n\na<? echo "b>c"; ?> d');
    assert.deepEqual(
      document.paragraphs.map((paragraph) => says(paragraph)),
      ['a d'],
    );
  });

  it('leaves an end tag without a start tag, and a start tag without an end, out of account', async () => {
    const document = await word('a</b> <i>b');
    assert.equal(says(document.paragraphs[0]!), 'a b');
    assert.deepEqual(looksOf(document, 'b'), []);
  });
});

describe('Word: links', () => {
  it('has one relation for an address, however often the text leads there', async () => {
    const document = await word('[a](https://a.b/) [b](https://a.b/) [c](https://c.d/)');
    const ids = [...descendants(document.body, 'w:hyperlink')].map((link) => link.attributes['r:id']);
    assert.equal(ids.length, 3);
    assert.equal(ids[0], ids[1]);
    assert.notEqual(ids[0], ids[2]);
  });

  async function targets(markdown: string): Promise<string[]> {
    const document = await word(markdown);
    const relations = document.part('word/_rels/document.xml.rels');
    return [...descendants(document.body, 'w:hyperlink')].map((link) => {
      const id = link.attributes['r:id'];
      const relation = [...descendants(relations, 'Relationship')].find((one) => one.attributes.Id === id);
      const anchor = link.attributes['w:anchor'];
      return (relation?.attributes.Target ?? '') + (anchor === undefined ? '' : `#${anchor}`);
    });
  }

  for (const [markdown, target] of [
    ['[a](https://example.org/x?y=1&z=2#w)', 'https://example.org/x?y=1&z=2#w'],
    ['[a][b]\n\n[b]: https://example.org "title"', 'https://example.org'],
    ['<https://example.org>', 'https://example.org'],
    ['www.example.org', 'http://www.example.org'],
    ['me@example.org', 'mailto:me@example.org'],
    ['[a](<https://example.org/a b>)', 'https://example.org/a%20b'],
    ['[a](https://example.org/%zz)', 'https://example.org/%25zz'],
    ['[a](https://example.org/#a#b)', 'https://example.org/#a%23b'],
    ['[a](https://example.org/[x])', 'https://example.org/%5Bx%5D'],
    ['[a](http://[::1]/[x])', 'http://[::1]/%5Bx%5D'],
    ['[a](https://example.org/café)', 'https://example.org/caf%C3%A9'],
    ['[a](report.md)', 'report.md'],
    ['[a](www.example.org/b?c=d)', 'http://www.example.org/b?c=d'],
    ['<a href=" WWW.example.org">a</a>', 'http://WWW.example.org'],
    ['[a](www.md)', 'www.md'],
    ['<a href="https://example.org">a *b*</a>', 'https://example.org'],
    ['[**bold** `code`](https://example.org)', 'https://example.org'],
    ['[a](tel:01234)', 'tel:01234'],
    ['[a](sms:01234)', 'sms:01234'],
    ['[a](MAILTO:me@example.org)', 'MAILTO:me@example.org'],
    ['<irc://irc.example.org:6697/baz>', 'irc://irc.example.org:6697/baz'],
    ['[a](ircs://irc.example.org/#code4lib)', 'ircs://irc.example.org/#code4lib'],
    ['[a](IRC://irc.example.org)', 'IRC://irc.example.org'],
    ['[a](minutes/2026-03:draft.md)', 'minutes/2026-03:draft.md'],
    ['[a](?page=2:3)', '?page=2:3'],
    ['[a](<minutes (June): draft.md>)', 'minutes%20(June):%20draft.md'],
    ['[a](/papers/report.pdf)', '/papers/report.pdf'],
  ] as const) {
    it(`leads ${JSON.stringify(markdown)} to ${target}`, async () => {
      assert.deepEqual(await targets(markdown), [target]);
    });
  }

  for (const [markdown, reason] of [
    ['[a](javascript:alert%281%29)', /not safe/],
    ['[a](irc:irc.example.org)', /server and the room/],
    ['[a](irc://irc.example.org/room?x=y)', /server and the room/],
    ['[a](<irc://irc.example.org/ -i//evil.example/share/a.ini>)', /server and the room/],
    ['[a](irc://irc.example.org/%22%20-i)', /server and the room/],
    ['[a](irc://-i/room)', /server and the room/],
    ['[a](irc://irc.example.org/-i)', /server and the room/],
    ['[a](irc://me@irc.example.org/room)', /server and the room/],
    ['[a](irc://irc.example.org/\\\\evil.example)', /server and the room/],
    ['[a](ssh://example.org)', /not safe/],
    ['[a](matrix:r/room:example.org)', /not safe/],
    ['[a](made-up-scheme://foo,bar)', /not safe/],
    ['[a](portal.example.org:8443/b)', /lacks “https:\/\/” before it$/],
    ['[a](localhost:5001)', /lacks “https:\/\/” before it$/],
    ['[a](file:///etc/passwd)', /not safe/],
    ['[a](data:text/html,x)', /not safe/],
    ['[a](C:\\\\Users\\\\me)', /not safe/],
    ['[a](<\\\\\\\\server\\\\share>)', /network folder/],
    ['[a](//evil.example/share/run.exe)', /network folder/],
    ['[a](</\\evil.example/share/run.exe>)', /network folder/],
    ['[a](%5C%5Cevil.example/share/run.exe)', /network folder/],
    ['[a](<&#9;//evil.example/share>)', /network folder/],
    ['[a](../../..//evil.example/share)', /network folder/],
    ['[a](/C:/Windows/run.exe)', /leads to a drive/],
    ['[a](./..\\\\c%7c/run.exe)', /leads to a drive/],
    ['[a](x/../%2e%2e\\\\/evil.example/share)', /network folder/],
    ['[a](.//evil.example/share)', /network folder/],
    ['[a](C%3A/Windows/System32/calc.exe)', /not safe/],
    ['[a](http://[bad)', /not a valid/],
    ['[a](https://a:port/)', /not a valid/],
    ['[a](#nowhere)', /no such heading/],
  ] as const) {
    it(`writes the words of ${JSON.stringify(markdown)} without a link, and says why`, async () => {
      const document = await word(markdown);
      assert.equal([...descendants(document.body, 'w:hyperlink')].length, 0);
      assert.ok(says(document.paragraphs[0]!).includes('a'));
      assert.equal(document.warnings.length, 1);
      assert.match(document.warnings[0]!.message, reason);
    });
  }

  it('takes an empty address for no link, without a word', async () => {
    const document = await word('[a]() [b](<>)');
    assert.equal(says(document.paragraphs[0]!), 'a b');
    assert.deepEqual(document.warnings, []);
  });

  it('leads to anchors in HTML', async () => {
    const document = await word('[down](#here)\n\n<a id="here"></a>The place\n');
    const name = [...descendants(document.body, 'w:hyperlink')][0]!.attributes['w:anchor'];
    const mark = [...descendants(paragraphOf(document, 'The place'), 'w:bookmarkStart')][0]!;
    assert.equal(mark.attributes['w:name'], name);
  });
});
