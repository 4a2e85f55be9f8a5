import assert from 'node:assert/strict';
import { elementIn, elementsIn } from '../../../src/docx/xml-tree';
import { tableOf, valueAt } from '../word';

describe('Word: numbers in tables stand at the right, header and all, where the draft does not say how', () => {
  const alignments = async (markdown: string): Promise<(string | undefined)[][]> =>
    elementsIn(await tableOf(markdown), 'w:tr').map((row) =>
      elementsIn(row, 'w:tc').map((one) => valueAt(elementIn(one, 'w:p')!, 'w:pPr', 'w:jc')),
    );
  const column = (...cells: readonly string[]): string =>
    `| Item | Value |\n|---|---|\n${cells.map((one) => `| x | ${one} |\n`).join('')}`;

  for (const cells of [
    ['1,200', '7', '12.5'],
    ['£164,000', '(£31,000)', '-£12.50', '**£132,987.50**'],
    ['£1.2 million', '£3m', '£12bn'],
    ['3.4%', '−1.1%', '+4%', '12 per cent'],
    ['1,200', 'n/a', '–', '', '130+'],
    ['1,200[^a]', '<b>7</b>'],
  ])
    it(cells.join(' · '), async () => {
      const found = await alignments(`${column(...cells)}\n[^a]: Note.\n`);
      for (const row of found) assert.deepEqual(row, [undefined, 'right']);
    });

  for (const [what, cells] of [
    ['words among numbers', ['£61,000', 'No new cost']],
    ['years', ['2024', '2025']],
    ['financial years', ['2024/25', '2025/26']],
    ['dates', ['11 January 2027', '6 April 2027']],
    ['telephone numbers', ['01632 960 412', '01632 960 400']],
    ['ranges', ['£5 to £6', '5–10']],
    ['references', ['007', '012']],
    ['what is still to be filled in', ['[insert amount]', '[insert amount]']],
    ['a number with none to compare it with', ['7']],
    ['nothing at all', ['', '–']],
  ] as const)
    it(`but not ${what}`, async () => {
      for (const row of await alignments(column(...cells))) assert.deepEqual(row, [undefined, undefined]);
    });

  it('but not in the first column, which says what the row is about', async () => {
    const found = await alignments('| No. | Visits |\n|---|---|\n| 1 | 12,000 |\n| 2 | 900 |\n');
    assert.deepEqual(found[1], [undefined, 'right']);
  });

  it('but not where the draft says otherwise', async () => {
    const found = await alignments('| a | b | c |\n|---|:--|:-:|\n| x | 1 | 2 |\n| y | 3 | 4 |\n');
    assert.deepEqual(found[1], [undefined, 'left', 'center']);
  });

  it('in HTML, too', async () => {
    const found = await alignments(
      '<table><tr><th>a<th>b<th>c<tr><td>x<td>1<td>2<tr><td>y<td>3<td align=left>4</table>',
    );
    assert.deepEqual(found, [
      [undefined, 'right', 'left'],
      [undefined, 'right', 'left'],
      [undefined, 'right', 'left'],
    ]);
  });
});
