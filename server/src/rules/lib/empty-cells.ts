import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import type { Block } from '../../draft/types';
import { spanOf } from './nodes';
import type { UnfilledPlace } from './unfilled-place';

/** A row that sums others up leaves cells empty. */
const SUMS =
  /\b(?:(?:sub|grand )?-?totals?|all|sum|average|mean|median|net|gross|overall|difference|cyfanswm|balance|subtotal|savings?)\b|^(?:% )?change\b/i;
/** A column in which most rows need not say anything, or the first one cannot. */
const OPTIONAL =
  /\b(?:notes?|comments?|remarks?|details|conditions|nodiadau|sylwadau|sign(?:ed|ature)|initials|done|completed|approved|tick|score|answer|change|difference|growth|increase|decrease|rise|fall|up|down|variance|vs|compared|trend|yoy|on year|previous)\b|[±∆Δ✓✔]/i;
/** A number with its sign and unit, and no more: a blank for it is a gap. */
const NUMBER = /^[£€$(+−–-]*\d[\d.,:%]*\)?(?:k|m|bn|pm|am|p|%)?(?: of \d+)?$/i;
const MONEY = /^[£€$+-]*\d{1,3},\d{3}\b|^[£€$]|^\d+(?:k|m)$/i;
const UNKNOWN = /^\s*(?:tb[acd]|\?+|x{2,}|to be .{4,20})\s*$/i;
/** A row that says itself why nothing else is there. */
const SETTLED =
  /^\s*(?:nothing|none|no|nil|n\/a|done|closed|complete|completed|not applicable)\b|\bongoing\b/i;
/** So many full cells in the column show that one is expected. */
const LEAST_FULL = 2;
/** A table with more of them leaves cells empty by design. */
const MOST_EMPTY = 2;

/** An empty cell of which all others in its row and its column are full. */
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
    const title = head.children[x] ? wordsOf(head.children[x]).trim() : '';
    if (addsUp(row) || OPTIONAL.test(title) || row.children.length !== head.children.length) return [];
    // What is not known yet in one cell explains the empty one beside it.
    if (row.children.some((other) => (isEmpty(other) ? other !== cell : UNKNOWN.test(wordsOf(other)))))
      return [];
    const others = counted.filter((other) => other !== row).map((other) => other.children[x]);
    const full = others.filter((other) => other && !isEmpty(other)).map((other) => wordsOf(other!));
    if (full.length < LEAST_FULL || full.length < others.length) return [];
    // Of two columns, the left one has headings between the rows as well.
    const isPair = head.children.length === 2;
    if (isPair && (y === 0 || full.length < 3 || isBold(row.children[0]!))) return [];
    const inNumbers = full.filter((words) => NUMBER.test(words.trim())).length > full.length / 2;
    const isSettled = row.children.some((other) => SETTLED.test(wordsOf(other)));
    const span = spanOf(cell);
    const pipes = /^\|?[ \t]*/.exec(text.slice(span.start, span.end))![0].length;
    const name = [wordsOf(row.children[0]!).trim(), title].filter((words) => words !== '').join('” and “');
    return [
      {
        start: span.start,
        end: Math.max(span.start + pipes, span.start + 1),
        lack: 'cell',
        // A cell of words may be empty by design, where few others are full.
        sure: inNumbers && !isPair ? true : open.length === 1 && full.length > LEAST_FULL && !isSettled,
        fromTemplate: false,
        ...(name !== '' && { name }),
      },
    ];
  });
}

/** A row that nobody has finished: its last cells are empty, where all others are full. One, as several are headings. */
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
  if (filled.some((cell) => SETTLED.test(wordsOf(cell)) || UNKNOWN.test(wordsOf(cell)))) return undefined;
  const full = counted.filter((other) => other !== row);
  if (full.length < LEAST_FULL || row.children.length !== head!.children.length) return undefined;
  if (!full.every((other) => !other.children.some(isEmpty))) return undefined;
  const { start } = spanOf(first.children[0]!);
  const { end } = spanOf(first.children.at(-1)!);
  // What is spent in the first year alone has nothing in the others.
  const isSpent = filled.slice(1).some((cell) => MONEY.test(wordsOf(cell).trim()));
  const sure = full.length > LEAST_FULL && !isSpent;
  return { start, end, lack: 'cell', sure, fromTemplate: false, name: wordsOf(first).trim() };
}

/** Whether the last number of a row is that of the others: a blank between them is none. */
function addsUp({ children }: TableRow): boolean {
  const numbers = children.slice(1).flatMap((cell) => {
    const words = wordsOf(cell).trim();
    return NUMBER.test(words) ? [Number(words.replace(/[^\d.]/g, ''))] : [];
  });
  const last = numbers.pop();
  return numbers.length > 0 && Math.abs(numbers.reduce((sum, one) => sum + one, 0) - last!) < 0.01;
}

/** A grid to be filled in by hand, or a layout: its first column is empty. */
function isNoTable({ children: [, ...rows] }: Table): boolean {
  return rows.every((row) => !row.children[0] || isEmpty(row.children[0]));
}

function isSum(row: TableRow): boolean {
  const full = row.children.filter((cell) => !isEmpty(cell));
  // “**Agreed today** | **£22,125**” sums up as well: a table is rarely bold elsewhere.
  return full.length === 0 || SUMS.test(wordsOf(full[0]!)) || (full.length > 1 && full.every(isBold));
}

/** With “[ ]” in it as well, which is an answer to be ticked only where others have it. */
const isEmpty = (cell: TableCell): boolean =>
  /^(?:\[\s*\])?$/.test(wordsOf(cell).trim()) && !cell.children.some(isPicture);
const isPicture = ({ type }: Nodes): boolean =>
  type === 'image' || type === 'imageReference' || type === 'inlineCode';
const isBold = (cell: TableCell): boolean => cell.children[0]?.type === 'strong';

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'html') return ' ';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
