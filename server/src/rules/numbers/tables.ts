/** What clashes within a table. */
import type { Block } from '../../draft';
import { nodesOf } from '../lib/nodes';
import { wrongFormulas, wrongShares } from './formulas';
import { type Grid, gridOf, turned } from './grid';
import { wrongProducts } from './products';
import { oddOneOut, pairAt } from './series';
import { wrongTotals } from './totals';
import type { Clash } from './types';

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
      ...wrongProducts(grid),
      ...wrongPairs(grid),
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

/** Columns of cells such as "15 (68%)". */
function wrongPairs({ rows, width }: Grid): readonly Clash[] {
  const clashes: Clash[] = [];
  for (let column = 1; column < width; column++) {
    const pairs = rows.slice(1).flatMap((row) => {
      const { text, span } = row[column]!;
      const found = pairAt(text);
      return found && found.length === text.length ? [{ ...found.pair, span }] : [];
    });
    const odd = oddOneOut(pairs);
    if (odd) clashes.push({ span: odd.pair.span, message: odd.message });
  }
  return clashes;
}
