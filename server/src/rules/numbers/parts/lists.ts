/** Compares lists of amounts with their totals, which stand in the last item. */
import type { List } from 'mdast';
import { type Block, passagesOf, type Span } from '../../../draft';
import type { Amount } from '../amounts/amounts';
import { knownAmounts } from '../amounts/sentences';
import type { Clash } from '../clash';
import { isTotal } from '../tables/totals';
import { compare, wrongSeriesOf } from './breakdown';

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
    const amounts = knownAmounts(prose.text);
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

/** Wrong totals in a list, also of parts in the next item: "22 buildings", then "14 freehold, 6 leasehold, 3 shared". */
export function clashesInList(block: Block): readonly Clash[] {
  if (block.node.type !== 'list' || block.node.children.length > MOST) return [];
  const items = passagesOf(block);
  const clashes = isTotal(items.at(-1)?.prose.text ?? '') ? wrongTotal(itemsIn(block)) : [];
  let whole: Amount | undefined;
  for (const { prose } of items) {
    const amounts = knownAmounts(prose.text);
    const wrong = whole && wrongSeriesOf(whole, prose.text, amounts);
    if (wrong) clashes.push({ ...wrong, span: prose.toSource(wrong.span.start, wrong.span.end) });
    whole = amounts[0]?.span.start === 0 ? amounts[0] : undefined;
  }
  return clashes;
}

/** The last item, which claims to be the total of those before it, if it is not. */
function wrongTotal(items: readonly Item[]): Clash[] {
  const last = items.at(-1);
  const whole = last?.amount;
  if (!whole || whole.unit === 'percent') return [];
  const parts = items.slice(0, -1).flatMap(({ amount }) => amount ?? []);
  if (
    parts.length < Math.max(2, items.length - 1) ||
    parts.some(({ unit, loose }) => unit !== whole.unit || loose)
  )
    return [];
  const wrong = compare(whole, parts, 0.5);
  return wrong ? [{ ...wrong, span: last.span }] : [];
}
