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
  #stems: Stems | undefined;
  #bytes = new Int8Array();

  constructor(private readonly source: VocabularySource) {}

  /** Reads the source when the first text is read: a process that judges nothing has no need of it. */
  #open(): Stems {
    const { stems, numbers } = this.source;
    const text = atob(numbers);
    this.#bytes = new Int8Array(text.length);
    for (let i = 0; i < text.length; i++) this.#bytes[i] = text.charCodeAt(i);
    return new Stems(stems === '' ? [] : stems.split(' '));
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
    this.#stems ??= this.#open();
    let weight = 0;
    for (let i = 0; i < words.stem.length; i++) {
      const position = this.#stems.positionOf(words.stem[i]!);
      if (position < 0) continue;
      const at = position * BYTES;
      weight += this.#bytes[at + VOCABULARY_COLUMNS]!;
      found(at, i);
    }
    return weight > 0 ? this.source.step / Math.sqrt(weight * this.source.weightStep) : 0;
  }
}

/**
 * Positions of stems, by their hashes alone: thousands of strings would take a megabyte of every server. Of the stems
 * themselves no two have the same hash (a test sees to it); another word has the hash of one once in a million times.
 */
class Stems {
  readonly #hashes: Uint32Array;
  readonly #positions: Uint16Array;
  readonly #mask: number;

  constructor(stems: readonly string[]) {
    const size = 2 ** Math.ceil(Math.log2(stems.length * 2 + 2));
    this.#mask = size - 1;
    this.#hashes = new Uint32Array(size);
    this.#positions = new Uint16Array(size);
    for (const [position, stem] of stems.entries()) {
      const hash = hashOf(stem);
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.#positions[slot] = position;
    }
  }

  positionOf(stem: string): number {
    const slot = this.#slotOf(hashOf(stem));
    return this.#hashes[slot] === 0 ? -1 : this.#positions[slot]!;
  }

  /** Where a hash is, or where there is room for it. */
  #slotOf(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** FNV-1a in 32 bits; never 0, which marks an empty slot. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}

export const builtInVocabulary = new Vocabulary(vocabularySource);
