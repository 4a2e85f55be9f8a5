import type { Table as DraftTable } from 'mdast';
import type { Table } from '../docx/model';
import { greatest } from '../util/lists';
import type { Leaf } from './leaves';

/** Which columns of a document's table are those of the draft's table, and where the others stand. */
export interface TableColumns {
  /** For each column of the document: that of the draft; undefined for new ones. */
  readonly own: readonly (number | undefined)[];
  /** New columns of the document, by the number of columns of the draft before them. */
  readonly added: ReadonlyMap<number, readonly number[]>;
}

/** A cell of a document, by its column, with the cell of the draft that its text is from. */
interface SeenCell {
  readonly column: number;
  readonly leaf: Leaf | undefined;
}

/**
 * Finds the columns of a draft's table in that of a document, which may have more of them: in the same order, so that
 * as many cells as possible stand where their text does.
 */
export function columnsOf(table: Table, cells: readonly SeenCell[]): TableColumns {
  const count = greatest(table.rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0)));
  const own = new Array<number | undefined>(count).fill(undefined);
  const added = new Map<number, number[]>();
  const leaves = cells.flatMap(({ column, leaf }) =>
    leaf?.node.type === 'tableCell' ? [{ column, leaf }] : [],
  );
  const [first] = leaves;
  if (first === undefined) return { own, added };
  const width = widthAt(first.leaf);
  const more = Math.max(0, count - width);
  const seen = new Map<string, number>();
  for (const { column, leaf } of leaves) {
    const key = `${column} ${columnOf(leaf)}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  /** By columns of the draft, and how many new ones stand among them: the most cells that match. */
  const best = Array.from({ length: width + 1 }, () => new Array<number>(more + 1).fill(0));
  const isNew = Array.from({ length: width + 1 }, () => new Array<boolean>(more + 1).fill(false));
  for (let at = 0; at <= width; at++) {
    for (let extra = 0; extra <= more; extra++) {
      const matching = seen.get(`${at - 1 + extra} ${at - 1}`) ?? 0;
      const ifOwn = at === 0 ? -1 : best[at - 1]![extra]! + matching;
      const ifNew = extra === 0 ? -1 : best[at]![extra - 1]!;
      // Of equals, new columns stand behind those of the draft.
      isNew[at]![extra] = ifNew >= ifOwn;
      best[at]![extra] = Math.max(ifOwn, ifNew, 0);
    }
  }
  for (let at = width, extra = more; at + extra > 0; ) {
    const column = at + extra - 1;
    if (extra > 0 && isNew[at]![extra]) {
      added.set(at, [column, ...(added.get(at) ?? [])]);
      extra--;
    } else {
      at--;
      own[column] = at;
    }
  }
  return { own, added };
}

/** How many columns the table of a cell has. */
export function widthAt({ parents }: Leaf): number {
  const table = parents.find((node): node is DraftTable => node.type === 'table');
  return table?.children[0]?.children.length ?? 0;
}

/** The column of a cell, from 0. */
export function columnOf({ node, parents }: Leaf): number {
  const row = parents.at(-1);
  return row?.type === 'tableRow' && node.type === 'tableCell' ? row.children.indexOf(node) : -1;
}
