/** The command line: `advocacy COMMAND`, as a process or as a thread that helps one. */
import { isMainThread } from 'node:worker_threads';
import { UsageError } from './arguments';
import type { CommandIo } from './command-run';
import { run, toldOf } from './run';

function fail(error: unknown): void {
  process.stderr.write(toldOf(error));
  process.exitCode = 2;
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
  const io: CommandIo = {
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
  run(process.argv.slice(2), io).then((status) => {
    process.exitCode = status;
  }, fail);
}

// The threads that help with many drafts run this same file.
if (isMainThread) start();
else import('./pool-thread').then(({ serveThread }) => serveThread());
