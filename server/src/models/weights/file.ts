/** Replaces `index.ts` on Node: reads the weights from a file beside this one when they are first needed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fitted, fittedIn } from './bytes';

let read: Fitted | undefined;

export function fitted(): Fitted {
  read ??= fittedIn(readFileSync(join(__dirname, 'encoder.bin')));
  return read;
}
