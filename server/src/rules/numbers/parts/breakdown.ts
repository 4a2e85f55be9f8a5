/** Finds wholes that are not the sum of their stated parts. */
import { type Amount, amountsIn } from '../amounts/amounts';
import { addition, coarsest, like, roundedBy, sumOf } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { isSlip } from '../tables/slips';

const TOTAL_BEFORE =
  /\b(?:an?\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+)?total\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+){0,2}of|in\s+total|totall?ing|(?:the\s+)?total(?:\s+(?:cost|request|grant|ask))?(?:\s+(?:is|of|comes\s+to))?:?|adding\s+up\s+to|making)\s+$|\s=\s$/iu;
const TOTAL_AFTER = /^\s+(?:in\s+(?:all|total)|altogether)\b/i;
/** Text before a total that has “in all” behind it: "…, so £1,965 in all". */
const SUMS_UP = /(?:[,;:–—=]|\b(?:so|or|making|giving|which\s+is|that\s+is))\s+(?:an?\s+)?$/i;
const PARTS_FOLLOW =
  /\b(?:compris(?:es|ed|ing)(?:\s+of)?|(?:is|was|are|were)?\s*made\s+up\s+(?:of|as\s+follows)|consist(?:s|ed|ing)?\s+of|(?:is|was|were|be)?\s*split\s+(?:between|into|as\s+follows)|broken\s+down(?:\s+as\s+follows)?|(?:was|is|were|are|be|been)\s+(?:paid\s+for|funded|met|provided)\s+by|c[ao]mes?\s+from(?=[^().;:!?\d]{0,80}\($))\b/i;
/** Words of a list that need not be complete, or may count one thing twice. */
const NOT_ALL =
  /\b(?:includ(?:es|ed|ing)|such\s+as|e\.?g|for\s+example|among|mainly|chiefly|mostly|largest|biggest|commonest|most\s+(?:common|frequent)|main|top|more\s+than\s+one|up\s+to|at\s+least|rest|both|neither|also|remainder|remaining|balance|others|less|minus|net|saving|plus|towards|against|compared|than|per|each|every|instead|respectively|match|a\s+(?:year|month|week|day)|annual(?:ly)?|so\s+far)\b/i;
/** Directly behind the last number: another part, which has none. */
const MORE_PARTS = /^\)?,?\s(?:and|plus|with)\s/i;
const OF_WHICH = /^[^.;:()\d]{0,50},?\s+of\s+(?:which|whom),?\s+$/i;

/**
 * The wholes of a sentence, or of the one before it with the amounts `before`, that are not the sum of their parts.
 *
 * @param next the text of the sentence behind it, which may tell the total of the parts
 */
export function wrongParts(
  { text, amounts }: CountedText,
  before: readonly Amount[],
  next: string,
): readonly Clash[] {
  const found = amounts.flatMap((whole, index) =>
    whole.unit === 'percent' || whole.loose
      ? []
      : (totalAtEnd(text, amounts, index) ?? wholeFirst(text, amounts, index) ?? []),
  );
  return found.length > 0 || OWN_TOTAL.test(next) ? found : wrongOfBefore(text, amounts, before);
}

/**
 * Before the first part, where it is one of the whole of the sentence before and not of what else costs something: “That is”,
 * and not “It pays £5,200 in rent”; “A single one would cost £9,000 and save £4,000”.
 */
const OF_IT =
  /^(?:(?:that|this|it|they|these)\s(?:(?:is|was|are|were|(?:will|would)\sbe)(?:\s(?:for|from|made\sup\sof|split\sinto))?|c[ao]mes?\sfrom|p(?:ays|aid)\sfor|covers|covered|buys|bought)|of\s(?:this|that|it|these|those),?(?:\s[a-z]+){0,3}|[^.;£]{0,40}\bone\b[^.;£]{0,20}\bcosts?)\s$/i;
/** Not all have to be of one of these. */
const SEXES = /\b(?:women|men|girls|boys|female|male)\b/i;
/** A sentence that tells the total of what was counted before it, which is then no part of another whole. */
const OWN_TOTAL = /^\s*(?:in\s+(?:all|total)|altogether|all\s+told|(?:the\s+)?total)\b/i;
const VERB =
  /\b(?:is|are|was|were|be|has|have|had|will|would|can|could|costs?|gives?|gave|went|goes|pays?|paid)\b/i;

