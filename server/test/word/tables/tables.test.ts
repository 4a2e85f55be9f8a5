import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn, type XmlElement } from '../../../src/docx/xml-tree';
import { looksOf, paragraphOf, says, styleOf, tableOf, valueAt, word } from '../word';

function cells(table: XmlElement): string[][] {
  return elementsIn(table, 'w:tr').map((row) => elementsIn(row, 'w:tc').map(says));
}

describe('Word: tables', () => {
  it('has the header row first, marked as such, repeated on each page', async () => {
    const written = await tableOf('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n');
    const headers = elementsIn(written, 'w:tr').map(
      (row) => elementIn(row, 'w:trPr', 'w:tblHeader') !== undefined,
    );
    assert.deepEqual(headers, [true, false, false]);
    assert.equal(elementIn(written, 'w:tblPr', 'w:tblLook')!.attributes['w:firstRow'], 'true');
    assert.deepEqual(cells(written), [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('does not split rows over pages, and keeps the header row with the first', async () => {
    const document = await word('| a |\n|---|\n| 1 |\n');
    for (const row of elementsIn(document.tables[0], 'w:tr'))
      assert.ok(elementIn(row, 'w:trPr', 'w:cantSplit'));
    const style = elementsIn(document.part('word/styles.xml'), 'w:style').find(
      (one) => one.attributes['w:styleId'] === 'TableHeading',
    )!;
    assert.ok(elementIn(style, 'w:pPr', 'w:keepNext'));
  });

  describe('tell totals apart', () => {
    const look = async (markdown: string) => {
      const table = await tableOf(markdown);
      const styles = elementsIn(table, 'w:tr').map((row) => styleOf(elementIn(row, 'w:tc', 'w:p')!));
      const { 'w:lastRow': last, 'w:val': value } = elementIn(table, 'w:tblPr', 'w:tblLook')!.attributes;
      return { styles, last, value };
    };
    const HEAD = '| Item | Cost |\n|---|---|\n| Staff | £2 |\n| Books | £3 |\n';

    it('the last row by the look that the style of the table has for it', async () => {
      for (const label of ['Total', '**Total**', 'Grand total', 'Total cost (£000)', 'Cyfanswm'])
        assert.deepEqual(
          await look(`${HEAD}| ${label} | £5 |\n`),
          { styles: ['TableHeading', ...Array(3).fill('TableText')], last: 'true', value: '0460' },
          label,
        );
    });

    it('others, and what is a part of the total, in bold', async () => {
      assert.deepEqual(await look(`${HEAD}| Subtotal | £5 |\n| Laptops | £1 |\n| Total | £6 |\n`), {
        styles: ['TableHeading', 'TableText', 'TableText', 'TableTotal', 'TableText', 'TableText'],
        last: 'true',
        value: '0460',
      });
    });

    it('and no row that is another figure, has none, or is the only one', async () => {
      for (const rows of [
        `${HEAD}| Total visits | 12 |\n`,
        `${HEAD}| Total | |\n`,
        '| Item | Cost |\n|---|---|\n| Total | £5 |\n',
      ]) {
        const { styles, last } = await look(rows);
        assert.deepEqual([styles.includes('TableTotal'), last], [false, 'false'], rows);
      }
    });
  });

  it('splits a row that is taller than a third of a page, and no other', async () => {
    const words = (count: number): string => 'word '.repeat(count);
    const written = await tableOf(
      `| a | b |\n|---|---|\n| 1 | ${words(400)} |\n| 2 | ${words(30)} |\n| 3 | ${words(400)} |\n`,
    );
    const rows = elementsIn(written, 'w:tr');
    assert.deepEqual(
      rows.map((row) => elementIn(row, 'w:trPr', 'w:cantSplit') !== undefined),
      [true, false, true, false],
    );
    for (const row of rows.slice(1))
      assert.equal(
        valueAt(row, 'w:tc', 'w:p', 'w:pPr', 'w:keepNext'),
        undefined,
        'a tall row is kept with none',
      );
  });

  it('keeps a table in HTML whole that has empty lines in it, with Markdown in its cells', async () => {
    const document = await word(
      '<table>\n<tr><th>Branch</th>\n\n<th>What changed</th></tr>\n\n<tr>\n<td>\n\nCentral, **first**\n\n</td>\n<td>\n\n- longer *hours*\n- more events[^n]\n\nAgreed.\n\n</td></tr>\n\n</table>\n\nAfter.\n\n[^n]: N.\n',
    );
    assert.deepEqual(cells(document.tables[0]!), [
      ['Branch', 'What changed'],
      ['Central, first', '• longer hours\n• more events\nAgreed.'],
    ]);
    assert.equal(document.tables.length, 1);
    assert.deepEqual(looksOf(document, 'hours'), ['w:i', 'w:iCs']);
    assert.equal([...descendants(document.tables[0]!, 'w:footnoteReference')].length, 1);
    assert.equal(says(document.paragraphs.at(-1)!), 'After.');
  });

  for (const [why, markdown, paragraphs] of [
    ['is never closed', '<table><tr><td>a</td>\n\n<td>b</td>\n\ntext\n', ['a', 'b', 'text']],
    [
      'has Markdown between its rows, or more than a cell holds',
      '<table>\n\nlost\n\n<tr><td>\n\n# b\n\n</td></tr></table>\n',
      ['lost', 'b'],
    ],
  ] as const) {
    it(`shows the words of a table in HTML that ${why}, one below the other`, async () => {
      const document = await word(markdown);
      assert.deepEqual(document.paragraphs.map(says).filter(Boolean), paragraphs);
    });
  }

  it('lets a template’s table style band its rows', async () => {
    const written = await tableOf('| a |\n|---|\n| 1 |\n');
    const { attributes } = elementIn(written, 'w:tblPr', 'w:tblLook')!;
    assert.deepEqual(
      [attributes['w:noHBand'], attributes['w:noVBand'], attributes['w:val']],
      ['false', 'true', '0420'],
    );
  });

  describe('is kept whole where it takes a third of a page at most, and else leaves no row alone', () => {
    const long = 40;
    for (const [rows, kept] of [
      [1, [undefined]],
      [2, ['', undefined]],
      [3, ['', '', undefined]],
      [5, ['', '', '', '', undefined]],
      [long, ['', ...Array<undefined>(long - 3), '', undefined]],
    ] as const) {
      it(`with ${rows} below the header`, async () => {
        const written = await tableOf(`| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(rows)}`);
        for (const column of [0, 1]) {
          const found = elementsIn(written, 'w:tr').map((row) =>
            valueAt(elementsIn(row, 'w:tc')[column]!, 'w:p', 'w:pPr', 'w:keepNext'),
          );
          assert.deepEqual(found.slice(1), kept);
        }
      });
    }

    it('without a header', async () => {
      const written = await tableOf('<table><tr><td>a</td></tr><tr><td>b</td></tr></table>');
      const found = elementsIn(written, 'w:tr').map((row) =>
        valueAt(row, 'w:tc', 'w:p', 'w:pPr', 'w:keepNext'),
      );
      assert.deepEqual(found, ['', undefined]);
    });
  });

  it('aligns columns', async () => {
    const written = await tableOf('| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n');
    for (const row of elementsIn(written, 'w:tr')) {
      const alignments = elementsIn(row, 'w:tc').map((cell) =>
        valueAt(elementIn(cell, 'w:p')!, 'w:pPr', 'w:jc'),
      );
      assert.deepEqual(alignments, ['left', 'center', 'right', undefined]);
    }
  });

  it('aligns single cells of HTML', async () => {
    const written = await tableOf(
      '<table><tr><th align="center">a</th><th>b</th></tr><tr><td>c</td><td style="text-align:right">d</td></tr><tr><td>e</td><td>f</td></tr></table>\n',
    );
    const alignments = elementsIn(written, 'w:tr').map((row) =>
      elementsIn(row, 'w:tc').map((cell) => valueAt(elementIn(cell, 'w:p')!, 'w:pPr', 'w:jc')),
    );
    assert.deepEqual(alignments, [
      ['center', undefined],
      [undefined, 'right'],
      [undefined, undefined],
    ]);
  });

  it('has captions of HTML in their style, beside what they belong to', async () => {
    const document = await word(
      '<table><caption>Visits</caption><tr><td>1</td></tr></table>\n\n<figure><img src="data:," alt="A"><figcaption>A <b>map</b></figcaption></figure>\n',
    );
    const [table, figure] = [paragraphOf(document, 'Visits'), paragraphOf(document, 'A map')];
    assert.deepEqual([styleOf(table), styleOf(figure)], ['Caption', 'Caption']);
    assert.equal(valueAt(table, 'w:pPr', 'w:keepNext'), '', 'with the table below it');
    const picture = document.paragraphs.at(-2)!;
    assert.equal(styleOf(picture), 'PictureParagraph');
    assert.equal(valueAt(picture, 'w:pPr', 'w:keepNext'), '', 'with its caption');
  });

  it('has captions of HTML with the letter or number that they begin with', async () => {
    const document = await word(
      '<figure><img src="data:," alt="A"><figcaption>a) The <b>hall</b></figcaption></figure>\n',
    );
    assert.equal(styleOf(paragraphOf(document, 'a) The hall')), 'Caption');
  });

  it('has as many cells in each row as there are in the header', async () => {
    const written = await tableOf('| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n');
    assert.deepEqual(cells(written), [
      ['a', 'b'],
      ['1', ''],
      ['1', '2'],
    ]);
  });

  it('has a style, so that a template can change its look', async () => {
    const written = await tableOf('| a |\n|---|\n| 1 |\n');
    assert.equal(valueAt(written, 'w:tblPr', 'w:tblStyle'), 'ReportTable');
    assert.equal(styleOf(elementIn(written, 'w:tr', 'w:tc', 'w:p')!), 'TableHeading');
    assert.equal(elementIn(written, 'w:tblPr', 'w:tblBorders'), undefined, 'no borders of its own');
  });

  it('keeps its distance from a paragraph below, and leaves a heading that of headings', async () => {
    const spaceAbove = async (below: string): Promise<string | undefined> => {
      const document = await word(`| a |\n|---|\n| 1 |\n\n${below} below\n`);
      const paragraph = paragraphOf(document, 'below');
      return elementIn(paragraph, 'w:pPr', 'w:spacing')?.attributes['w:before'];
    };
    assert.equal(await spaceAbove(''), '200');
    for (const heading of ['#', '##', '###', '####']) assert.equal(await spaceAbove(heading), undefined);
  });

  it('keeps two tables apart', async () => {
    const document = await word('| a |\n|---|\n\n<!-- -->\n\n| b |\n|---|\n');
    const names = elementsIn(document.body).map((one) => one.name);
    assert.deepEqual(names, ['w:tbl', 'w:p', 'w:tbl', 'w:sectPr']);
  });

  it('stands below the text of a list item', async () => {
    const document = await word('1. a\n\n   | x |\n   |---|\n   | y |\n');
    assert.equal(elementIn(document.tables[0], 'w:tblPr', 'w:tblInd')!.attributes['w:w'], '425');
  });

  it('keeps marks, links, pictures and notes in cells', async () => {
    const document = await word('| **a** | [b](http://x.y)[^n] |\n|---|---|\n\n[^n]: note\n');
    assert.equal([...descendants(document.tables[0]!, 'w:hyperlink')].length, 1);
    assert.equal([...descendants(document.tables[0]!, 'w:footnoteReference')].length, 1);
  });
});

describe('Word: lists in the cells of a table', () => {
  const LISTS = [
    [
      'with a sign before each item',
      '<ul><li>longer *hours*</li><li>events</li></ul>',
      '• longer hours\n• events',
    ],
    [
      'with their numbers',
      'First: <ol start="3"><li>hours</li><li>events</li></ol> then more',
      'First:\n3. hours\n4. events\nthen more',
    ],
    [
      'within each other',
      '<ul><li>hours<ul><li>Sundays</li><li>evenings</li></ul></li><li>events</li></ul>',
      '• hours\n– Sundays\n– evenings\n• events',
    ],
    ['of paragraphs', '<p>One.</p><p>Two.</p><ul><li><p>three</p></li></ul>', 'One.\nTwo.\n• three'],
  ] as const;
  for (const [what, html, shown] of LISTS) {
    it(`stand on lines of their own, ${what}`, async () => {
      const markdown = await word(`| Branch | Plans |\n|---|---|\n| Central | ${html} |\n`);
      assert.deepEqual(cells(markdown.tables[0]!)[1], ['Central', shown.replace('First:\n', 'First: \n')]);
      const table = `<table><tr><th>Branch</th><th>Plans</th></tr><tr><td>Central</td><td>${html.replaceAll('*', '')}</td></tr></table>`;
      const inHtml = (await word(`${table}\n`)).tables[0]!;
      assert.equal(cells(inHtml)[1]![1]!.replace(/ (?=\n|$)|(?<=\n) /g, ''), shown);
    });
  }
});

describe('Word: tables in HTML', () => {
  it('is a Word table with its caption', async () => {
    const document = await word(
      '<table><caption>Visits</caption>\n<tr><th>Year<th align="right">Visits\n<tr><td>2024<td align="right">128<br>400</table>\n',
    );
    assert.equal(says(document.paragraphs[0]!), 'Visits');
    assert.deepEqual(cells(document.tables[0]!), [
      ['Year', 'Visits'],
      ['2024', '128\n400'],
    ]);
  });

  it('has no header row where there is none', async () => {
    const document = await word('<table><tr><td>a</td></tr><tr><td>b</td></tr></table>');
    assert.equal([...descendants(document.tables[0]!, 'w:tblHeader')].length, 0);
  });

  it('writes merged cells as single ones, and says so', async () => {
    const document = await word(
      '<table><tr><th>a</th><th>b</th></tr><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr><tr><td colspan=2>4</td></tr></table>',
    );
    assert.deepEqual(cells(document.tables[0]!), [
      ['a', 'b'],
      ['1', '2'],
      ['', '3'],
      ['4', ''],
    ]);
    assert.match(document.warnings[0]!.message, /[Mm]erged/);
  });
});
