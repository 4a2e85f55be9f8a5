/** Compares the total in a paragraph before a list or a table with what the items or rows add up to. */
import { type Block, BlockFinder, type Draft, moved, perBlock } from '../../../draft';
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

/** The amounts of a list or a table, or of a paragraph before one. */
interface Beside {
  /** What they are of, for a message. */
  readonly of?: 'list' | 'table';
  /** The amounts of a list’s items or a table’s rows. */
  readonly parts?: readonly Amount[] | undefined;
  /** The amounts of a paragraph that ends in a colon: "We had 114 replies:", "It cost £28,000, as follows:". */
  readonly wholes?: readonly Whole[];
}

const beside = new BlockFinder(perBlock(read));

/** A total for each year has parts for each year, too. */
const EACH_YEAR = /\s(?:a|per|each|every)\s+(?:year|month|week)\b/gi;

/** “What £25,000 would do”, over the table of it. */
const WHAT_IT_BUYS = /\bwhat\s+(?:the\s+)?£[\d,.]{1,12}\s?[km]?\s+(?:would|will|could|can)\s/i;

/** Whether a block is a heading, or a paragraph in bold that stands for one. */
function isTitle({ node }: Block): boolean {
  return (
    node.type === 'heading' ||
    (node.type === 'paragraph' && node.children.length === 1 && node.children[0]!.type === 'strong')
  );
}

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

function read(block: Block): Beside | undefined {
  const { node, text } = block;
  if (node.type === 'list') return { of: 'list', parts: amountsOf(block) };
  if (node.type === 'table') return { of: 'table', parts: moneyIn(block) };
  const isLeadIn = node.type === 'paragraph' && text.trimEnd().endsWith(':');
  if (!isLeadIn && !(isTitle(block) && WHAT_IT_BUYS.test(text))) return undefined;
  const prose = ownWords(block)[0]?.prose;
  if (!prose || isNotAll(prose.text.replace(EACH_YEAR, ''))) return undefined;
  const wholes = amountsIn(prose.text).flatMap((amount) =>
    amount.loose ? [] : [{ ...amount, at: prose.toSource(amount.span.start, amount.span.end) }],
  );
  return { wholes };
}

/** Totals in paragraphs that differ from the sum of the list or table behind them; spans are in the draft. */
export function clashesBeside(draft: Draft): readonly Clash[] {
  const all = beside.in(draft, undefined);
  return all.flatMap(({ found, placed: { start }, index }, at) => {
    const next = all[at + 1];
    const wrong = next?.index === index + 1 ? wrongSum(found, next.found) : undefined;
    return wrong ? [moved(wrong, start)] : [];
  });
}

/** The total that a paragraph gives for a list or table, if it is within 6% of the sum or a typing error away, but not equal. */
function wrongSum({ wholes = [] }: Beside, { of, parts }: Beside): Clash | undefined {
  if (!parts || parts.length < 3) return undefined;
  const [{ unit }] = parts as [Amount, ...Amount[]];
  const sum = sumOf(parts);
  const ofUnit = wholes.filter((one) => one.unit === unit);
  const whole = meantBy(ofUnit, sum, parts);
  const off = Math.abs(sum - (whole?.value ?? sum));
  const isNear = off <= (whole?.value ?? 0) * 0.06 || isSlip(whole?.value ?? 0, sum);
  if (!whole || whole.value < 20 || off === 0 || !isNear) return undefined;
  return {
    span: whole.at,
    message: `“${whole.words}” here, and the ${of} below comes to ${addition(parts, sum, parts[0]!).replace(/^its .* add up to /, '')}. Put right whichever is wrong${unit === 'count' ? ', or say who is counted twice' : ''}.`,
  };
}

/** The amount meant as a total: the greatest count; of one or two sums of money the nearest, unless it or both together are right. */
function meantBy(wholes: readonly Whole[], sum: number, parts: readonly Amount[]): Whole | undefined {
  if (parts[0]!.unit !== 'money') return wholes.toSorted((a, b) => b.value - a.value)[0];
  const [first, second, ...more] = wholes.toSorted(
    (a, b) => Math.abs(sum - a.value) - Math.abs(sum - b.value),
  );
  if (!first || more.length > 0 || isSum(first, parts)) return undefined;
  return second && Math.abs(first.value + second.value - sum) < 1 ? undefined : first;
}
