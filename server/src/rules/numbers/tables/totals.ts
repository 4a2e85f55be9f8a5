/** Checks the totals of the columns of a table, or of its rows if the caller transposes it. */
import { greatest } from '../../../util/lists';
import { coarsest, like, sumOf } from '../amounts/number-format';
import type { Clash, Elsewhere, Written } from '../types';
import type { Cell, Grid, Total } from './grid';
import { isOfSomethingElse, isPlainTotal, isThing, rowLeftOut } from './rows-left-out';

const TOTAL =
  /^(?:(?:grand|overall|combined|sub|gross|net)[\s-]*)?totals?\b(?!.*\b(?:per|average|rate|score)\b)|^(?:all(?:\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))?|overall|sum|cyfanswm|gross|both|altogether|all\s+(?:libraries|branches|sites|ages|areas|wards|groups|schools))\s*:?$/i;
const NET = /^net\b/i;
const LESS = /^(?:less|minus|deduct)\b/i;
const PART = /^(?:[-–—•]\s*)?(?:of\s+(?:which|whom|these)|including|incl\b|inc\b)/i;
/** Headings of columns that are not added up. */
const NOT_ADDED =
  /\b(?:avg|average|mean|median|per(?!\s+(?:yr|year|annum|month|week)\b)|rate|ratio|score|rank|weight|sd|unique|distinct|difference)\b|^(?:age|target|baseline|likelihood|impact|l|i|year|share|no\.?)\b(?!\s*\d)|^#/i;
/** People, who may be counted in several parts, so that the total is less than their sum. */
export const PEOPLE =
  /\b(?:people|persons?|individuals?|residents|members|borrowers|users|customers|participants|learners|children|men|women|families|artists|volunteers|visitors|organisations|schools)\b/i;

export function isTotal(label: string): boolean {
  return TOTAL.test(label.trim());
}

/** The totals of the columns of a grid. */
function totalsOf(grid: Grid): readonly Total[] {
  const totals: Total[] = [];
  const last = grid.rows.length - 1;
  const addsUp = lastAddsUp(grid);
  for (let column = 1; column < grid.width; column++) {
    const head = grid.rows[0]![column]!.text;
    if (NOT_ADDED.test(head)) continue;
    const labels = grid.rows.map((row) => labelLeft(row, column));
    const named = new Set(labels.flatMap((label, row) => (isTotal(label) || NET.test(label) ? [row] : [])));
    if (named.size === 0 && addsUp) named.add(last);
    for (let row = 2; row < grid.rows.length; row++) {
      // A row in bold without a name for totals, such as "Capital", counts only if its number is the sum.
      const isBold = !named.has(row) && grid.rows[row]![column]!.bold === true;
      const total = isBold || named.has(row) ? totalAt(grid, labels, named, row, column, head) : undefined;
      if (!total || (isBold && (!total.right || total.doubtful))) continue;
      named.add(row);
      totals.push(total);
    }
  }
  return totals;
}

/** Whether the last row has totals, whatever its name ("Score", "Our libraries"): most of its numbers are the sums. */
function lastAddsUp({ rows, width }: Grid): boolean {
  if (rows.length < 5) return false;
  let [sums, others] = [0, 0];
  for (let column = 1; column < width; column++) {
    const values = rows.slice(1).map((row) => row[column]!.number?.value);
    const total = values.pop();
    if (total === undefined || values.some((value) => value === undefined || value < 0)) continue;
    const sum = values.reduce<number>((all, value) => all + value!, 0);
    if (sum === total && sum > 0) sums++;
    else others++;
  }
  return sums > 1 && sums > others;
}

/** The label of a cell: the nearest text to its left, or the first cell where only text is between: “Total | both years”. */
function labelLeft(row: readonly Cell[], column: number): string {
  const left = row.slice(0, column);
  const [first] = left;
  if (isTotal(first!.text) && left.every(({ number }) => number === undefined)) return first!.text;
  return (left.findLast(({ kind }) => kind === 'text') ?? first)!.text;
}

