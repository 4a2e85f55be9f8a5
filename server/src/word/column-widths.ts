import { textWidth } from './measure';
import { TABLE_TEXT_SIZE } from './styles';

/** What a cell says, as far as it takes room. */
export interface CellText {
  readonly text: string;
  /** Whether some of it is in bold, which is wider. */
  readonly bold: boolean;
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

/** The pieces of a text that no line breaks: Word breaks after white space, hyphens and dashes, and long addresses. */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+|(?<=[-–—])/)
    .flatMap((word) => (word.length > LONGEST_WORD / 2 ? word.split(/(?<=\/)/) : [word]));
}

/**
 * How wide each column is, in twips, so that the table fills the line, or half of it where that is enough, and lines
 * break as little as they must: every column has room for its longest word, and the rest goes to those that have the
 * most to say.
 *
 * @param rows what the cells say
 * @param available width of the line, in twips
 * @param typeFactor how much wider the type runs than ours
 */
export function columnWidths(
  rows: readonly (readonly CellText[])[],
  columns: number,
  available: number,
  typeFactor = 1,
): number[] {
  const points = TABLE_TEXT_SIZE * typeFactor;
  const least = new Array<number>(columns).fill(NARROWEST_COLUMN);
  const wanted = new Array<number>(columns).fill(NARROWEST_COLUMN);
  for (const row of rows) {
    for (const [column, { text, bold }] of row.entries()) {
      const width = (part: string): number => textWidth(part, points, bold) + CELL_PADDING + SLACK;
      for (const word of wordsOf(text)) {
        least[column] = Math.max(least[column]!, width(word.slice(0, LONGEST_WORD)));
      }
      wanted[column] = Math.max(wanted[column]!, least[column]!, width(text.slice(0, LONGEST_TEXT)));
    }
  }
  const ideal = sum(wanted);
  if (ideal <= available) {
    // Half a line for the short ones: what belongs together would stand far apart, but any other width is one too many.
    const total = ideal <= available / 2 ? Math.floor(available / 2) : available;
    return rounded(
      wanted.map((width) => (width * total) / ideal),
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
  return rounded(
    shortened(share(least, wanted, available), least, new MeasuredText(rows, points)),
    available,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function rounded(values: readonly number[], total: number): number[] {
  const whole = values.map((value) => Math.floor(value));
  whole[whole.length - 1]! += total - sum(whole);
  return whole;
}

/** Columns that ask for no more than an even share get what they ask for; the wide ones divide the rest. */
function share(least: readonly number[], wanted: readonly number[], available: number): number[] {
  const widths = new Array<number>(wanted.length).fill(0);
  let open = wanted.map((_, column) => column).sort((a, b) => wanted[a]! - wanted[b]!);
  let rest = available;
  while (open.length > 1) {
    const column = open[0]!;
    const others = sum(open.slice(1).map((other) => least[other]!));
    if (wanted[column]! > rest / open.length || rest - wanted[column]! < others) break;
    widths[column] = wanted[column]!;
    rest -= wanted[column]!;
    open = open.slice(1);
  }
  // Text fills an area, so that a column's need grows slower than its longest line.
  const spare = rest - sum(open.map((column) => least[column]!));
  const appetite = sum(open.map((column) => Math.sqrt(wanted[column]!)));
  for (const column of open) {
    widths[column] = least[column]! + (spare * Math.sqrt(wanted[column]!)) / appetite;
  }
  return widths;
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

/** How much of a column's width is tried in another, in twips: first a lot, then less. */
const STEPS = [800, 400, 200, 100];

/** In a table with more words than this nothing is tried: it goes over pages anyhow, and trying takes time. */
const MOST_WORDS = 3000;

/** Takes width from columns that have it to spare, as long as that makes the table shorter. */
function shortened(widths: readonly number[], least: readonly number[], text: MeasuredText): number[] {
  let best = [...widths];
  if (text.words > MOST_WORDS) return best;
  let length = text.lengthIn(best);
  for (const step of STEPS) {
    for (let found = true; found; ) {
      found = false;
      for (const from of best.keys()) {
        for (const to of best.keys()) {
          if (from === to || best[from]! - step < least[from]!) continue;
          const tried = best.map((width, at) => width + (at === to ? step : at === from ? -step : 0));
          const now = text.lengthIn(tried);
          if (now >= length) continue;
          best = tried;
          length = now;
          found = true;
        }
      }
    }
  }
  return best;
}

/** The height of a row counts this much more than a line in a cell that is not the row's longest. */
const ROW_BEFORE_CELL = 1000;

/** The words of a table, measured once. */
class MeasuredText {
  /** By row and cell the widths of the words, in twips. */
  readonly #rows: readonly (readonly (readonly number[])[])[];
  readonly #space: number;
  readonly words: number;

  constructor(rows: readonly (readonly CellText[])[], points: number) {
    this.#space = textWidth(' ', points);
    this.#rows = rows.map((row) =>
      row.map(({ text, bold }) =>
        text
          .slice(0, LONGEST_TEXT)
          .split(/\s+/)
          .map((word) => textWidth(word, points, bold)),
      ),
    );
    this.words = sum(this.#rows.map((row) => sum(row.map((cell) => cell.length))));
  }

  /** How long the table is in columns of these widths: the lines of its rows, and where that is the same, of its cells. */
  lengthIn(widths: readonly number[]): number {
    let length = 0;
    for (const row of this.#rows) {
      let most = 0;
      for (const [column, words] of row.entries()) {
        const lines = this.#lines(words, widths[column]! - CELL_PADDING - SLACK);
        most = Math.max(most, lines);
        length += lines;
      }
      length += most * ROW_BEFORE_CELL;
    }
    return length;
  }

  #lines(words: readonly number[], width: number): number {
    let lines = 1;
    let used = 0;
    for (const word of words) {
      const longer = used === 0 ? word : used + this.#space + word;
      if (used > 0 && longer > width) {
        lines++;
        used = word;
      } else used = longer;
    }
    return lines;
  }
}
