/** Makes the product's vocabulary from fitted directions and the vectors of words. */
import type { VocabularySource } from '../src/coverage/vocabulary';
import { frequencyOf, weightOf } from './corpus.mts';
import type { Vectors } from './vectors.mts';

/** Stems kept: those that say most, times how often they are met. */
const KEPT = 9000;
/** Taken for the frequency of a stem that no labelled document has. */
const UNSEEN = 2e-6;
const MOST = 127;

/** @param directions by topic, and last for making a case: what turns a vector into log odds */
export function vocabularyOf(directions: readonly Float64Array[], vectors: Vectors): VocabularySource {
  const entries = [...vectors].map(([stem, vector]) => {
    const weight = weightOf(stem);
    const adds = directions.map((d) => weight * d.reduce((sum, x, i) => sum + x * vector[i]!, 0));
    const most = Math.max(...adds.map(Math.abs));
    return { stem, weight, adds, most, counts: most * (frequencyOf(stem) + UNSEEN) };
  });
  entries.sort((a, b) => b.counts - a.counts);
  const kept = entries.slice(0, KEPT).sort((a, b) => (a.stem < b.stem ? -1 : 1));
  const step = Math.max(0.001, ...kept.map(({ most }) => most)) / MOST;
  const weightStep = 1 / MOST;
  const bytes = kept.flatMap(({ adds, weight }) => [
    ...adds.map((x) => Math.round(x / step)),
    Math.max(1, Math.round(weight / weightStep)),
  ]);
  return {
    stems: kept.map(({ stem }) => stem).join(' '),
    numbers: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
    step,
    weightStep,
  };
}