function totalAt(
  { rows }: Grid,
  labels: readonly string[],
  /** Positions of the rows that are totals. */
  totals: ReadonlySet<number>,
  row: number,
  column: number,
  head: string,
): Total | undefined {
  const cell = rows[row]![column]!;
  const total = cell.number;
  if (!total) return undefined;
  const above: { readonly cell: Cell; readonly label: string }[] = [];
  let sinceTotal = 0;
  let totalBefore = 0;
  let totalsBefore = 0;
  let grand = 0;
  for (let at = 1; at < row; at++) {
    const item = rows[at]![column]!;
    const label = labels[at]!;
    if (item.kind === 'text') return undefined;
    if (totals.has(at)) {
      totalBefore = item.number?.value ?? 0;
      grand += totalBefore;
      totalsBefore++;
      sinceTotal = above.length;
    } else above.push({ cell: item, label });
  }
  const since = above.slice(sinceTotal);
  const own = since.length >= 2 || totalsBefore === 0 ? since : above;
  const numbers = own.filter(({ cell: { number } }) => number);
  if (numbers.length < 2) return undefined;
  const units = new Set(numbers.map(({ cell: { number } }) => number!.unit));
  // "£106,700" below numbers without a unit is their total.
  const ofKind = units.has(total.unit) || (total.unit === 'money' && units.has('count'));
  if (units.size > 1 || !ofKind) return undefined;
  const percent = total.unit === 'percent';
  if (percent && Math.abs(total.value - 100) > 1e-9) return undefined;
  const add = (items: typeof above, sign: (label: string) => number = () => 1): number =>
    items.reduce((sum, { cell: { number }, label }) => sum + sign(label) * (number?.value ?? 0), 0);
  const less = (label: string): number => (LESS.test(label) ? -1 : 1);
  const whole = (items: typeof above): typeof above => items.filter(({ label }) => !PART.test(label));
  const sums = [own, above].flatMap((items) => [
    add(items),
    add(whole(items)),
    add(items, less),
    totalBefore + add(items, less),
    totalBefore + add(items),
    totalBefore - add(items),
    // "Net": costs, followed by deductions of either sign.
    ...(NET.test(labels[row]!) ? [2 * (items[0]?.cell.number?.value ?? 0) - add(items)] : []),
  ]);
  sums.push(grand, grand + add(since));
  const tolerance = toleranceOf([...numbers.map(({ cell: { number } }) => number!), total], head);
  const right = sums.some((sum) => Math.abs(sum - total.value) <= tolerance);
  const sum = add(whole(own), less);
  const open = own.find(({ cell: { kind } }) => kind === 'unknown');
  const checked = {
    cell,
    row,
    column,
    right,
    sum,
    parts: whole(own).map(({ cell: item }) => item),
  };
  if (open) {
    // A cell without a number may hold the missing amount, but cannot make the sum smaller.
    if (right) return checked;
    if (total.value > sum) return undefined;
    return numbers.every(({ cell: { number } }) => number!.value >= 0) ? checked : undefined;
  }
  if (!right && !percent) {
    const values = numbers.map(({ cell: { number } }) => number!.value);
    // A number between its parts may be their mean, or count people once.
    const isMean = values.every((value) => value >= 0) && total.value <= greatest(values);
    const isCountedOnce =
      PEOPLE.test(`${head} ${labels[row]}`) && total.value < sum && !isSlip(total.value, sum);
    // A number far from the sum is probably no total of these parts.
    const isFar = Math.abs(total.value - sum) > Math.abs(sum) / 2 && !isSlip(total.value, sum);
    if (isMean || isCountedOnce || isFar) return { ...checked, doubtful: true };
  }
  return checked;
}

/** Whether one number is the other with one digit changed or two swapped: a typing error. */
export function isSlip(a: number, b: number): boolean {
  const [left, right] = [String(Math.abs(a)), String(Math.abs(b))];
  if (left.length !== right.length || left === right) return false;
  const different = [...left].flatMap((digit, at) => (digit === right[at] ? [] : [at]));
  if (different.length === 1) return true;
  const [first, second] = different;
  return different.length === 2 && left[first!] === right[second!] && left[second!] === right[first!];
}

/** Below this, numbers differ by one digit by chance. */
const LEAST_SLIP = 100;

/** How far a sum may be from its total because of rounding. */
function toleranceOf(numbers: readonly Written[], head: string): number {
  const step = greatest(numbers.map((number) => number.step));
  // An amount divided equally: 210,000 over nine is 23,333 each, so the parts are rounded.
  const sharedOut = new Set(numbers.map(({ value }) => value)).size <= numbers.length / 2;
  const isCounted =
    step === 1 &&
    !sharedOut &&
    numbers.every(({ unit }) => unit === 'count') &&
    !/000|\bkg\b|round|approx/i.test(head);
  const slack = isCounted ? 0 : (step * numbers.length) / 2;
  const coarse = numbers.length > 3 ? coarsest(numbers) : 0;
  return Math.max(slack, coarse >= 100 * step ? coarse : 0) + step * 1e-6;
}

