/** Finds a sentence that stands twice in a paper with another number: in its summary, and in the part that this sums up. */
import {
  type Block,
  type Draft,
  headingAbove,
  headings,
  moved,
  perBlock,
  RunMap,
  runsOf,
} from '../../../draft';
import { addTo } from '../../../util/lists';
import { RecentTexts } from '../../../words/recent-texts';
import { spanIn } from '../../lib/blocks/prose';
import { type Counted, type CountedText, countedIn } from '../amounts/sentences';
import type { Clash } from '../clash';
import { isOfAll } from '../parts/counted-lists';
import { contentOf } from './mentions';

/** The words of a sentence with numbers. */
interface Told {
  /** What it says but for its numbers. */
  readonly key: string;
  /** A number by which most other keys are told from it. */
  readonly slot: number;
  /** Its words in their order. */
  readonly words: readonly string[];
  /** How many words of it have a meaning of their own. */
  readonly length: number;
  /** “a month”, “per week” */
  readonly rates: readonly string[];
}

interface Said {
  readonly told: Told;
  readonly sentence: Counted;
}

interface Placed extends Said {
  /** The position of its block. */
  readonly index: number;
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

const saidIn = perBlock((block: Block): readonly Said[] =>
  countedIn(block).flatMap((sentence) => {
    const { passage, text, amounts } = sentence;
    return passage.kind === 'table-row' || amounts.length === 0 || amounts.length > MOST_AMOUNTS
      ? []
      : known.get(text, () => toldIn(sentence)).map((told) => ({ told, sentence }));
  }),
);

const known = new RecentTexts<readonly Told[]>();

/** What a sentence tells, as a list of one; of none where it has few words or only numbers. */
function toldIn({ text, amounts }: CountedText): readonly Told[] {
  const bare = amounts.reduceRight(
    (words, { span: { start, end } }) => `${words.slice(0, start)}#${words.slice(end)}`,
    text,
  );
  const rates = [...bare.matchAll(RATE)].map(([, unit]) => unit!.toLowerCase());
  const words = contentOf(bare.replace(RATE, ' '));
  if (words.length < LEAST_VERBATIM) return [];
  const small = bare.replace(RATE, ' ').toLowerCase().match(SMALL) ?? [];
  const key = `${[...words].sort().join(' ')}|${small.join(' ')}|${amounts.map(({ unit }) => unit).join(' ')}`;
  return [
    {
      key,
      slot: slotOf(key),
      words: bare.toLowerCase().match(/[a-zÀ-ÿ’'-]+|#/gu) ?? [],
      length: words.length,
      rates,
    },
  ];
}

const SLOTS = 2 ** 16;

function slotOf(key: string): number {
  let slot = 0;
  for (let at = 0; at < key.length; at++) slot = (31 * slot + key.charCodeAt(at)) % SLOTS;
  return slot;
}

/** What the blocks of a run say, with the positions of the blocks in the run, and the slots of these in one row. */
const inRun = new RunMap((blocks) => {
  const all: Placed[] = [];
  blocks.forEach((block, index) => {
    for (const { told, sentence } of saidIn(block)) all.push({ told, sentence, index });
  });
  return { all, slots: Uint16Array.from(all, ({ told }) => told.slot) };
});

/** Sentences that a paper tells twice, with one number another; spans are in the draft. */
export function saidTwice(draft: Draft): readonly Clash[] {
  const heads = headings(draft);
  const headOf = (at: number): string => heads[at]?.text ?? '';
  return toldAgain(draft).flatMap((places) => {
    if (places.length !== 2) return [];
    const [first, second] = places as [Placed, Placed];
    const [here, there] = [headingAbove(heads, first.index), headingAbove(heads, second.index)];
    const isTwice = here !== there && (isOfAll(heads, here) || isOfAll(heads, there));
    const isOwn = OWN_NUMBERS.test(`${headOf(here)} ${headOf(there)}`);
    if (!isTwice && (first.told.length < LONG || isOwn)) return [];
    return compare(first, second).map((clash) => moved(clash, draft.blocks[first.index]!.start));
  });
}

/** How often a draft has a slot, up to twice; kept between drafts only to save the room. */
const often = new Uint8Array(SLOTS);

/** What stands in a draft more than once, in three places at most, and a few others that only have the slot of another. */
function toldAgain(draft: Draft): readonly (readonly Placed[])[] {
  often.fill(0);
  const runs = runsOf(draft);
  for (const { run } of runs) {
    const { slots } = inRun.of(run, undefined);
    for (let at = 0; at < slots.length; at++) often[slots[at]!] = often[slots[at]!] === 0 ? 1 : 2;
  }
  const again = new Map<string, Placed[]>();
  for (const { run, index } of runs) {
    const { all, slots } = inRun.of(run, undefined);
    for (let at = 0; at < slots.length; at++) {
      if (often[slots[at]!] === 1) continue;
      const { told, sentence, index: own } = all[at]!;
      const places = again.get(told.key);
      if (places === undefined || places.length < 3)
        addTo(again, told.key, { told, sentence, index: index + own });
    }
  }
  return [...again.values()];
}

/** How two sentences differ that tell the same; its span is in the block of the first. */
function compare({ told, sentence }: Said, second: Said): readonly Clash[] {
  const { amounts } = sentence;
  const { amounts: others } = second.sentence;
  const { rates: otherRates, words } = second.told;
  const isVerbatim = told.words.length >= LONG_VERBATIM && told.words.join() === words.join();
  const least = isVerbatim ? LEAST_VERBATIM : amounts.length > 1 ? LEAST_WITH_OTHERS : LEAST;
  if (told.length < least) return [];
  const off = amounts.flatMap((amount, at) =>
    amount.value === others[at]!.value ? [] : [{ amount, other: others[at]! }],
  );
  const rates = told.rates.flatMap((rate, at) => (rate === otherRates[at] ? [] : [[rate, otherRates[at]]]));
  if (off.length + rates.length !== 1 || told.rates.length !== otherRates.length) return [];
  const [odd] = off;
  if (odd?.amount.loose || odd?.other.loose) return [];
  const [here, there] = odd ? [odd.amount.words, odd.other.words] : rates[0]!.map((rate) => `a ${rate}`);
  return [
    {
      span: spanIn(sentence, (odd?.amount ?? amounts.at(-1)!).span),
      message: `“${here}” here, and “${there}” where the paper says the same again. Give one number in both places.`,
    },
  ];
}
