/** Lists of amounts, and the sentences before them that say what they come to. */
import type { List } from 'mdast';
import type { Block, Draft, Span } from '../../draft';
import { BlockFinder, passagesOf } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { ownWords } from '../lib/prose';
import { type Amount, amountsIn } from './amounts';
import { compare, isNotAll, isSum, wrongSeriesOf } from './breakdown';
import { isTotal } from './totals';
import type { Clash } from './types';
import { sumOf } from './written';

/** An item of a list with the one amount that it gives. */
interface Item {
  readonly text: string;
  readonly amount: Amount | undefined;
  readonly span: Span;
}

/** A longer list is data. */
const MOST = 60;

const AT_END = /^[\s).]*$/;
/** "Carpet cleaner (61 loans)" */
const IN_BRACKETS = /^(?:\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+){1,2}\)[\s.]*$/u;

/** The items of a list, one for each passage. */
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

/** The amount of each item of a list, of things or of money; undefined where one has none, or another unit. */
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

/** What is wrong in a list of amounts: "22 buildings", and in the next item "14 freehold, 6 leasehold, 3 shared". */
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

/** The last item, where it says that it is the total of those before it and is not. */
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

/** An amount of a paragraph that the list behind it may come to. */
interface Whole extends Amount {
  /** In the block. */
  readonly at: Clash['span'];
}

/** What a list has, and what the paragraph before one says that it comes to. */
interface Beside {
  /** What each item of a list counts or costs, where each has one amount, and of one unit. */
  readonly parts?: readonly Amount[] | undefined;
  /** "We had 114 replies:", "It cost £28,000, as follows:" */
  readonly wholes?: readonly Whole[];
}

const beside = new BlockFinder(perBlock(read));

/** The whole is what comes in a year, and so are its parts. */
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

/** Lists that do not come to what the paragraph before them says; spans are in the draft. */
export function clashesBeside(draft: Draft): readonly Clash[] {
  const all = beside.in(draft, undefined);
  return all.flatMap(({ found, placed: { start }, index }, at) => {
    const next = all[at + 1];
    const wrong = next?.index === index + 1 ? wrongSum(found, next.found) : undefined;
    return wrong
      ? [{ ...wrong, span: { start: start + wrong.span.start, end: start + wrong.span.end } }]
      : [];
  });
}

/** Amounts that come so near to the whole that they are meant to be it: "We had 114 replies:". */
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

/**
 * Which of the wholes that stand before a list it is to come to: the greatest count, and of money the nearest sum, where
 * it comes neither to one of two nor to both.
 */
function meantBy(wholes: readonly Whole[], sum: number, parts: readonly Amount[]): Whole | undefined {
  if (parts[0]!.unit !== 'money') return wholes.toSorted((a, b) => b.value - a.value)[0];
  const [first, second, ...more] = wholes.toSorted(
    (a, b) => Math.abs(sum - a.value) - Math.abs(sum - b.value),
  );
  if (!first || more.length > 0 || isSum(first, parts)) return undefined;
  return second && Math.abs(first.value + second.value - sum) < 1 ? undefined : first;
}
