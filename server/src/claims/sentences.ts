/** The sentences of a block that may hold a claim, with what the model looks at. */

import { type Block, type Passage, type Span, sentences } from '../draft';
import { type Words, wordsOf, wordsWithin } from '../words/tokenize';
import { eachFeature, type SentenceContext, type SourceClass, sourceClasses } from './features';
import { type Token, tokensOf } from './tokens';

export interface ClaimSentence {
  readonly passage: Passage;
  /** In the passage's prose. A row of a table is one. */
  readonly span: Span;
  readonly text: string;
  readonly words: Words;
  readonly tokens: readonly Token[];
  /** Of its words for sources. */
  readonly classes: ReadonlySet<SourceClass>;
  readonly standing: Omit<SentenceContext, 'heading' | 'classes'>;
}

/** Fewer words claim nothing. */
export const FEWEST_WORDS = 4;
/** What a paragraph is numbered with by hand, which counts nothing: “2.3 Visits rose”. */
const NUMBERING = /^\s{0,3}\d{1,3}(?:\.\d{1,3}){1,3}\.?\s{1,3}(?=["“£\p{Lu}])/u;
/** Of a longer one, nobody reads all, and a model of single sentences tells nothing. */
const LONGEST_SENTENCE = 2000;

/** Sentences of a passage of a block, without those of footnotes. In linear time. */
export function claimSentencesIn(block: Block, passage: Passage): readonly ClaimSentence[] {
  if (passage.inFootnote) return [];
  const { prose, kind, links } = passage;
  const spans = kind === 'table-row' ? [{ start: 0, end: prose.text.length }] : unnumbered(prose.text);
  const all = wordsOf(prose.text);
  const read = spans.map((span) => {
    const end = Math.min(span.end, span.start + LONGEST_SENTENCE);
    return { span, text: prose.text.slice(span.start, end), words: wordsWithin(all, span.start, end) };
  });
  const lastNote = passage.footnotes.length > 0 ? block.text.lastIndexOf('[^', passage.span.end) : -1;
  let link = 0;
  return read.flatMap(({ span, text, words }, k) => {
    while (link < links.length && links[link]!.prose.end <= span.start) link++;
    if (words.stem.length < FEWEST_WORDS) return [];
    const next = read[k + 1];
    return [
      {
        passage,
        span,
        text,
        words,
        tokens: tokensOf(words, text),
        classes: sourceClasses(words),
        standing: {
          kind,
          note: lastNote < 0 ? undefined : noteAt(block, passage, span, lastNote),
          link: link < links.length && links[link]!.prose.start < span.end,
          next: next ? sourceClasses(next.words) : NONE,
        },
      },
    ];
  });
}

function unnumbered(text: string): readonly Span[] {
  const numbering = NUMBERING.exec(text)?.[0].length ?? 0;
  return sentences(text).map(({ start, end }) => ({
    start: Math.max(start, numbering),
    end: Math.max(end, numbering),
  }));
}

const NONE: ReadonlySet<never> = new Set();
/** A mark may stand behind the full stop, and behind marks that close emphasis. */
const BEHIND = 8;

function noteAt(block: Block, { prose }: Passage, span: Span, last: number): SentenceContext['note'] {
  const { start, end } = prose.toSource(span.start, span.end);
  // Not in the whole text, which would be looked through for each sentence.
  if (block.text.slice(start, end + BEHIND + 1).includes('[^')) return 'here';
  return last >= end ? 'later' : undefined;
}

/** Calls back with each feature of a sentence under a heading. */
export function eachFeatureOf(
  { text, words, tokens, classes, standing }: ClaimSentence,
  heading: readonly string[],
  visit: (feature: string) => void,
): void {
  eachFeature(text, words, tokens, { classes, heading, ...standing }, visit);
}

/** The stems of a heading's words, each once. */
export function headingStems(text: string): readonly string[] {
  return [...new Set(wordsOf(text).stem)];
}
