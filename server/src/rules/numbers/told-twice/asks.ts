/** Finds an ask that is told twice with two sums: “We ask the trust for £84,600”, and “We therefore ask for £86,400”. */

import type { Draft } from '../../../draft';
import { isSlip } from '../tables/slips';
import type { Mention } from './mentions';
import { clash, differ, isSaid, ofKind, type Placed, type PlacedClash } from './placed-numbers';

/** Who writes asks for a sum: “We ask the Carse Trust, which has paid for the van, for £84,600”. */
const ASKS =
  /\b(?:we|I)\s(?:(?:are|am|now|also|therefore|would\slike\sto|want\sto|hereby|have)\s){0,3}(?:ask(?:ing|ed)?|appl(?:y|ying|ied)|request(?:ing|ed)?|seek(?:ing)?|bid(?:ding)?)\b[^.;:£]{0,60}$/i;
const OUR_ASK =
  /\bour\s(?:ask|request|application|bid)\s(?:to\s[^.;:£]{1,40}\s)?(?:is\s)?(?:for|of)\s(?:a\sgrant\sof\s)?$/i;
/** The last words before the sum. */
const FOR = /(?:\b(?:for|of|approve|agree|seeking|requesting|request|seek)\s(?:(?:a|the)\s)?)$/i;
/** Words that show that a sum is asked for a part of the time or the work, or of another body. */
const A_PART =
  /\b(?:each|per|every|a\s(?:year|month|week)|first|second|third|year\s(?:\d|one|two|three)|towards|toward|part|half|also|more|further|another|additional|extra|in\sturn|match\w*|last|previous\w*|earlier|originally|instead|rather|if|or|either|whichever|option|up\sto|from\s20\d\d|in\s20\d\d|the\srest|remaining|other|separate\w*|only)\b/i;
/** How far the sums of one ask may be from each other, as a share of the greater; what is further is another ask. */
const FURTHEST = 0.12;
const LEAST = 500;

const asksIn = ofKind((mention) => mention.value >= LEAST && isAsk(mention));

/** The second sum of an ask that has two, where nothing in the paper says how they differ. */
export function askedTwice(draft: Draft, all: readonly Placed[]): readonly PlacedClash[] {
  const asks = asksIn(draft);
  const [first] = asks;
  const other = asks.find(({ mention }) => mention.value !== first?.mention.value);
  if (
    !first ||
    !other ||
    asks.some(({ mention: { value } }) => value !== first.mention.value && value !== other.mention.value)
  )
    return [];
  const [a, b] = [first.mention, other.mention];
  const off = Math.abs(a.value - b.value);
  if (
    (off > FURTHEST * Math.max(a.value, b.value) && !isSlip(a.value, b.value)) ||
    differ(a.times, b.times) ||
    a.sentence === b.sentence
  )
    return [];
  // The paper may say what the difference is.
  if (all.some(({ mention: { value, unit } }) => unit === 'money' && Math.abs(value - off) < 1)) return [];
  const often = (value: number): number => all.filter(({ mention }) => mention.value === value).length;
  const [wrong, right] = often(a.value) > often(b.value) ? [other, first] : [first, other];
  return [
    clash(
      wrong,
      `“${wrong.mention.words}” is asked for here, and “${right.mention.words}” elsewhere in the paper. Give one number, or say what each is for.`,
      right,
    ),
  ];
}

/** Whether a sum is what its sentence asks for. */
export function isAsk(mention: Mention): boolean {
  const { lead, after, sentence } = mention;
  if (
    !isSaid(mention, 'money') ||
    A_PART.test(sentence.slice(0, sentence.indexOf(mention.words))) ||
    A_PART.test(after.split(/[.;:,]/, 1)[0]!)
  )
    return false;
  return OUR_ASK.test(lead) || (ASKS.test(lead) && FOR.test(lead));
}
