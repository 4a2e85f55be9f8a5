/** Takes the place of `fitted.ts` on Node: it is read from a file beside this one when a first text is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fitted, fittedIn } from './bytes';

let read: Fitted | undefined;

export function fitted(): Fitted {
  read ??= fittedIn(readFileSync(join(__dirname, 'encoder.bin')));
  return read;
}
