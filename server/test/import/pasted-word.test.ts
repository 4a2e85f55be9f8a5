import { cases, item, note, noteList, noteText, plain, word } from './pasted';

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
        name: 'bullets of a level that no list has, as those of the first',
        html: word(item('·', 'Books', 'l0 level0 lfo1')),
        expected: '- Books',
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
        name: 'spaces that only hold a place, or a number with its unit, as ordinary ones, and others between words as they are',
        html: word(
          plain(
            `One.<span style='mso-spacerun:yes'>&nbsp; </span>Mr&nbsp;Bell has £5&nbsp;million.<b> </b>`,
          ) + plain('Two.'),
        ),
        expected: 'One. Mr\u00a0Bell has £5 million.\n\nTwo.',
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
});
