import { textWidth } from './measure';
import { TABLE_TEXT_SIZE } from './styles';

/** What a cell says, as far as it takes room. */
export interface CellText {
  readonly text: string;
  /** Whether some of it is in bold, which is wider. */
  readonly bold: boolean;
  /** How many notes it refers to. */
  readonly notes: number;
}

/** The text with about as much more as the small numbers of its notes take. */
function withNotes({ text, notes }: CellText): string {
  return notes === 0 ? text : text + '0'.repeat(notes);
}

/** White space beside a cell's text, both sides together, in twips. */
export const CELL_PADDING = 216;

/** Programs differ by a hair in how wide a line is: room for it, so that it does not break. */
const SLACK = 60;

/** Columns get no narrower than this (1 cm), whatever their text. */
const NARROWEST_COLUMN = 567;

/** Of a longer word (an address, say) so many characters count: it may break. */
const LONGEST_WORD = 40;

/** Of a longer text so many characters count. */
const LONGEST_TEXT = 2000;

/** The heading of a column may take so many lines before the column gets wider for its sake. */
const HEADING_LINES = 3;

/** A heading that needs no wider column than this (2.3 cm, in twips) does not break: that would win next to nothing. */
const SHORT_HEADING = 1300;

/** The pieces of a text that no line breaks: Word breaks after white space, hyphens and dashes, and long addresses. */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+|(?<=[-–—])/)
    .flatMap((word) => (word.length > LONGEST_WORD / 2 ? word.split(/(?<=\/)/) : [word]));
}

/**
 * How wide each column is, in twips, so that the table fills the line, or half of it where that is enough, and lines
 * break as little as they must: every column has room for its longest word, and the rest goes to those that have the
 * most to say. Where lines must break, those of headings do, too: a column of short numbers needs no more than they do.
 *
 * @param rows what the cells say
 * @param available width of the line, in twips
 * @param typeFactor how much wider the type runs than ours
 * @param headers how many of the rows, from the first, are headings
 */
export function columnWidths(
  rows: readonly (readonly CellText[])[],
  columns: number,
  available: number,
  typeFactor = 1,
  headers = 0,
): number[] {
  const points = TABLE_TEXT_SIZE * typeFactor;
  const least = new Array<number>(columns).fill(NARROWEST_COLUMN);
  // With all on one line, and with headings that break.
  const whole = new Array<number>(columns).fill(NARROWEST_COLUMN);
  const wanted = new Array<number>(columns).fill(NARROWEST_COLUMN);
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const { bold } = cell;
      const text = withNotes(cell);
      const width = (part: string): number => textWidth(part, points, bold) + CELL_PADDING + SLACK;
      for (const word of wordsOf(text)) {
        least[column] = Math.max(least[column]!, width(word.slice(0, LONGEST_WORD)));
      }
      const line = width(text.slice(0, LONGEST_TEXT));
      whole[column] = Math.max(whole[column]!, least[column]!, line);
      const breaks = at < headers && line > SHORT_HEADING;
      const need = breaks ? headingWidth(text.slice(0, LONGEST_TEXT), points) : line;
      wanted[column] = Math.max(wanted[column]!, least[column]!, need);
    }
  }
  const ideal = sum(whole);
  if (ideal <= available) {
    // Half a line for the short ones: what belongs together would stand far apart, but any other width is one too many.
    const total = ideal <= available / 2 ? Math.floor(available / 2) : available;
    return rounded(
      whole.map((width) => (width * total) / ideal),
      total,
    );
  }
  // Too many columns for the line: those with the longest words give way.
  if (sum(least) >= available) {
    const most = ceiling(least, available);
    return rounded(
      least.map((width) => Math.min(width, most)),
      available,
    );
  }
  if (columns === 1) return [available];
  const floor = withShortOnes(least, wanted, available);
  const starts = [0.5, 1].map((power) => share(floor, wanted, available, power));
  return rounded(shortest(starts, floor, new MeasuredText(rows, columns, points, headers)), available);
}

