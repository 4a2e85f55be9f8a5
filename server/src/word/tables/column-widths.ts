import { greatest } from '../../lists';
import { textWidth } from '../measure';
import { TABLE_TEXT_SIZE } from '../styles';
import { BESIDE_TEXT, type CellText, LONGEST_TEXT, withNotes } from './cell-text';
import { HEADING_LINES, LINE, linesOf, MeasuredText, STEP, shortest } from './length';

/**
 * Where the type is not installed another takes its place, which may be so much wider: a word breaks neither then, where
 * the line has the room.
 */
const OTHER_TYPE = 1.25;

/** How much of half a line may stay free, for the same reason: else a table has all of the line. */
const HALF_FULL = 1.1;

/** Columns get no narrower than this (1 cm), whatever their text. */
const NARROWEST_COLUMN = 567;

/** Of a longer word (an address, say) so many characters count: it may break. */
const LONGEST_WORD = 40;

/** A heading that needs no wider column than this (2.3 cm, in twips) does not break: that would win next to nothing. */
const SHORT_HEADING = 1300;

/** From so many lines a row on, as a rule, short cells may break, too, where the table gets so much shorter by that. */
const LONG_ROW = 8 * LINE;
const SHORTER = 0.95;

/** The pieces of a text that no line breaks: Word breaks after white space, hyphens and dashes, and long addresses. */
function wordsOf(text: string): string[] {
  return text
    .split(/[^\S\u00a0]+|(?<=[-–—])/)
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
  const { least, whole, wanted } = needsIn(available, (reserve) =>
    needsOf(rows, columns, points, headers, reserve),
  );
  const ideal = sum(whole);
  if (ideal <= available) {
    // Half a line for the short ones: what belongs together would stand far apart, but any other width is one too many.
    const total = ideal * HALF_FULL <= available / 2 ? Math.floor(available / 2) : available;
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
  const text = new MeasuredText(rows, columns, points, headers);
  const above = (floor: readonly number[]): readonly number[] => {
    const starts = [0.5, 1].map((power) => share(floor, wanted, available, power));
    return shortest(starts, floor, text);
  };
  const labelled = above(withShortOnes(least, wanted, available));
  const length = text.lengthIn(labelled);
  if (length < LONG_ROW * rows.length) return rounded(labelled, available);
  const narrow = above(least);
  return rounded(text.lengthIn(narrow) < length * SHORTER ? narrow : labelled, available);
}

/** What each column needs, in twips: for its longest word, with all on one line, and with headings that break. */
interface Needs {
  readonly least: readonly number[];
  readonly whole: readonly number[];
  readonly wanted: readonly number[];
}

/** With a reserve for every word, where it makes no line break that need not, and breaks no word itself. */
function needsIn(available: number, needs: (reserve: number) => Needs): Needs {
  const [tight, roomy] = [needs(1), needs(OTHER_TYPE)];
  return sum(tight.whole) <= available
    ? sum(roomy.whole) <= available
      ? roomy
      : tight
    : sum(roomy.least) < available
      ? roomy
      : tight;
}

/** @param reserve how many times its width a word is given */
function needsOf(
  rows: readonly (readonly CellText[])[],
  columns: number,
  points: number,
  headers: number,
  reserve: number,
): Needs {
  const least = new Array<number>(columns).fill(NARROWEST_COLUMN);
  const whole = new Array<number>(columns).fill(NARROWEST_COLUMN);
  const wanted = new Array<number>(columns).fill(NARROWEST_COLUMN);
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const { bold } = cell;
      const text = withNotes(cell);
      for (const word of wordsOf(text)) {
        const longest = textWidth(word.slice(0, LONGEST_WORD), points, bold) * reserve + BESIDE_TEXT;
        least[column] = Math.max(least[column]!, longest);
      }
      const start = text.slice(0, LONGEST_TEXT);
      const line = textWidth(start, points, bold) + BESIDE_TEXT;
      whole[column] = Math.max(whole[column]!, least[column]!, line);
      const breaks = at < headers && line > SHORT_HEADING;
      const need = breaks ? headingWidth(start, points) : line;
      wanted[column] = Math.max(wanted[column]!, least[column]!, need);
    }
  }
  return { least, whole, wanted };
}

/** The width in which a heading takes a few lines, no narrower than its longest word. */
function headingWidth(text: string, points: number): number {
  const words = text.split(/[^\S\u00a0]+/).map((word) => textWidth(word, points, true));
  const space = textWidth(' ', points, true);
  let room = greatest(words);
  while (linesOf(words, room, space) > HEADING_LINES) room += STEP;
  return room + BESIDE_TEXT;
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
