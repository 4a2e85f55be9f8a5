/**
 * What is large of what judges: what was fitted, and the phrases of the lexicon. The build leaves it in `encoder.bin`, the same for all: `fitted-file.ts` reads that in this
 * file's place on Node, and `fitted-given.ts` in a browser. So no start has to hash thousands of entries, and of these only the
 * hashes are shipped.
 */
import claims from './claims/weights.json';
import encoder from './coverage/encoder.json';
import { hashed } from './coverage/hashes';
import head from './coverage/head.json';
import { lexiconPhrases } from './coverage/lexicon-source';
import type { Fitted } from './fitted-bytes';

let made: Fitted | undefined;

export function fitted(): Fitted {
  made ??= { encoder: hashed(encoder), head, claims, phrases: lexiconPhrases };
  return made;
}
