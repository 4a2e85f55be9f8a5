/** Columns whose heads say that they are the change between two years. */
import type { Cell, Grid } from './grid';
import { fits, said, TIME } from './rises';
import type { Clash } from './types';

const CHANGE =
  /^(?:%\s*|per\s?cent(?:age)?\s+)?(?:change|difference|growth|increase|rise|\+\/[-−–])(?:\s+(?:over|since|on|from)\s.*)?(?:\s*\(?(?:%|per\s?cent)\)?)?$/i;
const YEAR = /\b(?:19|20)\d\d|\b\d\d\/\d\d\b/;

/** "2022 | 2024 | Change": the rows in which it is no change from the one to the other. */
export function wrongColumns({ rows, width }: Grid): readonly Clash[] {
  const heads = rows[0]!.map(({ text }) => text);
  const at = heads.findIndex((head, column) => column > 1 && CHANGE.test(head));
  const numbers = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column > 0 && column !== at && rows.some((row) => row[column]!.number),
  );
  const [x, y] = numbers;
  if (at < 0 || x === undefined || y === undefined || numbers.length !== 2 || y > at) return [];
  if (!TIME.test(heads[x]!) || !TIME.test(heads[y]!)) return [];
  const [from, to] = later(heads[x]!, heads[y]!) ? [x, y] : [y, x];
  const wrong: { readonly cell: Cell; readonly is: string; readonly label: string }[] = [];
  let right = 0;
  for (const row of rows.slice(1)) {
    const [before, after, change] = [row[from]!.number, row[to]!.number, row[at]!.number];
    if (!before || !after || change?.unit !== 'percent' || before.value <= 0) continue;
    // Of shares it may be the points.
    if (before.unit === 'percent' || before.unit !== after.unit) continue;
    if (fits(before, after, change)) right++;
    else wrong.push({ cell: row[at]!, is: said(before, after), label: `${before.words} to ${after.words}` });
  }
  // Where most are otherwise, it is another change.
  if (wrong.length > Math.max(right, right === 0 ? 1 : 0)) return [];
  return wrong.map(({ cell, is, label }) => ({
    span: cell.span,
    message: `“${cell.text}” does not follow from its row: from ${label} is ${is}. Put right whichever is wrong.`,
  }));
}

/** Whether the second of two heads is the later one. */
function later(one: string, other: string): boolean {
  const [a, b] = [YEAR.exec(one)?.[0], YEAR.exec(other)?.[0]];
  return a === undefined || b === undefined || a <= b;
}
