/**
 * A second look at units that fall short of a case as a whole. Where two topics share a paragraph, each counts against
 * the other, although a sentence on either would make its case if it stood alone.
 */
import { sentences as sentencesOfText } from '../draft/sentences';
import type { Span } from '../draft/types';
import { logistic, logOdds } from '../models/weights/logistic';
import { FEW_WORDS, type Features, isItem, isStrong } from './features';
import { type Cue, TOPICS } from './lexicon';

/** Units below these log odds get no second look. */
const WORTH_A_LOOK = logOdds(0.15);
/** The same for items that are judged together: each may be on another topic, and counts against all others. */
const WORTH_A_LOOK_OF_ITEMS = logOdds(0.03);

/** The log odds from which a unit of so many passages gets a second look. */
export const worthALook = (passages: number): number => (passages > 1 ? WORTH_A_LOOK_OF_ITEMS : WORTH_A_LOOK);
/** By how much a sentence must exceed the threshold of a whole text (0 to 1), as it has less context. */
const SURER = 0.15;
/** The same for a sentence of few words. */
const SURER_OF_FEW = 0.27;
/** A sentence of fewer words makes no case. */
const LEAST_WORDS_OF_ONE = 8;
/** Paragraphs with more sentences get no second look: each key in one would read them all. */
const MOST_SENTENCES = 30;

/** What a sentence comes to in its document. */
export interface SentenceLook {
  /** In the text of the unit. */
  readonly span: Span;
  /** 0 to 1. The sentence makes the case where this exceeds the threshold of a whole text by `surer`. */
  readonly probability: number;
  readonly surer: number;
}

interface Sentence {
  readonly span: Span;
  readonly words: number;
  /** The strong cues in it. */
  readonly cues: readonly Cue[];
  /** By topic, step 2's log odds as far as they depend on the sentence alone; computed when first needed. */
  bases: readonly number[] | undefined;
}

/** The sentences of a text of two or more. Each is judged when first needed. */
export class Sentences {
  readonly #sentences: readonly Sentence[];
  readonly #item: boolean;
  /** By topic, the least that the document must add to the log odds for any sentence to make its case: see `argues`. */
  readonly #wanting: number[] = [];

  /**
   * @param whole features of the whole text
   * @param basesOf computes step 2's log odds by topic of a text by itself
   */
  constructor(
    private readonly text: string,
    whole: Features,
    private readonly basesOf: (text: string) => readonly number[],
  ) {
    this.#item = isItem(whole);
    const spans = sentencesOfText(text);
    this.#sentences =
      spans.length < 2 || spans.length > MOST_SENTENCES
        ? []
        : spans
            .map((span) => ({ span, ...within(span, whole), bases: undefined }))
            .filter(({ words, cues }) => words >= LEAST_WORDS_OF_ONE && cues.length > 0);
  }

  /**
   * The sentence that says most on a topic of the model; undefined where none has a strong cue of it.
   *
   * @param around what the document adds to the log odds of the whole text
   */
  best(topic: number, around: number): SentenceLook | undefined {
    let best: SentenceLook | undefined;
    for (const sentence of this.#sentences) {
      if (!sentence.cues.some((cue) => isStrong(cue, topic))) continue;
      const p = logistic(this.#baseOf(sentence, topic) + around);
      const surer = this.#surerOf(sentence);
      if (!best || p - surer > best.probability - best.surer)
        best = { span: sentence.span, probability: p, surer };
    }
    return best;
  }

  /**
   * Whether any sentence makes its case on a topic of the model. Called at each key for many texts, most of which fall
   * short.
   *
   * @param around as for `best`
   * @param threshold that of a whole text; the same for a topic in every call
   */
  argues(topic: number, around: number, threshold: number): boolean {
    this.#wanting[topic] ??= this.#read(topic, threshold);
    return around > this.#wanting[topic];
  }

  #read(topic: number, threshold: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (const sentence of this.#sentences) {
      const needed = threshold + this.#surerOf(sentence);
      if (needed >= 1 || !sentence.cues.some((cue) => isStrong(cue, topic))) continue;
      least = Math.min(least, logOdds(needed) - this.#baseOf(sentence, topic));
    }
    return least;
  }

  #baseOf(sentence: Sentence, topic: number): number {
    const { start, end } = sentence.span;
    sentence.bases ??= this.basesOf(this.text.slice(start, end));
    return sentence.bases[topic]!;
  }

  #surerOf({ words }: Sentence): number {
    return words < FEW_WORDS && !this.#item ? SURER_OF_FEW : SURER;
  }
}

/** The number of words in a sentence of a text, and the strong cues in it. */
function within({ start, end }: Span, { words, cues }: Features): { words: number; cues: readonly Cue[] } {
  const isIn = (first: number, last: number) => words.start[first]! >= start && words.end[last]! <= end;
  let count = 0;
  for (let i = 0; i < words.stem.length; i++) if (isIn(i, i)) count++;
  return {
    words: count,
    cues: cues.filter((cue) => isIn(cue.first, cue.last) && TOPICS.some((_, t) => isStrong(cue, t))),
  };
}
