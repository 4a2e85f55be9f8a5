import type { EncoderSource } from './hashes';

interface Head extends Omit<EncoderSource, 'slots' | 'vectors'> {
  readonly slots: number;
  readonly vectors: number;
}

/**
 * The encoder out of `encoder.bin`: a line of JSON, and then the bytes for which that gives a length, so that nothing of
 * them has to be taken apart.
 */
export function encoderIn(file: Uint8Array): EncoderSource {
  const start = file.indexOf('\n'.charCodeAt(0)) + 1;
  const { slots, vectors, ...rest } = JSON.parse(new TextDecoder().decode(file.subarray(0, start))) as Head;
  return {
    ...rest,
    slots: file.subarray(start, start + slots),
    vectors: file.subarray(start + slots, start + slots + vectors),
  };
}
