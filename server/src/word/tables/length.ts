/** How long a table gets in columns of some width, and the widths in which it is the shortest. */

import { getOrInsert } from '../../memoize';
import { textWidth } from '../measure';
import { BESIDE_TEXT, type CellText, LONGEST_TEXT, withNotes } from './cell-text';

/** The heading of a column may take so many lines before the column gets wider for its sake. */
export const HEADING_LINES = 3;

/** By how much more width is tried in another column, in twips. */
export const STEP = 100;

/** In a table with more words than this nothing is tried: it goes over pages anyhow, and trying takes time. */
const MOST_WORDS = 600;

/** The widths, of those found from several starts, in which the table is the shortest. */
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
  /** Of the table in these columns. */
  readonly length: number;
}

/** Gives width from one column to another, each time where it makes the table shorter by the most. */
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

/** What a line of a row counts in the length of a table: so much more than one in a cell that is not the row's longest. */
export const LINE = 1000;

/** The words of a table of two columns or more, measured once. */
export class MeasuredText {
  /** By column and row the widths of a cell's words, in twips. */
  readonly #columns: readonly (readonly (readonly number[])[])[];
  /** By column and its width the lines of its cells. */
  readonly #lines: readonly Map<number, readonly number[]>[];
  readonly #space: number;
  readonly #rows: number;
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
    this.#rows = rows.length;
    this.#headers = headers;
    this.#columns = Array.from({ length: columns }, (_, column) => rows.map((row) => measured(row[column])));
    this.#lines = this.#columns.map(() => new Map());
    this.words = this.#columns.flat(2).length;
  }

  /** How long the table is in columns of these widths: the lines of its rows, and where that is the same, of its cells. */
  lengthIn(widths: readonly number[]): number {
    return this.lengthBeside(widths, 0, 1)(widths[0]!, widths[1]!);
  }

  /** The same for other widths of two of the columns, which are tried often. */
  lengthBeside(widths: readonly number[], a: number, b: number): (widthA: number, widthB: number) => number {
    const tallest = new Array<number>(this.#rows).fill(0);
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

/** How many lines words take. */
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
