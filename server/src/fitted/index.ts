/**
 * What is large of what judges: what was fitted, and the phrases of the lexicon. The build leaves it in `encoder.bin`, the same for all: `file.ts` reads that in this
 * file's place on Node, and `given.ts` in a browser. So no start has to hash thousands of entries, and of these only the
 * hashes are shipped.
 */

import asides from './asides.json';
import type { Fitted } from './bytes';
import claims from './claims.json';
import encoder from './encoder.json';
import { hashed } from './hashes';
import head from './head.json';
import { lexiconPhrases } from './lexicon-source';

let made: Fitted | undefined;

export function fitted(): Fitted {
  made ??= { encoder: hashed(encoder), head, claims, asides, phrases: lexiconPhrases };
  return made;
}
