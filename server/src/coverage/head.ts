/**
 * What the meaning of a text adds to what the lexicon says of it: log odds for each topic, and for making a case at
 * all. A small network, fitted to labelled papers; `server/train/fit.mts` writes `head.json`.
 */
import { builtInEncoder, type Encoder } from './encoder';
import source from './head.json';
import { TOPIC_COUNT } from './lexicon';
import { type Matrix, type PackedMatrix, times, unpacked } from './matrix';
import type { Words } from './words';

export interface HeadSource {
  readonly hidden: PackedMatrix;
  /** From the hidden units. */
  readonly out: PackedMatrix;
  /** From the meaning itself. */
  readonly direct: PackedMatrix;
}

/** Topics, then making a case at all. */
export const HEAD_COLUMNS = TOPIC_COUNT + 1;

export class Head {
  #opened: { readonly hidden: Matrix; readonly out: Matrix; readonly direct: Matrix } | undefined;

  constructor(
    private readonly source: HeadSource,
    private readonly encoder: Encoder,
  ) {}

  /** Log odds that a text adds for each topic, and last for making a case at all. */
  of(words: Words): Float64Array {
    return this.#from(this.encoder.encode(words));
  }

  /** What each word adds to a topic (by its position among the topics of the model): what would be missing without it. */
  termsOf(words: Words, topic: number): readonly { readonly word: string; readonly adds: number }[] {
    const all = this.of(words)[topic]!;
    return words.lower.map((word, i) => ({
      word,
      adds: all - this.#from(this.encoder.encode(words, i))[topic]!,
    }));
  }

  #from(meaning: Float64Array): Float64Array {
    const { hidden, out, direct } = this.#open();
    const units = times(hidden, meaning);
    for (let h = 0; h < units.length; h++) if (units[h]! < 0) units[h] = 0;
    const sum = times(out, units);
    const straight = times(direct, meaning);
    for (let c = 0; c < sum.length; c++) sum[c]! += straight[c]!;
    return sum;
  }

  #open() {
    const { hidden, out, direct } = this.source;
    this.#opened ??= { hidden: unpacked(hidden), out: unpacked(out), direct: unpacked(direct) };
    return this.#opened;
  }
}

export const builtInHead = new Head(source, builtInEncoder);
