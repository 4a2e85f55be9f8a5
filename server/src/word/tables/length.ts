/** Measures the length of a table by its column widths, and finds the widths with which it is shortest. */

import { getOrInsert } from '../../util/memoize';
import { textWidth } from '../text-width';
import { BESIDE_TEXT, type CellText, LONGEST_TEXT, withNotes } from './cell-text';

/** How many lines the heading of a column may take before the column becomes wider. */
export const HEADING_LINES = 3;

/** How much width is moved between columns in one step, in twips. */
export const STEP = 100;

/** The most words of a table whose widths are improved. A larger one takes several pages anyhow, and too much time. */
const MOST_WORDS = 600;

/** The best of the widths that are found from several starts. */
export function shortest(
  starts: readonly (readonly number[])[],
  least: readonly number[],
  text: MeasuredText,
): readonly number[] {
  const found = starts.map((widths) => shortened(widths, least, text));
  return found.reduce((best, next) => (next.length < best.length ? next : best)).widths;
}

interface Tried {
  readonly widths: readonly number[];
  /** The length of the table with these widths. */
  readonly length: number;
}

/** Moves width from one column to another, each time where it shortens the table the most. */
function shortened(start: readonly number[], least: readonly number[], text: MeasuredText): Tried {
  let best: Tried = { widths: start, length: text.lengthIn(start) };
  for (let last: Tried | undefined; best !== last && text.words <= MOST_WORDS; ) {
    last = best;
    const { widths } = last;
    for (const from of widths.keys()) {
      for (const to of widths.keys()) {
        if (from === to || widths[from]! - STEP < least[from]!) continue;
        const lengthWith = text.lengthBeside(widths, from, to);
        for (let given = STEP; widths[from]! - given >= least[from]!; given += STEP) {
          const [less, more] = [widths[from]! - given, widths[to]! + given];
          const length = lengthWith(less, more);
          if (length < best.length) best = { widths: widths.with(from, less).with(to, more), length };
        }
      }
    }
  }
  return best;
}

/** The weight of a line of a row in the length of a table; a line of any cell counts 1. */
export const LINE = 1000;

/** The words of a table of two columns or more, measured once. */
export class MeasuredText {
  /** By column and row: the widths of a cell's words, in twips. */
  readonly #columns: readonly (readonly (readonly number[])[])[];
  /** By column and width: the number of lines of its cells. */
  readonly #lines: readonly Map<number, readonly number[]>[];
  readonly #space: number;
  readonly rows: number;
  readonly #headers: number;
  readonly words: number;

  constructor(rows: readonly (readonly CellText[])[], columns: number, points: number, headers: number) {
    const measured = (cell: CellText | undefined): readonly number[] =>
      cell === undefined
        ? []
        : withNotes(cell)
            .slice(0, LONGEST_TEXT)
            .split(/[^\S\u00a0]+/)
            .map((word) => textWidth(word, points, cell.bold));
    this.#space = textWidth(' ', points);
    this.rows = rows.length;
    this.#headers = headers;
    this.#columns = Array.from({ length: columns }, (_, column) => rows.map((row) => measured(row[column])));
    this.#lines = this.#columns.map(() => new Map());
    this.words = this.#columns.flat(2).length;
  }

  /** The length of the table: the lines of its rows, and then those of its cells. */
  lengthIn(widths: readonly number[]): number {
    return this.lengthBeside(widths, 0, 1)(widths[0]!, widths[1]!);
  }

  /** Returns the same as a function of the widths of two columns, of which many are tried. */
  lengthBeside(widths: readonly number[], a: number, b: number): (widthA: number, widthB: number) => number {
    const tallest = new Array<number>(this.rows).fill(0);
    let cells = 0;
    for (const [column, width] of widths.entries()) {
      if (column === a || column === b) continue;
      for (const [row, lines] of this.#linesIn(column, width).entries()) {
        if (row >= this.#headers) cells += lines;
        if (lines > tallest[row]!) tallest[row] = lines;
      }
    }
    return (widthA, widthB) => {
      const inA = this.#linesIn(a, widthA);
      const inB = this.#linesIn(b, widthB);
      let length = cells;
      for (let row = 0; row < tallest.length; row++) {
        const most = Math.max(tallest[row]!, inA[row]!, inB[row]!);
        if (row < this.#headers) length += Math.max(0, most - HEADING_LINES) * LINE;
        else length += inA[row]! + inB[row]! + most * LINE;
      }
      return length;
    };
  }

  #linesIn(column: number, exact: number): readonly number[] {
    const width = Math.floor(exact);
    return getOrInsert(this.#lines[column]!, width, () =>
      this.#columns[column]!.map((words) => linesOf(words, width - BESIDE_TEXT, this.#space)),
    );
  }
}

/** How many lines words of some widths take. */
export function linesOf(words: readonly number[], room: number, space: number): number {
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const longer = used === 0 ? word : used + space + word;
    if (used > 0 && longer > room) {
      lines++;
      used = word;
    } else used = longer;
  }
  return lines;
}
