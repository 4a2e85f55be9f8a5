/** Finds rows that the totals of a table leave out, by mistake or because these are totals of something else. */

import { having, wordsOf } from '../vocabulary';
import type { Grid, Total } from './grid';

const PLAIN = new RegExp(`^${wordsOf('total')}\\s*:?$`, 'i');
const SOME = having('some');
const TAKEN_OFF = having('takenOff');
const SPENT = having('spent');
const WITHOUT = having('without');
const WITH = having('with');
const SELECTION = having('selection');
/** A remark in brackets on what a total is of. */
const SCOPE = /\((?!all\b)[^()]{0,40}?[a-z]{3}/i;

/** Whether a label is that of a total of all rows above. */
export function isPlainTotal(label: string): boolean {
  return PLAIN.test(label.trim());
}

/** The position of the row without which all wrong totals of a row would be right; undefined for none or one wrong total. */
export function rowLeftOut({ rows }: Grid, totals: readonly Total[]): number | undefined {
  const wrong = totals.filter(({ right }) => !right);
  if (wrong.length < 2) return undefined;
  for (let row = wrong[0]!.row - 1; row > 0; row--) {
    const isLeftOut = ({ column, sum, cell, parts }: Total): boolean => {
      const left = rows[row]![column]!;
      const off = sum - (left.number?.value ?? 0) - cell.number!.value;
      return parts?.includes(left) === true && Math.abs(off) < cell.number!.step / 1000;
    };
    if (wrong.every(isLeftOut)) return row;
  }
  return undefined;
}

/** Whether a row is one of the things that are added up, and not included in other rows. */
export function isThing({ rows }: Grid, row: number): boolean {
  return !SOME.test(rows[row]![0]!.text);
}

/**
 * Whether a row of totals is a total of something else: its label says so, or all its totals are right if one row is left
 * out or subtracted.
 */
export function isOfSomethingElse(grid: Grid, totals: readonly Total[]): boolean {
  const wrong = totals.filter(({ right }) => !right);
  if (wrong.length === 0) return false;
  const labels = grid.rows.map((row) => row[0]!.text);
  const row = wrong[0]!.row;
  const label = labels[row]!;
  const isMore = wrong.every(({ cell, sum }) => cell.number!.value > sum);
  if (isMore && (WITH.test(label) || [label, ...labels.slice(0, row)].some((one) => SELECTION.test(one))))
    return true;
  const isApart = !isPlainTotal(label) && (WITHOUT.test(label) || SCOPE.test(label));
  const rows = wrong[0]!.parts!.map((part) => grid.rows.findIndex((cells) => cells.includes(part)));
  const takenOff = rows.filter((one) => TAKEN_OFF.test(labels[one]!));
  return (
    rows.some(
      (one) =>
        (isApart || SOME.test(labels[one]!) || (SPENT.test(label) && takenOff.includes(one))) &&
        explains(grid, [one], 1, totals),
    ) || [takenOff, ...takenOff.map((one) => [one])].some((some) => explains(grid, some, 2, totals))
  );
}

/** Whether all totals are right if the values of some rows are left out of the sums (`times` 1) or subtracted (2). */
function explains({ rows }: Grid, some: readonly number[], times: 1 | 2, totals: readonly Total[]): boolean {
  return totals.every(({ right, column, sum, cell, parts }) => {
    const values = some.map((row) => {
      const part = rows[row]![column]!;
      return parts?.includes(part) ? (part.number?.value ?? 0) : 0;
    });
    if (right) return values.every((value) => value === 0);
    const off = values.reduce((all, value) => all + times * value, 0);
    return Math.abs(sum - off - cell.number!.value) < cell.number!.step / 1000;
  });
}
