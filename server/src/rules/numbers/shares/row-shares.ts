/** Finds the one share of a column that is not of the number in its row, as all others are: “| 200 | 126 (73%) |”. */
import type { Block } from '../../../draft';
import { type Amount, amountsIn, isCount } from '../amounts/amounts';
import type { Clash } from '../clash';
import { type Cell, type Grid, gridsIn } from '../tables/grid';
import { onlyPair } from './pairs';
import { follows, shareOn } from './shares';

/** The least rows whose shares are right, for the other to be wrong. */
const LEAST_RIGHT = 2;

/** The shares in the tables of a block that are not of their rows. */
export function rowSharesIn(block: Block): readonly Clash[] {
  return block.text.includes('%') ? gridsIn(block).flatMap(wrongIn) : [];
}

function wrongIn({ rows: [, ...body] }: Grid): readonly Clash[] {
  const columns = body[0]?.map((_, at) => at) ?? [];
  return columns.flatMap((column) => {
    const pairs = body.map((row) => {
      const { text } = row[column]!;
      return text.includes('%') ? onlyPair(text, amountsIn(text)) : undefined;
    });
    const rows = pairs.flatMap((pair, at) => (pair ? [{ pair, row: body[at]! }] : []));
    if (rows.length <= LEAST_RIGHT || rows.length < body.length) return [];
    // A share may also be of the column’s total.
    const parts = rows.map(({ pair }) => pair.part);
    return columns.flatMap((other): readonly Clash[] => {
      const of = rows.map(({ pair, row }) => ({ ...pair, row, whole: countIn(row[other]!, pair.part) }));
      if (other === column || of.some(({ whole, part }) => !whole || whole.value < part.value)) return [];
      const [odd, ...more] = of.filter(({ part, whole, share }) => !follows(part, whole!, share));
      if (!odd || more.length > 0 || of.length - 1 < LEAST_RIGHT) return [];
      const others = [...parts, ...odd.row.flatMap((cell) => countIn(cell, odd.part) ?? [])];
      if (others.some((one) => one.value > odd.part.value && follows(odd.part, one, odd.share))) return [];
      return [{ ...shareOn(odd.part, odd.whole!, odd.share), span: odd.row[column]!.span }];
    });
  });
}

function countIn({ number }: Cell, { span }: Amount): Amount | undefined {
  const count = number && { ...number, loose: false, span };
  return count && isCount(count) && count.value > 0 ? count : undefined;
}
