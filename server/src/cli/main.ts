/** The command line: `advocacy COMMAND`. What a command needs is loaded when it is called, so that each starts fast. */
import { isMainThread } from 'node:worker_threads';
import { didYouMean } from '../data-files/nearest';
import { harmless } from '../text/plain-output';
import { VERSION } from '../version';
import { type Arguments, readArguments, UsageError } from './arguments';
import type { Surroundings } from './command-run';
import { COMMANDS, helpFor } from './help';

type Command = (given: Arguments, surroundings: Surroundings) => Promise<number>;

const COMMAND_CODE: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check')).check,
  coverage: async () => (await import('./commands/coverage')).coverage,
  export: async () => (await import('./commands/export')).exportDrafts,
  import: async () => (await import('./commands/import-word')).importDocuments,
  new: async () => (await import('./commands/new')).newDraft,
  init: async () => (await import('./commands/init')).init,
  rules: async () => (await import('./commands/rules')).rules,
  explain: async () => (await import('./commands/rules')).explain,
  lsp: async () => (await import('./commands/lsp')).lsp,
};

/** Runs a command line and returns its exit status. */
async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [command, ...rest] = words;
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    surroundings[command === undefined ? 'stderr' : 'stdout'].write(helpFor(rest[0]));
    return command === undefined ? 2 : 0;
  }
  if (command === '--version' || command === '-V') {
    surroundings.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const shape = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  const load = COMMAND_CODE[command];
  if (!shape || !load) {
    const suggestion = didYouMean(command, Object.keys(COMMANDS)) || ' See “advocacy --help”.';
    const what = command.startsWith('-') ? 'option' : 'command';
    throw new UsageError(`There is no ${what} “${command}”.${suggestion}`);
  }
  const given = readArguments(command, rest, shape.options);
  if (given.on('help')) {
    surroundings.stdout.write(helpFor(command));
    return 0;
  }
  return (await load())(given, surroundings);
}

/** How many places of the code are named with an error that nobody foresaw. */
const PLACES = 5;

/** Tells a mistake in one line; what nobody foresaw, with where it happened, for a report of the bug. */
function fail(error: unknown): void {
  const text =
    error instanceof UsageError
      ? error.message
      : `This is a mistake in advocacy itself; please report it. ${traceOf(error)}`;
  process.stderr.write(`${harmless(`advocacy: ${text}`)}\n`);
  process.exitCode = 2;
}

/** What was thrown, and the innermost places that it came from. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [String(error), ...places.slice(0, PLACES).map((place) => place.trim())].join(' ');
}

/** Ends the process: a reader that has seen enough ("| head") is no mistake, and a disk that is full is not ours. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  const told = (reason: string): void => {
    // What is still to come would fail as well.
    process.stderr.write(`advocacy: The output could not be written: ${reason}.\n`, () => process.exit(2));
  };
  import('../disk/node-files').then(
    ({ explain }) => told(explain(error)),
    () => told(String(error.code)),
  );
}

/** The standard output, which fails in one way: to a file, a write that fails throws; elsewhere, it is told of later. */
function outputOf({ stdout }: NodeJS.Process): NodeJS.WriteStream {
  stdout.on('error', outputFailed);
  const write = stdout.write.bind(stdout) as (...given: unknown[]) => boolean;
  let failed = false;
  stdout.write = (...given: unknown[]): boolean => {
    try {
      return !failed && write(...given);
    } catch (error) {
      // What has no code is no failure of the output.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      failed = true;
      outputFailed(error as NodeJS.ErrnoException);
      return false;
    }
  };
  return stdout;
}

/** @throws UsageError where it was deleted, or may not be looked at */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'is not there any more' : `cannot be found (${code})`;
    throw new UsageError(`The folder that you are in ${why}. Change to another one.`);
  }
}

function start(): void {
  // What is thrown where nobody waits for it, as on an answer of a thread, ends the run: without this, as if there
  // were findings.
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  process.stderr.on('error', () => undefined);
  const { stderr, env: environment } = process;
  const stdout = outputOf(process);
  const surroundings: Surroundings = {
    get cwd() {
      return currentFolder();
    },
    // Looking at it opens it.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    environment,
  };
  // Nothing is left to do: what is in memory needs no freeing, one object after the other.
  process.once('beforeExit', () => process.exit());
  run(process.argv.slice(2), surroundings).then((status) => {
    process.exitCode = status;
  }, fail);
}

// The threads that help with many drafts run this same file.
if (isMainThread) start();
else import('./pool-thread').then(({ serveThread }) => serveThread());
