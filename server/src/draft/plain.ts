import type { Heading, Paragraph, Text } from 'mdast';
import type { Position } from 'unist';
import { afterLineEnd, lineEnd } from './lines';

/*
 * The parser takes a microsecond for each character, whatever it is. Most of a paper is headings and paragraphs in
 * which no character means anything to Markdown, and those are read here, a hundred times as fast and to the same
 * nodes. Whatever is in doubt is left to the parser.
 */

/** A heading or a paragraph of plain words, with a blank line or the end of the text after it. */
export interface Plain {
  readonly node: Heading | Paragraph;
  /** Where it ends in the text, before its line end. */
  readonly end: number;
  /** Lines that it has. */
  readonly lines: number;
}

/** Longer paragraphs are no one's prose, and not looked through in vain. */
const LONGEST = 20_000;

/** ASCII characters that mean nothing inside a line, with the exceptions of `:` and `.` below. */
const INSIDE = tableOf(` "#$%'()+,-./0123456789:;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}!`);
/** Those of them that begin no block when they begin a line; numbers may begin a list. */
const FIRST = tableOf(`"$%'(,./0123456789;?ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}`);

const SPACE = 32;
const HASH = 35;

/** The plain block that begins at `start`, the start of a line; undefined where there is none. */
export function plainAt(text: string, start: number): Plain | undefined {
  return text.charCodeAt(start) === HASH ? headingAt(text, start) : paragraphAt(text, start);
}

function headingAt(text: string, start: number): Plain | undefined {
  let content = start;
  while (text.charCodeAt(content) === HASH) content++;
  const depth = content - start;
  if (depth > 6 || text.charCodeAt(content) !== SPACE) return undefined;
  content++;
  const end = plainLineEnd(text, content);
  if (end <= content || text.charCodeAt(content) === SPACE || text.charCodeAt(end - 1) === HASH)
    return undefined;
  if (!isBlankAfter(text, end)) return undefined;
  const length = end - start;
  const node: Heading = {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [textNode(text.slice(content, end), depth + 1, 1, length + 1, length)],
    position: positionOf(0, 1, length + 1, length),
  };
  return { node, end, lines: 1 };
}

function paragraphAt(text: string, start: number): Plain | undefined {
  let lines = 0;
  let at = start;
  for (;;) {
    if (!beginsPlainly(text, at)) return undefined;
    const end = plainLineEnd(text, at);
    if (end === -1 || end - start > LONGEST) return undefined;
    lines++;
    if (isBlankAfter(text, end)) {
      const length = end - start;
      const node: Paragraph = {
        type: 'paragraph',
        children: [textNode(text.slice(start, end), 0, lines, end - at + 1, length)],
        position: positionOf(0, lines, end - at + 1, length),
      };
      return { node, end, lines };
    }
    at = afterLineEnd(text, end);
  }
}

/** Whether a line begins with what begins no list, quotation, table, HTML or anything else. */
function beginsPlainly(text: string, at: number): boolean {
  let code = text.charCodeAt(at);
  if (code >= 128) return code !== 0xfeff;
  if (FIRST[code] !== 1) return false;
  let digits = at;
  while (code >= 48 && code <= 57) code = text.charCodeAt(++digits);
  // "1." and "1)" begin lists.
  return digits === at || (code !== 46 && code !== 41);
}

/** The end of the line that `from` stands in, where nothing up to there means anything to Markdown; -1 where not. */
function plainLineEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      // A byte order mark, and the characters that stand for hidden ones: see `guard.ts`.
      if (code === 0xfeff || (code >= 0xfdd0 && code <= 0xfdef)) return -1;
    } else if (code === 10 || code === 13 || Number.isNaN(code)) {
      // A lone CR is a line end as well, but seldom one that was meant; spaces before a line end may be a break.
      if (code === 13 && text.charCodeAt(at + 1) !== 10) return -1;
      return text.charCodeAt(at - 1) === SPACE ? -1 : at;
    } else if (INSIDE[code] !== 1) {
      return -1;
    } else if (code === 58) {
      if (text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) return -1;
    } else if (code === 46) {
      if (isW(text, at - 1) && isW(text, at - 2) && isW(text, at - 3)) return -1;
    }
  }
}

/** Whether after the line that ends at `end` there is a blank one, or nothing. */
function isBlankAfter(text: string, end: number): boolean {
  const next = afterLineEnd(text, end);
  if (next >= text.length) return true;
  for (let at = next; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || Number.isNaN(code)) return true;
    if (code !== SPACE && code !== 9) return false;
  }
}

function isW(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 87 || code === 119;
}

function textNode(value: string, start: number, line: number, column: number, end: number): Text {
  return { type: 'text', value, position: positionOf(start, line, column, end) };
}

function positionOf(start: number, line: number, column: number, end: number): Position {
  return { start: { line: 1, column: start + 1, offset: start }, end: { line, column, offset: end } };
}

/** After the blank lines at `start`, the start of a line. */
export function afterBlankLines(text: string, start: number): number {
  let line = start;
  for (;;) {
    const end = lineEnd(text, line);
    for (let at = line; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code !== SPACE && code !== 9) return line;
    }
    const next = afterLineEnd(text, end);
    if (next === end) return line;
    line = next;
  }
}

/**
 * The first place after `start` and before `limit` at which a plain block begins that is likely to be read the same way
 * without what stands before it, or -1.
 */
export function plainFrom(text: string, start: number, limit: number): number {
  let afterText = false;
  for (let at = start; at < limit; ) {
    const begin = afterBlankLines(text, at);
    if (begin >= limit) return -1;
    const plain = plainAt(text, begin);
    if (plain && afterText) return begin;
    const chunk = plain ? undefined : chunkAt(text, begin);
    afterText = chunk === undefined || chunk.isText;
    at = chunk ? chunk.end : afterLineEnd(text, plain!.end);
    if (at <= begin) return -1;
  }
  return -1;
}

/** What stands up to the next blank line: whether no list, quotation, note or code begins in it, and its end. */
function chunkAt(text: string, start: number): { readonly isText: boolean; readonly end: number } {
  let isText = true;
  let line = start;
  while (line < text.length) {
    isText &&= !mayHold(text, line);
    const end = lineEnd(text, line);
    const next = afterLineEnd(text, end);
    if (next === end) break;
    if (isBlankAfter(text, end)) return { isText, end: next };
    line = next;
  }
  return { isText, end: text.length };
}

/** Whether a line may begin what holds other blocks, or code. */
function mayHold(text: string, at: number): boolean {
  const char = text[at]!;
  if ('>-+ \t`~'.includes(char)) return true;
  if (char === '*') return text[at + 1] === ' ';
  if (char === '[') return text[at + 1] === '^';
  return char >= '0' && char <= '9' && !beginsPlainly(text, at);
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
