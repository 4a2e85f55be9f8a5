/**
 * Lists of people in a sentence: “families, jobseekers, older people and people without internet”. A word or two on
 * each makes no case.
 */
import type { Words } from '../words/tokenize';

/** An item of more words says something of its own. */
const LONGEST_ITEM = 4;
/** The last item may be longer: “and people without a computer at home”. */
const LONGEST_LAST = 7;
const AND = new Set(['and', 'or']);
const WHO = new Set(['people', 'those', 'anyone', 'everyone', 'residents', 'households']);

/**
 * Marks the words that stand in such a list, without its first item, which belongs to the sentence before it. Linear
 * time.
 *
 * @param people 1 for each word of a cue for people who benefit
 * @param acts 1 for each word of a cue for what is done
 */
export function listedPeople(
  text: string,
  words: Words,
  people: ArrayLike<number>,
  acts: ArrayLike<number>,
): Uint8Array {
  const listed = new Uint8Array(words.stem.length);
  let start = 0;
  for (let i = 0; i < words.stem.length; i++) {
    if (!words.breakAfter[i] && i + 1 < words.stem.length) continue;
    const items = itemsIn(text, words, start, i + 1);
    if (items && items.filter((item) => names(words, item, people)).length * 2 >= items.length) {
      if (!items.some(({ from, to }) => some(acts, from, to)))
        for (const { from, to } of items) listed.fill(1, from, to);
    }
    start = i + 1;
  }
  return listed;
}

interface Item {
  readonly from: number;
  readonly to: number;
}

/** The items of a sentence that ends in a list, from the second on; undefined where it does not. */
function itemsIn(text: string, words: Words, start: number, end: number): readonly Item[] | undefined {
  const after: number[] = [];
  for (let i = start; i + 1 < end; i++)
    if (text.slice(words.end[i]!, words.start[i + 1]!).includes(',')) after.push(i + 1);
  if (after.length < 2) return undefined;
  const items = after.slice(0, -1).map((from, k): Item => ({ from, to: after[k + 1]! }));
  const last = after.at(-1)!;
  let and = last;
  while (and < end && !AND.has(words.lower[and]!)) and++;
  if (and + 1 >= end || and - last > LONGEST_ITEM || end - and - 1 > LONGEST_LAST) return undefined;
  if (items.some(({ from, to }) => to - from > LONGEST_ITEM)) return undefined;
  if (and > last) items.push({ from: last, to: and });
  items.push({ from: and + 1, to: end });
  return items;
}

function names({ lower }: Words, { from, to }: Item, people: ArrayLike<number>): boolean {
  return some(people, from, to) || lower.slice(from, to).some((word) => WHO.has(word));
}

function some(flags: ArrayLike<number>, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (flags[i]) return true;
  return false;
}
