/** Finds mistakes in columns that follow from two others: hours that are left, number × price. */
import { like, type Written } from '../amounts/number-format';
import type { Clash } from '../clash';
import { doesNotFollow } from './formulas';
import type { Cell, Grid } from './grid';
import { isTotal } from './totals';

/** How a number of a row follows from two others of it. */
interface Way {
  readonly of: (x: number, y: number) => number;
  readonly say: (x: string, y: string) => string;
  /** Whether it gives the same where the two change places. */
  readonly isEven?: boolean;
}

const TIMES: Way = { of: (x, y) => x * y, say: (x, y) => `${x} × ${y}`, isEven: true };
const PLUS: Way = { of: (x, y) => x + y, say: (x, y) => `${x} + ${y}`, isEven: true };
const LESS: Way = { of: (x, y) => x - y, say: (x, y) => `${x} less ${y}` };
const WAYS: readonly Way[] = [TIMES, LESS, PLUS];

/** Fewer rows that go right show no way to work a column out. */
const LEAST_RIGHT = 3;
const MOST_COLUMNS = 10;
/** How far off somebody adds or multiplies wrong, as a share of what is right; what is further off is something else. */
const FURTHEST = 0.35;

/** The numbers that do not follow from two others of their row as those of all other rows do; one of a row at most. */
export function wrongInRows({ rows, width }: Grid): readonly Clash[] {
  if (width < 4 || width > MOST_COLUMNS || rows.length < LEAST_RIGHT + 2) return [];
  const body = rows.slice(1).filter(([label]) => !isTotal(label!.text));
  const found = new Map<number, Clash>();
  // What is worked out stands last: “cut” of “now”, “cut” and “after” follows from the two as well.
  for (let column = width - 1; column > 0; column--) {
    const wrong = wrongOf(body, column, width);
    if (wrong && !found.has(wrong.row)) found.set(wrong.row, wrong.clash);
  }
  return [...found.values()];
}

type Rows = Grid['rows'];

function wrongOf(body: Rows, column: number, width: number) {
  const others = Array.from({ length: width - 1 }, (_, at) => at + 1).filter((one) => one !== column);
  const tried = others.flatMap((x) =>
    others.flatMap((y) =>
      x === y
        ? []
        : WAYS.flatMap((way) =>
            way.isEven && x > y ? [] : [{ way, x, y, ...held(way, body, [x, y, column]) }],
          ),
    ),
  );
  const [best, ...more] = tried.filter(({ right, wrong }) => right >= LEAST_RIGHT && wrong.length === 1);
  const at = best?.wrong[0];
  if (!best || at === undefined || more.some(({ wrong }) => wrong[0] !== at)) return undefined;
  // Where all rows go right another way, or this one does, it may follow from that.
  if (tried.some(({ right, wrong }) => right > 0 && !wrong.includes(at))) return undefined;
  const row = body[at]!;
  const cell = row[column]!;
  const [x, y] = [row[best.x]!, row[best.y]!];
  const value = best.way.of(x.number!.value, y.number!.value);
  const off = Math.abs(value - cell.number!.value);
  if (off > FURTHEST * Math.abs(value)) return undefined;
  // A third column may have what is added or taken off.
  const isStated = ({ number }: Cell, one: number): boolean =>
    number !== undefined &&
    ![best.x, best.y].includes(one) &&
    Math.abs(Math.abs(number.value) - off) < number.step;
  if (row.some(isStated)) return undefined;
  const is = `${best.way.say(x.text, y.text)} is ${like(cell.number!, value)}`;
  return { row: at, clash: doesNotFollow(cell, is) };
}

/** Counts the rows that go right by a way, and lists those that go wrong; a row without three numbers does neither. */
function held(way: Way, body: Rows, [first, second, column]: readonly [number, number, number]) {
  let right = 0;
  const wrong: number[] = [];
  body.forEach((row, at) => {
    const [x, y, is] = [row[first]!.number, row[second]!.number, row[column]!.number];
    if (!x || !y || !is || [x, y, is].some(({ unit }) => unit === 'percent')) return;
    const value = way.of(x.value, y.value);
    const isRight =
      Math.abs(value - is.value) <= is.step * 0.51 ||
      (way === TIMES && (isRounded(is.value / x.value, y) || isRounded(is.value / y.value, x)));
    if (!isRight) wrong.push(at);
    // What is added to nothing, taken from it or multiplied by one shows nothing.
    else if (value !== x.value && value !== y.value && value !== 0) right++;
  });
  return { right, wrong };
}

/** Whether a number is an average, rounded. */
const isRounded = (exact: number, { value, step }: Written): boolean =>
  Math.abs(exact - value) <= step * 0.51;
