import type { Block, Change } from '../draft/types';
import { greatest } from '../util/lists';
import { emptyLine, keptApart } from './lib/lines/lined-paragraphs';
import { problemOf, rowsOf, type TypedStructure, typedStructuresIn } from './lib/lines/typed-structures';
import { rule } from './lib/rule';

export const tableTyped = rule('table-typed', {
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
});

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
