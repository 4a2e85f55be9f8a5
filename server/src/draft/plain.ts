import type { FootnoteReference, Heading, Paragraph, Text } from 'mdast';
import type { Point, Position } from 'unist';
import type { Labels } from './labels';
import { afterLineEnd, lineEnd } from './lines';

/*
 * The parser takes a microsecond for each character, whatever it is. Most of a paper is headings and paragraphs in
 * which no character means anything to Markdown but the references to footnotes, and those are read here, a hundred times as fast and to the same
 * nodes. Whatever is in doubt is left to the parser.
 */

/** A heading, or a paragraph of plain words and references to footnotes, with a blank line or the end of the text after it. */
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
const OPEN = 91;

/**
 * The plain block that begins at `start`, the start of a line; undefined where there is none.
 *
 * @param labels of the draft: a reference to what is not defined is none.
 */
export function plainAt(text: string, start: number, labels?: Labels): Plain | undefined {
  return text.charCodeAt(start) === HASH ? headingAt(text, start) : paragraphAt(text, start, labels);
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

/** Where a reference to a footnote stands, from the start of its paragraph; lines and columns are counted from 1. */
interface Reference {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Of its start. */
  readonly column: number;
}

function paragraphAt(text: string, start: number, labels: Labels | undefined): Plain | undefined {
  let lines = 0;
  let at = start;
  const references: Reference[] = [];
  for (;;) {
    if (!beginsPlainly(text, at)) return undefined;
    lines++;
    let end = plainLineEnd(text, at);
    while (end < 0 && text.charCodeAt(~end) === OPEN) {
      const label = labels && labelAt(text, ~end, labels);
      if (label === undefined) return undefined;
      const from = ~end;
      const to = from + label.length + 3;
      references.push({ label, start: from - start, end: to - start, line: lines, column: from - at + 1 });
      end = plainLineEnd(text, to);
    }
    if (end < 0 || end - start > LONGEST) return undefined;
    if (isBlankAfter(text, end)) {
      const length = end - start;
      const node: Paragraph = {
        type: 'paragraph',
        children: childrenOf(text.slice(start, end), references, lines, end - at + 1),
        position: positionOf(0, lines, end - at + 1, length),
      };
      return { node, end, lines };
    }
    at = afterLineEnd(text, end);
  }
}

/** The longest label of a footnote that is read here. */
const LONGEST_LABEL = 40;

/**
 * The label of the reference to a footnote whose bracket is at `at`; undefined where it may be anything else. Beside
 * brackets and behind an exclamation mark it may be a link or a picture.
 */
function labelAt(text: string, at: number, labels: Labels): string | undefined {
  if (text.charCodeAt(at + 1) !== 94 || text.charCodeAt(at - 1) === 33) return undefined;
  const begin = at + 2;
  let end = begin;
  while (isLabel(text.charCodeAt(end))) end++;
  if (end === begin || end - begin > LONGEST_LABEL || text.charCodeAt(end) !== 93) return undefined;
  const next = text.charCodeAt(end + 1);
  if (next === OPEN || next === 40) return undefined;
  const label = text.slice(begin, end);
  return labels.has(`^${label.toUpperCase()}`) ? label : undefined;
}

function isLabel(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45
  );
}

/** Texts, and the references between them. */
function childrenOf(
  source: string,
  references: readonly Reference[],
  lines: number,
  column: number,
): Paragraph['children'] {
  if (references.length === 0) return [textNode(source, 0, lines, column, source.length)];
  const children: Paragraph['children'] = [];
  let done = { offset: 0, line: 1, column: 1 };
  const addText = (end: typeof done): void => {
    if (end.offset === done.offset) return;
    const value = source.slice(done.offset, end.offset);
    children.push({ type: 'text', value, position: { start: pointOf(done), end: pointOf(end) } });
  };
  for (const { label, start, end, line, column: from } of references) {
    const begin = { line, column: from, offset: start };
    addText(begin);
    done = { line, column: from + end - start, offset: end };
    const reference: FootnoteReference = {
      type: 'footnoteReference',
      identifier: label.toLowerCase(),
      label,
      position: { start: pointOf(begin), end: pointOf(done) },
    };
    children.push(reference);
  }
  addText({ line: lines, column, offset: source.length });
  return children;
}

function pointOf({ line, column, offset }: { line: number; column: number; offset: number }): Point {
  return { line, column, offset };
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

/**
 * The end of the line that `from` stands in, where nothing up to there means anything to Markdown; where something does,
 * `~` its place.
 */
function plainLineEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      // A byte order mark, and the characters that stand for hidden ones: see `guard.ts`.
      if (code === 0xfeff || (code >= 0xfdd0 && code <= 0xfdef)) return ~at;
    } else if (code === 10 || code === 13 || Number.isNaN(code)) {
      // A lone CR is a line end as well, but seldom one that was meant; spaces before a line end may be a break.
      if (code === 13 && text.charCodeAt(at + 1) !== 10) return ~at;
      return text.charCodeAt(at - 1) === SPACE ? ~at : at;
    } else if (INSIDE[code] !== 1) {
      return ~at;
    } else if (code === 58) {
      if (text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) return ~at;
    } else if (code === 46) {
      if (isW(text, at - 1) && isW(text, at - 2) && isW(text, at - 3)) return ~at;
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
export function plainFrom(text: string, start: number, limit: number, labels?: Labels): number {
  let afterText = false;
  for (let at = start; at < limit; ) {
    const begin = afterBlankLines(text, at);
    if (begin >= limit) return -1;
    const plain = plainAt(text, begin, labels);
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
