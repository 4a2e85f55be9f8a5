/** What the readers of simple blocks have in common: see `plain.ts`. */
import type { Paragraph } from 'mdast';
import type { Point, Position } from 'unist';
import { RETURN, SPACE, TAB } from './codes';
import { inlinesIn } from './inlines';
import type { Labels } from './labels';
import { afterBlankLines, lineEnd } from './lines';
import { beginsParagraph } from './plain-characters';
import { LONGEST_BLOCK } from './slices';
import type { Block } from './types';

/** A block that is read without the parser: what stands after it does not go on with it. */
export interface Plain {
  readonly node: Block['node'];
  /** Where it ends in the text, before its line end. */
  readonly end: number;
  /** Lines that it has. */
  readonly lines: number;
}

/** Longer blocks are left to the parser. */
export const LONGEST = LONGEST_BLOCK;
/** As many as a block may have at all: see `marksEnd` in `slices.ts`. */
export const MOST_LINES = 4_001;

/** A line in a block, by its number from 1. */
export interface Line {
  readonly block: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The line that begins at `start`, or undefined where it ends as few do. */
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

/** The place of a whole block, by its end. */
export function wholeTo(end: Point): Position {
  return { start: { line: 1, column: 1, offset: 0 }, end };
}

/** The paragraph of one line that is what a list item, a quotation or a note holds from `from` on. */
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

/** Whether what stands after the blank lines at `start` cannot go on with a list or a note. */
export function isApart(text: string, start: number): boolean {
  const code = text.charCodeAt(afterBlankLines(text, start));
  return code !== SPACE && code !== TAB;
}
