/**
 * Takes the place of `coverage/encoder-source.ts` on Node: the encoder is read from a file beside this one when a first
 * text is read. The file is a line of JSON, and then the bytes for which that gives a length, so that nothing of them has to be taken apart.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncoderSource } from './coverage/hashes';

interface Head extends Omit<EncoderSource, 'slots' | 'vectors'> {
  readonly slots: number;
  readonly vectors: number;
}

export function encoderSource(): EncoderSource {
  const file = readFileSync(join(__dirname, 'encoder.bin'));
  const start = file.indexOf('\n') + 1;
  const { slots, vectors, ...rest } = JSON.parse(file.toString('utf8', 0, start)) as Head;
  return {
    ...rest,
    slots: file.subarray(start, start + slots),
    vectors: file.subarray(start + slots, start + slots + vectors),
  };
}
