/** Lists of amounts with their total, in the list or in the sentence behind it. */
import type { List } from 'mdast';
import type { Block, Span } from '../../draft';
import { passagesOf } from '../../draft';
import { type Amount, amountsIn } from './amounts';
import { wrongSeriesOf } from './breakdown';
import { overHundred } from './hundreds';
import { coarsest } from './rounding';
import { isTotal } from './totals';
import type { Clash } from './types';
import { grouped, like, sumOf } from './written';

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

function itemsIn(block: Block): readonly Item[] {
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
export function amountsOf(block: Block): readonly Amount[] | undefined {
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
  const items = itemsIn(block);
  const clashes =
    items.length > 2 && items.length === block.node.children.length ? [...wrongTotal(items)] : [];
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
function wrongTotal(items: readonly Item[]): readonly Clash[] {
  const last = items.at(-1)!;
  const parts = items.slice(0, -1).flatMap(({ amount }) => amount ?? []);
  const whole = last.amount;
  if (!whole || !isTotal(last.text) || parts.length !== items.length - 1 || parts.length < 2) return [];
  if (parts.some(({ unit, loose }) => unit !== whole.unit || loose) || whole.unit === 'percent') return [];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (isNear(sum, whole, parts) || Math.abs(sum - whole.value) > whole.value / 2) return [];
  return [
    {
      span: last.span,
      message: `“${whole.words}” is not the total of the list: ${sumOf(parts, sum, whole)}. Put right the total, or the number that is wrong.`,
    },
  ];
}

/** Shares of those who answered and of those who did not, of which each is in one item alone. */
export function wrongSharesIn(block: Block): readonly Clash[] {
  if (block.node.type !== 'list' || block.node.children.length > MOST) return [];
  const items = itemsIn(block);
  if (items.length < 3 || items.length !== block.node.children.length) return [];
  const shares = items.flatMap(({ amount, text }) =>
    amount?.span.start === 0 ? { share: amount, behind: text.slice(amount.span.end) } : [],
  );
  const sum = shares.length === items.length ? overHundred(shares) : undefined;
  if (sum === undefined) return [];
  return [
    {
      span: items.at(-1)!.span,
      message: `The shares in this list add up to ${grouped(sum, 1)}%. Put right the one that is wrong, or say that people could give more than one answer.`,
    },
  ];
}

/** Whether a sum is the whole but for what rounding does. */
export function isNear(sum: number, whole: Amount, parts: readonly Amount[]): boolean {
  const slack = [whole, ...parts].reduce((all, { step }) => all + (step === 1 ? 0 : step / 2), 0);
  const unit = coarsest([whole]);
  return Math.abs(sum - whole.value) <= slack + 1e-6 || Math.round(sum / unit) * unit === whole.value;
}

const TOTAL_OF_LIST =
  /\b(?:our|the|a|this|that|which)\s+(?:is\s+a\s+)?(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+\s+)?total\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+){0,4}?(?:is|of|comes\s+to|worth)\s+$/iu;

/** What a paragraph says to be the total of the list before it, and is not. */
export function wrongTotalBehind(list: Block, block: Block): readonly Clash[] {
  const prose = passagesOf(block)[0]?.prose;
  if (!prose || list.node.type !== 'list') return [];
  const whole = amountsIn(prose.text)[0];
  if (whole?.unit !== 'money' || whole.loose) return [];
  if (!TOTAL_OF_LIST.test(prose.text.slice(0, whole.span.start)) || whole.span.start > 100) return [];
  // A rate ("£90/day") is no part.
  const parts = passagesOf(list).flatMap(({ prose: { text } }) =>
    amountsIn(text).filter(
      ({ unit, span }) => unit === 'money' && !/^\s?(?:\/|per\b|an?\b|each\b)/i.test(text.slice(span.end)),
    ),
  );
  if (parts.length < 2 || parts.length > (list.node as List).children.length) return [];
  if (parts.some(({ loose }) => loose)) return [];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (isNear(sum, whole, parts) || Math.abs(sum - whole.value) > whole.value / 10) return [];
  return [
    {
      span: prose.toSource(whole.span.start, whole.span.end),
      message: `“${whole.words}” is not the total of the list before it: ${sumOf(parts, sum, whole)}, ${like(whole, Math.abs(sum - whole.value))} ${sum > whole.value ? 'more' : 'less'}. Put right whichever is wrong.`,
    },
  ];
}
