/**
 * What a text means, as a few numbers: a deep averaging network (Iyyer et al., 2015). Each known word, and each known
 * pair of neighbouring words, has a vector; their weighted mean goes through one layer. It was fitted, without any
 * label, to say what the Universal Sentence Encoder (Cer et al., 2018) says of texts of the field, at a hundredth of
 * its size; `server/train/encoder.mts` writes `encoder.json`.
 */
import { fitted } from '../fitted';
import { bytesOf, type EncoderSource, hashOf, positionsOf, slotsOf } from '../fitted/hashes';
import { type Matrix, times, unpacked } from '../fitted/matrix';
import type { Words } from '../words/words';

/** Added to the sum of weights: a text of few known words says little. */
export const FEW = 0.3;

interface Opened extends Pick<EncoderSource, 'dimensions' | 'step' | 'weightStep'> {
  readonly entries: Entries;
  /** For each entry its numbers, and how much it counts, which is no signed number. */
  readonly bytes: Int8Array;
  readonly layer: Matrix;
}

export class Encoder {
  #opened: Opened | undefined;

  /** @param source asked once, when the first text is read: it is large, and not kept */
  constructor(private readonly source: () => EncoderSource) {}

  /** @param without position of a word to leave out, with the pairs that it stands in */
  encode(words: Words, without = -1): Float64Array {
    const meaning = times(this.#open().layer, this.mean(words, without));
    for (let h = 0; h < meaning.length; h++) if (meaning[h]! < 0) meaning[h] = 0;
    return meaning;
  }

  /** The weighted mean of its words, before the layer: fewer numbers, which say what it is about by sums alone. */
  mean(words: Words, without = -1): Float64Array {
    const { entries, bytes, dimensions, step, weightStep } = this.#open();
    const mean = new Float64Array(dimensions);
    let total = 0;
    const add = (entry: number) => {
      if (entry < 0) return;
      const at = entry * (dimensions + 1);
      const weight = bytes[at + dimensions]! & 255;
      total += weight;
      for (let d = 0; d < dimensions; d++) mean[d]! += weight * bytes[at + d]!;
    };
    let before = 0;
    for (let i = 0; i < words.stem.length; i++) {
      const hash = hashOf(words.stem[i]!);
      if (i !== without) {
        add(entries.positionOf(hash));
        if (i > 0 && i - 1 !== without && !words.breakAfter[i - 1])
          add(entries.positionOf(hashOf(words.stem[i]!, before)));
      }
      before = hashOf(' ', hash);
    }
    const scale = step / (total + FEW / weightStep);
    for (let d = 0; d < dimensions; d++) mean[d]! *= scale;
    return mean;
  }

  /** Reads the source when the first text is read: a process that judges nothing has no need of it. */
  #open(): Opened {
    if (!this.#opened) {
      const { slots, vectors, layer, dimensions, step, weightStep } = this.source();
      const { buffer, byteOffset, length } = bytesOf(vectors);
      this.#opened = {
        entries: new Entries(bytesOf(slots)),
        bytes: new Int8Array(buffer, byteOffset, length),
        layer: unpacked(layer),
        dimensions,
        step,
        weightStep,
      };
    }
    return this.#opened;
  }
}

/**
 * Positions of entries, by their hashes alone: thousands of strings would take a megabyte of every server. Of the
 * entries themselves no two have the same hash (a test sees to it); another word has the hash of one once in some
 * hundred thousand times.
 */
class Entries {
  readonly #hashes: Uint32Array;
  readonly #positions: Uint16Array;
  readonly #mask: number;

  constructor(slots: Uint8Array) {
    this.#hashes = slotsOf(slots);
    this.#positions = positionsOf(this.#hashes);
    this.#mask = this.#hashes.length - 1;
  }

  positionOf(hash: number): number {
    const hashes = this.#hashes;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = hashes[slot]!;
      if (found === hash) return this.#positions[slot]!;
      if (found === 0) return -1;
    }
  }
}

export const builtInEncoder = new Encoder(() => fitted().encoder);
