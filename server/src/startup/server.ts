/** Starts the server as a process: `program.js` beside this file. */
import './server-switches';
import { join } from 'node:path';
import { startCached } from './start-cached';

/** Hash of the program. */
declare const ADVOCACY_BUILD: string;

const path = join(__dirname, 'program.js');
// After `soon` milliseconds a first draft has been read.
startCached({ path, build: ADVOCACY_BUILD, name: 'server', soon: 2_000 }, [
  exports,
  require,
  module,
  path,
  __dirname,
  true,
]);
