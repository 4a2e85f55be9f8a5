/** Finds numbers that contradict each other within a passage: shares, changes and parts. */
import type { Block } from '../../draft';
import { groupBy } from '../../util/lists';
import { inBlock } from '../lib/blocks/prose';
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

/** How many sentences a total may be of. */
const MOST_PARTS = 6;

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
  for (let index = 0; index < all.length; index++) {
    const own = all[index]!;
    const { passage, text, span, amounts } = own;
    const add = (found: readonly Clash[]): void => {
      for (const clash of found) clashes.push(inBlock(own, clash));
    };
    if (amounts.length > MOST) continue;
    const last = all[index - 1]?.passage === passage ? all[index - 1] : undefined;
    add(wrongUnitCosts(own, last));
    if (amounts.length === 0) continue;
    const next = all[index + 1]?.passage === passage ? all[index + 1] : undefined;
    const before = all.slice(Math.max(0, index - NEAR), index).filter((one) => one.passage === passage);
    const left = wrongLeft(own, before);
    add(left.length > 0 ? left : wrongOthers(own, last));
    add(wrongChanges(own));
    add(partsAboveWhole(own, last));
    add(wrongNames(text));
    add(wrongProducts(own, last));
    add(wrongDifferences(own, last));
    add(wrongInEach(own, last));
    const whole = wrongWhole(own, last);
    if (whole) {
      // What its shares and parts do not go with is the whole alone.
      clashes.push(whole);
      continue;
    }
    if (amounts.length === 1) {
      add(
        wrongToldSum(
          own,
          all.slice(Math.max(0, index - MOST_PARTS), index).filter((one) => one.passage === passage),
        ),
      );
      add(wrongInAll(passage.prose.text.slice(Math.max(0, span.start - 300), span.start), text));
    }
    add(wrongSpending(own, next));
    const told = last?.amounts ?? [];
    const behind = next && { start: next.span.start - span.start, ...next };
    const first = amounts.length < 2 ? [] : wrongShares(own, told, behind);
    const further = wrongFurther(own, told).filter((clash) => first.every((one) => one.span !== clash.span));
    const shares = [...first, ...further];
    add([...shares, ...wrongWords(own, shares)]);
    if (shares.length === 0) add(wrongAmongShares(own));
    if (amounts.length < 2) continue;
    add(wrongRates(own, all[index - 1]?.amounts ?? []));
    if (passage.kind !== 'table-row') {
      const counted = { text, amounts: withOnes(text, amounts) };
      const parts = wrongParts(counted, told, next?.text ?? '');
      if (parts.length > 0) add(parts);
      else if (!TELLS_MORE.test(next?.text ?? '')) add(wrongTallies(counted, told));
    }
  }
  return clashes;
}
