/** A rise or fall of what stands right before it: "2,310 visits then, and 5,874 now. That is an increase of 254%". */
import type { Draft, FoundIn } from '../../draft';
import type { Grid } from './grid';
import type { Mention, Mentions } from './mentions';
import { CHANGE_NOUNS, countTimes, DOWN } from './parts';
import { clash, LONGEST_SENTENCE, type Placed } from './placed';
import { isTotal } from './totals';
import type { Clash, Written } from './types';
import { grouped } from './written';

/** What a column tells of a time. */
export const TIME =
  /\b(?:19|20)\d\d|\b\d\d\/\d\d\b|\b(?:q[1-4]|yr|year|before|after|now|start|end|baseline|actual|forecast|target|last|this|pilot)\b/i;
/** "That is an increase of", "So the rise is", "This means a cut of over". */
const SAYS = new RegExp(
  `^(?:\\d+\\.\\d+\\s)?(?:(?:So|Overall|Therefore),?\\s)?(?:(?:this|that|it)(?:[’']s|\\s(?:is|was|means|represents))\\san?\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\\s)?${CHANGE_NOUNS}\\sof|the\\s${CHANGE_NOUNS}\\s(?:is|was))\\s(over\\s|more\\sthan\\s)?$`,
  'iu',
);
/** A column that is neither end of the change. */
const NO_END = /%|\b(?:change|difference|\+\/-|total|target)\b/i;
const END = /\b(?:propos\w+|planned|new)\b/i;
/** Between two numbers of one thing. */
const PAIR = /\b(?:from\s[£€$\d]|against\s|compared\s|(?:year|month)\s(?:before|earlier|ago)\b)/i;
/** The change is of another time, or of a part. */
const OF_OTHER =
  /^\s+(?:in|for|among|at|of|by)\s|\b(?:since|on|after|than|from|compared|against|(?:19|20)\d\d|target|average|nationally|over\s+(?:the\s+)?\w+\s+years|in\s+real\s+terms|per|each)\b/i;
/** Further off, a change is that of other numbers, unless it is the multiple: "up 254%" for 2.54 times as many. */
const FURTHEST = 1.5;
const MULTIPLE = 5;

/** Changes that are not those of the two numbers before them; spans are in the draft. */
export function againstBefore(
  draft: Draft,
  all: readonly Placed[],
  found: readonly FoundIn<Mentions>[],
): readonly Clash[] {
  return all.flatMap((one, at) => {
    const { mention, index } = one;
    if (mention.table || mention.unit !== 'percent' || mention.sentence.length > LONGEST_SENTENCE) return [];
    if (!mention.sentence.startsWith(mention.lead) || OF_OTHER.test(mention.after)) return [];
    const says = SAYS.exec(mention.lead);
    if (!says || (mention.loose && !says[1])) return [];
    const before =
      at > 0 && all[at - 1]!.index === index ? inSentence(all, at - 1, !DOWN.test(says[0])) : undefined;
    const grids = found.find((other) => other.index === index - 1)?.found.grids ?? [];
    // A number with it may stand in a sentence before it.
    const isAlone = at === 0 || all[at - 1]!.index !== index;
    const ends =
      before ?? (isAlone && isFirstIn(draft, one) && grids.length === 1 ? inTotal(grids[0]!) : undefined);
    if (!ends) return [];
    const [from, to] = ends;
    const is = Math.abs(changeOf(from, to));
    if (fits(from, to, mention) || (says[1] && is > mention.value) || !isNear(mention.value, is)) return [];
    return [
      clash(
        one,
        `“${mention.words}” does not follow from what is before it: from ${from.words} to ${to.words} is ${said(from, to)}. Put right whichever is wrong.`,
      ),
    ];
  });
}

/** Whether the sentence of a number is the first of its block. */
function isFirstIn({ blocks }: Draft, { mention: { sentence }, index }: Placed): boolean {
  return blocks[index]!.block.text.replace(/^[\s*_>-]+/, '').startsWith(sentence.slice(0, 12));
}

/** "2,310 then, and 5,874 now", "71,204 against 48,630", "48,630, and 71,204 the year before". */
function tellsTwoTimes({ sentence, times }: Mention): boolean {
  return times.size > 1 || PAIR.test(sentence) || countTimes(sentence) > 1;
}

function isNear(told: number, is: number): boolean {
  const times = Math.max(told, is) / Math.min(told, is);
  return times <= FURTHEST || Math.abs(told - is - 100) <= MULTIPLE;
}

type Ends = readonly [Written, Written];

/** The only two numbers of a sentence. */
function inSentence(all: readonly Placed[], last: number, up: boolean): Ends | undefined {
  const [to, from, more] = [0, 1, 2].map((back): Mention | undefined => all[last - back]?.mention);
  if (!to || !from || to.table || from.sentence !== to.sentence || more?.sentence === to.sentence)
    return undefined;
  if (from.unit !== to.unit || from.unit === 'percent' || from.loose || to.loose || from.value <= 0)
    return undefined;
  if (from.noun !== '' && to.noun !== '' && from.noun !== to.noun) return undefined;
  if (!tellsTwoTimes(to)) return undefined;
  // "71,204 after, against 48,630 before"
  return up === from.value < to.value ? [from, to] : [to, from];
}

/** What a table comes to at two times. */
function inTotal({ rows }: Grid): Ends | undefined {
  const total = rows.findLast((row) => isTotal(row[0]!.text));
  const ends = (total ?? []).flatMap(({ number }, column) =>
    number && number.unit !== 'percent' && !NO_END.test(rows[0]![column]!.text) ? [{ number, column }] : [],
  );
  const [from, to, more] = ends;
  if (!from || !to || more || from.number.value <= 0) return undefined;
  const heads = [from, to].map(({ column }) => rows[0]![column]!.text);
  return heads.every((head) => TIME.test(head) || END.test(head)) ? [from.number, to.number] : undefined;
}

function changeOf(from: Written, to: Written): number {
  return (100 * (to.value - from.value)) / from.value;
}

/** Whether a change is that from one number to another, as they are rounded. */
function fits(from: Written, to: Written, { value, step }: Written): boolean {
  const of = ({ step: own, words }: Written): number => (own > 1 || words.includes('.') ? own / 2 : 0);
  const low = (100 * (to.value - of(to))) / (from.value + of(from)) - 100;
  const high = (100 * (to.value + of(to))) / (from.value - of(from)) - 100;
  const within = (share: number): boolean => share > low - step * 1.01 && share < high + step * 1.01;
  return within(value) || within(-value);
}

function said(from: Written, to: Written): string {
  const change = changeOf(from, to);
  return `${change < 0 ? 'a fall' : 'a rise'} of ${grouped(Math.abs(change), 1)}%`;
}
