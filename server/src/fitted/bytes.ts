import type { EncoderSource } from './hashes';
import type { PackedMatrix } from './matrix';

/** Matrices of the network behind the encoder. */
export interface HeadSource {
  readonly hidden: PackedMatrix;
  /** From the hidden units. */
  readonly out: PackedMatrix;
  /** From the meaning itself. */
  readonly direct: PackedMatrix;
}

/** What each sign of a regression weighs. */
export interface SignWeights {
  readonly start: number;
  /** In hundredths. */
  readonly weights: Readonly<Record<string, number>>;
}

/** The same, and what each number of a sentence's mean weighs. */
export interface ClaimWeights extends SignWeights {
  readonly meaning: readonly number[];
}

/**
 * The weights of what judges: what a text means, what that says of topics, what an editor would ask the source of,
 * and what is a note to those who work on a draft.
 */
export interface Fitted {
  readonly encoder: EncoderSource;
  readonly head: HeadSource;
  readonly claims: ClaimWeights;
  readonly asides: SignWeights;
  /** Of the lexicon, as `lexicon-source.ts` has them. */
  readonly phrases: Readonly<Record<string, string>>;
}

interface Written extends Omit<Fitted, 'encoder'> {
  /** The encoder, with how many bytes there are of each. */
  readonly encoder: Omit<EncoderSource, 'slots' | 'vectors'> & {
    readonly slots: number;
    readonly vectors: number;
  };
}

/**
 * What is in `encoder.bin`: a line of JSON, and then the bytes for which that gives a length, so that nothing of them has
 * to be taken apart.
 */
export function fittedIn(file: Uint8Array): Fitted {
  const start = file.indexOf('\n'.charCodeAt(0)) + 1;
  const { encoder, ...rest } = JSON.parse(new TextDecoder().decode(file.subarray(0, start))) as Written;
  const end = start + encoder.slots;
  const slots = file.subarray(start, end);
  const vectors = file.subarray(end, end + encoder.vectors);
  return { ...rest, encoder: { ...encoder, slots, vectors } };
}
