// Runs the tests of the user interface (client/test/ui) with mocha, in a VS Code with the installed .vsix.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { root } from './install.mjs';
import { installVsix, temporaryFolder } from './server.mjs';
import type { Score } from './test.mjs';

export interface FlowOptions {
  readonly host: string;
  readonly vsix: string;
  readonly grep: string | undefined;
}

const folder = join(root, 'client/test/ui');
/** How many processes share the files: a window mostly waits for one thread of its browser. */
const LANES = 2;

/** Runs the tests of all files in processes side by side, each with a VS Code of its own, and prints what each said. */
export async function runFlows(options: FlowOptions): Promise<Score> {
  const scores = await Promise.all(lanes().map((files, lane) => inProcess(files, options, lane === 0)));
  return {
    passed: scores.reduce((sum, { passed }) => sum + passed, 0),
    failed: scores.reduce((sum, { failed }) => sum + failed, 0),
    failures: scores.flatMap(({ failures }) => failures),
  };
}

/** The files for each process, of about the same length in all. */
function lanes(): readonly (readonly string[])[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ({ name, bytes: statSync(join(folder, name)).size }))
    .sort((a, b) => b.bytes - a.bytes);
  const shares = Array.from({ length: LANES }, () => ({ bytes: 0, names: [] as string[] }));
  for (const { name, bytes } of files) {
    const least = shares.reduce((a, b) => (b.bytes < a.bytes ? b : a));
    least.names.push(name);
    least.bytes += bytes;
  }
  return shares.map(({ names }) => names);
}

/** Runs the tests of some files in a process, whose output is shown at once or at its end. */
async function inProcess(
  files: readonly string[],
  { host, vsix, grep }: FlowOptions,
  shown: boolean,
): Promise<Score> {
  const results = join(temporaryFolder('results'), 'score.json');
  const child = spawn(
    process.execPath,
    [
      join(root, 'scripts/test-vscode.mjs'),
      ...['--flows', files.join(','), '--host', host, '--vsix', vsix],
      ...(grep === undefined ? [] : ['--grep', grep]),
    ],
    {
      env: { ...process.env, TEST_RESULTS: results },
      stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    },
  );
  const end = (): void => void child.kill();
  process.once('exit', end);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const status = await new Promise((done) => child.on('error', done).on('close', done));
  process.removeListener('exit', end);
  console.log(printed);
  try {
    return JSON.parse(readFileSync(results, 'utf8')) as Score;
  } catch {
    return { passed: 0, failed: 1, failures: [`${files.join(', ')}: broke off with ${status}`] };
  }
}

/** Installs the .vsix as a user does, and runs the tests of some files in windows of one server. */
export async function runFlowFiles(files: readonly string[], options: FlowOptions): Promise<Score> {
  const data = temporaryFolder('data');
  installVsix(options.host, data, options.vsix);
  // In the environment, as mocha cannot pass values to test files.
  process.env.ADVOCACY_TEST_HOST = options.host;
  process.env.ADVOCACY_TEST_DATA = data;
  const mocha = new Mocha({
    timeout: 400_000,
    retries: 1,
    reporter: 'spec',
    ...(options.grep === undefined ? {} : { grep: options.grep }),
  });
  for (const name of files) mocha.addFile(join(folder, name));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed, failures }));
    runner.on('fail', (test: Mocha.Test, error: Error) => {
      failures.push(`${test.fullTitle()}: ${error.message}`);
    });
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      console.log(
        `    ↻ ${test.fullTitle()}: failed at first, and is tried again\n${error.stack ?? error.message}`,
      );
    });
  });
}
