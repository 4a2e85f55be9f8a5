/** Shares that do not follow from the numbers beside them: "41 of 60 (72%)", "6,742 of them, or 68%", "two thirds (96 of 317)". */
import type { Span } from '../../draft';
import { shifted } from '../../draft/span';
import type { Amount } from './amounts';
import { withShares } from './share-words';
import type { Instead } from './types';
import { grouped, like, slack } from './written';

/** A clash in a text; positions count from it. */
export interface Found {
  readonly at: { readonly span: Span };
  readonly message: string;
  readonly instead?: Instead;
}

/** A sentence beside another, and where it starts, counted from that. */
interface Next {
  readonly text: string;
  readonly start: number;
  readonly amounts: readonly Amount[];
}

const OF =
  /^\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\s){0,3}?(?:out\s)?of\s(?:(?:the|our|its|their|all|those|these|a\stotal\sof)\s){0,2}$/iu;
const OF_THEM = /^\s+of\s+(?:them|these|those|whom|which)\b/i;
const OF_FIRST = /^(?:\d+\.\d+\s+)?Of\s+(?:(?:the|these|those|all|our)\s+)?$/;
const OF_THEM_FIRST = /^(?:\d+\.\d+\s+)?Of\s(?:them|these|those),?\s(?:only\s|just\s)?$/;
const OF_WHOM = /\bof\s(?:whom|which|them|these|those),?\s(?:only\s|just\s)?$/i;
/** From the whole to its share: a bracket, "or", "a rate of", or the end of what is said: ", two thirds of them". */
const THEN_SHARE =
  /^(?:[^(),.;:!?]{0,60}\(|[^(),.;:!?]{0,60}(?:,|\s[–—-])\s+(?:or\s+|that\s+is\s+|which\s+is\s+|equal\s+to\s+|i\.?e\.?\s+)?(?:an?\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+){0,3}(?:rate|share|proportion|percentage|take-up|turnout|response)\s+of\s+)?|\s*=\s*)$/iu;
/** From a part of them to its share. */
const ITS_SHARE = /^[^(),.;:!?\d]{0,60}(?:\(|,\s+(?:or\s+|(?:which|that)\s+is\s+)?|\s[–—-]\s)$/;
/** From a share to its part, in brackets: “two thirds of borrowers (”. */
const THEN_PART = /^[^(),.;:!?\d]{0,60}\($/;
const CLOSES = /^(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){0,2}[),;]/u;
const ENDS = /^(?:\sof\s(?:them|those|these|all|(?:the|our|their)\s(?:total|whole)))?\s*(?:[).,;–—]|-\s|$)/;
/** Words that say that the share is of something else. */
const OTHER =
  /\b(?:from|against|compared|than|versus|target|nationally|average|last\s+year|up|down|points?)\b/i;
/** Of fewer, a share says little. */
export const LEAST = 10;

/** A part, and what it may be a part of. */
interface PartOfWhole {
  readonly part: Amount;
  readonly wholes: readonly Amount[];
}

const isCount = (one: Amount | undefined): one is Amount => one?.unit === 'count';

const isWhole = (one: Amount, part: Amount): boolean =>
  isCount(one) && one.value >= Math.max(LEAST, part.value);

/** A part of one of some amounts. */
const oneOf = (part: Amount, amounts: readonly Amount[]): PartOfWhole => ({
  part,
  wholes: amounts.filter((one) => isWhole(one, part)),
});

/**
 * Shares of a sentence, or at the start of the next, that are not what their part of their whole comes to.
 *
 * @param before the amounts of the sentence before it
 * @param next the sentence after it
 */
