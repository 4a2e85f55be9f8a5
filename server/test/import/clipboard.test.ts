import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { clipboardMarkdown, lossText } from '../../src/import';

/** As Word puts it on the clipboard. */
const word = (body: string, sheet = ''): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;} ${sheet} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
${body}
<!--EndFragment--></body></html>`;

/** An item of Word's: a paragraph with its bullet or number in a span that other programs are to ignore. */
const item = (marker: string, text: string, list = 'l0 level1 lfo1', font = 'Symbol'): string =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:${list}'><![if !supportLists]><span
style='font-family:${font};mso-fareast-font-family:${font}'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

const plain = (text: string): string => `<p class=MsoNormal>${text}<o:p></o:p></p>`;

/** As LibreOffice does. */
const libre = (body: string): string =>
  `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 24.8.2.1 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115%; background: transparent }</style></head>
<body lang="en-GB" dir="ltr">${body}</body></html>`;

/** As Google Docs does: all of it in an element for bold that says it is not. */
const google = (body: string): string =>
  `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5f0c1a2b-7fff-1234">${body}</b><br class="Apple-interchange-newline">`;
const span = (text: string, style = ''): string =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;${style}">${text}</span>`;

const note = (number: number, kind = 'ftn'): string =>
  `<a style='mso-footnote-id:${kind}${number}' href="#_${kind}${number}" name="_${kind}ref${number}" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference>[${number}]</span><![endif]></span></span></a>`;
const noteText = (number: number, text: string, kind = 'ftn'): string =>
  `<div style='mso-element:footnote' id=${kind}${number}><p class=MsoFootnoteText><a style='mso-footnote-id:${kind}${number}'
href="#_${kind}ref${number}" name="_${kind}${number}" title=""><span class=MsoFootnoteReference>[${number}]</span></a> ${text}<o:p></o:p></p></div>`;
const noteList = (notes: string): string =>
  `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>${notes}</div>`;

interface Case {
  readonly name: string;
  readonly html: string;
  readonly expected: string | undefined;
  readonly notes?: string;
  readonly losses?: readonly string[];
}

function cases(all: readonly Case[]): void {
  for (const { name, html, expected, notes = '', losses = [] } of all)
    it(name, () => {
      const made = clipboardMarkdown(html);
      assert.equal(made?.blocks, expected);
      assert.equal(made?.notes.join('\n') ?? '', notes);
      assert.deepEqual(made?.losses.map(lossText) ?? [], losses);
    });
}

