import type { Block, Change } from '../draft/types';
import { greatest } from '../lists';
import { emptyLine, keptApart } from './lib/single-lines';
import { problemOf, rowsOf, type TypedStructure, typedStructuresIn } from './lib/typed-structures';
import type { Rule } from './types';

export const tableTyped: Rule = {
  id: 'table-typed',
  group: 'accessibility',
  severity: 'warning',
  what: 'Columns that are set with tabs, as a table comes from Word or Excel when it is pasted as text.',
  why: 'Markdown takes tabs and single line ends for spaces, so the table is one paragraph of words and numbers in Word and in the preview. In a real table, a screen reader says which column a number stands in.',
  example: {
    bad: 'Year\tVisits\n2024\t41,000\n2025\t44,000\n',
    good: '| Year | Visits |\n| --- | --- |\n| 2024 | 41,000 |\n| 2025 | 44,000 |\n',
  },
  inBlock({ block }) {
    return typedStructuresIn(block)
      .filter(({ as }) => as === 'table')
      .map((table) =>
        problemOf(
          table,
          'These columns are set with tabs: in Word and in the preview they become one paragraph. Make them a table, or put each on a line that ends with a backslash (\\).',
          () => [
            ...(table.mayBeParted
              ? [{ title: 'Make this a table', edits: tabled(block, table), preferred: true }]
              : []),
            { title: 'Keep these lines apart', edits: keptApart(table) },
          ],
        ),
      );
  },
};

/** Bars for the tabs, with the first row as the heads of the columns. */
function tabled(block: Block, table: TypedStructure): readonly Change[] {
  const { lines } = table;
  const rows = rowsOf(table);
  const columns = greatest(rows.map(({ cells }) => cells.length));
  const eol = block.text.includes('\r\n') ? '\r\n' : '\n';
  return rows.flatMap(({ line, cells }, at): Change[] => {
    const index = lines.indexOf(line);
    const [above, below] = [lines[index - 1], lines[index + 1]];
    const written = Array.from(
      { length: columns },
      (_, column) => cells[column]?.replace(/(?<!\\)\|/g, '\\|') ?? '',
    );
    const row = `|${written.map((cell) => ` ${cell} |`).join('')}`;
    const head = at === 0 ? `${eol}${below?.prefix ?? ''}|${' --- |'.repeat(columns)}` : '';
    return [
      ...(at === 0 && above ? [emptyLine(block, above, line)] : []),
      { span: { start: line.start, end: line.end }, text: row + head },
      ...(at === rows.length - 1 && below ? [emptyLine(block, line, below)] : []),
    ];
  });
}
