/** Wholes whose stated parts add up to something else. */
import { type Amount, amountsIn } from './amounts';
import { areApart } from './apart';
import { coarsest } from './rounding';
import type { Found } from './shares';
import { isSlip } from './totals';
import type { Written } from './types';
import { like, MAGNITUDE, sumOf } from './written';

const TOTAL_BEFORE =
  /\b(?:an?\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+)?total\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+){0,2}of|in\s+total|totall?ing|(?:the\s+)?total(?:\s+(?:cost|request|grant|ask))?(?:\s+(?:is|of|comes\s+to))?:?|adding\s+up\s+to|making)\s+$|\s=\s$/iu;
/** "34 red, 19 amber and 12 green, out of 63" */
const OUT_OF = /,\s(?:all\s)?out\sof\s(?:the\s)?$/i;
const TOTAL_AFTER = /^\s+(?:in\s+(?:all|total)|altogether)\b/i;
/** What is before a sum, and not before what is counted in all: "…, so £1,965 in all". */
const SUMS_UP = /(?:[,;:–—=]|\b(?:so|or|making|giving|which\s+is|that\s+is))\s+(?:an?\s+)?$/i;
const PARTS_FOLLOW =
  /\b(?:compris(?:es|ed|ing)(?:\s+of)?|(?:is|was|are|were)?\s*made\s+up\s+(?:of|as\s+follows)|consist(?:s|ed|ing)?\s+of|(?:is|was|were|be)?\s*split\s+(?:between|into|as\s+follows)|broken\s+down(?:\s+as\s+follows)?|(?:was|is|were|are|be|been)\s+(?:paid\s+for|funded|met|provided)\s+by)\b/i;