export function wrongShares(
  text: string,
  amounts: readonly Amount[],
  before: readonly Amount[],
  next?: Next,
): readonly Found[] {
  const all = withShares(text, amounts);
  const behind = ({ span }: Amount): string => text.slice(span.end, span.end + 60);
  const shares = all.flatMap((share, at) => {
    if (share.unit !== 'percent') return [];
    const told = (ENDS.test(behind(share)) ? toldBefore(share, at) : undefined) ?? toldBehind(share, at);
    return told ? [{ share, told }] : [];
  });
  const share = next && !all.some(({ unit }) => unit === 'percent') ? consequence(next, text) : undefined;
  const told = share && lastTold();
  return [...shares, ...(share && told ? [{ share, told }] : [])].flatMap(
    ({ share, told: { part, wholes } }) =>
      wholes.length === 0 || wholes.some((whole) => follows(part, whole, share))
        ? []
        : [shareOn(part, wholes[0]!, share)],
  );

  /** "41 of the 60 children (72%)"; "… 6,742 of them, or 68%"; "Of the 60 children, 41 (72%) came" */
  function toldBefore({ span }: Amount, at: number): PartOfWhole | undefined {
    const [part, whole] = [all[at - 2], all[at - 1]];
    if (!isCount(whole)) return undefined;
    const words = text.slice(whole.span.end, span.start);
    if (OTHER.test(words)) return undefined;
    if (isCount(part) && whole.value >= part.value && OF.test(text.slice(part.span.end, whole.span.start)))
      return THEN_SHARE.test(words) ? { part, wholes: [whole] } : undefined;
    if (!ITS_SHARE.test(words)) return undefined;
    const counts = all.slice(0, at - 1);
    // “Of them, 612 answered, and 571 (95%) agreed”: of those who answered, or of all of them.
    const isOfThem =
      OF_WHOM.test(text.slice(0, whole.span.start)) ||
      (counts[0] && OF_THEM_FIRST.test(text.slice(0, counts[0].span.start)));
    return isOfThem ? oneOf(whole, [...counts.toReversed(), ...before]) : partOf(whole, counts, before);
  }

  /** "Two thirds of the children (41 of 60) came" */
  function toldBehind({ span }: Amount, at: number): PartOfWhole | undefined {
    const [part, whole] = [all[at + 1], all[at + 2]];
    if (!isCount(part) || !isCount(whole) || whole.value < part.value) return undefined;
    const words = text.slice(span.end, part.span.start);
    if (OTHER.test(words) || !THEN_PART.test(words) || !CLOSES.test(behind(whole))) return undefined;
    return OF.test(text.slice(part.span.end, whole.span.start)) ? { part, wholes: [whole] } : undefined;
  }

  /** What a count is said to be a part of. */
  function partOf(part: Amount, counts: readonly Amount[], more: readonly Amount[]): PartOfWhole | undefined {
    if (OF_THEM.test(behind(part))) return oneOf(part, [...counts.toReversed(), ...more]);
    // "Of the 240 in 12 libraries": any of them may be the whole.
    const [first] = counts;
    const isFirst = first && OF_FIRST.test(text.slice(0, first.span.start));
    return isFirst && isWhole(first, part) && counts.every(isCount) ? { part, wholes: counts } : undefined;
  }

  /** The part and its whole that a sentence ends with. */
  function lastTold(): PartOfWhole | undefined {
    const at = all.findLastIndex((one) => isCount(one) && OF_THEM.test(behind(one)));
    if (at >= 0) return partOf(all[at]!, all.slice(0, at), []);
    const [part, whole] = all.slice(-2);
    if (!isCount(part) || !isCount(whole)) return undefined;
    if (whole.value >= part.value && OF.test(text.slice(part.span.end, whole.span.start)))
      return { part, wholes: [whole] };
    return all.length === 2 ? partOf(whole, [part], []) : undefined;
  }
}

const NEXT =
  /^(?:(?:That|This|It)(?:[’']s|\sis|\swas|\sgives|\smeans)|So|Thus)\s(?:an?\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s){0,3}(?:rate|share|proportion)\sof\s|just\s|only\s)?$/u;
const THEREFORE = /\b(?:therefore|thus|in\sother\swords)\b/i;
/** "A third of the year group": a whole of its own, where the sentence before does not speak of it. */
const OF_NAMED =
  /^\sof\s(?!(?:them|those|these|all|it|people|everyone|everybody|the\s(?:total|whole))\b)(?:(?:the|our|its|their)\s)?([A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+)/iu;

/** The share that a sentence begins with and draws from the one before it: "That's 77%", "Two thirds therefore go into work". */
function consequence({ text, start, amounts }: Next, before: string): Amount | undefined {
  const [share, ...more] = withShares(text, amounts);
  if (share?.unit !== 'percent') return undefined;
  const lead = text.slice(0, share.span.start);
  if (!NEXT.test(lead) && !(lead === '' && more.length === 0 && THEREFORE.test(text.slice(0, 200))))
    return undefined;
  const of = OF_NAMED.exec(text.slice(share.span.end))?.[1];
  if (of !== undefined && !before.split(/[^A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+/u).includes(of)) return undefined;
  return { ...share, span: shifted(share.span, start) };
}

/** Whether a share is that of a part in a whole, rounded or cut off as they are. */
export function follows(part: Amount, whole: Amount, share: Amount): boolean {
  const low = (100 * (part.value - slack(part))) / (whole.value + slack(whole));
  const high = (100 * (part.value + slack(part))) / Math.max(whole.value - slack(whole), 1e-9);
  const loose = share.loose || part.loose || whole.loose ? 5 : share.range ? 0 : share.step * 1.01;
  const [least, most] = share.range ?? [share.value, share.value];
  if (most > low - loose && least < high + loose) return true;
  // "88 of 96 (8% vacant)" is the share of the rest.
  return !share.range && 100 - share.value > low - loose && 100 - share.value < high + loose;
}

/** A share that is not that of a part in a whole. */
export function shareOn(part: Amount, whole: Amount, share: Amount): Found {
  const is = (100 * part.value) / whole.value;
  return {
    at: share,
    message: `“${share.words}” does not follow from “${part.words} of ${whole.words}”, which is ${grouped(is, 1)}%. Put right whichever is wrong.`,
    // What is told in words, or as about so much, is worded anew.
    ...(/^[\d.]+%$/.test(share.words) && { instead: { words: share.words, by: like(share, is) } }),
  };
}
