import type { Block } from '../../../draft';
import type { Clash } from '../types';
import { wrongFormulas } from './formulas';
import { gridsIn, turned } from './grid';
import { wrongInRows } from './row-formulas';
import { wrongTotals } from './totals';

/** The clashes in the tables of a block. */
export function clashesInTables(block: Block): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const grid of gridsIn(block)) {
    const across = turned(grid);
    const surest = [...wrongFormulas(grid), ...wrongFormulas(across, true), ...wrongTotals(grid, across)];
    const found = surest.length > 0 ? surest : [...wrongInRows(grid), ...wrongInRows(across)];
    const seen = new Set<number>();
    for (const clash of found) {
      if (seen.has(clash.span.start)) continue;
      seen.add(clash.span.start);
      clashes.push(clash);
    }
  }
  return clashes;
}
