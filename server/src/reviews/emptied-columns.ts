import type { Table, TableCell } from 'mdast';
import { afterLineEnd, lineEnd } from '../draft/lines';
import type { Span } from '../draft/types';
import { spanOf } from '../mdast/tree';

/**
 * The stretches of a table's columns that become empty in all rows, the head among them: with their bars, and with their
 * part of the line below the head.
 *
 * @param isEmptied whether the cuts leave nothing of a cell that had something
 */
export function emptiedColumns(
  { children: rows }: Table,
  offset: number,
  text: string,
  isEmptied: (cell: TableCell) => boolean,
): readonly Span[] {
  const [head] = rows;
  if (head === undefined || head.children.length < 2) return [];
  const gone = head.children.flatMap((cell, column) => {
    const isGone = rows.every(({ children }) => {
      const own = children[column];
      return own === undefined || own.children.length === 0 || isEmptied(own);
    });
    return isGone && isEmptied(cell) ? [column] : [];
  });
  if (gone.length === 0 || gone.length === head.children.length) return [];
  const below = afterLineEnd(text, spanOf(head, offset).end);
  const marks = [...text.slice(below, lineEnd(text, below)).matchAll(/(?:\|[ \t]*)?:?-+:?/g)];
  const lines = rows.map((row) => ({
    starts: row.children.map((cell) => spanOf(cell, offset).start),
    end: spanOf(row, offset).end,
  }));
  lines.push({ starts: marks.map(({ index }) => below + index), end: lineEnd(text, below) });
  return lines.flatMap(({ starts, end }) =>
    gone.flatMap((column) => {
      const start = starts[column];
      if (start === undefined) return [];
      const isClosed = /\|[ \t]{0,99}$/.exec(text.slice(start + 1, end));
      return { start, end: starts[column + 1] ?? (isClosed ? start + 1 + isClosed.index : end) };
    }),
  );
}
