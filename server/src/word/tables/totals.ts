/** Finds the rows of a table that are totals, which are told apart in print. */
import { being } from '../../rules/numbers/vocabulary';
import type { CellText } from './cell-text';

const TOTAL = being('total');
const SUBTOTAL = /^sub-?totals?\b/i;

/** How many rows a total is of at least. */
const LEAST_PARTS = 2;

/**
 * The positions of rows with a total: their first cell says so, and another has a figure.
 *
 * @param rows the texts of the cells
 * @param headers how many rows at the top are headings
 */
export function totalRows(rows: readonly (readonly CellText[])[], headers: number): ReadonlySet<number> {
  if (rows.length - headers <= LEAST_PARTS) return new Set();
  return new Set(
    rows.flatMap(([label, ...cells], at) => {
      const said = label?.text.trim() ?? '';
      const isTotal = at >= headers && (TOTAL.test(said) || SUBTOTAL.test(said));
      return isTotal && cells.some(({ text }) => /\d/.test(text)) ? [at] : [];
    }),
  );
}
