/** Compares lists of amounts with their totals, which stand in the last item or in the paragraph before the list. */
import type { List } from 'mdast';
import { type Block, BlockFinder, type Draft, moved, passagesOf, perBlock, type Span } from '../../../draft';
import { ownWords } from '../../lib/blocks/prose';
import { type Amount, amountsIn } from '../amounts/amounts';
import { sumOf } from '../amounts/number-format';
import { isTotal } from '../tables/totals';
import type { Clash } from '../types';
import { compare, isNotAll, isSum, wrongSeriesOf } from './breakdown';

/** An item of a list with its amount. */
interface Item {
  readonly text: string;
  readonly amount: Amount | undefined;
  readonly span: Span;
}

/** The most items of a list that is checked; a longer one is data. */
const MOST = 60;

const AT_END = /^[\s).]*$/;
/** "Carpet cleaner (61 loans)" */
const IN_BRACKETS = /^(?:\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+){1,2}\)[\s.]*$/u;

/** The items of a list. The amount of an item is at its end, or the only one at its beginning. */
export function itemsIn(block: Block): readonly Item[] {
  return passagesOf(block).map(({ prose }) => {
    const amounts = amountsIn(prose.text);
    const ends = amounts.filter(({ span: { start, end } }) => {
      const behind = prose.text.slice(end);
      return AT_END.test(behind) || (prose.text[start - 1] === '(' && IN_BRACKETS.test(behind));
    });
    const starts = amounts.filter(({ span }) => span.start === 0 && amounts.length === 1);
    const amount = ends[0] ?? starts[0];
    return {
      text: prose.text,
      amount,
      span: amount ? prose.toSource(amount.span.start, amount.span.end) : { start: 0, end: 0 },
    };
  });
}

/** The amounts of the items, all counts or all money; undefined if an item has none or one of another unit. */
function amountsOf(block: Block): readonly Amount[] | undefined {
  const items = itemsIn(block);
  const unit = items[0]?.amount?.unit;
  const amounts = items.flatMap(({ amount }) =>
    amount?.unit === unit && !amount?.loose ? (amount ?? []) : [],
  );
  return unit !== 'percent' &&
    amounts.length === (block.node as List).children.length &&
    items.length === amounts.length
    ? amounts
    : undefined;
}

/** Wrong totals in a list, also of parts in the next item: "22 buildings", then "14 freehold, 6 leasehold, 3 shared". */
export function clashesInList(block: Block): readonly Clash[] {
  if (block.node.type !== 'list' || block.node.children.length > MOST) return [];
  const clashes = wrongTotal(itemsIn(block));
  let whole: Amount | undefined;
  for (const { prose } of passagesOf(block)) {
    const amounts = amountsIn(prose.text);
    const wrong = whole && wrongSeriesOf(whole, prose.text, amounts);
    if (wrong) clashes.push({ span: prose.toSource(wrong.start, wrong.end), message: wrong.message });
    whole = amounts[0]?.span.start === 0 ? amounts[0] : undefined;
  }
  return clashes;
}

/** The last item, if it claims to be the total of those before it and is not. */
function wrongTotal(items: readonly Item[]): Clash[] {
  const last = items.at(-1);
  const whole = last?.amount;
  if (!whole || !isTotal(last.text) || whole.unit === 'percent') return [];
  const parts = items.slice(0, -1).flatMap(({ amount }) => amount ?? []);
  if (
    parts.length < Math.max(2, items.length - 1) ||
    parts.some(({ unit, loose }) => unit !== whole.unit || loose)
  )
    return [];
  const wrong = compare(whole, parts, 0.5);
  return wrong ? [{ span: last.span, message: wrong.message }] : [];
}

/** An amount of a paragraph that may be the total of the list behind it. */
interface Whole extends Amount {
  /** In the block. */
  readonly at: Clash['span'];
}

/** The amounts of a list, or of a paragraph before one. */
interface Beside {
  /** The amounts of a list's items. */
  readonly parts?: readonly Amount[] | undefined;
  /** The amounts of a paragraph that ends in a colon: "We had 114 replies:", "It cost £28,000, as follows:". */
  readonly wholes?: readonly Whole[];
}

const beside = new BlockFinder(perBlock(read));

/** A total for each year has parts for each year, too. */
const EACH_YEAR = /\s(?:a|per|each|every)\s+(?:year|month|week)\b/gi;

function read(block: Block): Beside | undefined {
  const { node, text } = block;
  if (node.type === 'list') return { parts: amountsOf(block) };
  if (node.type !== 'paragraph' || !text.trimEnd().endsWith(':')) return undefined;
  const prose = ownWords(block)[0]?.prose;
  if (!prose || isNotAll(prose.text.replace(EACH_YEAR, ''))) return undefined;
  const wholes = amountsIn(prose.text).flatMap((amount) =>
    amount.loose ? [] : [{ ...amount, at: prose.toSource(amount.span.start, amount.span.end) }],
  );
  return { wholes };
}

/** Totals in paragraphs that differ from the sum of the list behind them; spans are in the draft. */
export function clashesBeside(draft: Draft): readonly Clash[] {
  const all = beside.in(draft, undefined);
  return all.flatMap(({ found, placed: { start }, index }, at) => {
    const next = all[at + 1];
    const wrong = next?.index === index + 1 ? wrongSum(found, next.found) : undefined;
    return wrong ? [moved(wrong, start)] : [];
  });
}

/** The total that a paragraph gives for a list, if it is within 6% of the sum, but not equal. */
function wrongSum({ wholes = [] }: Beside, { parts }: Beside): Clash | undefined {
  if (!parts || parts.length < 3) return undefined;
  const [{ unit }] = parts as [Amount, ...Amount[]];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const whole = meantBy(
    wholes.filter((one) => one.unit === unit),
    sum,
    parts,
  );
  const off = Math.abs(sum - (whole?.value ?? sum));
  if (!whole || whole.value < 20 || off === 0 || off > whole.value * 0.06) return undefined;
  return {
    span: whole.at,
    message: `“${whole.words}” here, and the list below comes to ${sumOf(parts, sum, parts[0]!).replace(/^its .* add up to /, '')}. Put right whichever is wrong${unit === 'count' ? ', or say who is counted twice' : ''}.`,
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
