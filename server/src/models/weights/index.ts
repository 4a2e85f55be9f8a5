/**
 * The fitted weights and the phrases of the lexicon. The build writes them to `encoder.bin`, which replacements of
 * this file read: `file.ts` on Node and `given.ts` in a browser. So no start has to hash thousands of entries, and
 * only their hashes are shipped.
 */

import asides from './asides.json';
import type {
  ClaimWeights,
  EncoderSource,
  FeatureWeights,
  Fitted,
  PhraseTexts,
  SubjectWeights,
  WordWeights,
} from './bytes';
import claims from './claims.json';
import encoder from './encoder.json';
import { hashed } from './hashes';
import head from './head.json';
import { lexiconPhrases } from './lexicon-source';
import { type PackedMatrix, unpacked } from './matrix';
import subjects from './subjects.json';

let made: Fitted | undefined;

export function fitted(): Fitted {
  made ??= {
    encoder: opened(encoder),
    head: { hidden: unpacked(head.hidden), out: unpacked(head.out), direct: unpacked(head.direct) },
    claims: hashedTogether(claims),
    asides: hashedWeights(asides),
    subjects: hashedWords(subjects),
    phrases: hashedPhrases(lexiconPhrases),
  };
  return made;
}

/** The format that `server/train/encoder.mts` writes. */
export interface WrittenEncoder extends Omit<EncoderSource, 'entries' | 'vectors' | 'layer'> {
  /** Separated by “|”. */
  readonly entries: string;
  /** Base 64. The numbers of an entry stand together. */
  readonly vectors: string;
  readonly layer: PackedMatrix;
}

export function opened({ entries, vectors, layer, ...rest }: WrittenEncoder): EncoderSource {
  const { table, order } = hashed(entries === '' ? [] : entries.split('|'));
  const bytes = Int8Array.from(atob(vectors), (byte) => byte.charCodeAt(0));
  const size = rest.dimensions + 1;
  const ordered = new Int8Array(bytes.length);
  for (const [position, index] of order.entries())
    for (let d = 0; d < size; d++) ordered[d * order.length + position] = bytes[index * size + d]!;
  return { ...rest, entries: table, vectors: ordered, layer: unpacked(layer) };
}

/** The format that `server/train` writes. */
interface WrittenWeights {
  readonly start: number;
  /** In hundredths. */
  readonly weights: Readonly<Record<string, number>>;
}

function hashedWeights({ start, weights }: WrittenWeights): FeatureWeights {
  const { table, order } = hashed(Object.keys(weights));
  const hundredths = Object.values(weights);
  return { start, features: table, hundredths: Int16Array.from(order, (index) => hundredths[index]!) };
}

interface WrittenReproach extends WrittenWeights {
  readonly meaning: readonly number[];
}

/** Puts the features of both regressions into one table, so that those of a sentence are looked up once. */
function hashedTogether({
  source,
  excess,
}: Readonly<Record<'source' | 'excess', WrittenReproach>>): ClaimWeights {
  const features = [...new Set([...Object.keys(source.weights), ...Object.keys(excess.weights)])];
  const { table, order } = hashed(features);
  const weighing = ({ start, meaning, weights }: WrittenReproach) => ({
    start,
    meaning,
    hundredths: Int16Array.from(order, (index) => {
      const feature = features[index]!;
      return Object.hasOwn(weights, feature) ? weights[feature]! : 0;
    }),
  });
  return { features: table, source: weighing(source), excess: weighing(excess) };
}

/** The format that `server/train/focus.mts` writes. */
interface WrittenWords {
  /** The value of a step in the weights of each. */
  readonly steps: Readonly<Record<'argues' | 'names', number>>;
  /** The steps of each topic, by stem. */
  readonly argues: Readonly<Record<string, readonly number[]>>;
  readonly names: Readonly<Record<string, readonly number[]>>;
}

function hashedWords({ steps, ...by }: WrittenWords): SubjectWeights {
  const stems = Object.keys(by.argues);
  const { table, order } = hashed(stems);
  const weighing = (what: 'argues' | 'names'): WordWeights => ({
    step: steps[what],
    weights: Int8Array.from(order.flatMap((index) => by[what][stems[index]!]!)),
  });
  return { words: table, argues: weighing('argues'), names: weighing('names') };
}

function hashedPhrases(phrases: Readonly<Record<string, string>>): PhraseTexts {
  const { table, order } = hashed(Object.keys(phrases));
  const all = Object.entries(phrases);
  const texts = order.map((index) => new TextEncoder().encode(all[index]!.join('\n')));
  const starts = [0];
  for (const { length } of texts) starts.push(starts.at(-1)! + length);
  return {
    keys: table,
    starts: Uint32Array.from(starts),
    texts: Uint8Array.from(texts.flatMap((text) => [...text])),
  };
}
