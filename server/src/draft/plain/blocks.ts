/** Reads simple quotations, footnotes, tables and comments without the parser (see `plain/index.ts`). */
import type { AlignType, Blockquote, FootnoteDefinition, Html, Table, TableCell, TableRow } from 'mdast';
import { SPACE } from '../codes';
import type { Labels } from '../labels';
import { afterLineEnd, countLineEnds, isBlankAfter, lineEnd, lineStart } from '../lines';
import { MOST_LAZY_LINES } from '../parser/limits';
import { beginsParagraph } from './characters';
import { inlinesIn } from './inlines';
import { labelIn } from './labels';
import { definitionAt, fenceAt, ruleAt, underlinedAt } from './leaves';
import {
  isApart,
  type Line,
  LONGEST,
  lineAt,
  MOST_LINES,
  type Plain,
  paragraphIn,
  positionIn,
  positionOfBlock,
} from './lines';
import { listAt } from './lists';

const LONGEST_COMMENT = 5_000;
/** Characters that are replaced before parsing: see `parser/limits.ts` and `parser/markdown.ts`. */
const UNSEEN = /[\0\uFEFF\uFDD0-\uFDEF\uFFFF]/;

export function plainContainerAt(text: string, start: number, labels: Labels | undefined): Plain | undefined {
  switch (text[start]) {
    case '-':
    case '*':
      return ruleAt(text, start) ?? listAt(text, start, labels);
    case '+':
      return listAt(text, start, labels);
    case '_':
      return ruleAt(text, start);
    case '>':
      return quotationAt(text, start, labels);
    case '[':
      return noteAt(text, start, labels) ?? definitionAt(text, start);
    case '`':
      return fenceAt(text, start);
    case '|':
      return tableAt(text, start, labels);
    case '<':
      return commentAt(text, start);
    default: {
      const code = text.charCodeAt(start);
      return (
        (code >= 48 && code <= 57 ? listAt(text, start, labels) : undefined) ?? underlinedAt(text, start)
      );
    }
  }
}

const QUOTE = '> ';

/** A quotation of one paragraph, most of whose lines have its mark. */
function quotationAt(text: string, start: number, labels: Labels | undefined): Plain | undefined {
  let last: Line | undefined;
  let lazy = 0;
  do {
    const next: number = last ? afterLineEnd(text, last.end) : start;
    const isMarked = text.startsWith(QUOTE, next);
    if (!isMarked) lazy++;
    if (lazy > (last ? MOST_LAZY_LINES : 0)) return undefined;
    if (!beginsParagraph(text, isMarked ? next + QUOTE.length : next)) return undefined;
    last = lineAt(text, start, last ? last.line + 1 : 1, next);
    if (!last || last.end - start > LONGEST || last.line > MOST_LINES) return undefined;
  } while (!isBlankAfter(text, last.end));
  const origin = { block: start, line: 1, lineStart: start, prefix: QUOTE };
  const from = start + QUOTE.length;
  const children = inlinesIn(text, from, last.end, origin, labels);
  if (!children) return undefined;
  const { end } = positionIn(last, start, last.end);
  const node: Blockquote = {
    type: 'blockquote',
    children: [
      {
        type: 'paragraph',
        children,
        position: { start: { line: 1, column: from - start + 1, offset: from - start }, end },
      },
    ],
    position: positionOfBlock({ ...end }),
  };
  return { node, end: last.end, lines: last.line };
}

/** A footnote definition in one line. */
function noteAt(text: string, start: number, labels: Labels | undefined): Plain | undefined {
  const label = labelIn(text, start);
  if (label === undefined) return undefined;
  const colon = start + label.length + 3;
  if (text[colon] !== ':' || text.charCodeAt(colon + 1) !== SPACE) return undefined;
  const line = lineAt(text, start, 1, start);
  if (!line || line.end - start > LONGEST) return undefined;
  const next = afterLineEnd(text, line.end);
  if (isBlankAfter(text, line.end)) {
    if (!isApart(text, next)) return undefined;
  } else if (!beginsNote(text, next)) return undefined;
  const paragraph = paragraphIn(text, line, colon + 2, labels);
  if (!paragraph) return undefined;
  const node: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: label.toLowerCase(),
    label,
    children: [paragraph],
    position: positionIn(line, start, line.end),
  };
  return { node, end: line.end, lines: 1 };
}

