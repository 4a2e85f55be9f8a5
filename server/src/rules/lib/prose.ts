import type { Block, Passage, Span } from '../../draft';
import { passagesOf, sentences } from '../../draft';
import { quotesIn } from '../../evidence/quotations';

/** A sentence of a passage. */
export interface Sentence {
  readonly passage: Passage;
  /** In the passage's prose. */
  readonly span: Span;
  readonly text: string;
}

const known = new WeakMap<Block, readonly Sentence[]>();

/** The sentences of a block's passages, in order. */
export function sentencesOf(block: Block): readonly Sentence[] {
  let all = known.get(block);
  if (!all) {
    all = passagesOf(block).flatMap((passage) =>
      sentences(passage.prose.text).map((span) => ({
        passage,
        span,
        text: passage.prose.text.slice(span.start, span.end),
      })),
    );
    known.set(block, all);
  }
  return all;
}

/** Passages that are an author's own words: no quotations, no footnotes. */
export function ownWords(block: Block): readonly Passage[] {
  return passagesOf(block).filter(({ kind, inFootnote }) => kind !== 'quotation' && !inFootnote);
}

/** Whether a stretch of prose stands in quotation marks: other people's words are left as they are. */
export function isQuoted(text: string, start: number, end: number): boolean {
  return quotesIn(text).some((quote) => quote.start <= start && end <= quote.end);
}

/** A stretch of a passage's prose, in the source of its block. */
export function sourceSpan(passage: Passage, start: number, end: number): Span {
  return passage.prose.toSource(start, end);
}
