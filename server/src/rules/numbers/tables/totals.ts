/** Checks the totals of the columns of a table, or of its rows if the caller transposes it. */
import { greatest, groupBy } from '../../../util/lists';
import { addition, coarsest, like, type Written } from '../amounts/number-format';
import type { Clash } from '../clash';
import { having } from '../vocabulary';
import { areBands } from './bands';
import type { Cell, Grid, Total } from './grid';
import { isSlip, LEAST_SLIP, slipIn } from './slips';

const TOTAL =
  /^(?:(?:grand|overall|combined|sub|gross|net)[\s-]*)?totals?\b(?!.*\b(?:per|average|rate|score)\b)|^(?:all(?:\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))?|overall|sum|cyfanswm|gross|both|altogether|all\s+(?:libraries|branches|sites|ages|areas|wards|groups|schools))\s*:?$/i;
const NET = /^net\b/i;
/** A row of “All attendances”, which is the total of the rows above that name them. */
const ALL = /^(?:all|total)\s+(?:of\s+)?(?:the\s+|our\s+)?([a-z]{4,20}?)s?\b/i;
/** The label of an amount that is near the sum and no total: what there is to spend, or another time. */
const GIVEN =
  /\b(?:budget|available|grant|funds?|funding|income|target|limit|cap|allowance|forecast|plan(?:ned)?|last|previous|before|asked|request(?:ed)?|bid|offer|england|wales|scotland|county|national(?:ly)?|average|mean|need(?:ed)?|capacity|maximum|max)\b/i;
const LESS = /^(?:less|minus|deduct)\b/i;
/** What may be taken off without a word for it. */
const TAKEN_OFF = having('takenOff');
/** In the label of a total that leaves something out, or has more. */
const NOT_THESE = /\b(?:VAT|excl?|excluding|without|before|incl?|including|plus|with)\b/i;
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
  const last = grid.rows.length - 1;
  const found = totalsBy(grid, lastAddsUp(grid) ? last : undefined);
  const isSum = found.some(
    ({ row, right, cell, named }) => !named && right && row === last && cell.number!.value >= LEAST_SLIP,
  );
  // “Year” in bold that is the sum in one column is meant as that in the others.
  return isSum ? totalsBy(grid, last) : found;
}

/** @param surely the position of a row that has totals, whatever its name; undefined for none */
function totalsBy(grid: Grid, surely: number | undefined): readonly Total[] {
  const totals: Total[] = [];
  for (let column = 1; column < grid.width; column++) {
    const head = grid.rows[0]![column]!.text;
    if (NOT_ADDED.test(head)) continue;
    const labels = grid.rows.map((row) => labelLeft(row, column));
    const named = new Set(labels.flatMap((label, row) => (isTotal(label) || NET.test(label) ? [row] : [])));
    if (surely !== undefined) named.add(surely);
    for (let row = 2; row < grid.rows.length; row++) {
      const isNamed = named.has(row);
      const isLikely = !isNamed && (grid.rows[row]![column]!.bold === true || ALL.test(labels[row]!));
      const total = isNamed || isLikely ? totalAt(grid, labels, named, row, column, head) : undefined;
      if (!total || (isLikely && !isMeant(total, labels[row]!, row === grid.rows.length - 1))) continue;
      named.add(row);
      totals.push({ ...total, named: isNamed });
    }
  }
  return totals;
}

