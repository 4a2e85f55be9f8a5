/** What the readers in `plain/` share. */
import type { Paragraph } from 'mdast';
import type { Point, Position } from 'unist';
import { RETURN, SPACE, TAB } from '../codes';
import type { Labels } from '../labels';
import { afterBlankLines, lineEnd } from '../lines';
import { LONGEST_BLOCK } from '../slices';
import type { Block } from '../types';
import { beginsParagraph } from './characters';
import { inlinesIn } from './inlines';

/** A block that was read without the parser. What follows it does not continue it. */
export interface Plain {
  readonly node: Block['node'];
  /** Where it ends in the text, before its line end. */
  readonly end: number;
  readonly lines: number;
}

/** Longer blocks are left to the parser. */
export const LONGEST = LONGEST_BLOCK;
/** The most lines: as many as a block may have (see `marksEnd` in `slices.ts`). */
export const MOST_LINES = 4_001;

/** A line in a block, by its number from 1. */
export interface Line {
  readonly block: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The line that begins at `start`, or undefined where it ends in an unusual way. */
export function lineAt(text: string, block: number, line: number, start: number): Line | undefined {
  const end = lineEnd(text, start);
  if (text.charCodeAt(end - 1) === SPACE || text.charCodeAt(end - 1) === TAB) return undefined;
  if (text.charCodeAt(end) === RETURN && text.charCodeAt(end + 1) !== 10) return undefined;
  return { block, line, start, end };
}

export function positionIn({ block, line, start }: Line, from: number, to: number): Position {
  return {
    start: { line, column: from - start + 1, offset: from - block },
    end: { line, column: to - start + 1, offset: to - block },
  };
}

/** The position of a whole block, given its end. */
export function positionOfBlock(end: Point): Position {
  return { start: { line: 1, column: 1, offset: 0 }, end };
}

/** The one-line paragraph of a list item, quotation or footnote, from `from` on. */
export function paragraphIn(
  text: string,
  line: Line,
  from: number,
  labels: Labels | undefined,
): Paragraph | undefined {
  if (!beginsParagraph(text, from)) return undefined;
  const origin = { block: line.block, line: line.line, lineStart: line.start };
  const children = inlinesIn(text, from, line.end, origin, labels);
  return children && { type: 'paragraph', children, position: positionIn(line, from, line.end) };
}

/** Whether the text after the blank lines at `start` cannot continue a list or a footnote. */
export function isApart(text: string, start: number): boolean {
  const code = text.charCodeAt(afterBlankLines(text, start));
  return code !== SPACE && code !== TAB;
}
