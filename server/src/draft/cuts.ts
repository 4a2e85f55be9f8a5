/**
 * Where a block is cut that has no end, as a key in it has all of it read and judged again. Nothing that a person writes
 * is as long. Where it is cut depends on its own text alone, up to the first line of what follows.
 */
import type { RootContent } from 'mdast';
import { afterLineEnd, isBlank, lineEnd, lineStart, linesFrom } from './lines';
import { afterMost } from './parser/long-lines';
import { marksEnd } from './slices';

type Type = RootContent['type'];

interface Most {
  readonly marks: number;
  /** Spaces, signs and punctuation marks, as `long-lines.ts` counts them. */
  readonly signs: number;
}

/** Lines of text without an empty one between them: some 12,000 characters of prose. */
const TEXT: Most = { marks: 1_000, signs: 2_400 };
/** Some 250 lines with a mark before each, or 20,000 characters of prose. */
const MARKED: Most = { marks: 2_000, signs: 4_000 };

const MOST: { readonly [type in Type]?: Most } = {
  paragraph: TEXT,
  heading: TEXT,
  definition: TEXT,
  blockquote: MARKED,
  list: MARKED,
};

/** What a character counts at most, in marks: a line end before an item. */
const MOST_OF_ONE = 8;
/** What a line counts at most, in signs: what ends one that is longer than anybody writes still belongs to it. */
const MOST_OF_LINE = 1_000;

/**
 * Where the next block begins if one of this type begins at `start` and would go on to `end`; undefined where it is no
 * longer than it may be.
 */
export function cutOf(text: string, start: number, end: number, type: Type): number | undefined {
  const most = MOST[type];
  if (!most || (end - start) * MOST_OF_ONE <= most.marks) return undefined;
  const enough = signsEnd(text, start, marksEnd(text, start, end, most.marks), most.signs);
  if (enough >= end) return undefined;
  const cut = type === 'list' ? nextItem(text, start, enough, end) : lineNear(text, start, enough);
  return cut !== undefined && cut > start && cut < end ? cut : undefined;
}

/** Where `most` signs are used up between `start` and `end`, or `end`. */
function signsEnd(text: string, start: number, end: number, most: number): number {
  if ((end - start) * 2 <= most) return end;
  let left = most;
  for (const line of linesFrom(text, start, end)) {
    const room = Math.min(left, MOST_OF_LINE);
    const used = afterMost(text, line.start, Math.min(line.end, end), room);
    if (used.left < 0 && room === left) return used.end;
    left -= room - Math.max(used.left, 0);
  }
  return end;
}

/** The start of the line at `enough`, or of the next one where that is so long that little would be left before it. */
function lineNear(text: string, start: number, enough: number): number {
  const line = lineStart(text, enough);
  return line - start >= (enough - start) / 2 ? line : afterLineEnd(text, lineEnd(text, enough));
}

const MARK = /(?:[-+*]|\d{1,9}(?=[.)]))[.)]?/y;

/**
 * The first line behind `from` that begins as the list at `start` does. Where the list still goes on there, it is an item
 * of it, whatever the item before holds.
 */
function nextItem(text: string, start: number, from: number, end: number): number | undefined {
  const sign = signAt(text, start);
  if (sign === undefined) return undefined;
  const after = afterLineEnd(text, lineEnd(text, from));
  for (const line of linesFrom(text, after, end)) if (signAt(text, line.start) === sign) return line.start;
  return undefined;
}

/** What all items of a list have in their marks, where a line begins with one and has text behind it. */
function signAt(text: string, start: number): string | undefined {
  MARK.lastIndex = start;
  const mark = MARK.exec(text)?.[0];
  if (mark === undefined || text[start + mark.length] !== ' ') return undefined;
  // Neither a rule of dashes nor an item of nothing.
  const isText = /[^-*\s]/.test(text.slice(start + mark.length, lineEnd(text, start)));
  return isText ? mark.at(-1) : undefined;
}

/** Where a block at `start` is cut if it is of the type that it seems to be and has no end before; undefined elsewhere. */
export function likelyCut(text: string, start: number): number | undefined {
  const type = signAt(text, start) ? 'list' : text[start] === '>' ? 'blockquote' : 'paragraph';
  if (type === 'paragraph' && ' \t#|<`~'.includes(text[start]!)) return undefined;
  // Only a list goes on behind a blank line.
  return cutOf(text, start, type === 'list' ? text.length : firstBlank(text, start), type);
}

/** Where the first blank line from `start` on begins, or the end of the text. */
function firstBlank(text: string, start: number): number {
  for (const line of linesFrom(text, start, text.length))
    if (isBlank(text, line.start, line.end)) return line.start;
  return text.length;
}

/** The first of some nodes that is too long, and where it is cut. */
export function firstTooLong(
  nodes: readonly RootContent[],
  source: string,
  begins: readonly number[],
): { readonly index: number; readonly cut: number } | undefined {
  for (const [index, node] of nodes.entries()) {
    const end = lineEnd(source, node.position!.end.offset!);
    const cut = cutOf(source, begins[index]!, end, node.type);
    if (cut !== undefined) return { index, cut };
  }
  return undefined;
}