/** Whether a row without a name for totals, such as “Capital” in bold, has one: the sum, or in the last row a slip of it. */
function isMeant({ right, doubtful, cell, sum }: Total, label: string, isLast: boolean): boolean {
  if (doubtful) return false;
  const { value } = cell.number!;
  return right || (isLast && value >= LEAST_SLIP && isSlip(value, sum) && !GIVEN.test(label));
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

/** A cell that a total may count. */
interface Part {
  readonly cell: Cell;
  readonly label: string;
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
  const above: Part[] = [];
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
  const since = ofItsNoun(above.slice(sinceTotal), labels[row]!);
  const own = since.length >= 2 || totalsBefore === 0 ? since : above;
  const numbers = own.filter(({ cell: { number } }) => number);
  if (numbers.length < 2) return undefined;
  const units = new Set(numbers.map(({ cell: { number } }) => number!.unit));
  // "£106,700" below numbers without a unit is their total.
  const ofKind = units.has(total.unit) || (total.unit === 'money' && units.has('count'));
  if (units.size > 1 || !ofKind) return undefined;
  const percent = total.unit === 'percent';
  if (percent && Math.abs(total.value - 100) > 1e-9) return undefined;
  const add = (items: readonly Part[], sign: (label: string) => number = () => 1): number =>
    items.reduce((sum, { cell: { number }, label }) => sum + sign(label) * (number?.value ?? 0), 0);
  const less = (label: string): number => (LESS.test(label) ? -1 : 1);
  const whole = (items: readonly Part[]): readonly Part[] => items.filter(({ label }) => !PART.test(label));
  const sums = [own, above].flatMap((items) => [
    add(items),
    add(whole(items)),
    add(items, less),
    add(items, (label) => (TAKEN_OFF.test(label) ? -1 : 1)),
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
      PEOPLE.test(`${head} ${labels[row]}`) &&
      total.value < sum &&
      !isSlip(total.value, sum) &&
      !areBands(own.map(({ label }) => label));
    // A number far from the sum is probably no total of these parts.
    const isFar = Math.abs(total.value - sum) > Math.abs(sum) / 2 && !isSlip(total.value, sum);
    if (isMean || isCountedOnce || isFar || NOT_THESE.test(labels[row]!))
      return { ...checked, doubtful: true };
  }
  return checked;
}

/** The rows directly above “All attendances” that name attendances, if that are some and others do not; else all. */
function ofItsNoun(above: readonly Part[], label: string): readonly Part[] {
  const noun = ALL.exec(label)?.[1]?.toLowerCase();
  if (noun === undefined) return above;
  const other = above.findLastIndex((row) => !row.label.toLowerCase().includes(noun));
  return above.length - other > 2 ? above.slice(other + 1) : above;
}

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
  // Each part is off by half a step at most, but many partly cancel out; and what is rounded is off by whole steps.
  const parts = numbers.length - 1;
  const most = (parts + 1) / 2;
  const likely = 2.5 * Math.sqrt(parts / 12) + 0.5;
  const slack = isCounted ? 0 : step * (sharedOut ? most : Math.min(most, likely));
  const coarse = numbers.length > 3 ? coarsest(numbers) : 0;
  return Math.max(slack, coarse >= 100 * step ? coarse : 0) + step * 1e-6;
}

/** The wrong totals of a table, each reported once, at the number that is most likely wrong. */
export function wrongTotals(grid: Grid, across: Grid): readonly Clash[] {
  const [down, over] = [totalsOf(grid), totalsOf(across)];
  const sound = new Set([...down, ...over].filter(({ right }) => right).map(({ cell }) => cell));
  const columns = wrongColumns(down);
  const rows = byRow(over)
    .flatMap(trusted)
    .filter(({ right }) => !right);
  const crossing = ({ column }: Total): Cell | undefined => grid.rows[rows[0]!.column]?.[column];
  // The only wrong total of a row may be what the total of its column is wrong by.
  if (rows.length === 1 && columns.length === 1 && crossing(columns[0]!) === rows[0]!.cell)
    return [clashOf(rows[0]!, 'row', sound)];
  return [
    ...columns.map((total) => clashOf(total, 'column', sound)),
    ...rows
      .filter((row) => !columns.some(({ cell }) => cell === row.cell))
      .map((total) => clashOf(total, 'row', sound)),
  ];
}

/** Totals of columns that are wrong: the only one of its row, or one beside right ones. */
function wrongColumns(totals: readonly Total[]): readonly Total[] {
  return byRow(totals).flatMap((all) => {
    const sure = all.filter(({ doubtful }) => !doubtful);
    return (sure.length === 1 ? sure : trusted(sure)).filter(({ right }) => !right);
  });
}

const byRow = (totals: readonly Total[]): readonly (readonly Total[])[] => [
  ...groupBy(totals, ({ row }) => row).values(),
];

/** Totals of a row (or column) that certainly has totals, because others in it are right. */
function trusted(totals: readonly Total[]): readonly Total[] {
  return totals.filter(
    ({ row, right, doubtful }) =>
      !doubtful && (right || totals.some((other) => other.row === row && other.right)),
  );
}

/** @param sound cells that are the right total of other cells, so that no typing error in them explains a wrong one */
function clashOf({ cell, parts, sum }: Total, where: 'column' | 'row', sound: ReadonlySet<Cell>): Clash {
  const numbers = parts!.flatMap(({ number }) => (number && number.value !== 0 ? [number] : []));
  const open = parts!.filter((part) => !sound.has(part));
  const orElse = slipIn(open, cell.number!.value - sum);
  return {
    span: cell.span,
    message: `“${cell.text}” is not the total of its ${where}: ${addition(numbers, sum, cell.number!)}. Put right the total, or the number that is wrong.`,
    instead: [
      { words: cell.number!.words, by: like(cell.number!, sum), as: `, the sum of its ${where}` },
      ...(orElse ? [orElse] : []),
    ],
    total: sum,
  };
}
