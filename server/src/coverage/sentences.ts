/**
 * A second look at what falls short of a case as a whole: where two topics share a paragraph, each speaks against the
 * other, although a sentence on either makes its case when it stands alone.
 */
import { sentences as sentencesOfText } from '../draft/sentences';
import type { Span } from '../draft/types';
import { type Features, featuresOf } from './features';
import type { Lexicon } from './lexicon';
import { probability } from './signals';

/** What a sentence says by itself. */
export interface SentenceNumbers {
  /** In the text of the unit. */
  readonly span: Span;
  /** By topic of the model, whether it has a strong cue. */
  readonly strong: readonly boolean[];
  /** By topic, step 2's log odds as far as they depend on the sentence alone. */
  readonly base: readonly number[];
}

/** A text that comes to less than this, 0 to 1, is not looked at again. */
const LEAST_PROBABILITY = 0.15;
/** The same in log odds. */
export const WORTH_A_LOOK = Math.log(LEAST_PROBABILITY / (1 - LEAST_PROBABILITY));
/** A sentence must be so much surer than a whole text, 0 to 1, as less stands around it to say otherwise. */
export const SURER = 0.15;
/** Fewer words are no sentence that makes a case. */
const LEAST_WORDS = 8;

/** The sentences of a text that has more than one, as far as they can make a case. */
export function numbersOfSentences(
  text: string,
  lexicon: Lexicon,
  baseOf: (features: Features) => readonly number[],
): readonly SentenceNumbers[] {
  const spans = sentencesOfText(text);
  if (spans.length < 2) return [];
  return spans.flatMap((span) => {
    const features = featuresOf(text.slice(span.start, span.end), false, lexicon);
    if (features.words.stem.length < LEAST_WORDS || features.strong.every((s) => s === 0)) return [];
    return [{ span, strong: Array.from(features.strong, (s) => s > 0), base: baseOf(features) }];
  });
}

/** A sentence in its document. */
export interface SentenceLook {
  readonly span: Span;
  /** 0 to 1. It makes the case where this passes the threshold of a whole text by `SURER`. */
  readonly probability: number;
}

/**
 * The sentence that says most on a topic of the model, in the place of the whole text; undefined where none has a strong
 * cue of it.
 *
 * @param around what the document adds to the log odds of the text that they stand in
 */
export function bestSentence(
  sentences: readonly SentenceNumbers[],
  topic: number,
  around: number,
): SentenceLook | undefined {
  let best: SentenceLook | undefined;
  for (const { span, strong, base } of sentences) {
    if (!strong[topic]) continue;
    const p = probability(base[topic]! + around);
    if (!best || p > best.probability) best = { span, probability: p };
  }
  return best;
}
