/** Shares that do not follow from the numbers beside them: "41 of 60 (72%)", "6,742 of them, or 68%", "96 of 317, two thirds". */
import type { Span } from '../../draft';
import type { Amount } from './amounts';
import { slack } from './rounding';
import { withShares } from './share-words';
import { grouped } from './written';

/** A clash in a text; positions count from it. */
export interface Found {
  readonly at: { readonly span: Span };
  readonly message: string;
}

/** A sentence beside another, and where it starts, counted from that. */
interface Next {
  readonly text: string;
  readonly start: number;
  readonly amounts: readonly Amount[];
}

const THE = '(?:(?:the|our|its|their|all|those|these|a\\stotal\\sof)\\s){0,2}';
const OF = new RegExp(`^\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\\s){0,3}?(?:out\\s)?of\\s${THE}$`, 'iu');
const OF_THEM = /^\s+of\s+(?:them|these|those|whom|which)\b/i;
const OF_WHOM = /\bof\s+(?:them|these|those|whom|which)(?:,?\s+|\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+\s+){1,2})$/iu;
const OF_FIRST = /^(?:\d+\.\d+\s+)?Of\s+(?:(?:the|these|those|all|our)\s+)?$/;
/** From the whole to its share: a bracket, "or", "a rate of". */
const THEN_SHARE =
  /^(?:[^(),.;:!?]{0,60}\(|[^(),.;:!?]{0,40},\s+(?:or|that\s+is|which\s+is|equal\s+to|i\.?e\.?)\s+|[^(),.;:!?]{0,40},\s+(?:or\s+)?an?\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+){0,3}(?:rate|share|proportion|percentage|take-up|turnout|response)\s+of\s+|\s*=\s*)$/iu;
/** A share that ends what is said: ", two thirds of them." */
const THEN = /^[^(),.;:!?]{0,60}(?:,|\s[–—-])\s$/;
const IS_ALL = /^(?:\sof\s(?:them|those|these|all|the\s(?:total|whole)))?\s*(?:[.,;:)]|\s[–—-]|$)/;
const SHARE_FIRST = /^\s*(?:[^(),.;:!?]{0,50}\(|,\s+or\s+)$/;
const IN_BRACKETS = /^(?:\s+(?!of\b)[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+){0,3}\s+\($/iu;
const OF_BEHIND = new RegExp(`^\\s*\\)\\sof\\s${THE}$`, 'i');
/** From a part of them to its share. */
const ITS_SHARE = /^[^(),.;:!?\d]{0,60}(?:\(|,\s+(?:or\s+)?|\s[–—-]\s)$/;
const ENDS = /^\s*(?:[).,;–—]|-\s|$)/;
/** "120 of 400, or 75% of our target" */
const OF_OTHER = /^\s+of\s+(?!(?:them|those|all|these|the\s+(?:total|whole))\b)/i;
/** Words that say that the share is of something else. */
const OTHER =
  /\b(?:from|against|compared|than|versus|target|nationally|average|last\s+year|up|down|points?)\b/i;
/** Of fewer, a share says little. */
export const LEAST = 10;

/** A part, what it may be a part of, and how the two are told. */
interface Told {
  readonly part: Amount;
  readonly wholes: readonly Amount[];
  readonly said?: string;
}

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
  const found: Found[] = [];
  const all = withShares(text, amounts);
  const between = (a: Amount, b: Amount): string => text.slice(a.span.end, b.span.start);
  const behind = ({ span }: Amount): string => text.slice(span.end, span.end + 60);
  const isCount = (one: Amount | undefined): one is Amount => one?.unit === 'count';
  all.forEach((share, at) => {
    if (share.unit === 'percent')
      check(toldBefore(share, at) ?? toldBehind(share, at) ?? theirs(share, at), share);
  });
  const share = next && consequence(next, text);
  if (share && !all.some(({ unit }) => unit === 'percent')) check(lastTold(), share);
  return found;

  function check(told: Told | undefined, share: Amount): void {
    if (!told || told.wholes.length === 0) return;
    const { part, wholes, said } = told;
    if (wholes.some((whole) => follows(part, whole, share))) return;
    found.push({ at: share, message: messageOn(part, wholes[0]!, share, said) });
  }

  function told(part: Amount, whole: Amount): Told {
    const said = text
      .slice(Math.min(part.span.start, whole.span.start), Math.max(part.span.end, whole.span.end))
      .replace(/\s+/g, ' ');
    return { part, wholes: [whole], ...(said.length < 60 && { said }) };
  }

  function isOf(part: Amount | undefined, whole: Amount | undefined): boolean {
    return isCount(part) && isCount(whole) && whole.value >= part.value && OF.test(between(part, whole));
  }

  /** "41 of the 60 children (72%)", "41 of 60 came, two thirds of them" */
  function toldBefore(share: Amount, at: number): Told | undefined {
    const [part, whole] = [all[at - 2], all[at - 1]];
    if (!part || !whole || !isOf(part, whole)) return undefined;
    const words = between(whole, share);
    const after = behind(share);
    const closes = words.endsWith('(') ? /^\s*[),;]/.test(after) : !OF_OTHER.test(after);
    const isIts = THEN_SHARE.test(words) || (THEN.test(words) && IS_ALL.test(after));
    return closes && isIts && !OTHER.test(words) ? told(part, whole) : undefined;
  }

  /** "72% (41 of 60)", "41 (72%) of the 60 children" */
  function toldBehind(share: Amount, at: number): Told | undefined {
    const [last, part, whole] = [all[at - 1], all[at + 1], all[at + 2]];
    if (part && whole && isOf(part, whole)) {
      const words = between(share, part);
      const closes = !words.endsWith('(') || /^[^(),.;:!?]{0,40}\)/.test(behind(whole));
      if (closes && SHARE_FIRST.test(words) && !OTHER.test(words)) return told(part, whole);
    }
    if (!isCount(last) || !isCount(part) || part.value < last.value) return undefined;
    return IN_BRACKETS.test(between(last, share)) && OF_BEHIND.test(between(share, part))
      ? told(last, part)
      : undefined;
  }

  /** "Of the 60 children, 41 (72%) came", "10,874 signed up. Of these, 6,742 (68%) …", "… 6,742 of them, or 68%" */
  function theirs(share: Amount, at: number): Told | undefined {
    const part = all[at - 1];
    if (!isCount(part)) return undefined;
    const words = between(part, share);
    const after = behind(share);
    const counts = all.slice(0, at - 1);
    const lead = text.slice(Math.max(0, part.span.start - 60), part.span.start);
    if (OF_THEM.test(behind(part)) || OF_WHOM.test(lead)) {
      const closes = !words.endsWith('(') || /^\s*\)/.test(after);
      if (!ITS_SHARE.test(words) || !closes || !ENDS.test(after)) return undefined;
      const wholes = [...counts.toReversed(), ...before].filter(
        (one) => isCount(one) && one.value >= part.value && one.value >= LEAST,
      );
      return { part, wholes };
    }
    const [whole] = counts;
    if (!whole || !OF_FIRST.test(text.slice(0, whole.span.start)) || whole.value < part.value)
      return undefined;
    const isIts = words.endsWith('(')
      ? IN_BRACKETS.test(words) && /^\s*\)/.test(after)
      : THEN.test(words) && IS_ALL.test(after);
    if (!isIts || !counts.every(isCount)) return undefined;
    // "Of the 240 in 12 libraries": any of them may be the whole.
    return { part, wholes: counts, said: `${part.words} of ${whole.words}` };
  }

  /** The part and its whole that a sentence ends with. */
  function lastTold(): Told | undefined {
    const [whole, part] = [all.at(-1), all.at(-2)];
    if (part && whole && isOf(part, whole)) return { part, wholes: [whole] };
    const theirPart = all.findLast((one) => isCount(one) && OF_THEM.test(behind(one)));
    if (theirPart) {
      const base = all.slice(0, all.indexOf(theirPart)).findLast(isCount);
      return base && base.value >= Math.max(LEAST, theirPart.value)
        ? { part: theirPart, wholes: [base] }
        : undefined;
    }
    const [first, last] = all;
    if (!isCount(first) || !isCount(last)) return undefined;
    const isFirst = all.length === 2 && first.value >= last.value;
    return isFirst && OF_FIRST.test(text.slice(0, first.span.start))
      ? { part: last, wholes: [first] }
      : undefined;
  }
}

