import type { Block } from '../../../draft';
import { type Clash, oncePerPlace } from '../clash';
import { wrongFormulas } from './formulas';
import { gridsIn, turned } from './grid';
import { wrongInRows } from './row-formulas';
import { wrongTotals } from './totals';

/** The clashes in the tables of a block. */
export function clashesInTables(block: Block): readonly Clash[] {
  return gridsIn(block).flatMap((grid) => {
    const across = turned(grid);
    const surest = [...wrongFormulas(grid), ...wrongFormulas(across, true), ...wrongTotals(grid, across)];
    return oncePerPlace(surest.length > 0 ? surest : [...wrongInRows(grid), ...wrongInRows(across)]);
  });
}
