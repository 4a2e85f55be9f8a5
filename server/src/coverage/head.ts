/**
 * What the meaning of a text adds to what the lexicon says of it, in log odds for each topic and for any case at all. A
 * small network, fitted to labelled papers; `server/train/fit.mts` writes `head.json`.
 */

import { builtInEncoder, type Encoder } from '../models/encoder';
import { fitted } from '../models/weights';
import type { Layers } from '../models/weights/bytes';
import { times } from '../models/weights/matrix';
import type { Words } from '../words/tokenize';

/** Runs the network: log odds for each topic, and last for any case at all. */
export function through({ hidden, out, direct }: Layers, meaning: Float64Array): Float64Array {
  const units = times(hidden, meaning);
  for (let h = 0; h < units.length; h++) if (units[h]! < 0) units[h] = 0;
  const sum = times(out, units);
  const straight = times(direct, meaning);
  for (let c = 0; c < sum.length; c++) sum[c]! += straight[c]!;
  return sum;
}

/** The most words of a text whose share is computed. */
const MOST_WORDS = 400;

export class Head {
  constructor(
    /** @param source called when a text is first read */
    private readonly source: () => Layers,
    private readonly encoder: Encoder,
  ) {}

  /** The log odds that the meaning of a text adds for each topic, and last for any case at all. */
  of(words: Words): Float64Array {
    return this.#from(this.encoder.encode(words));
  }

  /**
   * What each word adds: the difference that leaving it out makes to each column. Only for the first words of a long
   * text, as each word means one more pass over the text.
   */
  termsOf(words: Words): readonly { readonly word: string; readonly adds: Float64Array }[] {
    const all = this.of(words);
    return words.lower.slice(0, MOST_WORDS).map((word, i) => {
      const without = this.#from(this.encoder.encode(words, i));
      return { word, adds: all.map((x, c) => x - without[c]!) };
    });
  }

  #from(meaning: Float64Array): Float64Array {
    return through(this.source(), meaning);
  }
}

export const builtInHead = new Head(() => fitted().head, builtInEncoder);
