import { greatest } from '../../util/lists';
import { TABLE_TEXT_SIZE } from '../styles';
import { textWidth } from '../text-width';
import { BESIDE_TEXT, CELL_PADDING, type CellText, LONGEST_TEXT, withNotes } from './cell-text';
import { HEADING_LINES, LINE, linesOf, MeasuredText, STEP, shortest } from './length';

/** How much wider another font may be that replaces one which is not installed. Words should not break then either. */
const OTHER_TYPE = 1.25;

/** How much of half a line must stay free for the same reason. Otherwise a table fills the whole line. */
const HALF_FULL = 1.1;

/** The narrowest column, in twips (1 cm). */
const NARROWEST_COLUMN = 567;

/** How many characters of a word are measured at most; a longer one, such as an address, may break. */
const LONGEST_WORD = 40;

/** The widest column, in twips (2.3 cm), in which a heading never breaks, as breaking it would save very little. */
const SHORT_HEADING = 1300;

/** How long rows must be for short cells to break, too, and how much shorter the table must become by that. */
const LONG_ROW = 8 * LINE;
const SHORTER = 0.95;

/**
 * The pieces of a text that should not break. Word breaks lines after white space, hyphens and dashes, and within long
 * addresses.
 *
 * @param areWhole whether ranges such as “9am–5pm” are such pieces
 */
function wordsOf(text: string, areWhole: boolean): string[] {
  return text
    .split(areWhole ? /[^\S\u00a0]+|(?<=[-–—])(?!\d)/ : /[^\S\u00a0]+|(?<=[-–—])/)
    .flatMap((word) => (word.length > LONGEST_WORD / 2 ? word.split(/(?<=\/)/) : [word]));
}

/**
 * The widths of columns, in twips. The table fills the line, or half of it if that is enough. Every column has room for its
 * longest word, and the rest goes to those with the most text. Where lines must break, headings do, too.
 *
 * @param rows the texts of the cells
 * @param available width of the line, in twips
 * @param typeFactor how much wider the font is than the built-in one
 * @param headers how many rows at the top are headings
 */
export function columnWidths(
  rows: readonly (readonly CellText[])[],
  columns: number,
  available: number,
  typeFactor = 1,
  headers = 0,
): number[] {
  const points = TABLE_TEXT_SIZE * typeFactor;
  const needs = (areWhole: boolean) =>
    [1, OTHER_TYPE].map((reserve) => needsOf(rows, columns, points, headers, { reserve, areWhole })) as [
      Needs,
      Needs,
    ];
  let [tight, roomy] = needs(true);
  if (sum(tight.least) >= available) [tight, roomy] = needs(false);
  if (sum(tight.whole) <= available) {
    const whole = sum(roomy.whole) <= available ? roomy.whole : tight.whole;
    const ideal = sum(whole);
    // Short tables have half a line: not more, so that cells stay together, and always the same, for an even look.
    const total = ideal * HALF_FULL <= available / 2 ? Math.floor(available / 2) : available;
    return rounded(
      whole.map((width) => (width * total) / ideal),
      total,
    );
  }
  // If there are too many columns for the line, those with the longest words become narrower.
  if (sum(tight.least) >= available) {
    const most = ceiling(tight.least, available);
    return rounded(
      tight.least.map((width) => Math.min(width, most)),
      available,
    );
  }
  if (columns === 1) return [available];
  const text = new MeasuredText(rows, columns, points, headers);
  const close = fitted(tight, available, text);
  if (sum(roomy.least) >= available) return rounded(close, available);
  const free = fitted(roomy, available, text);
  // The reserve may not cost a row another line, which a column with more to say would have done without.
  return rounded(text.lengthIn(free) < text.lengthIn(close) + LINE ? free : close, available);
}

const ADDRESS = /(?<!\S)(?:https?:\/\/|www\.|[^\s@]{1,64}@)\S*/gi;

/** The first word that its column cannot hold with these widths; undefined where none must break. Addresses may. */
export function brokenWord(
  rows: readonly (readonly CellText[])[],
  widths: readonly number[],
  typeFactor: number,
): string | undefined {
  for (const row of rows)
    for (const [column, { text, bold }] of row.entries()) {
      const room = widths[column]! - CELL_PADDING;
      const broken = wordsOf(text.replace(ADDRESS, ''), false).find(
        (one) => one.length <= LONGEST_WORD && textWidth(one, TABLE_TEXT_SIZE * typeFactor, bold) > room,
      );
      if (broken !== undefined) return broken;
    }
  return undefined;
}

/** The widths with which a table is shortest whose lines must break. */
function fitted({ least, wanted }: Needs, available: number, text: MeasuredText): readonly number[] {
  const above = (floor: readonly number[]): readonly number[] => {
    const starts = [0.5, 1].map((power) => share(floor, wanted, available, power));
    return shortest(starts, floor, text);
  };
  const labelled = above(withShortOnes(least, wanted, available));
  const length = text.lengthIn(labelled);
  if (length < LONG_ROW * text.rows) return labelled;
  const narrow = above(least);
  return text.lengthIn(narrow) < length * SHORTER ? narrow : labelled;
}

/** The widths that columns need, in twips: for the longest word, for all text on one line, and if headings break. */
interface Needs {
  readonly least: readonly number[];
  readonly whole: readonly number[];
  readonly wanted: readonly number[];
}

/** @param reserve the factor by which words are taken to be wider; `areWhole`: as in `wordsOf` */
function needsOf(
  rows: readonly (readonly CellText[])[],
  columns: number,
  points: number,
  headers: number,
  { reserve, areWhole }: { readonly reserve: number; readonly areWhole: boolean },
): Needs {
  const least = new Array<number>(columns).fill(NARROWEST_COLUMN);
  const whole = new Array<number>(columns).fill(NARROWEST_COLUMN);
  const wanted = new Array<number>(columns).fill(NARROWEST_COLUMN);
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const { bold } = cell;
      const text = withNotes(cell);
      for (const word of wordsOf(text, areWhole)) {
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

/** The width in twips at which a heading takes a few lines, but at least that of its longest word. */
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

/** The least widths, raised to the wanted ones for columns that want no more than an even share. */
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
 * Divides the rest of the line among the columns.
 *
 * @param power 1 for shares in proportion to the lack of width; less for long texts, as a column's need grows more slowly
 *   than its longest line
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

/** The greatest width of a column with which all columns fill a line that is too short for them. */
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
