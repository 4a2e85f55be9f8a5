/** What the two steps of the model make of a text by itself. */
import { logistic } from '../models/weights/logistic';
import { type Features, leadsIn } from './features';
import { asDraft } from './focus';
import { TOPIC_COUNT } from './lexicon';
import { dot, type Model } from './model';
import { ruled } from './odds-adjustments';
import {
  ANY_CASE_SIGNALS,
  anyCaseSignals,
  CASE_SIGNALS,
  caseSignals,
  type Local,
  OTHERS_SIGNALS,
  OWN_SIGNALS,
  othersSignals,
  ownSignals,
  TOPIC_SIGNALS,
  topicSignals,
  WORD_SIGNALS,
  wordSignals,
} from './signals';

/** A topic that is judged by its cues alone is not argued in fewer words. */
export const LEAST_WORDS = 8;

/** Buffers in which signals are written before they are weighed. */
const scratch = {
  words: new Float64Array(WORD_SIGNALS.length),
  byTopic: new Float64Array(TOPIC_SIGNALS.length),
  case: new Float64Array(CASE_SIGNALS.length),
  anyCase: new Float64Array(ANY_CASE_SIGNALS.length),
  own: new Float64Array(OWN_SIGNALS.length),
  others: new Float64Array(OTHERS_SIGNALS.length),
};

/** The probability that any case is made, whatever the topic. */
export function makingCaseOf(features: Features, { anyCase }: Model): number {
  if (features.words.stem.length < LEAST_WORDS || leadsIn(features) || features.themes) return 0;
  anyCaseSignals(features, scratch.anyCase);
  return logistic(anyCase.start + dot(anyCase.all, scratch.anyCase));
}

/** Step 2 as far as it depends on the text alone: log odds by topic. */
export function basesOf(features: Features, local: Local, { document }: Model): number[] {
  const { own, others } = scratch;
  othersSignals(features, local, others);
  const bases: number[] = [];
  for (let t = 0; t < TOPIC_COUNT; t++) {
    ownSignals(features, local, t, own);
    bases.push(
      document.start[t]! + ruled(features, t) + dot(document.own, own) + dot(document.byTopic[t]!, others),
    );
  }
  return bases;
}

/**
 * Step 1.
 *
 * @param meaning the result of `Head.of` for the text's words
 */
export function localOf(features: Features, model: Model, meaning: ArrayLike<number>): Local {
  const z = new Float64Array(TOPIC_COUNT);
  const p = new Float64Array(TOPIC_COUNT);
  const { words, byTopic } = scratch;
  topicSignals(features, byTopic);
  caseSignals(features, scratch.case);
  let top = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    wordSignals(features, t, words);
    z[t] =
      model.words.start[t]! +
      dot(model.words.all, words) +
      dot(model.words.byTopic[t]!, byTopic) +
      meaning[t]!;
    p[t] = logistic(z[t]!);
    top = Math.max(top, p[t]!);
  }
  const making = logistic(
    model.case.start +
      dot(model.case.all, scratch.case) +
      dot(model.case.classes, byTopic) +
      meaning[TOPIC_COUNT]!,
  );
  return { z, p, top, making };
}

/**
 * The log odds that an editor of a draft would point at the text for topic `t`, as far as they depend on the text
 * alone.
 */
export function asDraftOf(features: Features, local: Local, t: number, base: number): number {
  ownSignals(features, local, t, scratch.own);
  return asDraft.start[t]! + asDraft.page * base + dot(asDraft.own, scratch.own);
}