const NEXT =
  /^(?:(?:That|This|It)(?:[’']s|\sis|\swas|\sgives|\smeans)|So|Thus)\s(?:an?\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s){0,3}(?:rate|share|proportion)\sof\s|just\s|only\s)?$/u;
const THEREFORE = /\b(?:therefore|thus|in\sother\swords)\b/i;

/** "A third of the year group": a whole of its own, where the sentence before does not speak of it. */
const OF_NAMED =
  /^\sof\s(?!(?:them|those|these|all|it|people|everyone|everybody|the\s(?:total|whole))\b)(?:(?:the|our|its|their)\s)?([A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+)(?:\s([A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+))?/iu;

/** The share that a sentence begins with and draws from the one before it: "That's 77%", "Two thirds therefore go into work". */
function consequence({ text, start, amounts }: Next, before: string): Amount | undefined {
  const [share, ...more] = withShares(text, amounts);
  if (share?.unit !== 'percent') return undefined;
  const lead = text.slice(0, share.span.start);
  if (!NEXT.test(lead) && !(lead === '' && more.length === 0 && THEREFORE.test(text.slice(0, 200))))
    return undefined;
  const of = OF_NAMED.exec(text.slice(share.span.end));
  if (of && !before.split(/[^A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+/u).some((word) => of.slice(1).includes(word)))
    return undefined;
  return { ...share, span: { start: start + share.span.start, end: start + share.span.end } };
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

export function messageOn(part: Amount, whole: Amount, share: Amount, said: string | undefined): string {
  const is = grouped((100 * part.value) / whole.value, 1);
  return `“${share.words}” does not follow from “${said ?? `${part.words} of ${whole.words}`}”, which is ${is}%. Put right whichever is wrong.`;
}
