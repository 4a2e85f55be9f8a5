/** What clashes within a table. */
import type { Block } from '../../draft';
import { addAll } from '../../lists';
import { nodesOf } from '../lib/nodes';
import { wrongColumns } from './columns';
import { wrongFormulas, wrongShares } from './formulas';
import { type Grid, gridOf, turned } from './grid';
import { wrongHundreds } from './hundreds';
import { wrongProducts } from './products';
import { type Pair, pairAt } from './series';
import { wrongTotals } from './totals';
import type { Clash } from './types';
import { grouped } from './written';

/** The clashes in the tables of a block. */
export function clashesInTables(block: Block): readonly Clash[] {
  if (!block.text.includes('|')) return [];
  const clashes: Clash[] = [];
  for (const node of nodesOf(block)) {
    if (node.type !== 'table') continue;
    const grid = gridOf(node);
    if (!grid) continue;
    const across = turned(grid);
    const found = [
      ...wrongFormulas(grid),
      ...wrongFormulas(across),
      ...wrongTotals(grid, across),
      ...wrongShares(grid),
      ...wrongHundreds(grid),
      ...wrongProducts(grid),
      ...wrongPairs(grid),
      ...wrongColumns(grid),
    ];
    const seen = new Set<number>();
    for (const clash of found) {
      if (seen.has(clash.span.start)) continue;
      seen.add(clash.span.start);
      clashes.push(clash);
    }
  }
  return clashes;
}

/** Columns of cells such as "15 (68%)" under their whole: "Start (n=40)". */
function wrongPairs({ rows, width }: Grid): readonly Clash[] {
  const clashes: Clash[] = [];
  for (let column = 1; column < width; column++) {
    const pairs = rows.slice(1).flatMap((row) => {
      const { text, span } = row[column]!;
      const found = pairAt(text);
      return found && found.length === text.length ? [{ ...found.pair, span }] : [];
    });
    const whole = /\bn\s?=\s?(\d{1,3}(?:,\d{3})+|\d{1,6})\b|^[^()]*\((\d{1,3}(?:,\d{3})+|\d{2,6})\)$/i.exec(
      rows[0]![column]!.text,
    );
    if (whole) addAll(clashes, ofWhole(pairs, Number((whole[1] ?? whole[2])!.replace(/,/g, ''))));
  }
  return clashes;
}

/** Shares of the whole that the head of the column gives; nothing where most are of another. */
function ofWhole(pairs: readonly Pair[], whole: number): readonly Clash[] {
  const wrong = pairs.filter(
    ({ count, share, step }) => Math.abs((100 * count) / whole - share) >= step * 1.01,
  );
  if (pairs.length < 2 || wrong.length > pairs.length / 3) return [];
  return wrong.map(({ count, span, words }) => ({
    span,
    message: `“${words}” does not follow: ${grouped(count, 0)} of ${grouped(whole, 0)} is ${grouped((100 * count) / whole, 1)}%. Put right whichever is wrong.`,
  }));
}