/** The wrong totals of a table, each reported once, at the number that is most likely wrong. */
export function wrongTotals(grid: Grid, across: Grid): readonly Clash[] {
  const columns = wrongColumns(grid);
  const rows = byRow(totalsOf(across))
    .filter((totals) => !isOfSomethingElse(across, totals))
    .flatMap(trusted)
    .filter(({ right }) => !right);
  const crossing = ({ column }: Total): Cell | undefined => grid.rows[rows[0]!.column]?.[column];
  // The only wrong total of a row may be what the total of its column is wrong by.
  if (rows.length === 1 && columns.length === 1 && crossing(columns[0]!.total) === rows[0]!.cell)
    return [clashOf(rows[0]!, 'row')];
  return [
    ...columns.map(({ total, leftOut }) => clashOf(total, 'column', leftOut)),
    ...rows
      .filter((row) => !columns.some(({ total }) => total.cell === row.cell))
      .map((total) => clashOf(total, 'row')),
  ];
}

/** A total of a column that is wrong. */
interface WrongColumn {
  readonly total: Total;
  /** The label of the row that it leaves out, as others beside it do. */
  readonly leftOut?: string;
}

/**
 * Totals of columns that are wrong: the only one of its row, one beside right ones, or all of a row that is plainly of
 * totals where one row left out explains them all.
 */
function wrongColumns(grid: Grid): readonly WrongColumn[] {
  return byRow(totalsOf(grid)).flatMap((all) => {
    const sure = all.filter(({ doubtful }) => !doubtful);
    if (isOfSomethingElse(grid, all) || isOfSomethingElse(grid, sure)) return [];
    const left = rowLeftOut(grid, all) ?? rowLeftOut(grid, sure);
    const leftOut = left === undefined ? {} : { leftOut: grid.rows[left]![0]!.text };
    const isPlain = isPlainTotal(grid.rows[all[0]!.row]![0]!.text);
    const isOnlyRow = isPlain && left !== undefined && isThing(grid, left) && rowLeftOut(grid, all) === left;
    const wrong = isOnlyRow ? all : sure.length === 1 ? sure : trusted(sure);
    return wrong.filter(({ right }) => !right).map((total) => ({ total, ...leftOut }));
  });
}

function byRow(totals: readonly Total[]): readonly (readonly Total[])[] {
  return [...new Set(totals.map(({ row }) => row))].map((row) => totals.filter((total) => total.row === row));
}

/** Totals of a row (or column) that certainly has totals, because others in it are right. */
function trusted(totals: readonly Total[]): readonly Total[] {
  return totals.filter(
    ({ row, right, doubtful }) =>
      !doubtful && (right || totals.some((other) => other.row === row && other.right)),
  );
}

function clashOf({ cell, parts, sum }: Total, where: 'column' | 'row', leftOut?: string): Clash {
  const numbers = parts!.flatMap(({ number }) => (number && number.value !== 0 ? [number] : []));
  const what = leftOut
    ? `It is the sum without “${leftOut}”. Put right the total, or say what it is of.`
    : 'Put right the total, or the number that is wrong.';
  const orElse = leftOut ? undefined : slipIn(parts!, cell.number!.value - sum);
  return {
    span: cell.span,
    message: `“${cell.text}” is not the total of its ${where}: ${sumOf(numbers, sum, cell.number!)}. ${what}`,
    instead: {
      words: cell.number!.words,
      by: like(cell.number!, sum),
      as: `, the sum of its ${where}`,
    },
    total: sum,
    ...(orElse && { orElse }),
  };
}

/** The one part in which a typing error would explain the wrong total; undefined if there is none, or several. */
function slipIn(parts: readonly Cell[], off: number): Elsewhere | undefined {
  const slips = parts.flatMap(({ number, span }) => {
    const value = (number?.value ?? 0) + off;
    return number && value >= LEAST_SLIP && isSlip(number.value, value) ? [{ number, span, value }] : [];
  });
  const [slip, ...more] = slips;
  if (!slip || more.length > 0) return undefined;
  const { words } = slip.number;
  return {
    span: slip.span,
    words,
    by: like(slip.number, slip.value),
    as: ` for “${words}”, which makes the total right`,
  };
}
