import assert from 'node:assert/strict';
import fc from 'fast-check';
import { elementIn, elementsIn } from '../../../src/docx/xml-tree';
import { columnWidths } from '../../../src/word/tables/column-widths';
import { textWidth } from '../../../src/word/text-width';
import { tableOf, widthsOf, word } from '../word';

/** No word of a table that is tried is wider, in twips. */
const NARROW = 1900;

/** How many lines a table takes whose columns are so many twips wide: those of the longest cell of each row. */
function linesOf(rows: readonly (readonly string[])[], widths: readonly number[]): number {
  const fits = (line: string, width: number): boolean => textWidth(line, 11) + 276 <= width;
  const lines = (text: string, width: number): number => {
    let count = 1;
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && !fits(longer, width)) count++;
      line = line !== '' && !fits(longer, width) ? word : longer;
    }
    return count;
  };
  return rows.reduce((sum, row) => sum + Math.max(...row.map((text, at) => lines(text, widths[at]!))), 0);
}

describe('Word: the columns of a table', () => {
  it('says each width twice, in the grid and in the cells, and they fill the line', async () => {
    const long = 'words that go on and on '.repeat(8);
    const written = await tableOf(
      `| Library | What is planned |\n|---|---|\n| Northtown (mobile) | ${long} |\n`,
    );
    const grid = widthsOf(written);
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
          const column = widthsOf(await tableOf(markdown(name)))[1]!;
          assert.ok(column >= width(cell), `${column} twips, and ${width(cell)} are needed`);
        });
      }
    }

    it('with five columns that all have a lot to say', async () => {
      const five = words.filter(([word]) => word !== 'Accommodation');
      const cells = five.map(([word]) => `${word} lllllllllllllllllll ${long}`);
      const columns = widthsOf(
        await tableOf(`|${'a|'.repeat(5)}\n|${'---|'.repeat(5)}\n| ${cells.join(' | ')} |\n`),
      );
      for (const [at, [word, regular]] of five.entries())
        assert.ok(
          columns[at]! >= width(regular),
          `${word}: ${columns[at]} twips, and ${width(regular)} are needed`,
        );
    });

    it('but where the line is too short for all, in those with the longest words', async () => {
      const endless = 'x'.repeat(60);
      const columns = widthsOf(
        await tableOf(
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
      const written = await tableOf(
        `| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n| ${long} | Medium | High | ${long} |\n`,
      );
      const [, likelihood, impact] = widthsOf(written);
      assert.ok(likelihood! >= width(5001) && impact! >= width(3223), `${likelihood}, ${impact}`);
    });
  });

  describe('is one of two widths, so that the tables of a paper look alike', () => {
    const total = async (markdown: string): Promise<number> =>
      widthsOf(await tableOf(markdown)).reduce((a, b) => a + b);
    const LINE = 11906 - 2 * 1418;

    for (const [what, markdown] of [
      ['two short columns', '| Year | Visits |\n|---|---|\n| 2024 | 128,400 |\n'],
      ['two that are a little longer', '| Library | Visits in a year |\n|---|---|\n| Fenholme | 128,400 |\n'],
    ] as const)
      it(`half a line for ${what}`, async () => assert.equal(await total(markdown), LINE / 2));

    for (const [what, markdown] of [
      [
        'what needs more than half of it',
        '| Item | 2025/26 | 2026/27 | Change |\n|---|---|---|---|\n| Books and other stock | £812,400 | £840,100 | 3.4% |\n',
      ],
      ['what needs more than all of it', `| Step | Who |\n|---|---|\n| ${'advertise '.repeat(30)} | All |\n`],
    ] as const)
      it(`a line for ${what}`, async () => assert.equal(await total(markdown), LINE));
  });

  it('gives room to the column that makes the rows high', async () => {
    const columns = widthsOf(
      await tableOf(`| Option | What it means for residents | Cost a year | Main risk |
| --- | --- | --- | --- |
| 1. Do nothing: the trial ends | Two libraries close at 5pm again, and about 15,700 visits a year are lost | No new cost, but £14,000 once in redundancy pay | The job club, homework club and The Long Table close |
| 3. Open later at four libraries (recommended) | Eight in ten residents live within two miles of a library that opens late | £164,000 | Recruitment takes longer than planned |
`),
    );
    assert.equal(Math.max(...columns), columns[1], String(columns));
  });

  it('gives a column with short words no more than they need, where another would take a line more for it', async () => {
    const does = 'Advertise in surgeries, in schools, on buses and at the markets from May to June';
    const rows = [
      ['Few people come', 'Low', 'High', does],
      ['Staff leave', 'Low', 'Low', 'Train two others'],
    ];
    const lines = rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
    const widths = widthsOf(
      await tableOf(`| Risk | Likelihood | Impact | What we will do |\n|---|---|---|---|\n${lines}`),
    );
    assert.equal(linesOf(rows, widths), 3, String(widths));
    assert.ok(widths[1]! >= textWidth('Likelihood', 11, true) + 216, 'no word is broken');
  });

  it('lets a label break where the rest of its row goes over many lines, and not where it goes over few', async () => {
    const label = '3. Share with Eastshire';
    const row = (sentences: number): string =>
      `| ${label} | ${'The van stops in all 21 villages. '.repeat(sentences)} | ${'It may break down in winter, and often. '.repeat(sentences)} |\n`;
    const first = async (sentences: number): Promise<number> =>
      widthsOf(
        await tableOf(`| Option | What it means | Risks |\n|---|---|---|\n${row(sentences).repeat(3)}`),
      )[0]!;
    const whole = textWidth(label, 11) + 216;
    assert.ok((await first(2)) >= whole);
    for (const sentences of [12, 60]) assert.ok((await first(sentences)) < whole, `${sentences} sentences`);
  });

  it('where all columns have a lot to say, makes no table longer than it would be with some width given from one to another', () => {
    const cell = fc
      .array(fc.constantFrom('visits', 'the', 'young people', 'by', 'accommodation', 'of', 'reading'), {
        minLength: 10,
        maxLength: 40,
      })
      .map((words) => words.join(' '));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        const texts = rows.map((row) => row.map((text) => ({ text, bold: false, notes: 0 })));
        const widths = columnWidths(texts, 3, 9000);
        const lines = linesOf(rows, widths);
        for (const [from, to] of [
          [0, 1],
          [0, 2],
          [1, 0],
          [1, 2],
          [2, 0],
          [2, 1],
        ] as const)
          for (let given = 200; widths[from]! - given > NARROW; given += 200) {
            const other = widths.with(from, widths[from]! - given).with(to, widths[to]! + given);
            const fewer = lines - linesOf(rows, other);
            assert.ok(fewer <= 0, `${fewer} lines fewer in ${other} than in ${widths}`);
          }
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  describe('lets the long header of a column of short numbers wrap, and gives the room to the text', () => {
    const LONG = 'The library closes on 31 March, and the building is handed back to the council. '.repeat(2);
    /** Of a word in a header, in bold, with the padding of its cell. */
    const room = (words: string): number => textWidth(words, 11, true) + 216;

    it('in a table of options', async () => {
      const [hours, , means] = widthsOf(
        await tableOf(
          `| Opening hours | Option | What it means |\n|---|---|---|\n| 0 | Close | ${LONG} |\n| 30 | Reduce | ${LONG} |\n| 42 | Keep | ${LONG} |\n`,
        ),
      );
      assert.ok(hours! >= room('Opening') && hours! < room('Opening') * 1.25 + 200, String(hours));
      assert.ok(means! > 6400, String(means));
    });

    it('between columns of text', async () => {
      const columns = widthsOf(
        await tableOf(
          `| Option | Opening hours | Cost in a year | What it means |\n|---|---:|---:|---|\n| Close the library | 0 | £4,000 | ${LONG} |\n| Keep it | 42 | £164,000 | ${LONG} |\n`,
        ),
      );
      assert.ok(columns[1]! < room('Opening hours') && columns[2]! < room('Cost in a year'), String(columns));
      assert.ok(columns[1]! >= room('Opening') && columns[2]! >= room('£164,000'), String(columns));
    });

    it('over three lines at most, where that is enough', async () => {
      const title = 'Number of visits in the year to March';
      const [visits] = widthsOf(
        await tableOf(`| ${title} | What it means |\n|---|---|\n| 1 | ${LONG} |\n| 2 | ${LONG} |\n`),
      );
      assert.equal(
        linesOf([[title]], [visits! - (textWidth(title, 11, true) - textWidth(title, 11)) / 3]),
        3,
      );
    });

    it('but not where all of it has room on one line', async () => {
      const columns = widthsOf(
        await tableOf('| Opening hours a week | Option |\n|---|---|\n| 0 | Close it |\n| 42 | Keep it |\n'),
      );
      assert.ok(columns[0]! >= room('Opening hours a week'), String(columns));
    });
  });

  it('has room for every word where other type takes the place of the paper’s', async () => {
    const wider = (word: string, bold: boolean): number => textWidth(word, 11, bold) * 1.25 + 216;
    const measures = widthsOf(
      await tableOf(`| What will change | For whom | How we will measure it | Now | Target by 31 March 2028 |
| --- | --- | --- | --- | --- |
| Families with little money save some | members | survey of all who borrowed something | £0 | £45 each |
| Fewer things are thrown away in a year | everyone | repair log that is kept by the volunteers | 0 | 90 items mended |
`),
    );
    assert.ok(
      measures[1]! >= wider('everyone', false) && measures[3]! >= wider('Now', true),
      String(measures),
    );
    const short = widthsOf(
      await tableOf(
        '| What | Cost |\n|---|---|\n| A technician, two days a week | £13,400 |\n| **Total** | **£18,500** |\n',
      ),
    );
    assert.ok(short[1]! >= wider('£18,500', true), String(short));
  });

  it('is half a line wide only where its lines have some room there, too', () => {
    const text = 'January to March, and April to June';
    const row = [0, 1].map(() => ({ text, bold: false, notes: 0 }));
    const needed = 2 * (textWidth(text, 11) + 276);
    for (const [room, share] of [
      [1.05, 1],
      [1.2, 2],
    ] as const) {
      const available = Math.ceil(2 * needed * room);
      const sum = columnWidths([row], 2, available).reduce((a, b) => a + b);
      assert.equal(sum, Math.floor(available / share));
    }
  });

  it('breaks no date to make room for others', async () => {
    const columns = widthsOf(
      await tableOf(`| Step | Who | By when |
| --- | --- | --- |
| Advertise the new posts | Libraries Manager | 11 January 2027 |
| Report on the first six months to the Scrutiny Committee | Head of Libraries and Archives | 30 November 2027 |
`),
    );
    // "30 November 2027" is 8,504 thousandths of its size wide.
    assert.ok(columns[2]! >= 8.504 * 11 * 20 + 216, String(columns));
  });

  it('has room for a day with its month, which is one word', async () => {
    const long = 'accommodation communities responsibilities '.repeat(12);
    const table = (day: string): string => `| x | x | x |\n|---|---|---|\n| ${day} | ${long} | ${long} |\n`;
    const columns = widthsOf(await tableOf(table('24 September')));
    assert.deepEqual(columns, widthsOf(await tableOf(table('24\u00a0September'))));
    // 6,281 thousandths of its size, and a quarter for other type.
    assert.ok(columns[0]! >= 6.281 * 11 * 20 * 1.25 + 216, String(columns));
  });

  it('has room for the number of a note, too', async () => {
    const head = '| Library | Visits |\n|---|---|\n| A library with a long name, in a place with another | ';
    const plain = widthsOf(await tableOf(`${head}Many visits |\n`));
    const noted = widthsOf(await tableOf(`${head}Many visits[^a] |\n\n[^a]: A.\n`));
    assert.ok(noted[1]! > plain[1]!, `${noted}, ${plain}`);
  });

  it('fits on the line with many columns', async () => {
    const columns = Array.from({ length: 20 }, (_, column) => `Column number ${column}`);
    const row = `| ${columns.join(' | ')} |`;
    const written = await tableOf(`${row}\n|${'---|'.repeat(20)}\n${row}\n`);
    assert.equal(
      widthsOf(written).reduce((a, b) => a + b),
      11906 - 2 * 1418,
    );
    assert.ok(widthsOf(written).every((width) => width > 0));
  });

  it('uses the longer line of a turned page', async () => {
    const long = 'words '.repeat(60);
    const document = await word(`<!-- landscape -->\n\n| a | b |\n|---|---|\n| ${long} | ${long} |\n`);
    assert.equal(
      widthsOf(document.tables[0]!).reduce((a, b) => a + b),
      16838 - 2 * 1418,
    );
  });

  it('keep ranges such as “9am–5pm” on one line where there is room for all of them', () => {
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    const rows = [
      ['Library', ...days, 'Hours now', 'Hours proposed'],
      ['Central', ...days.map(() => '9am–7pm'), '56', '56'],
      ['Weir Street', '9am–5pm (self-service to 7pm)', ...days.slice(1).map(() => '10am–5pm'), '49', '47'],
      [
        'Ashby',
        'Closed',
        '10am–1pm, 2pm–5pm',
        'Closed',
        ...days.slice(3).map(() => '10am–1pm, 2pm–5pm'),
        '27.5',
        '24',
      ],
    ].map((row, at) => row.map((text) => ({ text, bold: at === 0, notes: 0 })));
    const widths = columnWidths(rows, 9, 13300, 1, 1);
    for (const width of widths.slice(1, 7))
      assert.ok(width >= textWidth('10am–5pm', 10) + 216, String(widths));
  });
});
