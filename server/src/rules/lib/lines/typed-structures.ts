import { type Block, type Draft, perBlock } from '../../../draft';
import { afterLineEnd, lineEnd } from '../../../draft/lines';
import { greatest } from '../../../util/lists';
import type { Fix, Problem } from '../../types';
import { type LinedParagraph, linedParagraphs } from './lined-paragraphs';
import { bulletOf, columnsOf, type Line, type TypedAs, typedAs } from './separate-lines';

/** A list, a table or lines that somebody typed or pasted as text. Markdown runs its lines together. */
export type TypedStructure = LinedParagraph & {
  readonly as: TypedAs;
};

/** The typed structures of a block. */
export const typedStructuresIn = perBlock((block: Block): readonly TypedStructure[] => {
  const { text } = block;
  if (!text.includes('\n') && !text.includes('\r') && bulletOf(text, []) === undefined) return [];
  return linedParagraphs(block).flatMap((paragraph) => {
    const as = typedAs(paragraph.lines);
    return as ? [{ ...paragraph, as }] : [];
  });
});

/** The line with tabs that a paragraph is: the only row of a table, if there are heads above it. */
export function typedRowIn(block: Block): TypedStructure | undefined {
  const { text, node } = block;
  if (node.type !== 'paragraph' || !text.includes('\t') || /[\n\r]/.test(text)) return undefined;
  const [row] = linedParagraphs(block);
  return row && row.lines[0]!.text.includes('\t') ? { ...row, as: 'table' } : undefined;
}

/** What Markdown takes for code, as it begins with a tab: the heads of columns, of which the first has none. */
const HEADS = /^ {0,3}\t[^\n\r]*(?:\r?\n {0,3}\t[^\n\r]*)*$/;

/**
 * The lines right above the rows of a table that are its heads, with offsets that count from the block of the table.
 * Heads have no more columns than the rows, and as many as a row that stands alone.
 */
export function headsAbove({ blocks }: Draft, index: number, table: TypedStructure): readonly Line[] {
  const [above, own] = [blocks[index - 1], blocks[index]!];
  if (above?.block.node.type !== 'code' || own.block.node.type !== 'paragraph') return [];
  const { text, node } = above.block;
  if (above.line + node.position!.end.line !== own.line || !HEADS.test(text)) return [];
  const lines: Line[] = [];
  for (let from = 0; from < text.length; from = afterLineEnd(text, lineEnd(text, from))) {
    const start = above.start - own.start + from;
    const to = lineEnd(text, from);
    const words = text.slice(from, to).trimEnd();
    const line = { start, end: start + words.length, prefix: '', lineEnd: start + to - from, single: false };
    lines.push({ ...line, text: words.replace(/^ +/, '') });
  }
  const columns = greatest(rowsOf(table).map(({ cells }) => cells.length));
  const heads = rowsOf({ ...table, lines }).map(({ cells }) => cells.length);
  const fit = heads.every((many) => (table.lines.length === 1 ? many === columns : many <= columns));
  return heads.length === lines.length && fit ? lines : [];
}

/** The rows of a table that is typed with tabs. */
export function rowsOf({ lines }: LinedParagraph): readonly { line: Line; cells: readonly string[] }[] {
  const rows = lines.filter(({ text }) => text.includes('\t'));
  const single = rows.map((line) => ({ line, cells: columnsOf(line.text) }));
  // Several tabs in a row count as one if all rows have the same number of cells then.
  const joined = rows.map((line) => ({ line, cells: columnsOf(line.text.replace(/\t+/g, '\t')) }));
  const isEven = (all: typeof single): boolean =>
    all.every(({ cells }) => cells.length === all[0]!.cells.length);
  return !isEven(single) && isEven(joined) ? joined : single;
}

/** A problem with a typed structure. */
export function problemOf({ lines }: LinedParagraph, message: string, fixes: () => readonly Fix[]): Problem {
  return { span: { start: lines[0]!.start, end: lines.at(-1)!.end }, message, fixes };
}
