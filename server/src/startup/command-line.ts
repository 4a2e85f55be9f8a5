/** Starts the command line: `program.js` beside this file. */
import './command-line-switches';
import { join } from 'node:path';
import { startCached } from './start-cached';

/** Hash of the program. */
declare const ADVOCACY_BUILD: string;

/** Commands that run often and need most of the program. */
const OFTEN = ['check', 'coverage', 'export', 'import'];

const [command = ''] = process.argv.slice(2);
const path = join(__dirname, 'program.js');
startCached({ path, build: ADVOCACY_BUILD, name: OFTEN.includes(command) ? command : undefined, soon: 400 }, [
  exports,
  require,
  module,
  path,
  __dirname,
  false,
]);
