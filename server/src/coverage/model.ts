/** The fitted weights of both steps. `server/train/fit.mts` writes `weights.json`. */
import { CONTEXT_SIGNALS } from './context-signals';
import { TOPICS } from './lexicon';
import {
  ANY_CASE_SIGNALS,
  CASE_SIGNALS,
  OTHERS_SIGNALS,
  OWN_SIGNALS,
  TOPIC_SIGNALS,
  WORD_SIGNALS,
} from './signals';
import weightsSource from './weights.json';

/** A weight for each signal, by its name. */
type Weights = Readonly<Record<string, number>>;

export interface ModelSource {
  /** By topic, the log odds where all signals are 0. */
  readonly words: {
    readonly all: Weights;
    readonly byTopic: Readonly<Record<string, Weights>>;
    readonly start: Weights;
  };
  readonly case: { readonly all: Weights; readonly classes: Weights; readonly start: number };
  /** For topics of a workspace's own: whether any case is made, by signs that do not depend on the topic. */
  readonly anyCase: { readonly all: Weights; readonly start: number };
  readonly document: {
    readonly own: Weights;
    readonly context: Weights;
    readonly byTopic: Readonly<Record<string, Weights>>;
    readonly start: Weights;
  };
  /** The least probability at which a topic counts as argued. */
  readonly threshold: Weights;
}

/** Weights as a vector in the order of the signals' names. */
export const vector = (names: readonly string[], weights: Weights | undefined): Float64Array =>
  Float64Array.from(names, (name) => weights?.[name] ?? 0);

/** The model with its weights as vectors, in the order of the signals' names. */
export function modelOf(source: ModelSource) {
  return {
    words: {
      all: vector(WORD_SIGNALS, source.words.all),
      byTopic: TOPICS.map((t) => vector(TOPIC_SIGNALS, source.words.byTopic[t])),
      start: vector(TOPICS, source.words.start),
    },
    case: {
      all: vector(CASE_SIGNALS, source.case.all),
      classes: vector(TOPIC_SIGNALS, source.case.classes),
      start: source.case.start,
    },
    anyCase: { all: vector(ANY_CASE_SIGNALS, source.anyCase.all), start: source.anyCase.start },
    document: {
      own: vector(OWN_SIGNALS, source.document.own),
      context: vector(CONTEXT_SIGNALS, source.document.context),
      byTopic: TOPICS.map((t) => vector(OTHERS_SIGNALS, source.document.byTopic[t])),
      start: vector(TOPICS, source.document.start),
    },
    threshold: vector(TOPICS, source.threshold),
  };
}

export type Model = Readonly<ReturnType<typeof modelOf>>;

/** By how much a line of few words must exceed a topic's threshold, from 0 to 1. */
export const FEW_WORDS_MORE = 0.2;

export const builtInModel = modelOf(weightsSource as ModelSource);

export function dot(weights: Float64Array, signals: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * signals[i]!;
  return sum;
}
