/**
 * Reads simple thematic breaks, definitions, fenced code and underlined headings without the parser (see
 * `plain/index.ts`).
 */
import type { Code, Definition, Heading, ThematicBreak } from 'mdast';
import { SPACE } from '../codes';
import { afterLineEnd, isBlankAfter, lineEnd } from '../lines';
import { beginsPlainly, plainLineEnd } from './characters';
import { labelledAt } from './labels';
import { type Line, LONGEST, lineAt, MOST_LINES, type Plain, positionIn, positionOfBlock } from './lines';

/** Longer addresses are left to the parser. */
const LONGEST_ADDRESS = 250;
/** Characters that are replaced before parsing: see `parser/limits.ts` and `parser/markdown.ts`. */
const UNSEEN = /[\0\t\uFEFF\uFDD0-\uFDEF\uFFFF]/;

/** A thematic break: three or more of one character, and nothing else. */
export function ruleAt(text: string, start: number): Plain | undefined {
  const line = lineAt(text, start, 1, start);
  if (!line || runEnd(text, start) !== line.end || line.end - start < 3) return undefined;
  const node: ThematicBreak = { type: 'thematicBreak', position: positionIn(line, start, line.end) };
  return { node, end: line.end, lines: 1 };
}

function runEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] === text[start]) end++;
  return end;
}

/** An underlined heading of one line of plain text. */
export function underlinedAt(text: string, start: number): Plain | undefined {
  if (!beginsPlainly(text, start)) return undefined;
  const line = lineAt(text, start, 1, start);
  if (!line || plainLineEnd(text, start) !== line.end) return undefined;
  // It may be a table of one column.
  if (text.slice(start, line.end).includes('|')) return undefined;
  const next = afterLineEnd(text, line.end);
  const sign = text[next];
  if (sign !== '-' && sign !== '=') return undefined;
  const below = lineAt(text, start, 2, next);
  if (!below || runEnd(text, next) !== below.end || below.end - next < 3) return undefined;
  const position = positionIn(line, start, line.end);
  const node: Heading = {
    type: 'heading',
    depth: sign === '=' ? 1 : 2,
    children: [{ type: 'text', value: text.slice(start, line.end), position }],
    position: { start: { ...position.start }, end: positionIn(below, next, below.end).end },
  };
  return { node, end: below.end, lines: 2 };
}

/** A link definition without a title, after which nothing follows that may be one. */
export function definitionAt(text: string, start: number): Plain | undefined {
  const label = labelledAt(text, start);
  const line = label === undefined ? undefined : lineAt(text, start, 1, start);
  if (label === undefined || !line) return undefined;
  const next = afterLineEnd(text, line.end);
  if (!isBlankAfter(text, line.end) && labelledAt(text, next) === undefined) return undefined;
  const url = text.slice(start + label.length + 4, line.end);
  if (url.length > LONGEST_ADDRESS || !/^[\w/.#][\w/.:?=#%,;@+~$-]*$/.test(url)) return undefined;
  const node: Definition = {
    type: 'definition',
    identifier: label.toLowerCase(),
    label,
    title: null,
    url,
    position: positionIn(line, start, line.end),
  };
  return { node, end: line.end, lines: 1 };
}

const FENCE = '```';

/** Fenced code, with or without one word for its language. */
export function fenceAt(text: string, start: number): Plain | undefined {
  const head = lineAt(text, start, 1, start);
  if (!head || !text.startsWith(FENCE, start)) return undefined;
  const lang = text.slice(start + FENCE.length, head.end);
  if (!/^[\w+#.-]*$/.test(lang)) return undefined;
  const from = afterLineEnd(text, head.end);
  let to = from;
  for (let at = from, number = 2; number <= MOST_LINES && at < text.length; number++) {
    const end = lineEnd(text, at);
    const last: Line = { block: start, line: number, start: at, end };
    if (end - start > LONGEST || (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) !== 10))
      return undefined;
    if (mayClose(text, at)) {
      if (text.slice(at, end) !== FENCE || !isBlankAfter(text, end)) return undefined;
      const value = text.slice(from, to);
      if (UNSEEN.test(value)) return undefined;
      const node: Code = {
        type: 'code',
        lang: lang === '' ? null : lang,
        meta: null,
        value,
        position: positionOfBlock(positionIn(last, at, end).end),
      };
      return { node, end, lines: number };
    }
    to = end;
    at = afterLineEnd(text, end);
  }
  return undefined;
}

/** Whether a line may be a fence, or a fence with text after it. */
function mayClose(text: string, start: number): boolean {
  let at = start;
  while (at - start < 4 && text.charCodeAt(at) === SPACE) at++;
  return text.startsWith(FENCE, at);
}