/** "£380,000 came from the Fund (£240,000) and the Town Board (£140,000)" */
const CAME_FROM = /^[^().;:!?\d]{0,40}\bc[ao]mes?\sfrom\s[^(]{0,80}\($/i;
/** The list does not claim to be all of it, or may count one thing twice. */
const NOT_ALL =
  /\b(?:includ(?:es|ed|ing)|such\s+as|e\.?g|for\s+example|among|mainly|chiefly|mostly|largest|biggest|commonest|most\s+(?:common|frequent)|main|top|more\s+than\s+one|up\s+to|at\s+least|rest|remainder|remaining|balance|others|less|minus|net|saving|plus|against|compared|than|per|each|every|instead|respectively|match|in\s+kind|a\s+(?:year|month|week|day)|annual(?:ly)?|so\s+far)\b/i;
const PERIOD = /^\s(?:a|per|each|every)\s(?:year|month|week)\b/i;
const OF_WHICH = /^[^.;:()\d]{0,50},?\s+of\s+(?:which|whom),?\s+$/i;
const THAT_IS = /^(?:That|This|It)\s+(?:is|was|comprises|is\s+made\s+up\s+of|was\s+made\s+up\s+of)\s/;

/** Wholes of a sentence, or of the one before it, that are not the sum of their parts. */
export function wrongParts(
  text: string,
  amounts: readonly Amount[],
  before?: readonly Amount[],
): readonly Found[] {
  const found: Found[] = [];
  for (let index = 0; index < amounts.length; index++) {
    const whole = amounts[index]!;
    if (whole.unit === 'percent' || whole.loose) continue;
    const wrong = totalAtEnd(text, amounts, index) ?? wholeFirst(text, amounts, index);
    if (wrong) found.push(wrong);
  }
  const base = before?.findLast(({ unit }) => unit !== 'percent');
  if (found.length === 0 && base && !base.loose && THAT_IS.test(text)) {
    const parts = amounts.filter(({ unit }) => unit === base.unit);
    if (base.unit === 'money' && parts.length >= 2 && !NOT_ALL.test(text) && eachHasOne(text, parts)) {
      const wrong = compare(base, parts, 0.15);
      // The whole stands in another sentence: the last of its parts is marked.
      if (wrong) found.push({ at: parts.at(-1)!, message: wrong.message });
    }
  }
  if (found.length === 0 && before && !VERB.test(text)) {
    const wrong = wrongFragment(text, amounts, before);
    if (wrong) found.push(wrong);
  }
  return found;
}

const VERB =
  /\b(?:is|are|was|were|be|has|have|had|will|would|can|could|costs?|gives?|gave|went|goes|pays?|paid)\b/i;

/** "An overspend of £90k. Agency £54k, energy £29k, income £12k." */
function wrongFragment(
  text: string,
  amounts: readonly Amount[],
  before: readonly Amount[],
): Found | undefined {
  const money = before.filter(({ unit }) => unit === 'money');
  const whole = money.at(-1);
  if (!whole || whole.loose || amounts.length < 3) return undefined;
  if (amounts.some(({ unit, loose }) => unit !== 'money' || loose) || amounts[0]!.span.start > 60)
    return undefined;
  if (NOT_ALL.test(text) || !eachHasOne(text, amounts)) return undefined;
  // Any amount of the sentence may be what they come to.
  if (money.some((one) => isSum(one, amounts))) return undefined;
  const wrong = compare(whole, amounts, 0.06);
  return wrong && { at: amounts.at(-1)!, message: wrong.message };
}

/** Whether a text says that what it lists is not all, or counts one thing twice. */
export function isNotAll(text: string): boolean {
  return NOT_ALL.test(text);
}

/** A text that is nothing but counts of parts, "14 freehold, 6 leasehold, 3 shared", and comes nearly to the whole before it. */
export function wrongSeriesOf(
  whole: Amount,
  text: string,
  parts: readonly Amount[],
): { readonly start: number; readonly end: number; readonly message: string } | undefined {
  if (whole.unit !== 'count' || whole.loose || whole.value < 10 || parts.length < 3) return undefined;
  if (parts[0]!.span.start > 0 || parts.some(({ unit, loose }) => unit !== 'count' || loose))
    return undefined;
  if (NOT_ALL.test(text) || !sameList(text, parts)) return undefined;
  const wrong = compare(whole, parts, 0.06);
  return wrong && { start: parts[0]!.span.start, end: parts.at(-1)!.span.end, message: wrong.message };
}

/** "3 to close, 5 with shorter hours. 7 stay. (17 in all)": what is counted before it in its passage. */
export function wrongInAll(before: string, text: string): readonly Found[] {
  if (!IN_ALL.test(text)) return [];
  const [whole, ...rest] = amountsIn(text);
  if (!whole || whole.unit === 'percent' || whole.loose || rest.length > 0) return [];
  const from = before.lastIndexOf(':') + 1;
  const list = before.slice(from);
  const parts = amountsIn(list);
  if (parts.length < 3 || parts.some(({ unit, loose }) => unit !== whole.unit || loose)) return [];
  if (whole.unit === 'money' && (from === 0 || !eachHasOne(list, parts))) return [];
  const wrong = NOT_ALL.test(list) ? undefined : compare(whole, parts, 0.1);
  return wrong ? [wrong] : [];
}

const IN_ALL =
  /^\(?(?:£?[\d,]+\s+(?:in\s+(?:all|total)|altogether)|(?:total|in\s+(?:all|total)|altogether|all\s+told)[:,]?\s+£?[\d,]+)\)?\.?\s*$/i;

function totalAtEnd(text: string, amounts: readonly Amount[], index: number): Found | undefined {
  const whole = amounts[index]!;
  const lead = text.slice(Math.max(0, whole.span.start - 80), whole.span.start);
  const said =
    TOTAL_BEFORE.test(lead) ||
    OUT_OF.test(lead) ||
    (TOTAL_AFTER.test(text.slice(whole.span.end)) && SUMS_UP.test(lead));
  if (!said) return undefined;
  const parts = amounts.slice(0, index).filter(({ unit }) => unit === whole.unit);
  if (parts.length < (whole.unit === 'money' ? 2 : 3) || parts.some(({ loose }) => loose)) return undefined;
  // "£38,000 a year and £12,000, a total of £50,000 a year": the whole is of a year, and so are its parts.
  const period = PERIOD.exec(text.slice(whole.span.end))?.[0];
  const between = text.slice(parts[0]!.span.start, whole.span.start).replace(/\sin\skind\b/gi, '');
  if (
    NOT_ALL.test(period === undefined ? between : between.replaceAll(period, '')) ||
    (whole.unit === 'count' && !sameList(text, parts))
  )
    return undefined;
  if (OUT_OF.test(lead) && !areApart(text.slice(0, whole.span.start), parts)) return undefined;
  // Some of them, the first or the last ones, may be what it is the total of.
  for (let at = 0; at + 2 <= parts.length; at++)
    if (isSum(whole, parts.slice(at)) || isSum(whole, parts.slice(0, at + 2))) return undefined;
  // "£27,500: post £21,300, stock £6,200, total £27,500"
  if (parts[0]!.value === whole.value) return undefined;
  return compare(whole, parts, whole.unit === 'money' ? 0.25 : 0.1);
}

function wholeFirst(text: string, amounts: readonly Amount[], index: number): Found | undefined {
  const whole = amounts[index]!;
  const behind = amounts.slice(index + 1);
  const scale = behind.every(({ unit }) => unit === 'count') ? scaleOf(whole) : 1;
  if (scale > 1 && !behind.every(({ span }) => ENDS_ITEM.test(text.slice(span.end)))) return undefined;
  let after =
    scale > 1 ? behind.map((part) => scaled(part, scale)) : behind.filter(({ unit }) => unit === whole.unit);
  if (after.at(-1)?.value === whole.value) after = after.slice(0, -1);
  if (after.length < 2 || after.some(({ loose }) => loose)) return undefined;
  const lead = text.slice(whole.span.end, after[0]!.span.start);
  const ofWhich = OF_WHICH.test(lead);
  if (scale > 1 && after.length < 3) return undefined;
  const cue =
    PARTS_FOLLOW.test(lead) ||
    ofWhich ||
    (CAME_FROM.test(lead) && after.every(({ span }) => text[span.start - 1] === '('));
  const colon = /^[^.;:!?()\d]{0,60}:\s/.test(lead) && lead.indexOf(':') > lead.length - 60;
  // "388 (241 children and 137 adults)", "388 (Central 241, Lumley 137)"
  const open = /^(?:\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){0,4}\s+\((?:\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,20}\s+){0,3}$/u.test(
    lead,
  );
  let parts = after;
  let end = text.length;
  if (open && !cue) {
    end = text.indexOf(')', whole.span.end);
    parts = after.filter(({ span }) => span.end <= end);
  } else if (!cue && !colon) return undefined;
  // "32: the Central Library, six hubs and 25 others"
  if (colon && /,\s/.test(lead.slice(lead.indexOf(':')))) return undefined;
  if (parts.length < 2) return undefined;
  if (
    NOT_ALL.test(text.slice(whole.span.end, end)) ||
    NOT_ALL.test(text.slice(0, whole.span.start).slice(-40))
  )
    return undefined;
  if (whole.unit === 'count' && (whole.value < 10 || !sameList(text, parts, ofWhich))) return undefined;
  // "staff £16,200, refreshments and publicity £1,950": what has an "and" may be two, of which one has no number.
  const isList = eachHasOne(text, parts) || (ofWhich && inOneBreath(text, parts));
  // Of two, there may be a third that is not told.
  if (ofWhich && parts.length < 3 && !isSlipOfThree(whole, parts)) return undefined;
  const closely = !isList && whole.unit === 'money' && !open && inOneBreath(text, parts);
  if (!isList && !closely) return undefined;
  return compare(whole, parts, ofWhich || closely ? 0.06 : cue ? 0.25 : 0.1);
}

/** Whether parts come to a whole but for a slip of the keys in one of three digits or more. */
function isSlipOfThree({ value, step }: Amount, parts: readonly Amount[]): boolean {
  const sum = parts.reduce((all, part) => all + part.value, 0);
  return value >= 100 * step && isSlip(value, sum);
}

/** "roof 180, doors 85", and not "180 chairs": what is counted has its noun behind it. */
const ENDS_ITEM = /^(?:\s*(?:[,;.:)]|$)|\s+and\s)/;

/** What "£310k: roof 180, doors 85" leaves out of its parts. */
function scaleOf({ words, unit }: Written): number {
  return unit === 'money' ? (MAGNITUDE[/\d\s?(k|m)$/i.exec(words)?.[1]?.toLowerCase() ?? ''] ?? 1) : 1;
}

function scaled(part: Amount, scale: number): Amount {
  return { ...part, unit: 'money', value: part.value * scale, step: part.step * scale };
}

/** The text with spaces for what is in brackets, so that positions stay. */
export function withoutBrackets(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, (words) => ' '.repeat(words.length));
}

