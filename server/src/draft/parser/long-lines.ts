/**
 * A line of a hundred kilobytes costs the parser a second with each key in it. So marks count in the beginning of a line
 * alone, which is longer than any that a person writes; what stands behind it is text.
 */
import type { Nodes, RootContent, Text } from 'mdast';
import type { Point } from 'unist';
import { eachNode } from '../../mdast/tree';
import { linesFrom } from '../lines';

/** So many spaces, signs and punctuation marks, or half as many of markup: some 15,000 characters of prose. */
export const MOST_IN_LINE = 3_000;

/** Stands for the end of a line: a code point that is no character, and is none in what is parsed. */
const STAND_IN = '\uFFFF';
/** What ends what was begun before: it is kept in sight, however long the line is. */
const CLOSING = /(?:-->|\?>|\]\]>|<\/\w{1,20}>)?[\s\\|]{0,50}$/;

/** The end of a line that is not parsed. */
interface Tail {
  /** Where what stands for it does in the text that is parsed. */
  readonly at: number;
  /** Of its line, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** A text to be parsed, with the ends of its long lines apart; undefined where it has none. */
interface Shortened {
  readonly text: string;
  readonly tails: readonly Tail[];
}

/** Signs that may begin or end something in a text, or an amount: the parser and the rules stop at each, prose has few. */
const DEAR: ReadonlySet<number> = new Set([...'*_`[]<>&\\~:£€'].map((sign) => sign.charCodeAt(0)));
const MOST_OF_ONE = 2;

/**
 * What a character counts: nothing if it is of a word. Those of encoded pictures are, as they are long and cost little.
 */
function countOf(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 47 && code <= 57)) return 0;
  if (DEAR.has(code)) return MOST_OF_ONE;
  return code < 128 && code !== 43 && code !== 61 ? 1 : 0;
}

/**
 * Where there are more than `most` spaces, signs and punctuation marks between `start` and `end`, and how many more there
 * may be: -1 where there are too many, and else the end is `end`.
 */
export function afterMost(
  text: string,
  start: number,
  end: number,
  most: number,
): { readonly end: number; readonly left: number } {
  let left = most;
  for (let at = start; at < end; at++) {
    left -= countOf(text.charCodeAt(at));
    if (left < 0) return { end: at, left };
  }
  return { end, left };
}

/** Where marks count no more in a line between `start` and `end`; undefined where they count in all. */
export function firstExcess(text: string, start: number, end: number): number | undefined {
  if ((end - start) * MOST_OF_ONE <= MOST_IN_LINE) return undefined;
  for (const line of linesFrom(text, start, end)) {
    const most = mostOf(text, line.start, Math.min(line.end, end));
    if (most !== undefined) return most;
  }
  return undefined;
}

/** The same in one line. */
function mostOf(text: string, start: number, end: number): number | undefined {
  if ((end - start) * MOST_OF_ONE <= MOST_IN_LINE) return undefined;
  const most = afterMost(text, start, end, MOST_IN_LINE);
  return most.left < 0 ? most.end : undefined;
}

export function shorten(text: string): Shortened | undefined {
  if (firstExcess(text, 0, text.length) === undefined) return undefined;
  const tails: Tail[] = [];
  let short = '';
  let done = 0;
  let number = 0;
  for (const { start, end } of linesFrom(text, 0)) {
    number++;
    const most = mostOf(text, start, end) ?? end;
    const last = most + CLOSING.exec(text.slice(most, end))!.index;
    if (last === most) continue;
    short += text.slice(done, most) + STAND_IN;
    tails.push({ at: short.length - 1, line: number, text: text.slice(most, last) });
    done = last;
  }
  return { text: short + text.slice(done), tails };
}

/**
 * Puts the ends of lines back into nodes.
 *
 * @param recorded the stretches of texts, as `record` in `markdown.ts` keeps them
 */
export function putBack(
  nodes: readonly RootContent[],
  tails: readonly Tail[],
  recorded: ReadonlyMap<Text, number[]>,
): void {
  const added = (offset: number): number => {
    let sum = 0;
    for (const { at, text } of tails) {
      if (at >= offset) break;
      sum += text.length - 1;
    }
    return sum;
  };
  const move = (point: Point): void => {
    const offset = point.offset!;
    const own = tails.find(({ line }) => line === point.line);
    if (own && own.at < offset) point.column += own.text.length - 1;
    point.offset = offset + added(offset);
  };
  eachNode(nodes, (next) => {
    const { start, end } = next.position!;
    const pieces = next.type === 'text' ? recorded.get(next) : undefined;
    const first = tails.findIndex(({ at }) => at >= start.offset!);
    if (pieces) {
      const own = (next as Text).value;
      for (let at = 0; at < pieces.length; at += 3) {
        let tail = first;
        let behind = 0;
        for (
          let mark = own.indexOf(STAND_IN);
          mark !== -1 && mark < pieces[at]!;
          mark = own.indexOf(STAND_IN, mark + 1)
        )
          behind += tails[tail++]!.text.length - 1;
        pieces[at]! += behind;
        pieces[at + 1]! += added(pieces[at + 1]!);
        pieces[at + 2]! += added(pieces[at + 2]!);
      }
    }
    if (first !== -1 && end.offset! > tails[first]!.at)
      fill(next, tails.slice(first, tails.findLastIndex(({ at }) => at < end.offset!) + 1));
    move(start);
    move(end);
  });
}

/** Puts the tails that stand in a node into its fields: a title is its end, an address is before that, the rest begins it. */
function fill(node: Nodes, tails: readonly Tail[]): void {
  const fields = node as unknown as Record<string, unknown>;
  let begun = 0;
  let left = tails.length;
  for (const key of ['title', 'url', 'label', 'identifier', 'alt', 'lang', 'meta', 'value']) {
    const value = fields[key];
    const count = typeof value === 'string' ? value.split(STAND_IN).length - 1 : 0;
    if (count === 0) continue;
    const isLabel = key === 'label' || key === 'identifier';
    const atEnd = key === 'title' || key === 'url' || (isLabel && node.type.endsWith('Reference'));
    let tail = atEnd ? left - count : begun;
    fields[key] = (value as string).replaceAll(STAND_IN, () => tails[tail++]?.text ?? '');
    // A label and its identifier are the same words.
    if (atEnd && !isLabel) left -= count;
    else if (!isLabel) begun += count;
  }
}
