/** Finds shares that contradict the numbers beside them: "41 of 60 (72%)", "two thirds (96 of 317)". */
import { moved } from '../../../draft';
import { type Amount, isCount } from '../amounts/amounts';
import { grouped, like, slack } from '../amounts/number-format';
import { OF_FIRST, OF_WHOM } from '../amounts/of-words';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { withShares } from './share-words';

/** A neighbouring sentence, and its start as an offset in the first one. */
interface Next extends CountedText {
  readonly start: number;
}

const OF =
  /^\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\s){0,3}?(?:out\s)?of\s(?:(?:the|our|its|their|all|those|these|a\stotal\sof)\s){0,2}$/iu;
const OF_THEM = /^\s+of\s+(?:them|these|those|whom|which)\b/i;
/** Words between a whole and its share: a bracket, "or", "a rate of", or a comma: ", two thirds of them". */
const THEN_SHARE =
  /^(?:[^(),.;:!?]{0,60}\(|[^(),.;:!?]{0,60}(?:,|\s[–—-])\s+(?:or\s+|that\s+is\s+|which\s+is\s+|equal\s+to\s+|i\.?e\.?\s+)?(?:an?\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+){0,3}(?:rate|share|proportion|percentage|take-up|turnout|response)\s+of\s+)?|\s*=\s*)$/iu;
/** Words between a part ("6,742 of them") and its share. */
const ITS_SHARE = /^[^(),.;:!?\d]{0,60}(?:\(|,\s+(?:or\s+|(?:which|that)\s+is\s+)?|\s[–—-]\s)$/;
/** Words between a share and its part in brackets: “two thirds of borrowers (”. */
const THEN_PART = /^[^(),.;:!?\d]{0,60}\($/;
const CLOSES = /^(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){0,2}[),;]/u;
const ENDS = /^(?:\sof\s(?:them|those|these|all|(?:the|our|their)\s(?:total|whole)))?\s*(?:[).,;–—]|-\s|$)/;
/** Words that show that the share is of something else. */
const OTHER =
  /\b(?:from|against|compared|than|versus|target|nationally|average|last\s+year|up|down|points?)\b/i;
/** The least whole whose shares are checked. */
export const LEAST = 10;

/** A part, and the amounts that may be its whole. */
interface PartOfWhole {
  readonly part: Amount;
  readonly wholes: readonly Amount[];
}

const isWhole = (one: Amount, part: Amount): boolean =>
  isCount(one) && one.value >= Math.max(LEAST, part.value);

/** A part, and those of some amounts that are large enough to be its whole. */
const oneOf = (part: Amount, amounts: readonly Amount[]): PartOfWhole => ({
  part,
  wholes: amounts.filter((one) => isWhole(one, part)),
});

/**
 * Finds the shares of a sentence, or at the start of the next one, that contradict their part and whole.
 *
 * @param before the amounts of the sentence before it
 * @param next the sentence after it
 */
