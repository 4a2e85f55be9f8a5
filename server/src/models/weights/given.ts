/**
 * Replaces `index.ts` in a browser, where the script cannot read a file: the creator of the worker passes the file of
 * the server on Node, so that it is shipped once.
 */
import { type Fitted, fittedIn } from './bytes';

let given: Fitted | undefined;

/** @param file `encoder.bin`; must be given before the first text is read */
export function giveFitted(file: Uint8Array): void {
  given = fittedIn(file);
}

export function fitted(): Fitted {
  if (!given) throw new Error('The worker was not given encoder.bin.');
  return given;
}
