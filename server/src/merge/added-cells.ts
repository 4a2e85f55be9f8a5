import type { By } from '../criticmarkup/types';
import type { Row, Table } from '../docx/model';
import { addTo } from '../util/lists';
import { getOrInsert } from '../util/memoize';
import { textOf } from './edits';
import { after, byOf, isAllBold, withoutBoldParts } from './groups';
import type { Placed } from './match';
import type { Merging } from './merging';
import type { Gap } from './paragraphs';
import { columnsOf, type TableColumns, widthAt } from './table-columns';
import type { Added, CellPlace, Fragment, Group, Part } from './types';

/** What a merge does with new text. */
interface NewTexts {
  /** The text of new parts, marked as inserted; empty if there is none. */
  added(parts: readonly Part[], by: By): string;
  /** Whether the draft has the same in consecutive cells, with nothing left to decide. */
  isSettled(gap: Gap, cells: readonly (readonly Part[])[]): boolean;
}

/** Adds what tables of a document have and those of the draft do not: text in empty cells, rows, columns and tables. */
export class AddedCells {
  /** For each row of a table in the document: a leaf of the base that it shows. */
  readonly #rows = new Map<Row, number>();
  readonly #inRow = new Map<Row, Placed[]>();
  readonly #inTable = new Map<Table, Placed[]>();
  readonly #rowsAbove = new Map<Table, Map<Row, Row | undefined>>();
  readonly #columns = new Map<Table, TableColumns>();
  readonly #done = new Set<Row>();

  constructor(
    private readonly merging: Merging,
    placed: readonly Placed[],
    private readonly texts: NewTexts,
  ) {
    for (const one of placed) {
      const { cell } = one.group;
      if (cell === undefined) continue;
      addTo(this.#inRow, cell.row, one);
      addTo(this.#inTable, cell.table, one);
      if (one.leaf !== undefined) this.#rows.set(cell.row, one.leaf);
    }
  }

  /** What was added to a row without having been exported. */
  newIn(row: Row): readonly (Group | Added)[] {
    return (this.#inRow.get(row) ?? []).flatMap(({ group, exported }) => (exported ? [] : [group]));
  }

  /** Adds what is new in the row of a cell; of a new table, all rows. */
  add({ table, row }: CellPlace, gap: () => Gap): void {
    const merging = this.merging;
    if (this.#done.has(row) || !merging.hasChanges) return;
    this.#done.add(row);
    const anchor = this.#rows.get(row);
    if (anchor !== undefined) {
      const { own } = this.#columnsOf(table);
      const inRow = this.#inRow.get(row)!;
      for (const [at, { group, leaf }] of inRow.entries()) {
        const column = own[group.cell!.column];
        if (leaf !== undefined || column === undefined) continue;
        const isBelow = (one: Placed): boolean =>
          one.leaf !== undefined && one.group.cell!.column === group.cell!.column;
        this.#cell(anchor, group, column, inRow.slice(at).some(isBelow));
      }
      return;
    }
    const above = this.#above(table, row);
    const rows = above === undefined ? table.rows : [row];
    for (const one of rows) this.#done.add(one);
    if (
      this.texts.isSettled(
        gap(),
        rows.flatMap((one) => this.#newParts(one)),
      )
    )
      return;
    const lines = rows.map((one) => this.#row(one));
    if (lines.every((line) => line.every((text) => text === ''))) return;
    // Each cell is a change of its own in the draft.
    merging.changes += lines.flat().filter((text) => text !== '').length;
    const leaf = above === undefined ? undefined : merging.now(this.#rows.get(above)!);
    if (leaf?.node.type === 'tableCell') {
      const { own } = this.#columnsOf(table);
      merging.blocks.row(leaf, lines[0]!, Math.max(widthAt(leaf), own.length));
    } else merging.blocks.table(gap(), lines);
  }

  /** The columns of the draft's table. At the first call, those that it lacks are added to it. */
  #columnsOf(table: Table): TableColumns {
    return getOrInsert(this.#columns, table, () => {
      const cells = (this.#inTable.get(table) ?? []).map(({ group, leaf }) => ({
        column: group.cell!.column,
        leaf: leaf === undefined ? undefined : this.merging.now(leaf),
      }));
      const columns = columnsOf(table, cells);
      for (const [at, own] of columns.added) this.#addColumns(table, at, own);
      return columns;
    });
  }

  /** Adds columns of a document's table behind a number of columns of the draft's, with their cells in all its rows. */
  #addColumns(table: Table, at: number, columns: readonly number[]): void {
    for (const [index, row] of table.rows.entries()) {
      const leaf = this.#rows.has(row) ? this.merging.now(this.#rows.get(row)!) : undefined;
      if (leaf?.node.type !== 'tableCell') continue;
      const texts = this.#row(row);
      const cells = columns.map((column) => texts[column] ?? '');
      if (index === 0) this.merging.blocks.columns(leaf, at, columns.length);
      this.merging.blocks.cells(leaf, at, cells);
      this.merging.changes += cells.filter((text) => text !== '').length;
    }
  }

  /** The row of the draft above a new row; else the first one below it. */
  #above(table: Table, row: Row): Row | undefined {
    const known = getOrInsert(this.#rowsAbove, table, () => {
      const rows = new Map<Row, Row | undefined>();
      let above = table.rows.find((one) => this.#rows.has(one));
      for (const one of table.rows) {
        if (this.#rows.has(one)) above = one;
        rows.set(one, above);
      }
      return rows;
    });
    return known.get(row);
  }

  /** What is new in the cells of a row. */
  #newParts(row: Row): readonly (readonly Part[])[] {
    const cells: (readonly Part[])[] = [];
    for (const { group, leaf } of this.#inRow.get(row) ?? []) {
      const { column } = group.cell!;
      if (leaf === undefined) cells[column] = [...(cells[column] ?? []), ...group.parts];
    }
    return Array.from(cells, (parts) => parts ?? []);
  }

  /** The new texts of a row's cells. */
  #row(row: Row): string[] {
    const cells: string[] = [];
    const groups = (this.#inRow.get(row) ?? []).filter(({ leaf }) => leaf === undefined);
    // A row in bold has the look of a heading or a total, which the export gives it, or of one that it was copied from.
    const isBold = groups.every(({ group: { parts } }) => after(parts).trim() === '' || isAllBold(parts));
    for (const { group } of groups) {
      const { column } = group.cell!;
      const text = this.texts.added(isBold ? withoutBoldParts(group.parts) : group.parts, byOf(group));
      cells[column] = [cells[column] ?? '', text].filter((one) => one !== '').join(' ');
    }
    return Array.from(cells, (text) => text ?? '');
  }

  /** @param isAbove whether it stands above what the draft has in that cell */
  #cell(anchor: number, group: Group | Added, column: number, isAbove: boolean): void {
    const row = this.merging.now(anchor)?.parents.at(-1);
    if (row?.type !== 'tableRow') return;
    const leaf = this.merging.leafOf(row.children[Math.min(column, row.children.length - 1)]);
    const content = this.merging.content(group.parts);
    if (leaf === undefined || textOf(content).trim() === '') return;
    if (this.merging.hasAdded(content, byOf(group), [leaf])) return;
    const apart: Fragment[] = leaf.text === '' ? [] : [{ markdown: '<br>', text: '\n' }];
    this.merging.changes++;
    this.merging.push(leaf, {
      kind: 'insert',
      at: isAbove ? 0 : leaf.text.length,
      content: isAbove ? [...content, ...apart] : [...apart, ...content],
      by: byOf(group),
      seq: 1e6 + this.merging.blocks.next(),
    });
  }
}
