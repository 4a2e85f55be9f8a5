/** The fitted weights as the engine uses them, and the file in which they are shipped. */
import { differencesIn, type Hashed, hashesBy, tableOf } from './hashes';
import type { Matrix } from './matrix';

/** Weights for `encoder.ts` in `meaning`. */
export interface EncoderSource {
  /** Stems and pairs of stems (“book club”). */
  readonly entries: Hashed;
  /**
   * For each dimension a number for each entry, and last an unsigned one for the weight of each entry. In this order they
   * compress to 36,000 bytes less than entry by entry, as those of one dimension are alike.
   */
  readonly vectors: Int8Array;
  readonly dimensions: number;
  /** The value of one step in a vector, and in its last number, the weight. */
  readonly step: number;
  readonly weightStep: number;
  /** Maps the mean vector to the meaning. */
  readonly layer: Matrix;
}

/** Matrices of the network behind the encoder. */
export interface Layers {
  readonly hidden: Matrix;
  /** Maps the hidden units to the output. */
  readonly out: Matrix;
  /** Maps the meaning to the output directly. */
  readonly direct: Matrix;
}

/** The weights of a regression over features. */
export interface FeatureWeights {
  readonly start: number;
  readonly features: Hashed;
  /** Of each feature. */
  readonly hundredths: Int16Array;
}

/** One of two regressions over the same features, with weights for the numbers of a sentence's meaning. */
export interface Reproach {
  readonly start: number;
  readonly meaning: readonly number[];
  /** Of each feature. */
  readonly hundredths: Int16Array;
}

/** Regressions for sentences whose source an editor would ask for (`source`), and for exaggerations (`excess`). */
export interface ClaimWeights {
  readonly features: Hashed;
  readonly source: Reproach;
  readonly excess: Reproach;
}

/** The weights of words for each topic of the model, in steps. */
export interface WordWeights {
  readonly step: number;
  /** Ordered by word, then by topic. */
  readonly weights: Int8Array;
}

/** Weights of a draft's words for the topics that it argues, and that it mentions: see `coverage/focus.ts`. */
export interface SubjectWeights {
  /** Stems. */
  readonly words: Hashed;
  readonly argues: WordWeights;
  readonly names: WordWeights;
}

/** Phrases by their first key, from `lexicon-source.ts`. */
export interface PhraseTexts {
  readonly keys: Hashed;
  /** The offset at which the text of each key begins, and the end of the last one. */
  readonly starts: Uint32Array;
  /** UTF-8 texts. Each has a line with the key, followed by its phrases. */
  readonly texts: Uint8Array;
}

/**
 * The weights of all models: the meaning of a text (`encoder`), its topics (`head`), unsourced claims and exaggerations
 * (`claims`), notes between writers (`asides`) and the subjects of a whole draft; and the phrases of the lexicon.
 */
export interface Fitted {
  readonly encoder: EncoderSource;
  readonly head: Layers;
  readonly claims: ClaimWeights;
  readonly asides: FeatureWeights;
  readonly subjects: SubjectWeights;
  readonly phrases: PhraseTexts;
}

const KINDS = { Int8Array, Uint8Array, Int16Array, Uint16Array, Float32Array, Uint32Array };
type Numbers = InstanceType<(typeof KINDS)[keyof typeof KINDS]>;

/** Replaces an array in the first line of the file. */
interface Placed {
  readonly kind: keyof typeof KINDS;
  /** Offset in bytes from the end of the line. */
  readonly at: number;
  readonly length: number;
}

/** Replaces a table of hashes. */
interface Written {
  readonly hashes: ReturnType<typeof differencesIn>;
}

/** Arrays begin at multiples of so many bytes, as the widest numbers require. */
const WIDEST = 4;

/**
 * Writes the file: a line of JSON, followed by the bytes of its arrays, so that these need no parsing. They are
 * little-endian, like nearly all machines.
 */
export function fittedFile(fitted: Fitted): Uint8Array {
  const arrays: Uint8Array[] = [];
  let at = 0;
  const placed = (numbers: Numbers): Placed => {
    const { buffer, byteOffset, byteLength, length } = numbers;
    const place = { kind: numbers.constructor.name as Placed['kind'], at, length };
    const padded = new Uint8Array(Math.ceil(byteLength / WIDEST) * WIDEST);
    padded.set(new Uint8Array(buffer, byteOffset, byteLength));
    arrays.push(padded);
    at += padded.length;
    return place;
  };
  const head = JSON.stringify(fitted, (key, value) => {
    if (key === 'hashes') return placed(differencesIn(value));
    if (key === 'buckets') return undefined;
    return ArrayBuffer.isView(value) ? placed(value as Numbers) : value;
  });
  const line = new TextEncoder().encode(`${head}${' '.repeat(-(head.length + 1) & (WIDEST - 1))}\n`);
  const file = new Uint8Array(line.length + at);
  file.set(line);
  at = line.length;
  for (const array of arrays) {
    file.set(array, at);
    at += array.length;
  }
  return file;
}

/** Reads such a file. The arrays of the result share its memory. */
export function fittedIn(file: Uint8Array): Fitted {
  const start = file.indexOf('\n'.charCodeAt(0)) + 1;
  return JSON.parse(new TextDecoder().decode(file.subarray(0, start)), (_, value) => {
    const { kind, at, length, hashes } = value as Partial<Placed & Written>;
    if (hashes) return tableOf(hashesBy(hashes));
    return kind === undefined ? value : numbersIn(file, start + at!, KINDS[kind], length!);
  }) as Fitted;
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function numbersIn(
  file: Uint8Array,
  at: number,
  Kind: (typeof KINDS)[Placed['kind']],
  length: number,
): Numbers {
  const size = Kind.BYTES_PER_ELEMENT;
  if (IS_LITTLE_ENDIAN && (file.byteOffset + at) % size === 0)
    return new Kind(file.buffer as ArrayBuffer, file.byteOffset + at, length);
  const bytes = file.slice(at, at + length * size);
  if (!IS_LITTLE_ENDIAN) for (let i = 0; i < bytes.length; i += size) bytes.subarray(i, i + size).reverse();
  return new Kind(bytes.buffer, 0, length);
}
