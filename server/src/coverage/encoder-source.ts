/**
 * The encoder as it is used. The build replaces this file by what it exports, so that no start has to hash thousands of
 * entries; of these, only the hashes are shipped. On Node it is `encoder-file.ts` that is asked.
 */
import source from './encoder.json';
import { type EncoderSource, hashed } from './hashes';

export const encoderSource = (): EncoderSource => hashed(source);
