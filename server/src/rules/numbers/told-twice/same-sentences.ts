/** Finds a sentence that stands twice in a paper with another number: in its summary, and in the part that this sums up. */
import {
  type Block,
  BlockFinder,
  type Draft,
  headingAbove,
  headings,
  perBlock,
  type Span,
  shifted,
} from '../../../draft';
import { getOrInsert } from '../../../util/memoize';
import { spanIn } from '../../lib/blocks/prose';
import type { Amount } from '../amounts/amounts';
import { countedIn } from '../amounts/sentences';
import type { Clash } from '../clash';
import { isOfAll } from '../parts/counted-lists';
import { contentOf } from './mentions';

interface Said {
  /** What it says but for its numbers. */
  readonly key: string;
  /** Its words in their order. */
  readonly words: readonly string[];
  /** How many words of it have a meaning of their own. */
  readonly length: number;
  readonly amounts: readonly (Amount & { readonly at: Span })[];
  /** “a month”, “per week” */
  readonly rates: readonly string[];
}

/** How many words say what a sentence is on, with one number; fewer where others are the same, or it is the same word for word. */
const LEAST = 5;
const LEAST_WITH_OTHERS = 4;
const LEAST_VERBATIM = 3;
const LONG_VERBATIM = 8;
/** From how many on, it need not stand in a summary. */
const LONG = 8;
const MOST_AMOUNTS = 8;
/** Small words by which two sentences differ. */
const SMALL =
  /\b(?:(?:19|20)\d\d|last|this|next|first|second|third|other|another|more|less|fewer|before|after|now|then|until|since|under|over|up|down|out|from|to|not|no|all|each|if|would|could|will|was|were|had|is|are|has|have)\b/gi;
const RATE = /\b(?:an?|per|each|every)\s(hour|day|week|month|quarter|term|year)\b/gi;
/** Parts of which each has its own numbers. */
const OWN_NUMBERS =
  /\b(?:options?|scenario|phase|stage|case|year|site|branch|library|ward|area|team|group)s?\b|20\d\d/i;

const finder = new BlockFinder(
  perBlock((block: Block): readonly Said[] =>
    countedIn(block).flatMap((sentence): readonly Said[] => {
      const { passage, text, amounts } = sentence;
      if (passage.kind === 'table-row' || amounts.length === 0 || amounts.length > MOST_AMOUNTS) return [];
      const bare = amounts.reduceRight(
        (words, { span: { start, end } }) => `${words.slice(0, start)}#${words.slice(end)}`,
        text,
      );
      const rates = [...bare.matchAll(RATE)].map(([, unit]) => unit!.toLowerCase());
      const words = contentOf(bare.replace(RATE, ' '));
      if (words.length < LEAST_VERBATIM) return [];
      const small = bare.replace(RATE, ' ').toLowerCase().match(SMALL) ?? [];
      return [
        {
          key: `${[...words].sort().join(' ')}|${small.join(' ')}|${amounts.map(({ unit }) => unit).join(' ')}`,
          words: bare.toLowerCase().match(/[a-zÀ-ÿ’'-]+|#/gu) ?? [],
          length: words.length,
          amounts: amounts.map((amount) => ({ ...amount, at: spanIn(sentence, amount.span) })),
          rates,
        },
      ];
    }),
  ),
);

interface Placed {
  readonly said: Said;
  /** Where its block begins in the draft, and its position there. */
  readonly start: number;
  readonly index: number;
}

/** Sentences that a paper tells twice, with one number another; spans are in the draft. */
export function saidTwice(draft: Draft): readonly Clash[] {
  const heads = headings(draft);
  const headOf = (at: number): string => heads[at]?.text ?? '';
  return toldAgain(draft).flatMap(([first, second, ...more]) => {
    if (!first || !second || more.length > 0) return [];
    const [here, there] = [headingAbove(heads, first.index), headingAbove(heads, second.index)];
    const isTwice = here !== there && (isOfAll(heads, here) || isOfAll(heads, there));
    const isOwn = OWN_NUMBERS.test(`${headOf(here)} ${headOf(there)}`);
    return isTwice || (first.said.length >= LONG && !isOwn)
      ? compare(first.said, second.said, first.start)
      : [];
  });
}

/** What stands in a draft more than once: little of it, so that what stands there once costs one look at each key. */
function toldAgain(draft: Draft): readonly (readonly Placed[])[] {
  const first = new Map<string, Placed>();
  const again = new Map<string, Placed[]>();
  finder.each(draft, undefined, (found, { start }, index) => {
    for (const said of found) {
      const before = first.get(said.key);
      const placed = { said, start, index };
      if (before) getOrInsert(again, said.key, () => [before]).push(placed);
      else first.set(said.key, placed);
    }
  });
  return [...again.values()];
}

/** @param start where the block of the first begins in the draft */
function compare(first: Said, second: Said, start: number): readonly Clash[] {
  const isVerbatim = first.words.length >= LONG_VERBATIM && first.words.join() === second.words.join();
  const least = isVerbatim ? LEAST_VERBATIM : first.amounts.length > 1 ? LEAST_WITH_OTHERS : LEAST;
  if (first.length < least) return [];
  const off = first.amounts.flatMap((amount, at) =>
    amount.value === second.amounts[at]!.value ? [] : [{ amount, other: second.amounts[at]! }],
  );
  const rates = first.rates.flatMap((rate, at) =>
    rate === second.rates[at] ? [] : [[rate, second.rates[at]]],
  );
  if (off.length + rates.length !== 1 || first.rates.length !== second.rates.length) return [];
  const [odd] = off;
  if (odd?.amount.loose || odd?.other.loose) return [];
  const [here, there] = odd ? [odd.amount.words, odd.other.words] : rates[0]!.map((rate) => `a ${rate}`);
  return [
    {
      span: shifted((odd?.amount ?? first.amounts.at(-1)!).at, start),
      message: `“${here}” here, and “${there}” where the paper says the same again. Give one number in both places.`,
    },
  ];
}