export function wrongShares(
  { text, amounts }: CountedText,
  before: readonly Amount[],
  next: Next | undefined,
): readonly Clash[] {
  const all = withShares(text, amounts);
  const behind = ({ span }: Amount): string => text.slice(span.end, span.end + 60);
  const shares = all.flatMap((share, at) => {
    if (share.unit !== 'percent') return [];
    const pair = (ENDS.test(behind(share)) ? partBefore(share, at) : undefined) ?? partAfter(share, at);
    return pair ? [{ share, pair }] : [];
  });
  const share = next && !all.some(({ unit }) => unit === 'percent') ? consequence(next) : undefined;
  const pair = share && lastPart();
  return [...shares, ...(share && pair ? [{ share, pair }] : [])].flatMap(
    ({ share, pair: { part, wholes } }) =>
      wholes.length === 0 || wholes.some((whole) => follows(part, whole, share))
        ? []
        : [shareOn(part, wholes[0]!, share)],
  );

  /** "41 of the 60 children (72%)"; "… 6,742 of them, or 68%"; "Of the 60 children, 41 (72%) came" */
  function partBefore({ span }: Amount, at: number): PartOfWhole | undefined {
    const [part, whole] = [all[at - 2], all[at - 1]];
    if (!isCount(whole)) return undefined;
    const words = text.slice(whole.span.end, span.start);
    if (OTHER.test(words)) return undefined;
    if (isCount(part) && whole.value >= part.value && OF.test(text.slice(part.span.end, whole.span.start)))
      return THEN_SHARE.test(words) ? { part, wholes: [whole] } : undefined;
    if (!ITS_SHARE.test(words)) return undefined;
    const counts = all.slice(0, at - 1);
    const isOfThem = OF_WHOM.test(text.slice(0, whole.span.start));
    return isOfThem ? oneOf(whole, [...counts.toReversed(), ...before]) : partOf(whole, counts, before);
  }

  /** "Two thirds of the children (41 of 60) came" */
  function partAfter({ span }: Amount, at: number): PartOfWhole | undefined {
    const [part, whole] = [all[at + 1], all[at + 2]];
    if (!isCount(part) || !isCount(whole) || whole.value < part.value) return undefined;
    const words = text.slice(span.end, part.span.start);
    if (OTHER.test(words) || !THEN_PART.test(words) || !CLOSES.test(behind(whole))) return undefined;
    return OF.test(text.slice(part.span.end, whole.span.start)) ? { part, wholes: [whole] } : undefined;
  }

  /** The amounts of which the text says that a count is a part. */
  function partOf(part: Amount, counts: readonly Amount[], more: readonly Amount[]): PartOfWhole | undefined {
    if (OF_THEM.test(behind(part))) return oneOf(part, [...counts.toReversed(), ...more]);
    // "Of the 240 in 12 libraries": either number may be the whole.
    const [first] = counts;
    const isFirst = first && OF_FIRST.test(text.slice(0, first.span.start));
    return isFirst && isWhole(first, part) && counts.every(isCount) ? { part, wholes: counts } : undefined;
  }

  /** The last part in the sentence, with its whole. */
  function lastPart(): PartOfWhole | undefined {
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
/** What makes a number behind it one of a change, or of a comparison: “6% more than last year”. */
const IS_CHANGE =
  /^\s(?:more|less|fewer|higher|lower|larger|smaller|better|worse|above|below|up|down|over|under)\b/i;
/** “A third of the year group” has another whole. */
const OF_OTHERS = /^\sof\s(?!(?:them|those|these|all|people|every(?:one|body))\b)/;

/** The share at the start of a sentence that follows from the one before: "That's 77%", "Two thirds therefore …". */
function consequence({ text, start, amounts }: Next): Amount | undefined {
  const [share, ...more] = withShares(text, amounts);
  if (share?.unit !== 'percent') return undefined;
  const lead = text.slice(0, share.span.start);
  if (!NEXT.test(lead) && !(lead === '' && more.length === 0 && THEREFORE.test(text.slice(0, 200))))
    return undefined;
  const behind = text.slice(share.span.end);
  if (IS_CHANGE.test(behind) || OF_OTHERS.test(behind)) return undefined;
  return moved(share, start);
}

/** Whether a share is that of a part in a whole, allowing for the rounding of all three. */
export function follows(part: Amount, whole: Amount, share: Amount): boolean {
  const low = (100 * (part.value - slack(part))) / (whole.value + slack(whole));
  const high = (100 * (part.value + slack(part))) / Math.max(whole.value - slack(whole), 1e-9);
  const loose = share.loose || part.loose || whole.loose ? 5 : share.range ? 0 : share.step * 1.01;
  const [least, most] = share.range ?? [share.value, share.value];
  if (most > low - loose && least < high + loose) return true;
  // "88 of 96 (8% vacant)" is the share of the rest.
  return !share.range && 100 - share.value > low - loose && 100 - share.value < high + loose;
}

/** The clash of a share with its part and whole. */
export function shareOn(part: Amount, whole: Amount, share: Amount): Clash {
  const is = (100 * part.value) / whole.value;
  const why = `“${share.words}” does not follow from “${part.words} of ${whole.words}”, which is ${grouped(is, 1)}%.`;
  // Only a plain percentage has a fix: a share in words, or an approximate one, needs the author.
  return wrong(share, why, /^[\d.]+%$/.test(share.words) ? like(share, is) : undefined);
}
