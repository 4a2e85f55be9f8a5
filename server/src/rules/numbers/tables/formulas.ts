/** Finds mistakes in columns that are calculated from others, such as "%" and "change". */

import { grouped, type Written } from '../amounts/number-format';
import { type Clash, wrong } from '../clash';
import type { Cell, Grid } from './grid';
import { isTotal } from './totals';

interface Formula {
  /** Whether it is a change, and not a share. */
  readonly isChange?: boolean;
  /** The result for a row; NaN if it lacks a number. */
  readonly of: (row: number) => number;
  /** How it is calculated, for a message. */
  readonly say: (row: number) => string;
}

const CHANGE = /\b(?:change|difference|diff|variance|growth|increase|decrease|rise|fall)\b|\+\/[-−]/i;
/** The head of a column of quotients: loans of each book, the average of a year. */
const AVERAGE = /\b(?:average|avg|mean|per|each)\b/i;
/** One that says so itself: one row shows of what, as in a table of two years. */
const MEAN = /\b(?:average|avg|mean)\b/i;
/** The most columns of a table that is checked; a wider one is data. */
const MOST_COLUMNS = 10;

/**
 * The cells of a grid that do not follow from others in their row by the formula that the other rows follow.
 *
 * @param isTurned whether its rows are the table’s columns: then numbers of several things stand in one column
 */
export function wrongFormulas(grid: Grid, isTurned = false): readonly Clash[] {
  const { rows, width } = grid;
  if (width < 3 || width > MOST_COLUMNS || rows.length < 3) return [];
  const clashes: Clash[] = [];
  for (let column = 1; column < width; column++) {
    const numbers = rows.map((row) => row[column]!.number);
    const head = rows[0]![column]!.text;
    const percent = numbers.some((number) => number?.unit === 'percent');
    const difference = CHANGE.test(head) || rows.some((row) => /^\+\d/.test(row[column]!.text));
    const average = !isTurned && !percent && AVERAGE.test(head);
    if (!percent && !difference && !average) continue;
    // In a column of several units, rows are calculated in different ways.
    if (new Set(numbers.flatMap((number) => number?.unit ?? [])).size > 1) continue;
    const leastRight = average && MEAN.test(head) ? 1 : 2;
    if (rows.length < leastRight + 2) continue;
    const formulas = average ? averagesFor(grid, column) : formulasFor(grid, column, percent, difference);
    const [best] = formulas
      .map((formula) => ({ formula, ...held(formula, numbers) }))
      .sort((a, b) => b.right - a.right);
    if (!best || best.wrong.length === 0) continue;
    const all = best.same + best.right + best.wrong.length;
    if (best.right < leastRight || best.wrong.length > Math.max(1, Math.floor(all / 4))) continue;
    for (const row of best.wrong) {
      // If another formula gives this number, there may be a reason; but a change that is given as a share is a mistake.
      const { isChange } = best.formula;
      const others = isChange ? formulas.filter((other) => other.isChange) : formulas;
      if (others.some(({ of }) => agrees(of(row), numbers[row]!))) continue;
      const cell = rows[row]![column]!;
      const value = best.formula.of(row);
      const places = Math.max(0, Math.round(-Math.log10(numbers[row]!.step))) + (percent || average ? 1 : 0);
      const is = `${value < 0 ? '−' : ''}${grouped(Math.abs(value), Math.min(places, 2))}${percent ? '%' : ''}`;
      clashes.push(doesNotFollow(cell, `${best.formula.say(row)} ${is}`));
    }
  }
  return clashes;
}

/** The clash of a cell with what the others of its row come to. */
export const doesNotFollow = (cell: Cell, is: string): Clash =>
  wrong(cell, `“${cell.text}” does not follow from its row: ${is}, as the other rows work it out.`);

/** Counts the numbers of a column that a formula gives, those of no change apart, and lists the rows where it gives another one. */
function held(formula: Formula, numbers: readonly (Written | undefined)[]) {
  let [right, same] = [0, 0];
  const wrong: number[] = [];
  for (let row = 1; row < numbers.length; row++) {
    const number = numbers[row];
    const value = number ? formula.of(row) : Number.NaN;
    if (!number || !Number.isFinite(value)) continue;
    if (!agrees(value, number)) wrong.push(row);
    else if (value === 0) same++;
    else right++;
  }
  return { right, same, wrong };
}

/** Whether a number is the calculated value, rounded or cut. A decrease may be written without its sign. */
function agrees(value: number, { value: written, step }: Written): boolean {
  const near = (a: number): boolean => Math.abs(a - written) < step * 1.01;
  return near(value) || (written > 0 && near(-value));
}

/** “564 / 47”, the numbers of two columns of a row. */
function averagesFor({ rows, width }: Grid, column: number): readonly Formula[] {
  const columns = Array.from({ length: width }, (_, x) => x).slice(1);
  return columns.flatMap((x) =>
    columns.flatMap((y): readonly Formula[] => {
      if (x === y || x === column || y === column) return [];
      const of = (row: number): number => {
        const [part, by] = [rows[row]![x]!.number, rows[row]![y]!.number];
        return part && by && part.unit !== 'percent' && by.unit === 'count' && by.value > 1
          ? part.value / by.value
          : Number.NaN;
      };
      return [{ of, say: (row) => `${rows[row]![x]!.text} / ${rows[row]![y]!.text} is` }];
    }),
  );
}

function formulasFor(
  { rows, width }: Grid,
  column: number,
  percent: boolean,
  difference: boolean,
): readonly Formula[] {
  const formulas: Formula[] = [];
  const at = (row: number, from: number): number => rows[row]![from]!.number?.value ?? Number.NaN;
  /** Whether a column has counts, of which there can be shares. */
  const counts = (from: number): boolean => !rows.some((row) => row[from]!.number?.unit === 'percent');
  const words = (row: number, from: number): string => rows[row]![from]!.text;
  const numbered = Array.from({ length: width }, (_, x) => x).filter(
    (x) => x > 0 && x !== column && rows.some((row) => row[x]!.number),
  );
  const total = rows.findLastIndex((row) => isTotal(row[0]!.text));
  const body = rows.map((_, row) => row).slice(1, total > 0 ? total : undefined);
  for (const x of numbered) {
    if (percent && counts(x)) {
      const whole = total > 0 ? at(total, x) : body.reduce((sum, row) => sum + (at(row, x) || 0), 0);
      const say = (row: number): string => `${words(row, x)} of ${grouped(whole, 2)} is`;
      formulas.push({ of: (row) => shareOf(at(row, x), whole), say });
    }
    for (const y of numbered) {
      if (percent && x !== y && counts(x) && counts(y)) {
        const say = (row: number): string => `${words(row, x)} of ${words(row, y)} is`;
        formulas.push({ of: (row) => shareOf(at(row, x), at(row, y)), say });
      }
      if (!difference || x >= y) continue;
      const change = (row: number): number => at(row, y) - at(row, x);
      const say = (row: number): string => `from ${words(row, x)} to ${words(row, y)} is`;
      if (percent) formulas.push({ isChange: true, of: (row) => shareOf(change(row), at(row, x)), say });
      formulas.push({ isChange: true, of: change, say });
    }
  }
  return formulas;
}

/** A share in per cent; of nothing, there is none. */
const shareOf = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : Number.NaN);
