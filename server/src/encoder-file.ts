/** Takes the place of `coverage/encoder-source.ts` on Node: the encoder is read from a file beside this one when a first text is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encoderIn } from './coverage/encoder-bytes';
import type { EncoderSource } from './coverage/hashes';

export function encoderSource(): EncoderSource {
  return encoderIn(readFileSync(join(__dirname, 'encoder.bin')));
}
