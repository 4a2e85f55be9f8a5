/** Finds mistakes in columns that are calculated from others, such as "%" and "change". */
import type { Grid } from './grid';
import { grouped } from './number-format';
import { isTotal } from './totals';
import type { Clash, Written } from './types';

interface Formula {
  /** The result for a row; NaN if it lacks a number. */
  readonly of: (row: number) => number;
  /** How it is calculated, for a message. */
  readonly say: (row: number) => string;
}

const CHANGE = /\b(?:change|difference|diff|variance|growth|increase|decrease|rise|fall)\b|\+\/[-−]/i;
/** The most columns of a table that is checked; a wider one is data. */
const MOST_COLUMNS = 10;

/** The cells of a grid that do not follow from others in their row by the formula that the other rows follow. */
export function wrongFormulas(grid: Grid): readonly Clash[] {
  const { rows, width } = grid;
  if (width < 3 || width > MOST_COLUMNS || rows.length < 4) return [];
  const clashes: Clash[] = [];
  for (let column = 1; column < width; column++) {
    const numbers = rows.map((row) => row[column]!.number);
    const head = rows[0]![column]!.text;
    const percent = numbers.some((number) => number?.unit === 'percent');
    const difference = CHANGE.test(head) || rows.some((row) => /^\+\d/.test(row[column]!.text));
    if (!percent && !difference) continue;
    // In a column of several units, rows are calculated in different ways.
    if (new Set(numbers.flatMap((number) => number?.unit ?? [])).size > 1) continue;
    const formulas = formulasFor(grid, column, percent, difference);
    let best:
      | { readonly formula: Formula; readonly right: number; readonly wrong: readonly number[] }
      | undefined;
    const results = formulas.map((formula) => ({ formula, ...held(formula, numbers) }));
    for (const result of results) if (!best || result.right > best.right) best = result;
    if (!best || best.wrong.length === 0) continue;
    const all = best.right + best.wrong.length;
    if (best.right < 2 || best.wrong.length > Math.max(1, Math.floor(all / 4))) continue;
    for (const row of best.wrong) {
      // If another formula gives this number, there may be a reason.
      if (formulas.some(({ of }) => agrees(of(row), numbers[row]!))) continue;
      const cell = rows[row]![column]!;
      const value = best.formula.of(row);
      const places = Math.max(0, Math.round(-Math.log10(numbers[row]!.step))) + (percent ? 1 : 0);
      clashes.push({
        span: cell.span,
        message: `“${cell.text}” does not follow from its row: ${best.formula.say(row)} ${value < 0 ? '−' : ''}${grouped(Math.abs(value), Math.min(places, 2))}${percent ? '%' : ''}, as the other rows work it out. Put right whichever is wrong.`,
      });
    }
  }
  return clashes;
}

/** Counts the numbers of a column that a formula gives, and lists the rows where it gives another one. */
function held(formula: Formula, numbers: readonly (Written | undefined)[]) {
  let right = 0;
  const wrong: number[] = [];
  for (let row = 1; row < numbers.length; row++) {
    const number = numbers[row];
    const value = number ? formula.of(row) : Number.NaN;
    if (!number || !Number.isFinite(value)) continue;
    if (agrees(value, number)) right += value === 0 ? 0 : 1;
    else wrong.push(row);
  }
  return { right, wrong };
}

/** Whether a number is the calculated value, rounded or cut. A decrease may be written without its sign. */
function agrees(value: number, { value: written, step }: Written): boolean {
  const near = (a: number): boolean => Math.abs(a - written) < step * 1.01;
  return near(value) || (written > 0 && near(-value));
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
      formulas.push({
        of: (row) => (whole > 0 ? (100 * at(row, x)) / whole : Number.NaN),
        say: (row) => `${words(row, x)} of ${grouped(whole, 2)} is`,
      });
    }
    for (const y of numbered) {
      if (percent && x !== y && counts(x) && counts(y))
        formulas.push({
          of: (row) => (at(row, y) > 0 ? (100 * at(row, x)) / at(row, y) : Number.NaN),
          say: (row) => `${words(row, x)} of ${words(row, y)} is`,
        });
      if (!difference || x >= y) continue;
      const say = (row: number): string => `from ${words(row, x)} to ${words(row, y)} is`;
      if (percent)
        formulas.push({
          of: (row) => (at(row, x) > 0 ? (100 * (at(row, y) - at(row, x))) / at(row, x) : Number.NaN),
          say,
        });
      formulas.push({ of: (row) => at(row, y) - at(row, x), say });
    }
  }
  return formulas;
}