/** A whole in the sentence before: "It saves £212,000. That is £71,000 for Ash, …", "An overspend of £90k. Agency £54k, …" */
function wrongOfBefore(
  text: string,
  amounts: readonly Amount[],
  before: readonly Amount[],
): readonly Clash[] {
  const whole = before.findLast(({ unit }) => unit !== 'percent');
  const parts = amounts.filter(({ unit }) => unit === 'money');
  const hasVerb = VERB.test(text);
  if (whole?.unit !== 'money' || whole.loose || parts.length < (hasVerb ? 2 : 3)) return [];
  if (hasVerb && !OF_IT.test(text.slice(0, parts[0]!.span.start))) return [];
  if (parts.some(({ loose }) => loose) || NOT_ALL.test(text) || !eachHasOne(text, parts)) return [];
  // The whole may be any amount of the sentence before.
  if (before.some((one) => one.unit === 'money' && isSum(one, parts))) return [];
  const found = compare(whole, parts, hasVerb ? 0.15 : 0.06);
  // The whole is in another sentence, so the last of its parts is marked.
  return found ? [{ ...found, span: parts.at(-1)!.span }] : [];
}

/** Whether the text behind the last number of a list has a further part. */
export const hasMore = (behind: string): boolean => MORE_PARTS.test(behind);

/** Whether the list in a text need not be complete, or may count one thing twice. */
export function isNotAll(text: string): boolean {
  return NOT_ALL.test(text);
}

/** A text with nothing but parts, "14 freehold, 6 leasehold, 3 shared", whose sum is near the whole before it, but not equal. */
export function wrongSeriesOf(whole: Amount, text: string, parts: readonly Amount[]): Clash | undefined {
  if (whole.unit !== 'count' || whole.loose || whole.value < 10 || parts.length < 3) return undefined;
  if (parts[0]!.span.start > 0 || parts.some(({ unit, loose }) => unit !== 'count' || loose))
    return undefined;
  if (NOT_ALL.test(text) || !eachHasOne(text, parts)) return undefined;
  const found = compare(whole, parts, 0.06);
  return found && { ...found, span: { start: parts[0]!.span.start, end: parts.at(-1)!.span.end } };
}

/** A sentence with only the total of the passage `before` it: "3 to close, 5 with shorter hours. 7 stay. (17 in all)". */
export function wrongInAll(before: string, text: string): readonly Clash[] {
  if (!ONLY_TOTAL.test(text)) return [];
  const [whole, ...rest] = amountsIn(text);
  if (!whole || whole.unit === 'percent' || whole.loose || rest.length > 0) return [];
  const from = before.lastIndexOf(':') + 1;
  const list = before.slice(from);
  const parts = amountsIn(list);
  if (parts.length < 3 || parts.some(({ unit, loose }) => unit !== whole.unit || loose)) return [];
  if (whole.unit === 'money' && (from === 0 || !eachHasOne(list, parts))) return [];
  const found = NOT_ALL.test(list) ? undefined : compare(whole, parts, 0.1);
  return found ? [found] : [];
}

/** A sentence that is a total and nothing else: “(17 in all)”. */
const ONLY_TOTAL =
  /^\(?(?:£?[\d,]+\s+(?:in\s+(?:all|total)|altogether)|(?:total|in\s+(?:all|total)|altogether|all\s+told)[:,]?\s+£?[\d,]+)\)?\.?\s*$/i;

function totalAtEnd(text: string, amounts: readonly Amount[], index: number): Clash | undefined {
  const whole = amounts[index]!;
  const lead = text.slice(Math.max(0, whole.span.start - 80), whole.span.start);
  const isTotal =
    TOTAL_BEFORE.test(lead) || (TOTAL_AFTER.test(text.slice(whole.span.end)) && SUMS_UP.test(lead));
  const parts = amounts.slice(0, index).filter(({ unit }) => unit === whole.unit);
  if (!isTotal || parts.length < (whole.unit === 'money' ? 2 : 3) || parts.some(({ loose }) => loose))
    return undefined;
  if (NOT_ALL.test(text.slice(parts[0]!.span.start, whole.span.start))) return undefined;
  if (whole.unit === 'count' && !eachHasOne(text, parts)) return undefined;
  // It may be the total of only the first or the last amounts.
  if (parts.some((_, at) => isSum(whole, parts.slice(at)) || isSum(whole, parts.slice(0, at + 1))))
    return undefined;
  return compare(whole, parts, whole.unit === 'money' ? 0.25 : 0.1);
}

