/**
 * Takes the place of `encoder-source.ts` in a browser, where no file is beside the script: whoever makes the worker gives
 * it the file that the server on Node reads, so that it is shipped once.
 */
import { encoderIn } from './encoder-bytes';
import type { EncoderSource } from './hashes';

let given: Uint8Array | undefined;

/** @param file `encoder.bin`; needed before the first text is read */
export function giveEncoder(file: Uint8Array): void {
  given = file;
}

export function encoderSource(): EncoderSource {
  if (!given) throw new Error('The worker was not given encoder.bin.');
  return encoderIn(given);
}
