/**
 * What a text means, as a few numbers: a deep averaging network (Iyyer et al., 2015). Each known word, and each known
 * pair of neighbouring words, has a vector; their weighted mean goes through one layer. It was fitted, without any
 * label, to say what the Universal Sentence Encoder (Cer et al., 2018) says of texts of the field, at a hundredth of
 * its size; `server/train/encoder.mts` writes `encoder.json`.
 */

import type { Words } from '../words/tokenize';
import { fitted } from './weights';
import type { EncoderSource } from './weights/bytes';
import { hashOf, positionOf } from './weights/hashes';
import { times } from './weights/matrix';

/** Added to the sum of weights: a text of few known words says little. */
export const FEW = 0.3;

export class Encoder {
  /** @param source asked when a text is read: a process that judges nothing has no need of it */
  constructor(private readonly source: () => EncoderSource) {}

  /** @param without position of a word to leave out, with the pairs that it stands in */
  encode(words: Words, without = -1): Float64Array {
    const meaning = times(this.source().layer, this.mean(words, without));
    for (let h = 0; h < meaning.length; h++) if (meaning[h]! < 0) meaning[h] = 0;
    return meaning;
  }

  /** The weighted mean of its words, before the layer: fewer numbers, which say what it is about by sums alone. */
  mean(words: Words, without = -1): Float64Array {
    const { entries, vectors, dimensions, step, weightStep } = this.source();
    const mean = new Float64Array(dimensions);
    const count = entries.hashes.length;
    let total = 0;
    const add = (entry: number) => {
      if (entry < 0) return;
      const weight = vectors[dimensions * count + entry]! & 255;
      total += weight;
      addTo(mean, weight, vectors, entry, count);
    };
    let before = 0;
    for (let i = 0; i < words.stem.length; i++) {
      const hash = hashOf(words.stem[i]!);
      if (i !== without) {
        add(positionOf(entries, hash));
        if (i > 0 && i - 1 !== without && !words.breakAfter[i - 1])
          add(positionOf(entries, hashOf(words.stem[i]!, before)));
      }
      before = hashOf(' ', hash);
    }
    const scale = step / (total + FEW / weightStep);
    for (let d = 0; d < dimensions; d++) mean[d]! *= scale;
    return mean;
  }
}

/** Adds a multiple of the vector of one of `count` entries to a sum of such: by itself for the engine, as in `matrix.ts`. */
function addTo(sum: Float64Array, factor: number, vectors: Int8Array, entry: number, count: number): void {
  for (let d = 0, at = entry; d < sum.length; d++, at += count) sum[d]! += factor * vectors[at]!;
}

export const builtInEncoder = new Encoder(() => fitted().encoder);