function wholeFirst(text: string, amounts: readonly Amount[], index: number): Clash | undefined {
  const whole = amounts[index]!;
  let parts = amounts.slice(index + 1).filter(({ unit }) => unit === whole.unit);
  if (parts.length < 2 || parts.some(({ loose }) => loose)) return undefined;
  const lead = text.slice(whole.span.end, parts[0]!.span.start);
  const ofWhich = OF_WHICH.test(lead);
  const cue = ofWhich || PARTS_FOLLOW.test(lead);
  // "32: the Central Library, six hubs and 25 others" has parts without a number.
  const colon = /^[^.;:!?()\d]{0,60}:\s[^,]*$/.test(lead);
  // "388 (241 children and 137 adults)", "388 (Central 241, Lumley 137)"
  const open = /^(?:\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){0,4}\s+\((?:\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,20}\s+){0,3}$/u.test(
    lead,
  );
  const behind = text.slice(parts.at(-1)!.span.end);
  let end = text.length;
  if (open && !cue) {
    end = text.indexOf(')', whole.span.end);
    const inside = parts.filter(({ span }) => span.end <= end);
    parts = inside;
  } else if (hasMore(behind)) return undefined;
  else if (!cue && !colon) return undefined;
  const told = text.slice(whole.span.end, end);
  if (parts.length < 2 || NOT_ALL.test(told)) return undefined;
  if (SEXES.test(told) && sumOf(parts) < whole.value) return undefined;
  // Besides two parts there may be a third, unless the whole looks like their sum mistyped.
  if (ofWhich && parts.length < 3 && (whole.value < 100 || !isSlip(whole.value, sumOf(parts))))
    return undefined;
  // "staff £16,200, refreshments and publicity £1,950": a part with “and” may be two, of which one has no number.
  const isList = eachHasOne(text, parts);
  if (!isList && (!inOneBreath(text, parts) || (whole.unit !== 'money' && !ofWhich))) return undefined;
  return compare(whole, parts, !isList ? 0.06 : cue ? 0.25 : 0.1);
}

/** The text with spaces in place of brackets and their contents, so that offsets stay. */
export function withoutBrackets(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, (words) => ' '.repeat(words.length));
}

const BREAKS = /[,;]\s+and\s+|[,;]\s+|\sand\s+/g;
const MONEY_BREAKS = /[,;]\s+and\s+|[,;]\s+|\sand\s+$/g;

const FROM = /^\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+\s+)?from\s/u;

/** Whether each part of a list has a number, by the commas and “and” between the parts that have one. */
export function eachHasOne(text: string, parts: readonly Amount[]): boolean {
  const allMoney = parts.every(({ unit }) => unit === 'money');
  // "£25,000 came from A, run by B, £18,000 from C and £12,000 from D"
  if (allMoney && parts.every(({ span }) => FROM.test(text.slice(span.end)))) return true;
  for (let index = 1; index < parts.length; index++) {
    const between = text
      .slice(parts[index - 1]!.span.end, parts[index]!.span.start)
      .replace(/,\s+(?:who|which)\b[^,;]*$/i, '')
      .replace(/,\s[^,;]{1,30}\s(?:nil|free|at\sno\scost)(?=,)/i, '');
    if (/\bof\s+(?:which|whom|these)\b/i.test(between)) return false;
    // "£4,300 for shelving and lockers and £2,950 for …": a sum of money is for everything before the next one.
    const isMoney = allMoney && /^\s+for\s/.test(between);
    const hasOne = (breaks: RegExp): boolean => between.match(breaks)?.length === 1;
    if (!hasOne(BREAKS) && !(isMoney && hasOne(MONEY_BREAKS))) return false;
  }
  return true;
}

/** Whether exactly one comma or semicolon separates each two parts, whether or not they have “and” in them. */
function inOneBreath(text: string, parts: readonly Amount[]): boolean {
  return parts.every(
    ({ span }, at) =>
      at === 0 || text.slice(parts[at - 1]!.span.end, span.start).match(/[,;]\s/g)?.length === 1,
  );
}

/** Whether a whole is the sum of its parts, given how far all of them may be rounded. */
export function isSum(whole: Amount, parts: readonly Amount[]): boolean {
  const sum = sumOf(parts);
  const slack = [whole, ...parts].reduce((all, amount) => all + roundedBy(amount), 0);
  const unit = coarsest([whole]);
  return Math.abs(sum - whole.value) <= slack + 1e-6 || Math.round(sum / unit) * unit === whole.value;
}

/** @param most the largest difference that is taken for a mistake, as a share of the whole; beyond it, the parts are others */
export function compare(whole: Amount, parts: readonly Amount[], most: number): Clash | undefined {
  if (isSum(whole, parts)) return undefined;
  const sum = sumOf(parts);
  if (Math.abs(sum - whole.value) > most * whole.value) return undefined;
  const exact = [whole, ...parts].reduce((a, b) => (b.step < a.step ? b : a));
  const off = `${like(exact, Math.abs(sum - whole.value))} ${sum > whole.value ? 'more' : 'less'}`;
  return wrong(
    whole,
    `“${whole.words}” is not the sum of its parts: ${addition(parts, sum, exact)}, ${off}.`,
  );
}
