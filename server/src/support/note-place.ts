/** Where the footnote for the source of a sentence or of a claim goes. */
import type { Passage, Span } from '../draft';

/**
 * Where the footnote of a sentence goes: behind it and the emphasis marks that close there.
 *
 * @param blockText the source of the passage's block
 * @param sentence in the passage's prose
 * @returns an offset in the block
 */
export function endOfSentence(blockText: string, { prose, span }: Passage, sentence: Span): number {
  const { end } = prose.toSource(sentence.end - 1, sentence.end);
  let after = end;
  while (after < span.end && '*_~'.includes(blockText[after]!)) after++;
  return after === span.end || /\s/.test(blockText[after]!) ? after : end;
}

/** A further clause that reports what somebody else says: “…, and the trust has found that …”. */
const ANOTHER_SPEAKS =
  /[,;]\s+(?:(?:and|but|while|whereas|yet)\s+)?(?!(?:which|who|that|when|where|as|if|because)\b)(?:[\w’'-]+\s+){1,8}?(?:(?:has|have|had)\s+)?(?:also\s+)?(?:said|says?|found|finds|reports|reported|argues?|calls|called|told|warns|warned|estimates|estimated|believes?|shows)\s/;
/** How much text behind a claim is searched, in characters. */
const LONGEST = 500;

/**
 * Where the footnote of a claim goes: behind its sentence, or before a further clause that reports what somebody else
 * says.
 *
 * @param words the words of the claim, in the passage's prose
 * @returns an offset in the block
 */
export function endOfClaim(blockText: string, passage: Passage, sentence: Span, words: Span): number {
  const { prose } = passage;
  const rest = prose.text.slice(words.end, Math.min(sentence.end, words.end + LONGEST));
  const next = ANOTHER_SPEAKS.exec(rest);
  if (!next) return endOfSentence(blockText, passage, sentence);
  const at = words.end + next.index;
  const { end } = prose.toSource(at, at + 1);
  // Where markup follows the comma, such as the end of a link, the footnote goes behind the sentence.
  return /\s/.test(blockText[end] ?? '') ? end : endOfSentence(blockText, passage, sentence);
}
