/** What was fitted, as the engine takes it, and the file that it is shipped in. */
import { differencesIn, type Hashed, hashesBy } from './hashes';
import type { Matrix } from './matrix';

/** What `encoder.ts` in `meaning` works with. */
export interface EncoderSource {
  /** Stems and pairs of stems (“book club”). */
  readonly entries: Hashed;
  /** For each entry a number for each dimension, and one for how much it counts, which has no sign. */
  readonly vectors: Int8Array;
  readonly dimensions: number;
  /** What one step of a vector is worth; of its last number, in weight. */
  readonly step: number;
  readonly weightStep: number;
  /** From the mean vector to the meaning. */
  readonly layer: Matrix;
}

/** Matrices of the network behind the encoder. */
export interface Layers {
  readonly hidden: Matrix;
  /** From the hidden units. */
  readonly out: Matrix;
  /** From the meaning itself. */
  readonly direct: Matrix;
}

/** What each sign of a regression weighs. */
export interface SignWeights {
  readonly start: number;
  readonly signs: Hashed;
  /** Of each sign. */
  readonly hundredths: Int16Array;
}

/** One of two regressions over the same signs and what each number of a sentence's mean weighs in it. */
export interface Reproach {
  readonly start: number;
  readonly meaning: readonly number[];
  /** Of each sign. */
  readonly hundredths: Int16Array;
}

/** Of what an editor would ask the source of, and of what claims more than anything bears out. */
export interface ClaimWeights {
  readonly signs: Hashed;
  readonly source: Reproach;
  readonly excess: Reproach;
}

/** What each of some words weighs for each topic of the model, of so many steps. */
export interface WordWeights {
  readonly step: number;
  /** By word, then by topic. */
  readonly weights: Int8Array;
}

/** What a whole draft's words say of what it argues, and of what it speaks of at all: see `coverage/focus.ts`. */
export interface SubjectWeights {
  /** Stems. */
  readonly words: Hashed;
  readonly argues: WordWeights;
  readonly names: WordWeights;
}

/** Phrases by the key that they begin with, as `lexicon-source.ts` has them. */
export interface PhraseTexts {
  readonly keys: Hashed;
  /** Where the text of each key begins, and where the last one ends. */
  readonly starts: Uint32Array;
  /** In UTF-8: of each key a line with the key itself, and its phrases. */
  readonly texts: Uint8Array;
}

/**
 * The weights of what judges: what a text means, what that says of topics, what an editor would ask the source of or
 * call too much, what is a note to those who work on a draft, and what a whole draft is about; and the phrases of the
 * lexicon.
 */
export interface Fitted {
  readonly encoder: EncoderSource;
  readonly head: Layers;
  readonly claims: ClaimWeights;
  readonly asides: SignWeights;
  readonly subjects: SubjectWeights;
  readonly phrases: PhraseTexts;
}

const KINDS = { Int8Array, Uint8Array, Int16Array, Uint16Array, Float32Array, Uint32Array };
type Numbers = InstanceType<(typeof KINDS)[keyof typeof KINDS]>;

/** Stands for an array in the first line of the file. */
interface Placed {
  readonly kind: keyof typeof KINDS;
  /** In bytes, from the end of the line. */
  readonly at: number;
  readonly length: number;
}

/** Stands for a table of hashes. */
interface Written {
  readonly hashes: ReturnType<typeof differencesIn>;
}

/** Numbers of so many bytes begin where a multiple of it does. */
const WIDEST = 4;

/**
 * The file: a line of JSON, and behind it the bytes of the arrays in it, so that nothing of them has to be taken apart.
 * They are little-endian, as nearly every machine has them.
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

/** What is in such a file, which it goes on using. */
export function fittedIn(file: Uint8Array): Fitted {
  const start = file.indexOf('\n'.charCodeAt(0)) + 1;
  return JSON.parse(new TextDecoder().decode(file.subarray(0, start)), (_, value) => {
    const { kind, at, length, hashes } = value as Partial<Placed & Written>;
    if (hashes) return { hashes: hashesBy(hashes) } satisfies Hashed;
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
