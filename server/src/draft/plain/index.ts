import type { Heading, Text } from 'mdast';
import type { Position } from 'unist';
import { HASH, OPEN, SPACE } from '../codes';
import type { Labels } from '../labels';
import { afterBlankLines, afterLineEnd, isBlankAfter, lineEnd, linesFrom } from '../lines';
import { firstExcess } from '../parser/long-lines';
import type { Block } from '../types';
import { plainContainerAt } from './blocks';
import { beginsParagraph, beginsPlainly, plainLineEnd } from './characters';
import { inlinesIn } from './inlines';
import { LONGEST, MOST_LINES, type Plain } from './lines';

/*
 * Reads simple Markdown without the parser, many times as fast and into the same mdast nodes. micromark takes about a
 * microsecond for each character, whatever it is, but most of a paper is headings, paragraphs, lists, tables and
 * footnotes in which few characters have a meaning in Markdown. Anything doubtful is left to micromark.
 */

/** Markup that is read without the parser where it is as simple as in most papers: see `inlines.ts`. */
const MARKS = '*_[&';
/** Labels are no longer in Markdown. */
const LONGEST_LABEL = 1000;

/**
 * The plain block that begins at `start`, the start of a line; undefined where the parser is needed.
 *
 * @param labels of the draft: only references to these are references
 */
export function plainAt(text: string, start: number, labels?: Labels): Plain | undefined {
  if (text.charCodeAt(start) === HASH) return headingAt(text, start);
  const plain = mayDefine(text, start) ? undefined : paragraphAt(text, start, labels);
  if (plain) return plain;
  const simple = plainContainerAt(text, start, labels);
  return simple && firstExcess(text, start, simple.end) === undefined ? simple : undefined;
}

/** Whether a definition may begin at `start`. Of a thousand below each other, each would be read to the last as text. */
function mayDefine(text: string, start: number): boolean {
  return (
    text.charCodeAt(start) === OPEN &&
    text.slice(start, Math.min(lineEnd(text, start), start + LONGEST_LABEL)).includes(']:')
  );
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
  const length = end - start;
  const node: Heading = {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [textNode(text.slice(content, end), depth + 1, 1, length + 1, length)],
    position: positionOf(0, 1, length + 1, length),
  };
  return { node, end, lines: 1 };
}

function paragraphAt(text: string, start: number, labels: Labels | undefined): Plain | undefined {
  let lines = 0;
  let at = start;
  let isPlain = true;
  for (;;) {
    if (!beginsPlainly(text, at)) {
      if (!beginsParagraph(text, at)) return undefined;
      isPlain = false;
    }
    lines++;
    let end = isPlain ? plainLineEnd(text, at) : lineEnd(text, at);
    if (end < 0) {
      if (!isLineEnd(text, ~end) && !MARKS.includes(text[~end]!)) return undefined;
      isPlain = false;
      end = lineEnd(text, at);
    }
    // A longer one is cut into several blocks elsewhere, or is no paragraph.
    if (!isPlain && (end - start > LONGEST || lines > MOST_LINES)) return undefined;
    if (isBlankAfter(text, end) || interrupts(text, afterLineEnd(text, end))) {
      const length = end - start;
      const children = isPlain
        ? [textNode(text.slice(start, end), 0, lines, end - at + 1, length)]
        : firstExcess(text, start, end) === undefined &&
          inlinesIn(
            text,
            start,
            withoutSpaces(text, end),
            { block: start, line: 1, lineStart: start },
            labels,
          );
      if (!children) return undefined;
      if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) !== 10) return undefined;
      return {
        node: { type: 'paragraph', children, position: positionOf(0, lines, end - at + 1, length) },
        end,
        lines,
      };
    }
    at = afterLineEnd(text, end);
  }
}

/** Whether a line begins a quotation or a list item that ends a paragraph as a blank line does: see `startsClean`. */
function interrupts(text: string, at: number): boolean {
  return '>-*+'.includes(text[at] ?? ' ') && text[at + 1] === ' ' && /[a-z]/i.test(text[at + 2] ?? '');
}

/** The end of the text before `end`, without trailing spaces. */
function withoutSpaces(text: string, end: number): number {
  let last = end;
  while (text.charCodeAt(last - 1) === SPACE) last--;
  return last;
}

/** Whether a line ends at `at`, other than with a lone CR. */
function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code === 13 && text.charCodeAt(at + 1) === 10) || at === text.length;
}

function textNode(value: string, start: number, line: number, column: number, end: number): Text {
  return { type: 'text', value, position: positionOf(start, line, column, end) };
}

function positionOf(start: number, line: number, column: number, end: number): Position {
  return { start: { line: 1, column: start + 1, offset: start }, end: { line, column, offset: end } };
}

/**
 * The first place between `start` and `limit` at which a plain block begins that probably does not depend on what
 * stands before it, or -1.
 */
export function plainFrom(text: string, start: number, limit: number, labels?: Labels): number {
  let afterText = false;
  for (let at = start; at < limit; ) {
    const begin = afterBlankLines(text, at);
    if (begin >= limit) return -1;
    // Each item would be read to the end of its list, so inside one none is looked for.
    const plain: Plain | undefined =
      afterText || !mayHold(text, begin) ? plainAt(text, begin, labels) : undefined;
    if (plain) {
      if (afterText) return begin;
      afterText = !isContainer(plain.node);
      at = afterLineEnd(text, plain.end);
    } else {
      const chunk = chunkAt(text, begin, limit);
      afterText = chunk.isText;
      at = chunk.end;
    }
    if (at <= begin) return -1;
  }
  return -1;
}

/** Whether later lines may belong to a block, or be read otherwise because it is open. */
export function isContainer({ type }: Block['node']): boolean {
  return type === 'list' || type === 'blockquote' || type === 'footnoteDefinition';
}

/**
 * The text up to the next blank line or to `limit`: its end, and whether no list, quotation, footnote or code begins in
 * it.
 */
function chunkAt(
  text: string,
  start: number,
  limit: number,
): { readonly isText: boolean; readonly end: number } {
  let isText = true;
  for (const line of linesFrom(text, start, limit)) {
    isText &&= !mayHold(text, line.start);
    if (line.next > line.end && isBlankAfter(text, line.end)) return { isText, end: line.next };
  }
  return { isText, end: text.length };
}

/** Whether a line may begin a container block or code. */
function mayHold(text: string, at: number): boolean {
  const char = text[at]!;
  if ('>-+ \t`~'.includes(char)) return true;
  if (char === '*') return text[at + 1] === ' ';
  if (char === '[') return text[at + 1] === '^';
  return char >= '0' && char <= '9' && !beginsPlainly(text, at);
}
