import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import type { Block } from '../../../draft/types';
import { cellText, spanOf } from '../blocks/nodes';
import type { UnfilledPlace } from './types';

/** The first cell of a row that sums up others, where empty cells are usual. */
const SUMS =
  /\b(?:(?:sub|grand )?-?totals?|all|sum|average|mean|median|net|gross|overall|difference|cyfanswm|balance|subtotal|savings?)\b|^(?:% )?change\b/i;
/** The head of a column in which cells may be empty. */
const OPTIONAL =
  /\b(?:notes?|comments?|remarks?|details|conditions|nodiadau|sylwadau|sign(?:ed|ature)|initials|done|completed|approved|tick|score|answer|change|difference|growth|increase|decrease|rise|fall|up|down|variance|vs|compared|trend|yoy|on year|previous)\b|[±∆Δ✓✔]/i;
/** A cell that is a number with its sign and unit. */
const NUMBER = /^[£€$(+−–-]*\d[\d.,:%]*\)?(?:k|m|bn|pm|am|p|%)?(?: of \d+)?$/i;
const MONEY = /^[£€$+-]*\d{1,3},\d{3}\b|^[£€$]|^\d+(?:k|m)$/i;
const UNKNOWN = /^\s*(?:tb[acd]|\?+|x{2,}|to be .{4,20})\s*$/i;
/** A cell that explains why others in its row are empty. */
const SETTLED =
  /^\s*(?:nothing|none|no|nil|n\/a|done|closed|complete|completed|not applicable)\b|\bongoing\b/i;
/** How many other cells of the column must be full at least. */
const LEAST_FULL = 2;
/** A table with more empty cells has them by design. */
const MOST_EMPTY = 2;

/** The empty cells of a table whose row and column are full otherwise. */
export function emptyCells({ node, text }: Block): readonly UnfilledPlace[] {
  if (node.type !== 'table') return [];
  const [head, ...rows] = node.children;
  const empty = rows.flatMap((row, y) =>
    row.children.flatMap((cell, x) => (x > 0 && isEmpty(cell) ? [{ x, y, row, cell }] : [])),
  );
  if (!head || empty.length === 0) return [];
  const counted = rows.filter((row) => !isSum(row));
  const open = empty.filter(({ row }) => !isSum(row));
  if (isNoTable(node)) return [];
  const blank = blankEnd(node, counted);
  if (blank) return [blank];
  if (open.length > MOST_EMPTY) return [];
  return open.flatMap(({ x, y, row, cell }): UnfilledPlace[] => {
    const title = head.children[x] ? cellText(head.children[x]).trim() : '';
    if (addsUp(row) || OPTIONAL.test(title) || row.children.length !== head.children.length) return [];
    // “TBC” in another cell of the row explains the empty one.
    if (row.children.some((other) => (isEmpty(other) ? other !== cell : UNKNOWN.test(cellText(other)))))
      return [];
    const others = counted.filter((other) => other !== row).map((other) => other.children[x]);
    const full = others.filter((other) => other && !isEmpty(other)).map((other) => cellText(other!));
    if (full.length < LEAST_FULL || full.length < others.length) return [];
    // In a table of two columns, a row with an empty cell may be a heading.
    const isPair = head.children.length === 2;
    if (isPair && (y === 0 || full.length < 3 || isBold(row.children[0]!))) return [];
    const inNumbers = full.filter((words) => NUMBER.test(words.trim())).length > full.length / 2;
    const isSettled = row.children.some((other) => SETTLED.test(cellText(other)));
    const span = spanOf(cell);
    const pipes = /^\|?[ \t]*/.exec(text.slice(span.start, span.end))![0].length;
    const name = [cellText(row.children[0]!).trim(), title].filter((words) => words !== '').join('” and “');
    return [
      {
        start: span.start,
        end: Math.max(span.start + pipes, span.start + 1),
        lack: 'cell',
        // In a column of words, a cell may be empty by design.
        sure: inNumbers && !isPair ? true : open.length === 1 && full.length > LEAST_FULL && !isSettled,
        ...(name !== '' && { name }),
      },
    ];
  });
}

/** The only row that ends in two empty cells or more, in a table that is full otherwise. Several would be headings. */
function blankEnd(
  { children: [head, ...rows] }: Table,
  counted: readonly TableRow[],
): UnfilledPlace | undefined {
  const blank = counted.filter((row) => row.children.length > 2 && row.children.slice(-2).every(isEmpty));
  const [row] = blank;
  const [first] = row?.children ?? [];
  if (!row || !first || blank.length > 1 || row === rows[0] || isBold(first) || isEmpty(first))
    return undefined;
  const filled = row.children.filter((cell) => !isEmpty(cell));
  if (filled.some((cell) => SETTLED.test(cellText(cell)) || UNKNOWN.test(cellText(cell)))) return undefined;
  const full = counted.filter((other) => other !== row);
  if (full.length < LEAST_FULL || row.children.length !== head!.children.length) return undefined;
  if (!full.every((other) => !other.children.some(isEmpty))) return undefined;
  const { start } = spanOf(first.children[0]!);
  const { end } = spanOf(first.children.at(-1)!);
  // A sum that is spent in the first year leaves the other years empty.
  const isSpent = filled.slice(1).some((cell) => MONEY.test(cellText(cell).trim()));
  const sure = full.length > LEAST_FULL && !isSpent;
  return { start, end, lack: 'cell', sure, name: cellText(first).trim() };
}

/** Whether the last number of a row is the sum of the others, so that an empty cell among them stands for nothing. */
function addsUp({ children }: TableRow): boolean {
  const numbers = children.slice(1).flatMap((cell) => {
    const words = cellText(cell).trim();
    return NUMBER.test(words) ? [Number(words.replace(/[^\d.]/g, ''))] : [];
  });
  const last = numbers.pop();
  return numbers.length > 0 && Math.abs(numbers.reduce((sum, one) => sum + one, 0) - last!) < 0.01;
}

/** Whether the first column is empty, as in a grid to be filled in by hand or a layout. */
function isNoTable({ children: [, ...rows] }: Table): boolean {
  return rows.every((row) => !row.children[0] || isEmpty(row.children[0]));
}

function isSum(row: TableRow): boolean {
  const full = row.children.filter((cell) => !isEmpty(cell));
  // Other rows are rarely all in bold: “**Agreed today** | **£22,125**”.
  return full.length === 0 || SUMS.test(cellText(full[0]!)) || (full.length > 1 && full.every(isBold));
}

/** Whether a cell has nothing in it, or only a box to tick: “[ ]”. */
const isEmpty = (cell: TableCell): boolean =>
  /^(?:\[\s*\])?$/.test(cellText(cell).trim()) && !cell.children.some(isPicture);
const isPicture = ({ type }: Nodes): boolean =>
  type === 'image' || type === 'imageReference' || type === 'inlineCode';
const isBold = (cell: TableCell): boolean => cell.children[0]?.type === 'strong';
