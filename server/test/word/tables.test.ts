import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn, type XmlElement } from '../../src/word/xml-tree';
import { says, styleOf, valueAt, type Word, word } from './word';

function cells(table: XmlElement): string[][] {
  return elementsIn(table, 'w:tr').map((row) => elementsIn(row, 'w:tc').map(says));
}

function widths(table: XmlElement): number[] {
  return elementsIn(elementIn(table, 'w:tblGrid'), 'w:gridCol').map((column) =>
    Number(column.attributes['w:w']),
  );
}

async function table(markdown: string): Promise<XmlElement> {
  const document: Word = await word(markdown);
  assert.equal(document.tables.length, 1);
  return document.tables[0]!;
}

describe('Word: tables', () => {
  it('has the header row first, marked as such, repeated on each page', async () => {
    const written = await table('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n');
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

  it('aligns columns', async () => {
    const written = await table('| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n');
    for (const row of elementsIn(written, 'w:tr')) {
      const alignments = elementsIn(row, 'w:tc').map((cell) =>
        valueAt(elementIn(cell, 'w:p')!, 'w:pPr', 'w:jc'),
      );
      assert.deepEqual(alignments, ['left', 'center', 'right', undefined]);
    }
  });

  it('has as many cells in each row as there are in the header', async () => {
    const written = await table('| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n');
    assert.deepEqual(cells(written), [
      ['a', 'b'],
      ['1', ''],
      ['1', '2'],
    ]);
  });

  it('has a style, so that a template can change its look', async () => {
    const written = await table('| a |\n|---|\n| 1 |\n');
    assert.equal(valueAt(written, 'w:tblPr', 'w:tblStyle'), 'ReportTable');
    assert.equal(styleOf(elementIn(written, 'w:tr', 'w:tc', 'w:p')!), 'TableHeading');
    assert.equal(elementIn(written, 'w:tblPr', 'w:tblBorders'), undefined, 'no borders of its own');
  });

  it('says each width twice, in the grid and in the cells, and they fill the line', async () => {
    const long = 'words that go on and on '.repeat(8);
    const written = await table(
      `| Library | What is planned |\n|---|---|\n| Northtown (mobile) | ${long} |\n`,
    );
    const grid = widths(written);
    for (const row of elementsIn(written, 'w:tr')) {
      const own = elementsIn(row, 'w:tc').map((cell) =>
        Number(elementIn(cell, 'w:tcPr', 'w:tcW')!.attributes['w:w']),
      );
      assert.deepEqual(own, grid);
    }
    assert.equal(
      grid.reduce((a, b) => a + b),
      11906 - 2 * 1418,
    );
    assert.ok(
      grid[0]! > 2000 && grid[0]! < 2600,
      `the short column has room for its text on one line: ${grid[0]}`,
    );
  });

  describe('has room for the longest word of every column, so that none is broken', () => {
    const long = 'a long text on what is to be done about it, by whom and until when '.repeat(6);
    /** In thousandths of the type's size, from the metrics of Liberation Sans, whose widths are Arial's. */
    const words: readonly [word: string, regular: number, bold: number][] = [
      ['Likelihood', 4502, 5001],
      ['Accommodation', 7169, 7834],
      ['communities', 5612, 6168],
      ['wwwwwwwwww', 7220, 7780],
      // It may break after the hyphen.
      ['Well-intentioned', 4892, 5389],
      ['and/or/neither/nor', 7893, 8557],
    ];
    const POINTS = 11;
    const PADDING = 216;
    const width = (units: number): number => (units / 1000) * POINTS * 20 + PADDING;

    for (const [name, regular, bold] of words) {
      for (const [where, cell, markdown] of [
        [
          'in the heading',
          bold,
          (w: string) => `| Risk | ${w} | Answer |\n|---|---|---|\n| ${long} | Low | ${long} |\n`,
        ],
        [
          'in the text',
          regular,
          (w: string) =>
            `| Risk | x | Answer |\n|---|---|---|\n| ${long} | ${w} of it, or lllllllllllllllllll | ${long} |\n`,
        ],
        [
          'in bold in the text',
          bold,
          (w: string) => `| Risk | x | Answer |\n|---|---|---|\n| ${long} | **${w}** of it | ${long} |\n`,
        ],
      ] as const) {
        it(`${name} ${where}`, async () => {
          const column = widths(await table(markdown(name)))[1]!;
          assert.ok(column >= width(cell), `${column} twips, and ${width(cell)} are needed`);
        });
      }
    }

    it('with five columns that all have a lot to say', async () => {
      const five = words.filter(([word]) => word !== 'Accommodation');
      const cells = five.map(([word]) => `${word} lllllllllllllllllll ${long}`);
      const columns = widths(
        await table(`|${'a|'.repeat(5)}\n|${'---|'.repeat(5)}\n| ${cells.join(' | ')} |\n`),
      );
      for (const [at, [word, regular]] of five.entries())
        assert.ok(
          columns[at]! >= width(regular),
          `${word}: ${columns[at]} twips, and ${width(regular)} are needed`,
        );
    });

    it('but where the line is too short for all, in those with the longest words', async () => {
      const endless = 'x'.repeat(60);
      const columns = widths(
        await table(
          `| Likelihood |${` ${endless} |`.repeat(4)}\n|${'---|'.repeat(5)}\n| Low |${' a |'.repeat(4)}\n`,
        ),
      );
      assert.ok(columns[0]! >= width(5001), `${columns[0]} twips, and ${width(5001)} are needed`);
      assert.equal(
        columns.reduce((a, b) => a + b),
        11906 - 2 * 1418,
      );
      assert.ok(Math.max(...columns.slice(1)) - Math.min(...columns.slice(1)) <= 5, String(columns));
    });

    it('with four columns, of which two are short', async () => {
      const written = await table(
        `| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n| ${long} | Medium | High | ${long} |\n`,
      );
      const [, likelihood, impact] = widths(written);
      assert.ok(likelihood! >= width(5001) && impact! >= width(3223), `${likelihood}, ${impact}`);
    });
  });

  it('is no wider than its text needs', async () => {
    const written = await table('| Year | Visits |\n|---|---|\n| 2024 | 128,400 |\n');
    assert.ok(widths(written).reduce((a, b) => a + b) < 4000);
  });

  it('fits on the line with many columns', async () => {
    const columns = Array.from({ length: 20 }, (_, column) => `Column number ${column}`);
    const row = `| ${columns.join(' | ')} |`;
    const written = await table(`${row}\n|${'---|'.repeat(20)}\n${row}\n`);
    assert.equal(
      widths(written).reduce((a, b) => a + b),
      11906 - 2 * 1418,
    );
    assert.ok(widths(written).every((width) => width > 0));
  });

  it('uses the longer line of a turned page', async () => {
    const long = 'words '.repeat(60);
    const document = await word(`<!-- landscape -->\n\n| a | b |\n|---|---|\n| ${long} | ${long} |\n`);
    assert.equal(
      widths(document.tables[0]!).reduce((a, b) => a + b),
      16838 - 2 * 1418,
    );
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
