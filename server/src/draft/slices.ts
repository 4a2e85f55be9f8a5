/** How much of a text is parsed at a time, and how much a block may have at most. */
import { afterLineEnd, isBlank, lineEnd, lineStart } from './lines';

/**
 * The longest block. Nothing that a person writes is longer; what is (a table of a million rows, a code
 * fence that never ends) is cut at a line start, and what follows the cut is read as a block of its own.
 */
export const LONGEST_BLOCK = 250_000;

/**
 * The most that a block may have of what costs the parser more than its length: see `marksEnd`. The parser's lists of
 * what it found grow with each, and are moved as a whole at many. A list of 1,000 lines has as many.
 */
const MOST_MARKS = 8_000;
/**
 * What a line counts besides that may be an item, of a quotation or code: each is a passage, which a key in the block has
 * read again, or costs the parser as much.
 */
const ITEM = 6;
/** What the bar of a table counts, and what one counts behind more of them in a line than there is room for on a page. */
const BAR = 0.25;
const MOST_BARS = 20;
const EXCESS_BAR = 3;
const CODE = '    ';
/** A slice may have a mark for so many characters, which is more than prose has. */
export const CHARACTERS_FOR_MARK = 8;

/** A part of a text to be parsed at a time. */
export interface Slice {
  readonly end: number;
  /** What it ends after: a blank line, another line, or as much as the longest block may have. */
  readonly after: 'blank' | 'line' | 'longest';
}

/**
 * Where a slice of about `size` ends that begins at `start`: after a blank line where one comes soon, but always
 * after a line.
 *
 * @param isKnown whether there are blocks of that size, so that it may have as many marks as a block
 */
export function sliceFrom(text: string, start: number, size: number, isKnown = false): Slice {
  const room = Math.min(text.length, start + Math.min(size, LONGEST_BLOCK));
  const marks = isKnown ? MOST_MARKS : Math.min(Math.ceil(size / CHARACTERS_FOR_MARK), MOST_MARKS);
  const least = marksEnd(text, start, room, marks);
  if (least === text.length) return { end: text.length, after: 'line' };
  const longest = least < room ? marks === MOST_MARKS : size >= LONGEST_BLOCK;
  let from = Math.max(start, lineStart(text, least));
  let last = from;
  // Not so far that it would hold more than a block may.
  const most = longest ? least : marksEnd(text, least, least + ((least - start) >>> 2), MOST_MARKS - marks);
  while (from <= most) {
    const end = lineEnd(text, from);
    const next = afterLineEnd(text, end);
    if (next === end) return { end: text.length, after: 'line' };
    if (!longest && isBlank(text, from, end)) return { end: next, after: 'blank' };
    last = from;
    from = next;
  }
  // A line may be longer than a slice, or than the longest block, and then is one.
  return { end: last - start >= (least - start) / 2 ? last : from, after: longest ? 'longest' : 'line' };
}

/**
 * Where `most` marks are used up between `start` and `end`, or `end`: line ends, which count twice, as much may begin
 * or end at them, and the signs that may begin something inside a paragraph.
 */
export function marksEnd(text: string, start: number, end: number, most: number): number {
  return marked(text, start, end, most).end;
}

/** What marks count in a text. */
export function marksIn(text: string): number {
  return marked(text, 0, text.length, Number.POSITIVE_INFINITY).marks;
}

function marked(
  text: string,
  start: number,
  end: number,
  most: number,
): { readonly end: number; readonly marks: number } {
  let marks = 0;
  let bars = 0;
  for (let at = start; at < end && at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 10: // A line end
        marks += mayBeItem(text, at + 1) || text.startsWith(CODE, at + 1) ? 2 + ITEM : 2;
        bars = 0;
        break;
      case 13: // A line end where none follows; those of Windows count a little more
      case 38: // &
      case 42: // *
      case 60: // <
      case 62: // >
      case 91: // [
      case 92: // Backslash
      case 93: // ]
      case 95: // _
      case 96: // `
      case 126: // ~
        marks++;
        break;
      case 124: // Bars, which cost less
        marks += ++bars > MOST_BARS ? EXCESS_BAR : BAR;
        break;
      default:
        continue;
    }
    if (marks > most) return { end: at, marks };
  }
  return { end, marks };
}

/** Whether the line that begins at `start` may be an item or of a quotation. */
export function mayBeItem(text: string, start: number): boolean {
  let at = start;
  while (at < text.length && text.charCodeAt(at) === 32) at++;
  if (at === text.length) return false;
  const code = text.charCodeAt(at);
  // "+", "-", "*", ">" and digits
  return code === 43 || code === 45 || code === 42 || code === 62 || (code >= 48 && code <= 57);
}

/** Whether a block has more marks than one may. */
export function isTooMuch(text: string, start: number, end: number): boolean {
  return (end - start) * 2 > MOST_MARKS && marksEnd(text, start, end, MOST_MARKS) < end;
}