function beginsNote(text: string, start: number): boolean {
  const label = labelIn(text, start);
  return label !== undefined && text[start + label.length + 3] === ':';
}

/** A table whose rows all begin with a bar. Rows that are being typed have fewer cells, and no bar at their end. */
function tableAt(text: string, start: number, labels: Labels | undefined): Plain | undefined {
  const head = lineAt(text, start, 1, start);
  if (!head || text[head.end - 1] !== '|') return undefined;
  const children = [rowIn(text, head, labels)];
  const width = children[0]?.children.length;
  if (width === undefined) return undefined;
  const rule = lineAt(text, start, 2, afterLineEnd(text, head.end));
  const align = rule && rule.start > head.end ? alignmentIn(text.slice(rule.start, rule.end)) : undefined;
  if (!rule || align?.length !== width) return undefined;
  let last = rule;
  while (!isBlankAfter(text, last.end)) {
    const line = lineAt(text, start, last.line + 1, afterLineEnd(text, last.end));
    const isIn = line && line.end - start <= LONGEST && line.line <= MOST_LINES;
    const row = isIn ? rowIn(text, line, labels) : undefined;
    if (!line || !row) return undefined;
    children.push(row);
    last = line;
  }
  const node: Table = {
    type: 'table',
    align,
    children: children as TableRow[],
    position: positionOfBlock(positionIn(last, start, last.end).end),
  };
  return { node, end: last.end, lines: last.line };
}

function rowIn(text: string, line: Line, labels: Labels | undefined): TableRow | undefined {
  const { start, end } = line;
  if (text[start] !== '|' || end - start < 2) return undefined;
  const origin = { block: line.block, line: line.line, lineStart: start };
  const children: TableCell[] = [];
  for (let bar = start; bar < end - 1; ) {
    const found = text.indexOf('|', bar + 1);
    const next = found === -1 || found > end ? end : found;
    let from = bar + 1;
    let to = next;
    while (from < to && text.charCodeAt(from) === SPACE) from++;
    while (to > from && text.charCodeAt(to - 1) === SPACE) to--;
    const inside = inlinesIn(text, from, to, origin, labels);
    if (!inside) return undefined;
    // The last cell includes the bar after it, where there is one.
    const position = positionIn(line, bar, next === end - 1 ? end : next);
    children.push({ type: 'tableCell', children: inside, position });
    bar = next;
  }
  return { type: 'tableRow', children, position: positionIn(line, start, end) };
}

/** The alignment of the columns of a table, by its delimiter row. */
function alignmentIn(line: string): AlignType[] | undefined {
  if (!line.startsWith('|') || !line.endsWith('|') || line.length < 3) return undefined;
  const align: AlignType[] = [];
  for (const cell of line.slice(1, -1).split('|')) {
    const rule = cell.trim();
    if (!/^:?-+:?$/.test(rule)) return undefined;
    const left = rule.startsWith(':');
    if (rule.endsWith(':')) align.push(left ? 'center' : 'right');
    else align.push(left ? 'left' : null);
  }
  return align;
}

/** An HTML comment that begins and ends a line. */
function commentAt(text: string, start: number): Plain | undefined {
  if (!text.startsWith('<!--', start) || '->'.includes(text[start + 4] ?? '-')) return undefined;
  const close = text.slice(start, start + LONGEST_COMMENT).indexOf('-->', 4);
  if (close === -1) return undefined;
  const end = start + close + 3;
  const value = text.slice(start, end);
  if (lineEnd(text, end) !== end || !isBlankAfter(text, end) || UNSEEN.test(value)) return undefined;
  const lines = countLineEnds(text, start, end) + 1;
  const node: Html = {
    type: 'html',
    value,
    position: positionOfBlock({
      line: lines,
      column: end - Math.max(start, lineStart(text, end)) + 1,
      offset: end - start,
    }),
  };
  return { node, end, lines };
}
