import type { Span } from './types';

const PLACEHOLDER =
  /\[insert\s[^\]]{1,200}\]|\$\{\d{1,3}:[^}\r\n]{0,200}\}|(?<![\p{L}\p{N}.])(?:X{2,12}(?:,XXX)*|TBC|TBD|TK)(?![\p{L}\p{N}])|\blorem ipsum\b/giu;
/** Written as they are, in capitals: "xx" under a letter is a kiss. */
const CAPITALS = /^(?:X|TBC|TBD|TK)/i;
/** Before a Roman number or a size: "Article XX". */
const ROMAN =
  /\b(?:size|article|chapter|part|schedule|volume|book|act|louis|king|pope|legion|title|annex|appendix|olympiad|super\s?bowl)\s+$/i;

/** A name: "the TBC Gallery". */
const NAMED = { before: /\bthe\s+$/i, after: /^ \p{Lu}\p{Ll}/u };

/** Whether a text may have a placeholder: `unfilledIn` takes longer. */
export function mayBeUnfilled(text: string): boolean {
  return text.search(PLACEHOLDER) !== -1;
}

/** Where a text is still to be filled in ("[insert date]", "TBC", "£XX"), in its order. */
export function unfilledIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: words, index: start } of text.matchAll(PLACEHOLDER)) {
    if (CAPITALS.test(words) && words !== words.toUpperCase()) continue;
    if (/^X/.test(words) && ROMAN.test(text.slice(Math.max(0, start - 20), start))) continue;
    const end = start + words.length;
    if (
      /^T/.test(words) &&
      NAMED.before.test(text.slice(Math.max(0, start - 6), start)) &&
      NAMED.after.test(text.slice(end, end + 3))
    )
      continue;
    found.push({ start, end });
  }
  return found;
}
