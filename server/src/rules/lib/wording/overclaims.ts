/** Claims that are worded too strongly, whatever the rest of the draft says. */
import { type Block, type Passage, perBlock, type Span, sentences } from '../../../draft';
import { quotesIn } from '../../../evidence/quotations';
import { isSourced } from '../../../support/sourced';
import type { Words } from '../../../words/tokenize';
import data from '../../data/wording.json';
import type { Problem } from '../../types';
import { ownWords } from '../blocks/prose';
import { isIn, isInTitle, italicsOf, lastFrom } from '../blocks/spans';
import { claimsIn, type FoundClaim, type Support } from './overclaim-phrases';

/** The claims of a block that are worded too strongly and that nothing in their sentence supports. */
export const overclaimsIn = perBlock((block: Block): readonly Problem[] =>
  block.node.type === 'heading'
    ? []
    : ownWords(block).flatMap((passage) => (passage.kind === 'table-row' ? [] : problemsIn(block, passage))),
);

function problemsIn(block: Block, { prose, links }: Passage): readonly Problem[] {
  const { text } = prose;
  const { words, found } = claimsIn(text);
  if (found.length === 0) return [];
  const spans = sentences(text);
  const quotes = quotesIn(text);
  const linked = links.map((link) => link.prose);
  const italics = italicsOf(block);
  const source = (start: number, end: number): string => block.text.slice(start, end);
  const problems: Problem[] = [];
  /** What supports the claims of the last sentence; undefined for a question, or a sentence with a source. */
  let read: { readonly of: Span; readonly supports: readonly Support[] | undefined } | undefined;
  for (const one of found) {
    const { claim, start, end } = one;
    const sentence = spans[lastFrom(spans, start)];
    if (!sentence || sentence.end < end || isIn(quotes, start, end) || isIn(linked, start, end)) continue;
    const span = prose.toSource(start, end);
    if (isInTitle(source, italics, span)) continue;
    if (read?.of !== sentence) {
      const own = text.slice(sentence.start, sentence.end);
      const isFine = own.endsWith('?') || isSourced(block, prose.toSource(sentence.start, sentence.end), own);
      read = { of: sentence, supports: isFine ? undefined : supportsOf(own) };
    }
    if (!read.supports) continue;
    const supports = [...read.supports, ...supportsBefore(words, one, sentence)];
    if (supports.some((support) => !claim.despite?.includes(support))) continue;
    problems.push({
      span,
      message: `“${text.slice(start, end).replace(/\s+/g, ' ')}” claims too much. ${claim.say}`,
    });
  }
  return problems;
}

/** Numbers that are no figures: years, and the number of an item. */
const NO_FIGURE = /^\W*\d[\d.]*\s|\b(?:19|20)\d\d\b/g;

const HEDGES = new Set(data.hedges);
const DENIALS = new Set(data.denials);
/** How many words before a claim a denial may stand. */
const DENIED = 6;

/** How many words before a claim a hedge may stand. */
const HOPED = 40;

function supportsOf(sentence: string): readonly Support[] {
  const supports: Support[] = [];
  if (/\d/.test(sentence.replace(NO_FIGURE, ''))) supports.push('figure');
  if (/\b(?:than|compared|against|versus|up\s+from|down\s+from)\b/i.test(sentence))
    supports.push('comparison');
  return supports;
}

/** Hedges and denials before a claim and in its gaps. */
function supportsBefore(
  { lower, form, start, breakAfter }: Words,
  { first, last, own }: FoundClaim,
  sentence: Span,
): readonly Support[] {
  const supports: Support[] = [];
  const from = Math.max(0, first - HOPED);
  for (let k = last; k >= from && start[k]! >= sentence.start && (k >= first || !breakAfter[k]); k--) {
    if (own.some((place) => place.first <= k && k <= place.last)) continue;
    if (HEDGES.has(lower[k]!) && form[k] !== 'May') supports.push('hedge');
    if (k >= first - DENIED && DENIALS.has(lower[k]!)) supports.push('negation');
  }
  return supports;
}
