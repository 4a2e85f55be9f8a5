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

const [command = ''] = process.argv.slice(2);
const place = OFTEN.includes(command) ? placeFor(command, ADVOCACY_BUILD, process.env) : undefined;
const kept = place && keptCode(place);
const path = join(__dirname, 'program.js');
const script = new Script(readFileSync(path, 'utf8'), {
  filename: path,
  ...(kept && { cachedData: kept }),
});
if (place && isMainThread && (!kept || script.cachedDataRejected)) {
  process.on('exit', () => keepCode(place, () => script.createCachedData()));
}
script.runInThisContext()(exports, require, module, path, __dirname);
