import { type Block, type Passage, passagesOf, perBlock, type Span, sentences } from '../../../draft';
import { quotesIn } from '../../../evidence/quotations';

/** A sentence of a passage. */
export interface Sentence {
  readonly passage: Passage;
  /** Counts in the passage's prose. */
  readonly span: Span;
  readonly text: string;
}

/** The span in its block of a span that counts in a sentence. */
export function spanIn({ passage, span: { start } }: Sentence, span: Span): Span {
  return passage.prose.toSource(start + span.start, start + span.end);
}

/** What was found in a sentence, with its span in the block. */
export const inBlock = <T extends { readonly span: Span }>(sentence: Sentence, one: T): T => ({
  ...one,
  span: spanIn(sentence, one.span),
});

/** The sentences of a block's passages, in order. */
export const sentencesOf = perBlock((block: Block): readonly Sentence[] =>
  passagesOf(block).flatMap((passage) =>
    sentences(passage.prose.text).map((span) => ({
      passage,
      span,
      text: passage.prose.text.slice(span.start, span.end),
    })),
  ),
);

/** Whether a passage is in the author's own words: no quotation and no footnote. */
const isOwn = ({ kind, inFootnote }: Passage): boolean => kind !== 'quotation' && !inFootnote;

/** The passages of a block that are the author's own words. */
export const ownWords = (block: Block): readonly Passage[] => passagesOf(block).filter(isOwn);

/** The sentences of a block that are the author's own words. */
export const ownSentences = (block: Block): readonly Sentence[] =>
  sentencesOf(block).filter(({ passage }) => isOwn(passage));

/** What is found in the author's own words of a block, passage by passage, with its spans in the block. */
export const inOwnWords = <T extends { readonly span: Span }>(
  block: Block,
  find: (text: string) => readonly T[],
): readonly T[] =>
  ownWords(block).flatMap(({ prose }) =>
    find(prose.text).map((one) => ({ ...one, span: prose.toSource(one.span.start, one.span.end) })),
  );

/** Returns whether a span of a text lies in quotation marks. The words of other people are not checked. */
export function quotedIn(text: string): (start: number, end: number) => boolean {
  const quotes = quotesIn(text);
  return (start, end) => quotes.some((quote) => quote.start <= start && end <= quote.end);
}
