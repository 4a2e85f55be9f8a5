/** Starts the command line (`advocacy COMMAND`), or a thread that helps it. */
import { isMainThread } from 'node:worker_threads';
import { UsageError } from './arguments';
import type { CommandIo } from './command-run';
import { errorLine, run } from './run';

function fail(error: unknown): void {
  process.stderr.write(errorLine(error));
  process.exitCode = 2;
}

/** Ends the process: silently if the reader has closed the pipe ("| head"), with a message and status 2 otherwise. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  const end = (reason: string): void => {
    // Further output would fail as well.
    process.stderr.write(`advocacy: The output could not be written: ${reason}.\n`, () => process.exit(2));
  };
  import('../disk/node-files').then(
    ({ explain }) => end(explain(error)),
    () => end(String(error.code)),
  );
}

/** The standard output, with one handling of errors: writing to a file throws, and to a pipe emits an event. */
function outputOf({ stdout }: NodeJS.Process): NodeJS.WriteStream {
  stdout.on('error', outputFailed);
  const write = stdout.write.bind(stdout) as (...given: unknown[]) => boolean;
  let failed = false;
  stdout.write = (...given: unknown[]): boolean => {
    try {
      return !failed && write(...given);
    } catch (error) {
      // An error without a code is not one of the output.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      failed = true;
      outputFailed(error as NodeJS.ErrnoException);
      return false;
    }
  };
  return stdout;
}

/** @throws UsageError if it was deleted, or cannot be read */
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
  // Without this, an uncaught error would end with status 1, as findings do.
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  process.stderr.on('error', () => undefined);
  const { stderr, env: environment } = process;
  const stdout = outputOf(process);
  const io: CommandIo = {
    get cwd() {
      return currentFolder();
    },
    // Reading the property opens standard input.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    environment,
  };
  // Saves the time that freeing all objects would take.
  process.once('beforeExit', () => process.exit());
  run(process.argv.slice(2), io).then((status) => {
    process.exitCode = status;
  }, fail);
}

// The threads that help with many drafts run this same file.
if (isMainThread) start();
else import('./pool-thread').then(({ serveThread }) => serveThread());