const BREAKS = /[,;]\s+and\s+|[,;]\s+|\sand\s+/g;
const MONEY_BREAKS = /[,;]\s+and\s+|[,;]\s+|\sand\s+$/g;

const FROM = /^\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+\s+)?from\s/u;

/** Whether there is no part without its number between those that have one. */
export function eachHasOne(text: string, parts: readonly Amount[]): boolean {
  const allMoney = parts.every(({ unit }) => unit === 'money');
  // "£25,000 came from A, run by B, £18,000 from C and £12,000 from D"
  if (allMoney && parts.every(({ span }) => FROM.test(text.slice(span.end)))) return true;
  for (let index = 1; index < parts.length; index++) {
    if (parts[index]!.span.start - parts[index - 1]!.span.end > 200) return false;
    const between = text
      .slice(parts[index - 1]!.span.end, parts[index]!.span.start)
      .replace(/,\s+(?:who|which)\b[^,;]*$/i, '')
      .replace(/,\s[^,;]{1,30}\s(?:nil|free|at\sno\scost)(?=,)/i, '');
    if (/\bof\s+(?:which|whom|these)\b/i.test(between)) return false;
    // "£4,300 for shelving and lockers and £2,950 for …": a sum of money is for all that stands before the next one.
    const isMoney = allMoney && /^\s+for\s/.test(between);
    const hasOne = (breaks: RegExp): boolean => between.match(breaks)?.length === 1;
    if (!hasOne(BREAKS) && !(isMoney && hasOne(MONEY_BREAKS))) return false;
  }
  return true;
}

