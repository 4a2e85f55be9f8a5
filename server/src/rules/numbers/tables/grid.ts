/** Reads a table as a grid of numbers and labels. */
import type { Table, TableCell } from 'mdast';
import { type Block, perBlock, type Span } from '../../../draft';
import { cellText, nodesOf } from '../../lib/blocks/nodes';
import { MAGNITUDE, type Written } from '../amounts/number-format';

export interface Cell {
  /** The text as the reader sees it. */
  readonly text: string;
  /** Counts in the block. */
  readonly span: Span;
  /** `nothing`: a dash, "nil" or "free", which counts as 0; `unknown`: blank, or "tbc" and the like. */
  readonly kind: 'number' | 'nothing' | 'unknown' | 'text';
  readonly number?: Written;
  readonly bold?: boolean;
}

export interface Grid {
  /** By row and column. The first row and the first column are labels. */
  readonly rows: readonly (readonly Cell[])[];
  readonly width: number;
}

/** A total that was checked. */
export interface Total {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  /** Whether its row or column has a name for totals. */
  readonly named?: boolean;
  /** Whether it equals the sum of its parts. */
  readonly right: boolean;
  /** Its parts; undefined where an unknown number may make it right. */
  readonly parts: readonly Cell[] | undefined;
  readonly sum: number;
  /** By itself it may be no sum of these: of people who are counted once, or a mean. */
  readonly doubtful?: boolean;
}

/** Larger tables are data, and not checked. */
const MOST_ROWS = 300;
const MOST_COLUMNS = 24;

/** The grids of the tables of a block, without those that are data. */
export const gridsIn = perBlock((block: Block): readonly Grid[] =>
  block.text.includes('|')
    ? nodesOf(block).flatMap((node) => (node.type === 'table' ? (gridOf(node) ?? []) : []))
    : [],
);

function gridOf(table: Table): Grid | undefined {
  const width = table.children[0]?.children.length ?? 0;
  if (table.children.length < 3 || table.children.length > MOST_ROWS || width < 2 || width > MOST_COLUMNS)
    return undefined;
  const rows = table.children.map(({ children }) => {
    const cells = children.slice(0, width).map(cellOf);
    while (cells.length < width) cells.push(BLANK);
    return cells;
  });
  return { rows: withUnits(rows), width };
}

/** The transposed table. */
export function turned({ rows, width }: Grid): Grid {
  return {
    rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column]!)),
    width: rows.length,
  };
}

const BLANK: Cell = { text: '', span: { start: 0, end: 0 }, kind: 'unknown' };

function cellOf(cell: TableCell): Cell {
  const text = cellText(cell).trim();
  const first = cell.children[0];
  const span = first
    ? { start: first.position!.start.offset!, end: cell.children.at(-1)!.position!.end.offset! }
    : { start: cell.position!.start.offset!, end: cell.position!.start.offset! };
  const number = numberIn(text);
  const bold = cell.children.length === 1 && first!.type === 'strong';
  if (number) return { text, span, kind: 'number', number, bold };
  if (NOTHING.test(text)) return { text, span, kind: 'nothing' };
  return { text, span, kind: UNKNOWN.test(text) ? 'unknown' : 'text' };
}

const NOTHING = /^(?:[-–—−]|nil|none|free|\(?in[\s-]kind\)?|no\s+(?:charge|cost)|included)$/i;
const UNKNOWN =
  /^[[(]?(?:|n\/?a|n\/?k|tb[acd]|\?+|x{1,4}|£?x{2,4}|…|\.{2,4}|_+|to\s+(?:follow|come|be\s+(?:confirmed|agreed))|(?:not|un)\s?(?:known|counted|available)|awaited|pending)[\])]?\s?\??$/i;

const NUMBER =
  /^(\()?([-+−–])?\s?([£€$])?([-+−–])?\s?(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d{1,12}|(?=\.\d))(\.\d{1,6})?\s?(k|m|bn|million|billion|thousand)?\s?(%|per\s?cent)?(p)?(\))?(?:\s?(?:hours|hrs|FTE|days|p\.?a\.?))?\s?[*†‡§]*$/i;

/** A remark behind a number that says who pays or where: “£0 (Co-op)”, and not that it is counted otherwise. */
const REMARK =
  /\s\((?![^()]{0,60}\b(?:in[\s-]kind|not|no|excl?|extra|each|per|match|of|out|less|plus|if|avg|average|est|max|min|up|from|net|gross)\b)[A-Za-z][^()\d%£]{1,40}\)$/i;

/** The number in a cell that has nothing else in it, but for a remark. */
function numberIn(cell: string): Written | undefined {
  const text = cell.replace(REMARK, '');
  const found = NUMBER.exec(text);
  if (!found) return undefined;
  const [, open, before, money, behind, whole, part = '', magnitude = '', percent, pence, close] = found;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const scale = (MAGNITUDE[magnitude.toLowerCase()] ?? 1) * (pence ? 0.01 : 1);
  const size = Number(whole!.replace(/\D/g, '') + part) * scale;
  const negative = open !== undefined || /[-−–]/.test(`${before ?? ''}${behind ?? ''}`);
  return {
    value: negative ? -size : size,
    step: 10 ** -Math.max(0, part.length - 1) * scale,
    unit: percent ? 'percent' : money || pence ? 'money' : 'count',
    words: text.replace(/\s?(?<![*†‡§])[*†‡§]+$/, ''),
  };
}

/** Gives numbers the unit of their heading: "£" or "%". */
function withUnits(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const units = rows[0]!.map(({ text }) =>
    /%|per\s?cent/i.test(text) ? ('percent' as const) : /£/.test(text) ? ('money' as const) : undefined,
  );
  if (!units.some(Boolean)) return rows;
  return rows.map((row, index) =>
    index === 0
      ? row
      : row.map((cell, column) => {
          const unit = units[column];
          return unit && cell.number?.unit === 'count' ? { ...cell, number: { ...cell.number, unit } } : cell;
        }),
  );
}
