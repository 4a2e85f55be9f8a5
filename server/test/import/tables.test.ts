import { inserted, item, LISTS, para, run, table } from '../docx/make';
import { BOLD, cases, cell, DANA } from './helpers';

describe('A table of a Word document becomes Markdown', () => {
  cases([
    {
      name: 'of text, as GFM has them',
      body: table([
        [para(run('Branch', BOLD)), 'Visits'],
        ['Ashcombe | Road', `${para('340')}${para('a day')}`],
      ]),
      expected: '| Branch | Visits |\n| --- | --- |\n| Ashcombe \\| Road | 340<br>a day |',
    },
    {
      name: 'with columns of numbers at the right, where all their cells are',
      body: table([
        ['Branch', 'Visits', 'Loans'],
        ['a', para('340', '<w:jc w:val="right"/>'), para('2', '<w:jc w:val="end"/>')],
        ['b', para('12', '<w:jc w:val="right"/>'), 'none'],
      ]),
      expected: '| Branch | Visits | Loans |\n| --- | --: | --- |\n| a | 340 | 2 |\n| b | 12 | none |',
    },
    {
      name: 'without an empty cell for each one that another row has, where a row has more than Word knows',
      body: table([Array.from({ length: 70 }, (_, i) => `${i}`), ['a'], ['b', 'c']]),
      expected: `| ${Array.from({ length: 70 }, (_, i) => `${i}`).join(' | ')} |\n|${' --- |'.repeat(70)}\n| a |\n| b | c |`,
    },
    {
      name: 'with merged cells, as HTML',
      body: table([
        [cell('2025 & 2026', '<w:gridSpan w:val="2"/>'), 'Sum'],
        [cell('a', '<w:vMerge w:val="restart"/>'), 'b', 'c'],
        [cell('', '<w:vMerge/>'), 'd', 'e'],
      ]),
      expected:
        '<table>\n<tr>\n<th colspan="2">2025 &amp; 2026</th>\n<th>Sum</th>\n</tr>\n<tr>\n<td rowspan="2">a</td>\n<td>b</td>\n<td>c</td>\n</tr>\n<tr>\n<td>d</td>\n<td>e</td>\n</tr>\n</table>',
    },
    {
      name: 'with links and formats in merged cells, written once for what belongs together',
      body: table([
        [
          cell(
            para(
              `${run('All', BOLD)}${run(' year ', BOLD)}<w:hyperlink r:id="l">${run('re')}${run('turn')}</w:hyperlink>`,
            ),
            '<w:gridSpan w:val="2"/>',
          ),
        ],
        ['a', 'b'],
      ]),
      parts: { links: { l: 'https://wexmoor.example/?a&b' } },
      expected:
        '<table>\n<tr>\n<th colspan="2"><strong>All year</strong> <a href="https://wexmoor.example/?a&amp;b">return</a></th>\n</tr>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</table>',
    },
    {
      name: 'with lists in a cell, as HTML',
      body: table([
        ['What', 'How'],
        ['a', item(1, 'one') + item(1, 'two')],
      ]),
      parts: { numbering: LISTS },
      expected:
        '<table>\n<tr>\n<th>What</th>\n<th>How</th>\n</tr>\n<tr>\n<td>a</td>\n<td>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n</td>\n</tr>\n</table>',
    },
    {
      name: 'with merged cells and changes, as GFM, which can show them',
      body: table([[cell('Both', '<w:gridSpan w:val="2"/>')], ['a', para(inserted('b'))]]),
      expected: `| Both | |\n| --- | --- |\n| a | {++b++}${DANA} |`,
    },
  ]);
});
