/** The command line as a part of the process that a test runs in. */
import { Readable, Writable } from 'node:stream';
import { errorLine, run } from '../../src/cli/run';

export interface Surroundings {
  readonly cwd: string;
  readonly input: string | Uint8Array;
  readonly environment: NodeJS.ProcessEnv;
}

/** What it writes to standard output and to standard error, and its exit status. */
export async function runInProcess(words: readonly string[], { cwd, input, environment }: Surroundings) {
  const stdout = new Collector();
  const stderr = new Collector();
  let status = 2;
  try {
    status = await run(words, {
      cwd,
      stdin: Readable.from([Buffer.from(input)]),
      stdout: stdout as unknown as NodeJS.WriteStream,
      stderr: stderr as unknown as NodeJS.WriteStream,
      environment,
    });
  } catch (error) {
    stderr.write(errorLine(error));
  }
  return { status, signal: null, stdout: stdout.text(), stderr: stderr.text() };
}

/** No terminal: keeps what is written. */
class Collector extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
