/**
 * Starts the command line, `program.js` beside this file, whose compiled code is kept from one run to the next.
 */
import './switches';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { keepCode, keptCode, placeFor } from './kept-code';

/** The hash of `program.js`. */
declare const ADVOCACY_BUILD: string;

/** Commands that run often, and need most of the program. */
const OFTEN = ['check', 'coverage'];

/** In a run of so many milliseconds, the code has been made that a start needs. */
const SOON = 400;

const [command = ''] = process.argv.slice(2);
const place = OFTEN.includes(command) ? placeFor(command, ADVOCACY_BUILD, process.env) : undefined;
const kept = place && keptCode(place);
const path = join(__dirname, 'program.js');
const script = new Script(readFileSync(path, 'utf8'), {
  filename: path,
  ...(kept && { cachedData: kept }),
});
if (place && isMainThread && (!kept || script.cachedDataRejected)) {
  let isKept = false;
  const keep = (): void => {
    if (!isKept) keepCode(place, () => script.createCachedData());
    isKept = true;
  };
  process.on('exit', keep);
  // What was made of the program after a thousand drafts makes a start longer than what was made for the first ones.
  setTimeout(keep, SOON).unref();
}
script.runInThisContext()(exports, require, module, path, __dirname);