describe('What is pasted becomes Markdown', () => {
  describe('from Word', () => {
    cases([
      {
        name: 'paragraphs with a blank line between them',
        html: word(`${plain('Open\nlater.')}${plain('&nbsp;')}${plain('Open longer.')}`),
        expected: 'Open later.\n\nOpen longer.',
      },
      {
        name: 'headings, also those by an outline level of their own',
        html: word(
          `<h1><span lang=EN-GB>Costs<o:p></o:p></span></h1>${plain('Little.')}<p class=Kopf>In 2026</p><p class=MsoNormal style='mso-outline-level:3'>Staff</p>`,
          'p.Kopf, li.Kopf, div.Kopf {mso-style-name:Kopf; mso-outline-level:2;}',
        ),
        expected: '# Costs\n\nLittle.\n\n## In 2026\n\n### Staff',
      },
      {
        name: 'a title as the first heading, and the others below it',
        html: word(`<p class=MsoTitle>Open later</p><h1>Costs</h1>${plain('Little.')}`),
        expected: '# Open later\n\n## Costs\n\nLittle.',
      },
      {
        name: 'bold, italic, struck out and raised, with the spaces outside',
        html: word(
          plain(
            'All <b>eleven </b><i>branches</i>, <s>not ten</s>, on 40 m<sup>2</sup>, <strong>today</strong>.',
          ),
        ),
        expected: 'All **eleven** *branches*, ~~not ten~~, on 40 m<sup>2</sup>, **today**.',
      },
      {
        name: 'bullets within bullets',
        html: word(
          item('·', 'Books') +
            item('o', 'for children', 'l0 level2 lfo1', '"Courier New"') +
            item('§', 'Films', 'l0 level1 lfo1', 'Wingdings'),
        ),
        expected: '- Books\n  - for children\n- Films',
      },
      {
        name: 'numbers as they count, and letters as numbers',
        html: word(
          item('3.', 'Books', 'l1 level1 lfo2', 'Calibri') +
            item('a)', 'new', 'l1 level2 lfo2', 'Calibri') +
            item('b)', 'old', 'l1 level2 lfo2', 'Calibri') +
            item('4.', 'Films', 'l1 level1 lfo2', 'Calibri'),
        ),
        expected: '3. Books\n   1. new\n   2. old\n4. Films',
        losses: ['A list that counts in letters or Roman numbers counts in figures.'],
      },
      {
        name: 'lists by their styles, which name the list in the style sheet',
        html: word(
          `<p class=MsoListBullet><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Books</p>
<p class=MsoListBullet2><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>new</p>`,
          '@list l7:level1 {mso-level-number-format:bullet;} p.MsoListBullet {mso-list:l7 level1 lfo3;} p.MsoListBullet2 {mso-list:l8 level2 lfo4;}',
        ),
        expected: '- Books\n  - new',
      },
      {
        name: 'headings without their automatic numbers',
        html: word(
          `<h2 style='mso-list:l3 level2 lfo5'><![if !supportLists]><span style='mso-list:Ignore'>1.2<span>&nbsp; </span></span><![endif]>Costs</h2>`,
        ),
        expected: '## Costs',
        losses: ['A heading has lost its automatic number (below “Costs”).'],
      },
      {
        name: 'tables, without bold in the first row',
        html: word(
          `<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=200><p class=MsoNormal><b>Branch<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Visits</b></p></td></tr>
<tr><td><p class=MsoNormal>Ashby</p></td><td><p class=MsoNormal>1 | 2</p></td></tr></table>`,
        ),
        expected: '| Branch | Visits |\n| --- | --- |\n| Ashby | 1 \\| 2 |',
      },
      {
        name: 'tables with merged cells as HTML',
        html: word(
          '<table><tr><td rowspan=2><p>Ashby</p></td><td><p>2025</p></td></tr><tr><td><p>2026</p></td></tr></table>',
        ),
        expected:
          '<table>\n<tr>\n<th rowspan="2">Ashby</th>\n<th>2025</th>\n</tr>\n<tr>\n<td>2026</td>\n</tr>\n</table>',
        losses: ['A table with merged cells, or with more than text in a cell, is written as HTML.'],
      },
      {
        name: 'footnotes and endnotes',
        html: word(
          `${plain(`Visits rose.${note(1)} Loans too.${note(1, 'edn')}`)}${noteList(noteText(1, 'Annual <i>return</i>, 2026.'))}<div style='mso-element:endnote-list'><hr>${noteText(1, 'The same.', 'edn')}</div>`,
        ),
        expected: 'Visits rose.[^1] Loans too.[^2]',
        notes: '[^1]: Annual *return*, 2026.\n[^2]: The same.',
      },
      {
        name: 'links, and those that are not safe or lead nowhere as text',
        html: word(
          plain(
            `<a href="https://wexmoor.example/a"><span style='color:blue'>the return</span></a>, <a href="javascript:alert(1)">run</a>, <a href="file:///C:/papers/a.docx">the paper</a>, <a href="mailto:ask@wexmoor.example">ask@wexmoor.example</a>`,
          ),
        ),
        expected: '[the return](https://wexmoor.example/a), run, the paper, <ask@wexmoor.example>',
        losses: [
          'The link to “javascript:alert(1)” is written as text: links to “javascript:” are not safe in a document that others open, as those to the web, e-mail and telephones are.',
          'The link to “file:///C:/papers/a.docx” is written as text: links to “file:” are not safe in a document that others open, as those to the web, e-mail and telephones are.',
        ],
      },
      {
        name: 'links to headings that come along',
        html: word(`${plain('See <a href="#_Toc1">Costs</a>.')}<h2><a name="_Toc1">Costs</a></h2>`),
        expected: 'See [Costs](#costs).\n\n## Costs',
      },
      {
        name: 'tracked changes as accepted, without comments',
        html: word(
          plain(
            `Open <span class=msoIns><ins cite="mailto:Dana" datetime="2026-10-03T09:31">every </ins></span>day<span class=msoDel><del cite="mailto:Dana" datetime="2026-10-03T09:31"> but Monday</del></span><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[DP1]</a></span></span>.`,
          ) +
            `${plain('Always.')}<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Really?</p></div></div>`,
        ),
        expected: 'Open every day.\n\nAlways.',
        losses: ['A comment is left out; “Import Word Document…” takes it over.'],
      },
      {
        name: 'pictures left out, with a word',
        html: word(
          `${plain('One.')}<p class=MsoNormal><!--[if gte vml 1]><v:shape id="x"><v:imagedata src="file:///C:/clip.png"/></v:shape><![endif]--><![if !vml]><img width=20 src="file:///C:/clip.png"><![endif]></p>${plain('Two.')}`,
        ),
        expected: 'One.\n\nTwo.',
        losses: ['A picture is left out; save it as a file beside the draft, and insert that.'],
      },
      {
        name: 'spaces that only hold a place as ordinary ones, and others between words as they are',
        html: word(
          plain(`One.<span style='mso-spacerun:yes'>&nbsp; </span>It costs £5&nbsp;million.<b> </b>`) +
            plain('Two.'),
        ),
        expected: 'One. It costs £5\u00a0million.\n\nTwo.',
      },
      {
        name: 'what would be a sign of Markdown as text',
        html: word(plain('1. of *May* &lt;b&gt;') + plain('# not a heading')),
        expected: '1\\. of \\*May\\* \\<b>\n\n\\# not a heading',
      },
      {
        name: 'quotations, and nothing of contents and hidden text',
        html: word(
          `<p class=MsoToc1><a href="#_Toc1">Costs<span style='mso-tab-count:1 dotted'>. </span>3</a></p><p class=MsoQuote>Open <span style='display:none;mso-hide:all'>x</span>longer.</p>`,
        ),
        expected: '> Open longer.',
        losses: ['The table of contents is left out; the export to Word makes one anew.'],
      },
    ]);
  });

  describe('from LibreOffice', () => {
    cases([
      {
        name: 'headings, emphasis and lists',
        html: libre(
          '<h2 class="western">Costs</h2><p>All <b>eleven</b> <i>branches</i></p><ol start="2"><li><p>Books</p><ul><li><p>new</p></li></ul></li><li><p>Films</p></li></ol>',
        ),
        expected: '## Costs\n\nAll **eleven** *branches*\n\n2. Books\n   - new\n3. Films',
      },
      {
        name: 'footnotes',
        html: libre(
          `<p>Visits rose.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The return.</p><p class="sdfootnote">Of 2026.</p></div>`,
        ),
        expected: 'Visits rose.[^1]',
        notes: '[^1]: The return.\n\n    Of 2026.',
      },
      {
        name: 'tables with a head',
        html: libre(
          '<table><col width="64"/><thead><tr><th><p>Branch</p></th><th><p>Visits</p></th></tr></thead><tbody><tr><td><p>Ashby</p></td><td><p>12</p></td></tr></tbody></table>',
        ),
        expected: '| Branch | Visits |\n| --- | --- |\n| Ashby | 12 |',
      },
      {
        name: 'quotations, which are paragraphs with a line beside them, and no paragraphs in a box',
        html: libre(
          '<p style="border-top: none; border-left: 3.00pt solid #7f8fa9; border-right: none">Open later.</p><p style="border-left: 1px solid #000; border-top: 1px solid #000; border-right: 1px solid #000; border-bottom: 1px solid #000">Or not.</p>',
        ),
        expected: '> Open later.\n\nOr not.',
      },
      {
        name: 'the side of a column, and nothing behind its end',
        html: `${libre(
          '<p align="right">Ashby</p><table><tr><td><p align="right">12</p></td><td><p style="text-align: center">a</p></td></tr><tr><td><p align="right">9</p></td><td><p style="text-align: center">b</p></td></tr></table>',
        )}\0`,
        expected: 'Ashby\n\n| 12 | a |\n| --: | :-: |\n| 9 | b |',
      },
    ]);
  });

  describe('from Google Docs', () => {
    cases([
      {
        name: 'headings and emphasis, which are styles of spans',
        html: google(
          `<h1 dir="ltr">${span('Costs')}</h1><p dir="ltr">${span('All ')}${span('eleven', 'font-weight:700')}${span('&nbsp;')}${span('branches', 'font-style:italic')}${span(' m')}${span('2', 'vertical-align:super')}</p>`,
        ),
        expected: '# Costs\n\nAll **eleven** *branches* m<sup>2</sup>',
      },
      {
        name: 'lists, whose inner ones stand beside the items',
        html: google(
          `<ul><li dir="ltr" aria-level="1" style="list-style-type:disc"><p dir="ltr">${span('Books')}</p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr">${span('new')}</p></li></ul><li dir="ltr" aria-level="1"><p>${span('Films')}</p></li></ul>`,
        ),
        expected: '- Books\n  - new\n- Films',
      },
      {
        name: 'boxes to tick',
        html: google(
          `<ul><li role="checkbox" aria-checked="false" aria-level="1"><img src="data:image/png;base64,AA" aria-roledescription="checkbox"><p>${span('Ask')}</p></li><li role="checkbox" aria-checked="true" aria-level="1"><p>${span('Count')}</p></li></ul>`,
        ),
        expected: '- [ ] Ask\n- [x] Count',
      },
      {
        name: 'footnotes of a document that is published to the web, on a page whose links have its address',
        html: `<p>Visits rose.<sup><a href="https://docs.google.com/document/d/e/2P/pub#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="https://docs.google.com/document/d/e/2P/pub#ftnt_ref1" id="ftnt1">[1]</a>${span('&nbsp;The return.')}</p></div>`,
        expected: 'Visits rose.[^1]',
        notes: '[^1]: The return.',
      },
      {
        name: 'links, without a word on their underline',
        html: google(
          `<p>${span('See ')}<a href="https://wexmoor.example/" style="text-decoration:none">${span('the return', 'text-decoration:underline')}</a></p>`,
        ),
        expected: 'See [the return](https://wexmoor.example/)',
      },
    ]);
  });

  describe('from Google Docs, whose footnotes stand in the data beside the HTML', () => {
    const html = google(
      `<p dir="ltr">${span('Visits ')}${span('rose', 'font-weight:700')}${span('.')}</p><ul><li dir="ltr" aria-level="1"><p>${span('Books # films')}</p></li></ul><p>${span('Nobody pays.')}</p>`,
    );
    const slice = (resolved: unknown): string => JSON.stringify({ data: JSON.stringify({ resolved }) });
    const text = 'Visits rose.#\nBooks # films\nNobody pays.#\n';
    const styles = (...ids: (string | undefined)[]) => [
      { stsl_type: 'text', stsl_styles: [] },
      { stsl_type: 'footnote', stsl_styles: ids.map((id) => (id === undefined ? null : { fs_id: id })) },
    ];
    const notes = {
      'kix.a': { dsl_spacers: '\u0003 Annual return.\nOf 2025.\n' },
      'kix.b': { dsl_spacers: '\u0003 Council budget.\n' },
    };
    const at = Array.from(text, (letter, index) =>
      letter !== '#' ? undefined : index < 20 ? 'kix.a' : index > 30 ? 'kix.b' : undefined,
    );

    it('has them at their places, where each has its place', () => {
      const data = { dsl_spacers: text, dsl_styleslices: styles(...at), dsl_relateddocslices: notes };
      const made = clipboardMarkdown(html, 2, slice(data));
      assert.equal(made?.blocks, 'Visits **rose**.[^3]\n\n- Books # films\n\nNobody pays.[^4]');
      assert.deepEqual(made?.notes, ['[^3]: Annual return.\n\n    Of 2025.', '[^4]: Council budget.']);
    });

    it('has them where they are as many as their signs', () => {
      const plain = text.replace(' # ', ' ');
      const data = {
        dsl_spacers: plain,
        dsl_styleslices: styles('kix.a', undefined, 'kix.b'),
        dsl_relateddocslices: notes,
      };
      const made = clipboardMarkdown(html.replace(' # ', ' '), 0, slice(data));
      assert.equal(made?.blocks, 'Visits **rose**.[^1]\n\n- Books films\n\nNobody pays.[^2]');
    });

    for (const [what, data] of [
      [
        'another text',
        { dsl_spacers: `More. ${text}`, dsl_styleslices: styles(...at), dsl_relateddocslices: notes },
      ],
      [
        'more signs than notes',
        { dsl_spacers: text, dsl_styleslices: styles('kix.a'), dsl_relateddocslices: notes },
      ],
      ['nothing of notes', { dsl_spacers: text, dsl_styleslices: [], dsl_relateddocslices: {} }],
      ['something else', { dsl_spacers: 9, dsl_styleslices: 'x', dsl_relateddocslices: [] }],
      ['no object', null],
    ] as const)
      it(`is pasted without them where the data has ${what}`, () => {
        const made = clipboardMarkdown(html, 0, slice(data));
        assert.equal(made?.blocks, 'Visits **rose**.\n\n- Books # films\n\nNobody pays.');
        assert.deepEqual(made?.notes, []);
      });

    it('is pasted without them where the data cannot be read', () => {
      for (const data of ['', '{', '[]', '{"data":1}', '{"data":"{"}'])
        assert.deepEqual(clipboardMarkdown(html, 0, data)?.notes, []);
    });
  });

  describe('from a web page', () => {
    cases([
      {
        name: 'a note with two references, and links to parts of it that are no notes',
        html: '<h1 id="top">Costs</h1><p><sup id="r1"><a href="https://a.example/p#n1">1</a></sup> <a href="https://a.example/p#top">top</a> <sup><a id="r2" href="#n1">1</a></sup></p><ol><li id="n1">Return. <a href="#r1">↩</a> <a href="https://a.example/p#r2">↩</a></li></ol>',
        expected: '# Costs\n\n[^1] [top](https://a.example/p#top) [^1]',
        notes: '[^1]: Return.',
      },
      {
        name: 'no note that nothing leads back from',
        html: '<p><a id="r1" href="#n1">1</a></p><ul><li id="n1">Return.</li></ul>',
        expected: '1\n\n- Return.',
        losses: ['A link to a place in the text that is no heading is written as text.'],
      },
    ]);
  });

  describe('as a program put it there', () => {
    const recorded = join(__dirname, 'recorded');
    // `npm run libreoffice -- --record` has LibreOffice and a browser copy the paper.
    for (const name of readdirSync(recorded).filter((one) => one.endsWith('.html')))
      it(`is the paper that was copied: ${name}`, () => {
        const made = clipboardMarkdown(readFileSync(join(recorded, name), 'utf8'));
        assert.deepEqual(made?.losses, []);
        assert.equal(
          `${made.blocks}\n\n${made.notes.join('\n')}\n`,
          readFileSync(join(recorded, 'paper.md'), 'utf8'),
        );
      });
  });

  describe('only where plain text would lose something', () => {
    cases([
      { name: 'not one sentence', html: word(plain('Open *later*.')), expected: undefined },
      {
        name: 'not one that is copied from a web page',
        html: '<span>Open later.</span>',
        expected: undefined,
      },
      {
        name: 'not an address',
        html: '<a href="https://a.example/">https://a.example/</a>',
        expected: undefined,
      },
      { name: 'not code of an editor', html: '<pre><span>a = 1</span>\nb = 2</pre>', expected: undefined },
      {
        name: 'not lines of an editor',
        html: '<div style="font-family: monospace;white-space: pre;"><div><span style="font-weight: bold;"># a</span></div><div><span>b</span></div></div>',
        expected: undefined,
      },
      { name: 'not nothing', html: word(''), expected: undefined },
      { name: 'but a list of a web page', html: '<ul><li>a</li><li>b</li></ul>', expected: '- a\n- b' },
    ]);
  });

  it('counts notes on from those of the draft', () => {
    const made = clipboardMarkdown(word(plain(`Rose.${note(1)}`) + noteList(noteText(1, 'Return.'))), 4);
    assert.equal(made?.blocks, 'Rose.[^5]');
    assert.deepEqual(made?.notes, ['[^5]: Return.']);
  });

  it('reads code of very many lines', () => {
    const made = clipboardMarkdown(`<h1>Code</h1><pre>${'a\n'.repeat(300_000)}</pre>`);
    assert.ok(made!.blocks.startsWith('# Code\n\n```\na\na\n'));
  });

  it('says whether its ends may stand in a line with other text', () => {
    const made = clipboardMarkdown(word(plain('a') + item('·', 'b')));
    assert.deepEqual(made?.flows, { first: true, last: false });
  });

  it('never fails, and takes no long for what nobody has written', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td rowspan=9 colspan=9>',
      '</table>',
      '<b>',
      'a',
      ' ',
      '<a href="#x" name=y>1</a>',
      '<p><a href="#y" name=x>1</a>',
      '<h1>',
      '<!--',
      '<style>p.a{',
      '<pre>',
      '\n',
      '<br>',
      '&nbsp;',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        clipboardMarkdown(pieces.join(''));
      }),
    );
    for (const one of [
      '<div>',
      '<ul><li>a',
      '<table><tr><td>',
      '<a name=x href="#x">1</a>',
      '<style>',
      '<p style="a:b;">a',
      '<b>a',
    ])
      assert.doesNotThrow(() => clipboardMarkdown(one.repeat(20_000)), one);
  });
});
