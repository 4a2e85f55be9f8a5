import { withoutBold } from '../docx/format';
import { type Block, type Cell, type Inline, MOST_COLUMNS, type Row, type Table } from '../docx/model';
import { hasContent } from '../docx/review';
import type { ImportContext } from './context';
import { escapeCell } from './escape';
import { htmlTable } from './html';
import type { BreakSign } from './lines';
import { isNumbered } from './lists';

/** Writes what stands in cells. */
interface CellWriter {
  readonly context: ImportContext;
  line(inlines: readonly Inline[], breakSign: BreakSign): string;
}

/** Writes a table: as GFM where it fits, as HTML where cells are merged or hold more than text. */
export function writeTable(table: Table, writer: CellWriter): string {
  const rows = table.rows.filter(({ cells }) => cells.length > 0);
  if (rows.length === 0) return '';
  const merged = isMerged(rows);
  const rich = rows.some(({ cells }) => cells.some(isRich));
  if (!merged && !rich) return gfmTable(rows, writer);
  if (!rows.some(needsMarkdown)) {
    writer.context.lose('merged');
    return htmlTable(rows, writer.context);
  }
  // HTML has neither notes nor changes and comments.
  if (merged) writer.context.lose('unmerged');
  if (rich) writer.context.lose('cell blocks');
  return gfmTable(rows, writer);
}

/** Whether cells of a table are merged. */
export function isMerged(rows: readonly Row[]): boolean {
  return rows.some(({ cells }) => cells.some(({ columns, merged }) => columns > 1 || merged !== undefined));
}

/** Whether a cell holds lists, code or tables. */
function isRich({ blocks }: Cell): boolean {
  return blocks.some(
    (block) =>
      block.type === 'table' ||
      (block.list !== undefined && block.inlines.some(hasContent)) ||
      block.inlines.some(({ type }) => type === 'box'),
  );
}

function needsMarkdown({ cells }: Row): boolean {
  return cells.some(({ blocks }) => blocks.some(blockNeedsMarkdown));
}

function blockNeedsMarkdown(block: Block): boolean {
  if (block.type === 'table') return block.rows.some(needsMarkdown);
  return block.inlines.some(inlineNeedsMarkdown);
}

function inlineNeedsMarkdown(inline: Inline): boolean {
  if (inline.type === 'comment' || inline.type === 'note') return true;
  if (inline.type === 'bookmark') return false;
  if (inline.type === 'box' && inline.blocks.some(blockNeedsMarkdown)) return true;
  return inline.inserted !== undefined || inline.deleted !== undefined;
}

function gfmTable(rows: readonly Row[], writer: CellWriter): string {
  const lines = rows.map(({ cells }, at) =>
    cells.flatMap((cell) => {
      const text = cell.merged === 'next' ? '' : cellText(cell.blocks, writer, at === 0);
      return [text, ...new Array<string>(cell.columns - 1).fill('')];
    }),
  );
  const columns = lines.reduce((most, line) => Math.max(most, line.length), 1);
  const line = (cells: readonly string[], isHead = false): string => {
    // Rows that are shorter than the head are as good. Where one cell is for a thousand, all others would be for nothing.
    const missing = isHead || columns <= MOST_COLUMNS ? columns - cells.length : 0;
    const all = [...cells, ...new Array<string>(missing).fill('')];
    return `| ${all.join(' | ')} |`.replace(/(?<! ) {2,}(?=\|)/g, ' ');
  };
  const [head = [], ...body] = lines;
  const signs = alignments(rows, columns).map((align) => SIGNS[align]);
  return [line(head, true), `| ${signs.join(' | ')} |`, ...body.map((cells) => line(cells))].join('\n');
}

const SIGNS = { left: '---', center: ':-:', right: '--:' } as const;

/** Where the cells below the head of each column stand, where all that say something agree. */
function alignments(rows: readonly Row[], columns: number): (keyof typeof SIGNS)[] {
  const found: (keyof typeof SIGNS | undefined)[] = new Array(columns).fill(undefined);
  for (const { cells } of rows.slice(1)) {
    let column = 0;
    for (const cell of cells) {
      const first = cell.blocks.find((block) => block.type === 'paragraph' && block.inlines.some(hasContent));
      const own = first?.type === 'paragraph' ? (first.align ?? 'left') : undefined;
      if (own !== undefined) found[column] = (found[column] ?? own) === own ? own : 'left';
      column += cell.columns;
    }
  }
  return found.map((align) => align ?? 'left');
}

function cellText(blocks: readonly Block[], writer: CellWriter, isHead: boolean): string {
  const lines = cellLines(blocks, writer, isHead).filter((line) => line !== '');
  return escapeCell(lines.join('<br>').replace(/\\?\n/g, '<br>'));
}

function cellLines(blocks: readonly Block[], writer: CellWriter, isHead: boolean): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === 'table')
      return block.rows.map(({ cells }) =>
        cells
          .map(({ blocks: inner }) => cellLines(inner, writer, false).join('<br>'))
          .filter((text) => text !== '')
          .join(' – '),
      );
    const { inlines, list } = block;
    // The first row is bold as it is.
    const own = isHead ? inlines.map(withoutBold) : inlines;
    const text = writer.line(own, '<br>');
    const sign = list === undefined ? '' : isNumbered(list) ? `${list.value}. ` : '• ';
    const boxes = inlines.flatMap((inline) =>
      inline.type === 'box' ? cellLines(inline.blocks, writer, false) : [],
    );
    return [text === '' ? '' : sign + text, ...boxes];
  });
}
