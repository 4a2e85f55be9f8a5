/** Shares of what has been counted before: "10,874 signed up. Of these, 6,742 (62%) finished", "… 6,742 of them, or 62%". */
import type { Amount } from './amounts';
import { type Found, follows, messageOn } from './shares';

const OF_THEM = /^\s+of\s+(?:them|these|those|whom|which)\b/i;
const OF_WHOM = /\bof\s+(?:them|these|those|whom|which)(?:,?\s+|\s+(?:\p{L}+\s+){1,2})$/iu;
/** From a part to its share. */
const ITS_SHARE = /^[^(),.;:!?\d]{0,60}(?:\(|,\s+or\s+)$/;
const ENDS = /^\s*(?:[).,;]|$)/;
/** Of fewer, a share says little. */
const LEAST = 10;

/**
 * Shares of a sentence that are of something which it, or the one before it, has counted, and of none of that.
 *
 * @param before the amounts of the sentence before it
 */
export function wrongTheirs(
  text: string,
  amounts: readonly Amount[],
  before: readonly Amount[],
): readonly Found[] {
  const found: Found[] = [];
  for (let index = 0; index + 1 < amounts.length; index++) {
    const [part, share] = [amounts[index]!, amounts[index + 1]!];
    if (part.unit !== 'count' || share.unit !== 'percent') continue;
    const words = text.slice(part.span.end, share.span.start);
    const closes = !words.endsWith('(') || /^\s*\)/.test(text.slice(share.span.end));
    if (!ITS_SHARE.test(words) || !closes || !ENDS.test(text.slice(share.span.end))) continue;
    const lead = text.slice(Math.max(0, part.span.start - 60), part.span.start);
    if (!OF_THEM.test(text.slice(part.span.end)) && !OF_WHOM.test(lead)) continue;
    const wholes = [...amounts.slice(0, index).reverse(), ...before].filter(
      ({ unit, value }) => unit === 'count' && value >= part.value && value >= LEAST,
    );
    const [whole] = wholes;
    if (!whole || wholes.some((one) => follows(part, one, share))) continue;
    found.push({ at: share, message: messageOn(part, whole, share, undefined) });
  }
  return found;
}
