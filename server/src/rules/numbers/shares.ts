/** Shares and changes that do not follow from the numbers beside them: "41 of 60 (72%)", "up 60%, from 88 to 120". */
import type { Span } from '../../draft';
import type { Amount } from './amounts';
import { slack } from './rounding';
import { grouped } from './written';

/** A clash in a text; positions count from it. */
export interface Found {
  readonly at: { readonly span: Span };
  readonly message: string;
}

const OF =
  /^\s+(?:[\p{L}’'-]+\s+){0,3}?(?:out\s+)?of\s+(?:(?:the|our|its|their|all|those|these|a\s+total\s+of)\s+){0,2}$/iu;
const OF_THEM = /^\s+of\s+(?:them|these|those|whom|which)\b/i;
/** From the whole to its share: a bracket, "or", "a rate of". */
const THEN_SHARE =
  /^(?:[^(),.;:!?]{0,60}\(|[^(),.;:!?]{0,40},\s+(?:or|that\s+is|which\s+is|equal\s+to|i\.?e\.?)\s+|[^(),.;:!?]{0,40},\s+(?:or\s+)?an?\s+(?:[\p{L}-]+\s+){0,3}(?:rate|share|proportion|percentage|take-up|turnout|response)\s+of\s+|\s*=\s*)$/iu;
const SHARE_FIRST = /^\s*(?:[^(),.;:!?]{0,50}\(|,\s+or\s+)$/;
const IN_BRACKETS = /^(?:\s+(?!of\b)[\p{L}-]+){0,3}\s+\($/iu;
const OF_FIRST = /^(?:\d+\.\d+\s+)?Of\s+(?:(?:the|these|those|all|our)\s+)?$/;
/** "120 of 400, or 75% of our target" */
const OF_OTHER = /^\s+of\s+(?!(?:them|those|all|these|the\s+(?:total|whole))\b)/i;
/** Words that say that the share is of something else. */
const OTHER =
  /\b(?:from|against|compared|than|versus|target|nationally|average|last\s+year|up|down|points?)\b/i;

/**
 * Shares of a sentence that are not what their part of their whole comes to.
 *
 * @param next the sentence after it, and where that starts, counted from this one
 */
export function wrongShares(
  text: string,
  amounts: readonly Amount[],
  next?: { readonly text: string; readonly start: number },
): readonly Found[] {
  const found: Found[] = [];
  const between = (a: Amount, b: Amount): string => text.slice(a.span.end, b.span.start);
  for (let index = 0; index < amounts.length; index++) {
    const part = amounts[index]!;
    if (part.unit !== 'count') continue;
    const whole = amounts[index + 1];
    if (whole?.unit === 'count' && whole.value >= part.value && OF.test(between(part, whole))) {
      const after = amounts[index + 2];
      if (after?.unit === 'percent') {
        const words = between(whole, after);
        const behind = text.slice(after.span.end, after.span.end + 40);
        const closes = words.endsWith('(') ? /^\s*[),;]/.test(behind) : !OF_OTHER.test(behind);
        if (closes && THEN_SHARE.test(words) && !OTHER.test(words)) check(part, whole, after);
        continue;
      }
      const before = amounts[index - 1];
      if (before?.unit === 'percent') {
        const words = between(before, part);
        const closes = !words.endsWith('(') || /^[^(),.;:!?]{0,40}\)/.test(text.slice(whole.span.end));
        if (closes && SHARE_FIRST.test(words) && !OTHER.test(words)) check(part, whole, before);
      }
      if (next && after === undefined && index === amounts.length - 2) checkNext(part, whole);
      continue;
    }
    if (OF_THEM.test(text.slice(part.span.end))) {
      const base = amounts
        .slice(0, index)
        .reverse()
        .find(({ unit }) => unit === 'count');
      if (!base || base.value < part.value || base.value < 10) continue;
      if (next && !amounts.slice(index + 1).some(({ unit }) => unit === 'percent')) checkNext(part, base);
    }
  }
  first();
  return found;

  /** "Of the 240 families invited, 168 (70%) came", "168 (70%) of the 240 families". */
  function first(): void {
    const at = amounts.findIndex(({ unit }) => unit === 'percent');
    const [part, share] = [amounts[at - 1], amounts[at]];
    if (!part || !share || part.unit !== 'count' || !IN_BRACKETS.test(between(part, share))) return;
    const behind = /^\s*\)(\s+of\s+(?:(?:the|our|those|these|all)\s+){0,2}$)?/i.exec(
      text.slice(share.span.end, amounts[at + 1]?.span.start),
    );
    if (!behind) return;
    const next = amounts[at + 1];
    if (behind[1] !== undefined && next?.unit === 'count') {
      if (next.value >= part.value) check(part, next, share);
      return;
    }
    const wholes = amounts.slice(0, at - 1);
    const [whole] = wholes;
    if (!whole || !OF_FIRST.test(text.slice(0, whole.span.start)) || whole.value < part.value) return;
    // "Of the 240 in 12 libraries": any of them may be the whole.
    if (wholes.every((one) => one.unit === 'count' && !follows(part, one, share))) {
      const said = `${part.words} of ${whole.words}`;
      found.push({ at: share, message: messageOn(part, whole, share, said) });
    }
  }

  function check(part: Amount, whole: Amount, share: Amount): void {
    if (follows(part, whole, share)) return;
    const first = Math.min(part.span.start, whole.span.start);
    const last = Math.max(part.span.end, whole.span.end);
    const said = text.slice(first, last).replace(/\s+/g, ' ');
    found.push({ at: share, message: messageOn(part, whole, share, said.length < 60 ? said : undefined) });
  }

  function checkNext(part: Amount, whole: Amount): void {
    const rate = NEXT.exec(next!.text);
    if (!rate) return;
    const share = percentOf(rate[1]!, next!.start + rate[0].length);
    if (!follows(part, whole, share))
      found.push({ at: share, message: messageOn(part, whole, share, undefined) });
  }
}

const NEXT =
  /^(?:That|This|It)(?:[’']s|\s+is|\s+was|\s+gives|\s+means)\s+(?:an?\s+(?:[\p{L}-]+\s+){0,3}(?:rate|share|proportion)\s+of\s+|just\s+)?(\d+(?:\.\d+)?\s?(?:%|per\s?cent))/u;

function percentOf(words: string, end: number): Amount {
  const value = Number.parseFloat(words);
  const part = /\.(\d+)/.exec(words)?.[1] ?? '';
  const span = { start: end - words.length, end };
  return { value, step: 10 ** -part.length, unit: 'percent', words, loose: false, span };
}

/** Whether a share is that of a part in a whole, rounded or cut off as they are. */
export function follows(part: Amount, whole: Amount, share: Amount): boolean {
  const low = (100 * (part.value - slack(part))) / (whole.value + slack(whole));
  const high = (100 * (part.value + slack(part))) / Math.max(whole.value - slack(whole), 1e-9);
  const loose = share.loose || part.loose || whole.loose ? 5 : share.step * 1.01;
  const within = (value: number): boolean => value > low - loose && value < high + loose;
  // "88 of 96 (8% vacant)" is the share of the rest.
  return within(share.value) || within(100 - share.value);
}

export function messageOn(part: Amount, whole: Amount, share: Amount, said: string | undefined): string {
  const is = grouped((100 * part.value) / whole.value, 1);
  return `“${share.words}” does not follow from “${said ?? `${part.words} of ${whole.words}`}”, which is ${is}%. Put right whichever is wrong.`;
}
