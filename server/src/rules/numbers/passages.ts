/** Finds numbers that contradict each other within a passage: shares, changes and parts. */
import type { Block } from '../../draft';
import { spanIn } from '../lib/blocks/prose';
import { type Counted, countedIn } from './amounts/sentences';
import { wrongInAll, wrongParts } from './parts/breakdown';
import { wrongInEach } from './parts/in-each';
import { wrongNames } from './parts/named-lists';
import { wrongOthers } from './parts/other-parts';
import { wrongProducts } from './parts/products';
import { TELLS_MORE, withOnes, wrongTallies } from './parts/tallies';
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
import { type WrongWhole, wrongWhole } from './shares/wrong-wholes';
import type { Clash, Found } from './types';

/** The most numbers of a sentence that is checked; a sentence with more is data. */
const MOST = 40;

/** How many sentences before “is left” may have the number that something is left of. */
const NEAR = 2;

/** The wrong shares of sentences that tell of one whole; `wrongShares` reads each by itself. */
function chainsIn(all: readonly Counted[]): Clash[] {
  const clashes: Clash[] = [];
  for (let from = 0; from < all.length; ) {
    const { passage } = all[from]!;
    let to = from + 1;
    while (all[to]?.passage === passage) to++;
    const sentences = all.slice(from, to);
    from = to;
    if (sentences.length < 2 || passage.kind === 'table-row') continue;
    for (const { found, at } of wrongChained(sentences)) {
      const { at: share, ...clash } = found;
      clashes.push({ ...clash, span: spanIn(sentences[at]!, share.span) });
    }
  }
  return clashes;
}

/** A finding at the whole of a sentence, or of the one before it. */
function placed({ at, orElse, ...clash }: WrongWhole, own: Counted, last: Counted | undefined): Clash {
  const of = own.amounts.includes(at) ? own : last!;
  const { words } = orElse?.at ?? at;
  return {
    ...clash,
    span: spanIn(of, at.span),
    ...(orElse && {
      orElse: { span: spanIn(own, orElse.at.span), words, by: orElse.by, as: ` for “${words}”` },
    }),
  };
}

/** The contradictions in the author's own words of a block. */
export function clashesIn(block: Block): readonly Clash[] {
  const all = countedIn(block);
  const clashes = chainsIn(all);
  for (let index = 0; index < all.length; index++) {
    const own = all[index]!;
    const { passage, text, span, amounts } = own;
    const addFound = (found: readonly Found[]): void => {
      for (const { at, ...clash } of found) clashes.push({ ...clash, span: spanIn(own, at.span) });
    };
    if (amounts.length > MOST) continue;
    const last = all[index - 1]?.passage === passage ? all[index - 1] : undefined;
    addFound(wrongUnitCosts({ text, amounts }, last));
    if (amounts.length === 0) continue;
    const next = all[index + 1]?.passage === passage ? all[index + 1] : undefined;
    const before = all.slice(Math.max(0, index - NEAR), index).filter((one) => one.passage === passage);
    const left = wrongLeft({ text, amounts }, before);
    addFound([
      ...(left.length > 0 ? left : wrongOthers(text, amounts, last)),
      ...wrongChanges(text, amounts),
      ...partsAboveWhole(text, amounts, last),
      ...wrongNames(text),
      ...(amounts.length < 3 ? [] : [...wrongProducts(text, amounts), ...wrongDifferences(text, amounts)]),
      ...(amounts.length < 2 ? [] : wrongInEach({ text, amounts }, last)),
    ]);
    const whole = amounts.length < 4 ? undefined : wrongWhole(text, amounts, last?.amounts ?? []);
    if (whole) {
      // What its shares and parts do not go with is the whole alone.
      clashes.push(placed(whole, own, last));
      continue;
    }
    if (amounts.length === 1)
      addFound(wrongInAll(passage.prose.text.slice(Math.max(0, span.start - 300), span.start), text));
    addFound(wrongSpending(text, amounts, next?.text ?? '', next?.amounts ?? []));
    const behind = next && { ...next, start: next.span.start - span.start };
    const first = amounts.length < 2 ? [] : wrongShares(text, amounts, last?.amounts ?? [], behind);
    const further = amounts.length < 4 ? [] : wrongFurther(text, amounts, last?.amounts ?? []);
    const shares = [...first, ...further.filter(({ at }) => first.every((one) => one.at !== at))];
    addFound([...shares, ...wrongWords(text, amounts, shares)]);
    if (shares.length === 0 && amounts.length >= 6) addFound(wrongAmongShares(text, amounts));
    if (amounts.length < 2) continue;
    addFound(wrongRates(text, amounts, all[index - 1]?.amounts ?? []));
    if (passage.kind !== 'table-row') {
      const counted = withOnes(text, amounts);
      const parts = wrongParts(text, counted, last?.amounts);
      if (parts.length > 0) addFound(parts);
      else if (!TELLS_MORE.test(next?.text ?? '')) addFound(wrongTallies(text, counted, last?.amounts ?? []));
    }
  }
  return clashes;
}
