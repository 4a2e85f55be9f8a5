/**
 * What a text means, as a few numbers: a deep averaging network (Iyyer et al., 2015). Each known word, and each known
 * pair of neighbouring words, has a vector; their weighted mean goes through one layer. It was fitted, without any
 * label, to say what the Universal Sentence Encoder (Cer et al., 2018) says of texts of the field, at a hundredth of
 * its size; `server/train/encoder.mts` writes `encoder.json`.
 */

import { perWord } from '../words/per-word';
import type { Words } from '../words/tokenize';
import { fitted } from './weights';
import type { EncoderSource } from './weights/bytes';
import { hashOf, positionOf } from './weights/hashes';
import { times } from './weights/matrix';

/** Added to the sum of weights: a text of few known words says little. */
export const FEW = 0.3;

export class Encoder {
  #rows: Rows | undefined;
  /** Its entry (-1 for none), and the hash that one of the next word's pair goes on from. */
  readonly #known = perWord(({ stem }) => {
    const hash = hashOf(stem);
    return { entry: positionOf(this.source().entries, hash), next: hashOf(' ', hash) };
  });

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
    const { entries, dimensions, step, weightStep } = this.source();
    this.#rows ??= new Rows(this.source());
    const rows = this.#rows;
    const mean = new Float64Array(dimensions);
    let total = 0;
    const add = (entry: number) => {
      if (entry >= 0) total += rows.addTo(mean, entry);
    };
    let before = 0;
    for (let i = 0; i < words.word.length; i++) {
      const { entry, next } = this.#known(words.word[i]!);
      if (i !== without) {
        add(entry);
        if (i > 0 && i - 1 !== without && !words.breakAfter[i - 1])
          add(positionOf(entries, hashOf(words.stem[i]!, before)));
      }
      before = next;
    }
    const scale = step / (total + FEW / weightStep);
    for (let d = 0; d < dimensions; d++) mean[d]! *= scale;
    return mean;
  }
}

/**
 * The vectors of entries that were met, each in one place. In the file, which is smaller so, the numbers of an entry stand
 * far apart, and each would be fetched from memory by itself.
 */
class Rows {
  readonly #rows: Int8Array;
  readonly #isMet: Uint8Array;

  constructor(private readonly source: EncoderSource) {
    this.#rows = new Int8Array(source.vectors.length);
    this.#isMet = new Uint8Array(source.entries.hashes.length);
  }

  /** Adds the vector of an entry to a sum, as often as its weight says; returns the weight. */
  addTo(sum: Float64Array, entry: number): number {
    const rows = this.#rows;
    const start = entry * (sum.length + 1);
    if (this.#isMet[entry] === 0) this.#meet(entry, start);
    const weight = rows[start + sum.length]! & 255;
    for (let d = 0; d < sum.length; d++) sum[d]! += weight * rows[start + d]!;
    return weight;
  }

  #meet(entry: number, start: number): void {
    const { vectors, dimensions, entries } = this.source;
    for (let d = 0; d <= dimensions; d++) this.#rows[start + d] = vectors[d * entries.hashes.length + entry]!;
    this.#isMet[entry] = 1;
  }
}

export const builtInEncoder = new Encoder(() => fitted().encoder);