/** Whether parts are separated by one comma each, whatever else is joined by “and” in them. */
function inOneBreath(text: string, parts: readonly Amount[]): boolean {
  return parts.every(
    ({ span }, at) =>
      at === 0 || text.slice(parts[at - 1]!.span.end, span.start).match(/[,;]\s/g)?.length === 1,
  );
}

/** Whether counts are separated as a list is, with no other number among them. */
function sameList(text: string, parts: readonly Amount[], inBreath = false): boolean {
  return (
    (eachHasOne(text, parts) || (inBreath && inOneBreath(text, parts))) &&
    !/[%]|\bper\s?cent\b/i.test(text.slice(parts[0]!.span.start, parts.at(-1)!.span.end))
  );
}

export function isSum(whole: Amount, parts: readonly Amount[]): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const slack = [whole, ...parts].reduce((all, amount) => all + slackOf(amount), 0);
  const unit = coarsest([whole]);
  return Math.abs(sum - whole.value) <= slack + 1e-6 || Math.round(sum / unit) * unit === whole.value;
}

/** What an amount may be off for its rounding: "5,000 visits" are not counted one by one. */
function slackOf(amount: Amount): number {
  const unit = amount.unit === 'count' ? coarsest([amount]) : 1;
  return amount.step !== 1 ? amount.step / 2 : unit >= 100 ? unit / 2 : 0;
}

export function compare(whole: Amount, parts: readonly Amount[], most: number): Found | undefined {
  if (isSum(whole, parts)) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (Math.abs(sum - whole.value) > most * whole.value) return undefined;
  const exact = [whole, ...parts].reduce((a, b) => (b.step < a.step ? b : a));
  return {
    at: whole,
    message: `“${whole.words}” is not the sum of its parts: ${sumOf(parts, sum, exact)}, ${like(exact, Math.abs(sum - whole.value))} ${sum > whole.value ? 'more' : 'less'}. Put right whichever is wrong.`,
  };
}
