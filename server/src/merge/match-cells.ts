import type { Nodes } from 'mdast';
import type { Row, Table } from '../docx/model';
import { isMerged } from '../import/tables';
import { addTo } from '../util/lists';
import { before } from './groups';
import type { Leaf } from './leaves';
import { type Placed, printOf } from './match';
import { columnOf, columnsOf } from './table-columns';

interface PlacedCells {
  readonly placed: readonly Placed[];
  /** How many of the draft's tables have merged cells in the document. The export of these merges none. */
  readonly merged: number;
}

/**
 * Places the texts of tables in which the order of cells is not that of the export: a column is new, so that a text
 * that was changed beside it was taken for another cell's, or cells were merged.
 *
 * @param gone leaves that were found nowhere; those that are found here are taken out
 */
export function placeCells(
  placed: readonly Placed[],
  leaves: readonly Leaf[],
  gone: Set<number>,
): PlacedCells {
  const byTable = new Map<Table, number[]>();
  for (const [at, { group }] of placed.entries()) if (group.cell) addTo(byTable, group.cell.table, at);
  const out = [...placed];
  let merged = 0;
  for (const [table, own] of byTable) {
    if (own.every((at) => placed[at]!.leaf === undefined)) continue;
    keepRows(out, own, leaves, gone);
    if (isMerged(table.rows)) {
      findGone(out, own, leaves, gone);
      merged++;
    }
    moveToColumns(out, own, leaves, table);
  }
  return { placed: out, merged };
}

/** Takes a text that several rows have for that of the row in which the other texts of its row stand. */
function keepRows(out: Placed[], own: readonly number[], leaves: readonly Leaf[], gone: Set<number>): void {
  const rowOf = (leaf: number): Nodes | undefined =>
    leaves[leaf]!.parents.find(({ type }) => type === 'tableRow');
  const rows = new Map<Row, number[]>();
  for (const at of own) if (out[at]!.leaf !== undefined) addTo(rows, out[at]!.group.cell!.row, at);
  for (const cells of rows.values()) {
    const counts = new Map<Nodes | undefined, number>();
    for (const at of cells) {
      const row = rowOf(out[at]!.leaf!);
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    if (counts.size < 2) continue;
    const [[row] = []] = [...counts].sort(([, a], [, b]) => b - a);
    for (const at of cells) {
      const leaf = out[at]!.leaf!;
      const print = printOf(leaves[leaf]!.text);
      const other =
        rowOf(leaf) === row
          ? undefined
          : [...gone].find((one) => rowOf(one) === row && printOf(leaves[one]!.text) === print);
      if (other === undefined) continue;
      out[at] = { ...out[at]!, leaf: other };
      gone.delete(other);
      gone.add(leaf);
    }
  }
}

function findGone(out: Placed[], own: readonly number[], leaves: readonly Leaf[], gone: Set<number>): void {
  const block = own.map((at) => out[at]!.leaf).find((leaf) => leaf !== undefined)!;
  const lost = [...gone].filter((leaf) => leaves[leaf]!.block === leaves[block]!.block);
  const byPrint = new Map<string, number[]>();
  for (const leaf of lost) addTo(byPrint, printOf(leaves[leaf]!.text), leaf);
  for (const at of own) {
    const { group, leaf: known } = out[at]!;
    const leaf = known === undefined ? byPrint.get(printOf(before(group.parts)))?.shift() : undefined;
    if (leaf === undefined) continue;
    out[at] = { group, leaf, same: true, exported: true };
    gone.delete(leaf);
  }
}

function moveToColumns(out: Placed[], own: readonly number[], leaves: readonly Leaf[], table: Table): void {
  const cellOf = (at: number): { readonly row: Row; readonly column: number } => out[at]!.group.cell!;
  const leafOf = (at: number): Leaf | undefined => leaves[out[at]!.leaf ?? -1];
  const cells = own.map((at) => ({ column: cellOf(at).column, leaf: leafOf(at) }));
  const columns = columnsOf(table, cells);
  if (columns.added.size === 0) return;
  for (const at of own) {
    const leaf = leafOf(at);
    const { row, column } = cellOf(at);
    if (leaf === undefined || columns.own[column] !== undefined) continue;
    const there = own.find(
      (one) =>
        cellOf(one).row === row &&
        columns.own[cellOf(one).column] === columnOf(leaf) &&
        leafOf(one) === undefined,
    );
    if (there === undefined) continue;
    const { group, ...found } = out[at]!;
    out[there] = { ...found, group: out[there]!.group, same: false };
    out[at] = { group, same: false, exported: false };
  }
}