/** The width in which a heading takes a few lines, no narrower than its longest word. */
function headingWidth(text: string, points: number): number {
  const words = text.split(/\s+/).map((word) => textWidth(word, points, true));
  const space = textWidth(' ', points, true);
  let room = words.reduce((most, width) => Math.max(most, width), 0);
  while (linesOf(words, room, space) > HEADING_LINES) room += STEP;
  return room + CELL_PADDING + SLACK;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function rounded(values: readonly number[], total: number): number[] {
  const whole = values.map((value) => Math.floor(value));
  whole[whole.length - 1]! += total - sum(whole);
  return whole;
}

/** What columns must have, where those that ask for no more than an even share get what they ask for. */
function withShortOnes(least: readonly number[], wanted: readonly number[], available: number): number[] {
  const widths = [...least];
  const byNeed = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
  let rest = available;
  for (const [at, column] of byNeed.slice(0, -1).entries()) {
    const others = sum(byNeed.slice(at + 1).map((other) => least[other]!));
    if (wanted[column]! > rest / (byNeed.length - at) || rest - wanted[column]! < others) break;
    widths[column] = wanted[column]!;
    rest -= wanted[column]!;
  }
  return widths;
}

/**
 * Divides what is left of the line when every column has what it must have.
 *
 * @param power 1 for shares as large as what is lacking; less where text fills an area, so that a column's need grows
 * slower than its longest line
 */
function share(
  least: readonly number[],
  wanted: readonly number[],
  available: number,
  power: number,
): number[] {
  const spare = available - sum(least);
  const appetites = least.map((width, column) => (wanted[column]! - width) ** power);
  const all = sum(appetites);
  return least.map((width, column) => width + (spare * appetites[column]!) / all);
}

/** The width to which the widest must be cut so that all of them together fill a line that is too short for them. */
function ceiling(widths: readonly number[], available: number): number {
  let rest = available;
  const sorted = [...widths].sort((a, b) => a - b);
  for (const [at, width] of sorted.entries()) {
    const share = rest / (sorted.length - at);
    if (width >= share) return share;
    rest -= width;
  }
  return available;
}

/** By how much more width is tried in another column, in twips. */
const STEP = 100;

/** In a table with more words than this nothing is tried: it goes over pages anyhow, and trying takes time. */
const MOST_WORDS = 600;

/** The widths, of those found from several starts, in which the table is the shortest. */
function shortest(
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

/** The height of a row counts this much more than a line in a cell that is not the row's longest. */
const ROW_BEFORE_CELL = 1000;

/** The words of a table of two columns or more, measured once. */
class MeasuredText {
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
            .split(/\s+/)
            .map((word) => textWidth(word, points, cell.bold));
    this.#space = textWidth(' ', points);
    this.#rows = rows.length;
    this.#headers = headers;
    this.#columns = Array.from({ length: columns }, (_, column) => rows.map((row) => measured(row[column])));
    this.#lines = this.#columns.map(() => new Map());
    this.words = sum(this.#columns.map((cells) => sum(cells.map((words) => words.length))));
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
        if (row < this.#headers) length += Math.max(0, most - HEADING_LINES) * ROW_BEFORE_CELL;
        else length += inA[row]! + inB[row]! + most * ROW_BEFORE_CELL;
      }
      return length;
    };
  }

  #linesIn(column: number, exact: number): readonly number[] {
    const width = Math.floor(exact);
    let lines = this.#lines[column]!.get(width);
    if (lines === undefined) {
      const room = width - CELL_PADDING - SLACK;
      lines = this.#columns[column]!.map((words) => linesOf(words, room, this.#space));
      this.#lines[column]!.set(width, lines);
    }
    return lines;
  }
}

/** How many lines words take. */
function linesOf(words: readonly number[], room: number, space: number): number {
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
