/** Columns whose heads say what they are worked out of: a change between two years, likelihood times impact, number times price. */
import type { Cell, Grid } from './grid';
import { fits, said, TIME } from './rises';
import { isTotal } from './totals';
import type { Clash, Written } from './types';
import { like } from './written';

/** Cells that are not what the heads of their columns say. */
export function wrongColumns(grid: Grid): readonly Clash[] {
  return [...wrongChanges(grid), ...wrongProducts(grid)];
}

const CHANGE =
  /^(?:%\s*|per\s?cent(?:age)?\s+)?(?:change|difference|growth|increase|rise|\+\/[-−–])(?:\s+(?:over|since|on|from)\s.*)?(?:\s*\(?(?:%|per\s?cent)\)?)?$/i;
const YEAR = /\b(?:19|20)\d\d|\b\d\d\/\d\d\b/;

/** "2022 | 2024 | Change": the rows in which it is no change from the one to the other. */
function wrongChanges({ rows, width }: Grid): readonly Clash[] {
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

/** What is multiplied by what, and what comes of it, as heads of columns have it. */
const PRODUCTS: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [
    /^(?:likelihood|probability|l|p)\b/i,
    /^(?:impact|severity|consequence|i)\b/i,
    /^(?:(?:risk\s+)?(?:score|rating|total)|risk|l\s?[x×]\s?i|=)$/i,
  ],
  [
    /^(?:number|no\.?|qty|quantity|how\s+many|units|hours|days|sessions)$/i,
    /^(?:(?:unit|each)\b.*|price|rate|(?:cost|price|£)?\s?(?:per|each|a)\s.*|cost\s+each|each|£\s+each)$/i,
    /^(?:(?:total|full)(?:\s+cost|\s+\(?£\)?)?|cost|amount|£)$/i,
  ],
];

function wrongProducts({ rows, width }: Grid): readonly Clash[] {
  const heads = rows[0]!.map(({ text }) => text.split('(')[0]!.trim());
  for (const [one, other, result] of PRODUCTS) {
    const columns = [one, other, result].map((pattern) => {
      const found = heads.flatMap((head, column) => (column > 0 && pattern.test(head) ? [column] : []));
      return found.length === 1 ? found[0]! : -1;
    });
    if (columns.some((column) => column < 0 || column >= width) || new Set(columns).size < 3) continue;
    const [x, y, z] = columns as [number, number, number];
    let right = 0;
    const wrong: { readonly cell: Cell; readonly product: number; readonly terms: string }[] = [];
    for (const row of rows.slice(1)) {
      if (isTotal(row[0]!.text)) continue;
      const [a, b, c] = [row[x]!.number, row[y]!.number, row[z]!.number];
      if (!a || !b || !c || [a, b, c].some(({ unit }) => unit === 'percent')) continue;
      const product = a.value * b.value;
      if (Math.abs(product - c.value) <= slackOf(a, b, c)) right++;
      else wrong.push({ cell: row[z]!, product, terms: `${row[x]!.text} × ${row[y]!.text}` });
    }
    if (right < 2 || wrong.length > Math.max(1, right / 3)) continue;
    return wrong.map(({ cell, product, terms }) => ({
      span: cell.span,
      message: `“${cell.text}” is not what its row works out: ${terms} is ${like({ ...cell.number!, step: 0.01 }, product)}, as the other rows work it out. Put right whichever is wrong.`,
    }));
  }
  return [];
}

/** What a product may be off for the rounding of its factors and of itself. */
function slackOf(a: Written, b: Written, c: Written): number {
  const off = ({ step, words }: Written): number => (words.includes('.') || step > 1 ? step / 2 : 0);
  return Math.max(c.step, off(a) * b.value + off(b) * a.value) * 1.01;
}
