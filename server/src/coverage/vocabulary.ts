/**
 * What single words say of each topic, learnt from labelled papers: a little for each, and for thousands of words, where
 * the lexicon says much for a few. A word that no labelled paper has takes its numbers from words that are used like it.
 */
import { TOPIC_COUNT } from './lexicon';
import vocabularySource from './vocabulary.json';
import type { Words } from './words';

/** As `server/train/fit.mts` writes it. */
export interface VocabularySource {
  /** Stems, parted by spaces. */
  readonly stems: string;
  /** Base 64: for each stem a byte for each topic, one for making a case at all, and one for how much it counts. */
  readonly numbers: string;
  /** What one step of a byte is worth, in log odds; of the last byte, in weight. */
  readonly step: number;
  readonly weightStep: number;
}

/** Topics, then making a case at all. */
export const VOCABULARY_COLUMNS = TOPIC_COUNT + 1;
const BYTES = VOCABULARY_COLUMNS + 1;

export class Vocabulary {
  #positions: ReadonlyMap<string, number> | undefined;
  #bytes = new Int8Array();

  constructor(private readonly source: VocabularySource) {}

  /** Reads the source when the first text is read: a process that judges nothing has no need of it. */
  #open(): ReadonlyMap<string, number> {
    const { stems, numbers } = this.source;
    const text = atob(numbers);
    this.#bytes = Int8Array.from(text, (c) => c.charCodeAt(0));
    return new Map(stems === '' ? [] : stems.split(' ').map((stem, i) => [stem, i]));
  }

  /** Log odds that the words of a text add for each topic, and last for making a case at all. */
  of(words: Words): Float64Array {
    const sum = new Float64Array(VOCABULARY_COLUMNS);
    const scale = this.#eachWord(words, (at) => {
      for (let c = 0; c < VOCABULARY_COLUMNS; c++) sum[c]! += this.#bytes[at + c]!;
    });
    for (let c = 0; c < VOCABULARY_COLUMNS; c++) sum[c]! *= scale;
    return sum;
  }

  /** What each word adds to a topic (by its position among the topics of the model). */
  termsOf(words: Words, topic: number): readonly { readonly word: string; readonly adds: number }[] {
    const found: { word: string; adds: number }[] = [];
    const scale = this.#eachWord(words, (at, i) =>
      found.push({ word: words.lower[i]!, adds: this.#bytes[at + topic]! }),
    );
    return found.map(({ word, adds }) => ({ word, adds: adds * scale }));
  }

  /** Calls for each word that is known; what a step of its bytes is worth in this text, which falls with its length. */
  #eachWord(words: Words, found: (at: number, word: number) => void): number {
    this.#positions ??= this.#open();
    let weight = 0;
    for (let i = 0; i < words.stem.length; i++) {
      const position = this.#positions.get(words.stem[i]!);
      if (position === undefined) continue;
      const at = position * BYTES;
      weight += this.#bytes[at + VOCABULARY_COLUMNS]!;
      found(at, i);
    }
    return weight > 0 ? this.source.step / Math.sqrt(weight * this.source.weightStep) : 0;
  }
}

export const builtInVocabulary = new Vocabulary(vocabularySource);
