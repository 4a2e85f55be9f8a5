/** Finds numbers that contradict each other within a passage: shares, changes and parts. */
import type { Block } from '../../draft';
import { addAll } from '../../util/lists';
import { inBlock } from '../lib/blocks/prose';
import { type Counted, countedIn } from './amounts/sentences';
import type { Clash } from './clash';
import { wrongInAll, wrongParts } from './parts/breakdown';
import { wrongNames } from './parts/named-lists';
import { wrongProducts } from './parts/products';
import { TELLS_MORE, withOnes, wrongTallies } from './parts/tallies';
import { partsAboveWhole } from './parts/too-many';
import { wrongSpending } from './parts/whole-shares';
import { wrongChanges } from './shares/changes';
import { wrongLeft, wrongRates } from './shares/rates-and-remainders';
import { wrongShares } from './shares/shares';
import { wrongWords } from './shares/shares-in-words';

/** The most numbers of a sentence that is checked; a sentence with more is data. */
const MOST = 40;
/** How many sentences before “is left” may have the number that something is left of. */
const NEAR = 2;
/** How many characters before a sentence that is nothing but a total are read. */
const LEAD = 300;

/** The contradictions in the author's own words of a block. */
export function clashesIn(block: Block): readonly Clash[] {
  const all = countedIn(block);
  return all.flatMap((own, index) =>
    own.amounts.length === 0 || own.amounts.length > MOST
      ? []
      : wrongIn(all, index).map((clash) => inBlock(own, clash)),
  );
}

/** What is wrong in a sentence; the spans count in it. */
function wrongIn(all: readonly Counted[], index: number): readonly Clash[] {
  const own = all[index]!;
  const { passage, text, span, amounts } = own;
  const before = all.slice(Math.max(0, index - NEAR), index).filter((one) => one.passage === passage);
  const last = before.at(-1);
  const next = all[index + 1]?.passage === passage ? all[index + 1] : undefined;
  const found = [
    ...wrongLeft(own, before),
    ...wrongChanges(own),
    ...partsAboveWhole(own),
    ...wrongNames(text),
    ...wrongProducts(own),
    ...wrongSpending(own, next),
  ];
  if (amounts.length === 1) {
    const lead = passage.prose.text.slice(Math.max(0, span.start - LEAD), span.start);
    return [...found, ...wrongInAll(lead, text), ...wrongWords(own, [])];
  }
  const told = last?.amounts ?? [];
  const behind = next && { start: next.span.start - span.start, ...next };
  const shares = wrongShares(own, told, behind);
  addAll(found, [...shares, ...wrongWords(own, shares), ...wrongRates(own, all[index - 1]?.amounts ?? [])]);
  if (passage.kind === 'table-row') return found;
  const counted = { text, amounts: withOnes(text, amounts) };
  const parts = wrongParts(counted, told, next?.text ?? '');
  const goesOn = parts.length > 0 || TELLS_MORE.test(next?.text ?? '');
  return [...found, ...parts, ...(goesOn ? [] : wrongTallies(counted, told))];
}
