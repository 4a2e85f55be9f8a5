/** Finds numbers that contradict each other within a passage: shares, changes and parts. */
import type { Block } from '../../draft';
import { addAll, groupBy } from '../../util/lists';
import { inBlock } from '../lib/blocks/prose';
import type { Amount } from './amounts/amounts';
import { type Counted, countedIn } from './amounts/sentences';
import type { Clash } from './clash';
import { wrongInAll, wrongParts } from './parts/breakdown';
import { wrongInEach } from './parts/in-each';
import { wrongNames } from './parts/named-lists';
import { wrongOthers } from './parts/other-parts';
import { wrongProducts } from './parts/products';
import { TELLS_MORE, withOnes, wrongTallies } from './parts/tallies';
import { wrongToldSum } from './parts/told-sums';
import { partsAboveWhole } from './parts/too-many';
import { wrongUnitCosts } from './parts/unit-costs';
import { wrongSpending } from './parts/whole-shares';
import { wrongChained } from './shares/chained-shares';
import { wrongChanges } from './shares/changes';
import { wrongDifferences } from './shares/differences';
import { wrongFurther } from './shares/further-shares';
import { wrongAmongShares } from './shares/implied-wholes';
import { wrongLeft, wrongRates } from './shares/rates-and-remainders';
import { wrongShares } from './shares/shares';
import { wrongWords } from './shares/shares-in-words';
import { wrongWhole } from './shares/wrong-wholes';

/** The most numbers of a sentence that is checked; a sentence with more is data. */
const MOST = 40;

/** How many sentences before “is left” may have the number that something is left of. */
const NEAR = 2;

/** How many sentences a total may be of, and how many characters before a sentence that is nothing but a total. */
const MOST_PARTS = 6;
const LEAD = 300;

/** The wrong shares of sentences that tell of one whole; `wrongShares` reads each by itself. */
function chainsIn(all: readonly Counted[]): Clash[] {
  if (!all.some(({ amounts }) => amounts.some(({ unit }) => unit === 'percent'))) return [];
  return [...groupBy(all, ({ passage }) => passage)].flatMap(([{ kind }, sentences]) =>
    sentences.length < 2 || kind === 'table-row'
      ? []
      : wrongChained(sentences).map(({ found, at }) => inBlock(sentences[at]!, found)),
  );
}

/** The contradictions in the author's own words of a block. */
export function clashesIn(block: Block): readonly Clash[] {
  const all = countedIn(block);
  if (all.every(({ amounts }) => amounts.length === 0)) return [];
  const clashes = chainsIn(all);
  all.forEach((own, index) => {
    if (own.amounts.length > MOST) return;
    const { whole, found } = wrongIn(all, index);
    for (const clash of found) clashes.push(inBlock(own, clash));
    if (whole) clashes.push(whole);
  });
  return clashes;
}

/** What is wrong in a sentence; the spans count in it, and that of the wrong whole of its parts in the block. */
function wrongIn(
  all: readonly Counted[],
  index: number,
): { readonly found: readonly Clash[]; readonly whole?: Clash } {
  const own = all[index]!;
  const { passage, text, span, amounts } = own;
  const before = (count: number): readonly Counted[] =>
    all.slice(Math.max(0, index - count), index).filter((one) => one.passage === passage);
  const [last] = before(1);
  const next = all[index + 1]?.passage === passage ? all[index + 1] : undefined;
  const costs = wrongUnitCosts(own, last);
  if (amounts.length === 0) return { found: costs };
  const left = wrongLeft(own, before(NEAR));
  const found = [
    ...costs,
    ...(left.length > 0 ? left : wrongOthers(own, last)),
    ...wrongChanges(own),
    ...partsAboveWhole(own, last),
    ...wrongNames(text),
    ...wrongProducts(own, last),
    ...wrongDifferences(own, last),
    ...wrongInEach(own, last),
  ];
  // What its shares and parts do not go with is the whole alone.
  const whole = wrongWhole(own, last);
  if (whole) return { found, whole };
  const told = last?.amounts ?? [];
  if (amounts.length === 1) {
    const lead = passage.prose.text.slice(Math.max(0, span.start - LEAD), span.start);
    addAll(found, wrongToldSum(own, before(MOST_PARTS)));
    addAll(found, wrongInAll(lead, text));
  }
  addAll(found, wrongSpending(own, next));
  addAll(found, wrongAmong(own, told, next));
  if (amounts.length === 1) return { found };
  addAll(found, wrongRates(own, all[index - 1]?.amounts ?? []));
  if (passage.kind === 'table-row') return { found };
  const counted = { text, amounts: withOnes(text, amounts) };
  const parts = wrongParts(counted, told, next?.text ?? '');
  const goesOn = parts.length > 0 || TELLS_MORE.test(next?.text ?? '');
  return { found: [...found, ...parts, ...(goesOn ? [] : wrongTallies(counted, told))] };
}

/** The wrong shares of a sentence. */
function wrongAmong(own: Counted, told: readonly Amount[], next: Counted | undefined): readonly Clash[] {
  const behind = next && { start: next.span.start - own.span.start, ...next };
  const first = own.amounts.length < 2 ? [] : wrongShares(own, told, behind);
  const further = wrongFurther(own, told).filter((clash) => first.every((one) => one.span !== clash.span));
  const shares = [...first, ...further];
  return [...shares, ...wrongWords(own, shares), ...(shares.length === 0 ? wrongAmongShares(own) : [])];
}
