import { type Block, BlockFinder, type Change, type Draft } from '../draft';
import { greatest } from '../util/lists';
import { emptyLine, keptApart } from './lib/lines/lined-paragraphs';
import {
  headsAbove,
  problemOf,
  rowsOf,
  type TypedStructure,
  typedRowIn,
  typedStructuresIn,
} from './lib/lines/typed-structures';
import { movedProblem } from './lib/moved-problem';
import { rule } from './lib/rule';
import type { Problem } from './types';

const finder = new BlockFinder((block) => {
  const row = typedRowIn(block);
  return row ? [row] : typedStructuresIn(block).filter(({ as }) => as === 'table');
});

export const tableTyped = rule('table-typed', {
  inDraft({ draft }) {
    return finder
      .in(draft, undefined)
      .flatMap(({ found, placed, index }) =>
        found.flatMap((table) => problem(draft, index, table).map((one) => movedProblem(one, placed.start))),
      );
  },
});

/** The problem with columns in a block; none for a line with tabs that stands alone. */
function problem(draft: Draft, index: number, table: TypedStructure): readonly Problem[] {
  const { block } = draft.blocks[index]!;
  const heads = headsAbove(draft, index, table);
  if (heads.length === 0 && table.lines.length === 1) return [];
  const whole = { ...table, lines: [...heads, ...table.lines] };
  const asTable = {
    title: 'Make this a table',
    edits: tabled(block, whole),
    preferred: true,
  };
  if (heads.length > 0)
    return [
      problemOf(
        whole,
        'These columns are set with tabs: in Word the first line, which begins with a tab, becomes code, and those below a paragraph without columns. Make them a table.',
        () => [asTable],
      ),
    ];
  return [
    problemOf(
      table,
      'These columns are set with tabs: in Word they become a paragraph in which nothing stands in columns. Make them a table.',
      () => [
        ...(table.mayBeParted ? [asTable] : []),
        { title: 'Keep these lines apart', edits: keptApart(table) },
      ],
    ),
  ];
}

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
