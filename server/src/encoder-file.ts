/**
 * Takes the place of `coverage/encoder-source.ts` on Node: the encoder is read from a file beside this one when a first
 * text is read, and its source is not kept, which saves every server some three megabytes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncoderSource } from './coverage/hashes';

export function encoderSource(): EncoderSource {
  return JSON.parse(readFileSync(join(__dirname, 'encoder.json'), 'utf8')) as EncoderSource;
}
