/** Compares the total in a paragraph before a list or a table with what the items or rows add up to. */
import {
  type Block,
  BlockFinder,
  blockBeside,
  type Draft,
  moved,
  perBlock,
  perBlockFor,
} from '../../../draft';
import { ownWords } from '../../lib/blocks/prose';
import { type Amount, amountsIn } from '../amounts/amounts';
import { addition, sumOf } from '../amounts/number-format';
import type { Clash } from '../clash';
import { gridsIn } from '../tables/grid';
import { isSlip } from '../tables/slips';
import { isTotal } from '../tables/totals';
import { isNotAll, isSum } from './breakdown';
import { amountsOf } from './lists';

/** An amount of a paragraph that may be the total of the list or table behind it. */
interface Whole extends Amount {
  /** In the block. */
  readonly at: Clash['span'];
}

/** A total for each year has parts for each year, too. */
const EACH_YEAR = /\s(?:a|per|each|every)\s+(?:year|month|week)\b/gi;

/** The sums of money of a table that has one in each row, and no total; undefined for other tables. */
function moneyIn(block: Block): readonly Amount[] | undefined {
  const [heads, ...body] = gridsIn(block)[0]?.rows ?? [];
  if (!heads || body.some((row) => isTotal(row[0]!.text) || row.some(({ bold }) => bold))) return undefined;
  const columns = heads.flatMap((_, column) => {
    const money = body.map((row) => row[column]!.number).filter((number) => number?.unit === 'money');
    return money.length > 0 ? [money] : [];
  });
  const [only, ...more] = columns;
  if (!only || more.length > 0 || only.length < body.length) return undefined;
  return only.map((number) => ({ ...number!, loose: false, span: { start: 0, end: 0 } }));
}

/** The amounts of a paragraph that ends in a colon: "We had 114 replies:", "It cost £28,000, as follows:". */
const wholesIn = perBlock((block: Block): readonly Whole[] => {
  if (block.node.type !== 'paragraph' || !block.text.trimEnd().endsWith(':')) return [];
  const prose = ownWords(block)[0]?.prose;
  if (!prose || isNotAll(prose.text.replace(EACH_YEAR, ''))) return [];
  return amountsIn(prose.text).flatMap((amount) =>
    amount.loose ? [] : [{ ...amount, at: prose.toSource(amount.span.start, amount.span.end) }],
  );
});
const wholes = new BlockFinder(wholesIn);

/** Totals in paragraphs that differ from the sum of the list or table behind them; spans are in the draft. */
export function clashesBeside(draft: Draft): readonly Clash[] {
  const clashes: Clash[] = [];
  wholes.each(draft, undefined, (_, { block, start }, index) => {
    const wrong = wrongSum(block, blockBeside(draft, index, 1));
    if (wrong) clashes.push(moved(wrong, start));
  });
  return clashes;
}

/** The total that a paragraph gives for a list or table, if it is within 6% of the sum or a typing error away, but not equal. */
const wrongSum = perBlockFor((block: Block, below: Block | undefined): Clash | undefined => {
  const parts =
    below?.node.type === 'list'
      ? amountsOf(below)
      : below?.node.type === 'table'
        ? moneyIn(below)
        : undefined;
  if (!parts || parts.length < 3) return undefined;
  const [{ unit }] = parts as [Amount, ...Amount[]];
  const sum = sumOf(parts);
  const ofUnit = wholesIn(block).filter((one) => one.unit === unit);
  const whole = meantBy(ofUnit, parts);
  const off = Math.abs(sum - (whole?.value ?? sum));
  const isNear = off <= (whole?.value ?? 0) * 0.06 || isSlip(whole?.value ?? 0, sum);
  if (!whole || whole.value < 20 || off === 0 || !isNear) return undefined;
  return {
    span: whole.at,
    message: `“${whole.words}” here, and the ${below!.node.type} below comes to ${addition(parts, sum, parts[0]!).replace(/^its .* add up to /, '')}. Put right whichever is wrong${unit === 'count' ? ', or say who is counted twice' : ''}.`,
  };
});

/** The amount meant as a total: the greatest count, or the only sum of money. */
function meantBy(wholes: readonly Whole[], parts: readonly Amount[]): Whole | undefined {
  if (parts[0]!.unit !== 'money') return wholes.toSorted((a, b) => b.value - a.value)[0];
  return wholes.length === 1 && !isSum(wholes[0]!, parts) ? wholes[0] : undefined;
}
