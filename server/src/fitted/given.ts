/**
 * Takes the place of `fitted.ts` in a browser, where no file is beside the script: whoever makes the worker gives it the
 * file that the server on Node reads, so that it is shipped once.
 */
import { type Fitted, fittedIn } from './bytes';

let given: Fitted | undefined;

/** @param file `encoder.bin`; needed before the first text is read */
export function giveFitted(file: Uint8Array): void {
  given = fittedIn(file);
}

export function fitted(): Fitted {
  if (!given) throw new Error('The worker was not given encoder.bin.');
  return given;
}
