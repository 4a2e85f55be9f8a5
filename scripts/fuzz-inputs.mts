/**
 * Feeds the product broken files of every kind that it reads, and reports each kind of failure: unexpected errors,
 * unhandled rejections, and more than two seconds of processor time.
 *
 *     npm run fuzz -- [--count N | --seconds T] [--seed S] [--kind NAME] [--only INDEX]
 *
 * The same SEED (1) makes the same inputs, N (1,000) of them, of each kind in turn; or as many of each kind as are read in
 * T seconds. None may take more than 2 s of processor time or 700 MB. Each failure is named on standard error as it comes,
 * and all of them at the end. `--only` reads a single one again and writes it to standard output.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { random } from '../server/test/draft/hostile';
import type { Target } from '../server/test/fuzz/targets';

/** The processor time from which an input counts as a hang, in milliseconds. */
const MOST_TIME = 2_000;
/** The heap of a process that reads inputs, in MB. */
const MOST_MEMORY = 700;
/** How long to wait for an input, in milliseconds, as other work may slow it down. */
const PATIENCE = 60_000;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
    only: { type: 'string' },
  },
});
const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
const count = seconds === undefined ? Number(values.count) : Number.POSITIVE_INFINITY;
const seed = Number(values.seed);

interface Failure {
  readonly index: number;
  readonly kind: string;
  readonly problem: string;
}

const chosen = async (): Promise<readonly Target[]> => {
  // Not by whoever only starts the processes that read inputs: all of the product comes with it.
  const { targets } = await import('../server/test/fuzz/targets');
  const all = await targets();
  const found = all.filter(({ name }) => values.kind === undefined || name === values.kind);
  if (found.length === 0) throw new Error(`There are ${all.map(({ name }) => name).join(', ')}.`);
  return found;
};

/** Random numbers for an input. Those of neighbouring inputs must not be alike. */
const randomFor = (index: number) => random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));

/** The processor time of this process in milliseconds, as the clock means little on a busy machine. */
const computed = (): number => process.cpuUsage().user / 1000;

async function takeOne(target: Target, index: number): Promise<string | undefined> {
  const input = target.make(randomFor(index));
  const before = computed();
  try {
    await target.take(input);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const time = computed() - before;
  return time > MOST_TIME ? `took ${Math.round(time)} ms` : undefined;
}

/** Runs in a process of its own: reads inputs from one on, and sends a message after each. */
async function work(from: number): Promise<void> {
  let lost: string | undefined;
  process.on('unhandledRejection', (reason) => {
    lost = `unhandled: ${reason instanceof Error ? reason.stack : String(reason)}`;
  });
  const all = await chosen();
  const until = seconds === undefined ? undefined : Number(process.env.FUZZ_UNTIL);
  for (let index = from; index < count && (until === undefined || Date.now() < until); index++) {
    const target = all[index % all.length]!;
    // Between two tasks messages are sent, and what weak references have led to in the last one is given up.
    await new Promise((resolve) => setImmediate(resolve));
    process.send!({ begun: index, kind: target.name });
    const problem = (await takeOne(target, index)) ?? lost;
    lost = undefined;
    if (problem !== undefined) process.send!({ index, kind: target.name, problem } satisfies Failure);
  }
  process.disconnect();
}

/** The kind of a failure: its message without what depends on the input, and the place in the code. */
function kindOf({ kind, problem }: Failure): string {
  const [message = '', ...stack] = problem.split('\n');
  const place = stack.find((line) => /server\/src|node_modules/.test(line))?.trim() ?? '';
  return `${kind}: ${message.replace(/\d+/g, 'N').slice(0, 200)} ${place.replace(/\(.*?(server\/src|node_modules)/, '($1')}`;
}

async function watch(): Promise<void> {
  const failures: Failure[] = [];
  const fail = (failure: Failure): void => {
    failures.push(failure);
    console.error(`${failure.kind}, input ${failure.index}: ${failure.problem.split('\n', 1)[0]}`);
  };
  const started = Date.now();
  // The process that reads inputs makes them, too.
  const all = seconds === undefined && values.kind === undefined ? [] : await chosen();
  const until = started + (seconds ?? 0) * 1000 * all.length;
  let taken = 0;
  for (let next = 0; next < count && (seconds === undefined || Date.now() < until); ) {
    let begun = { begun: next, kind: '' };
    const worker = fork(fileURLToPath(import.meta.url), process.argv.slice(2), {
      env: { ...process.env, FUZZ_FROM: `${next}`, FUZZ_UNTIL: `${until}` },
      execArgv: [...process.execArgv, `--max-old-space-size=${MOST_MEMORY}`],
    });
    let stuck: string | undefined;
    let timer = setTimeout(() => worker.kill('SIGKILL'), PATIENCE);
    worker.on('message', (message: Failure | typeof begun) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        stuck = 'did not end';
        worker.kill('SIGKILL');
      }, PATIENCE);
      if ('begun' in message) {
        begun = message;
        taken = message.begun + 1;
      } else fail(message);
    });
    const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
      worker.on('close', (...how) => done(how)),
    );
    clearTimeout(timer);
    if (code === 0) break;
    fail({
      index: begun.begun,
      kind: begun.kind,
      problem: stuck ?? `ended the process (${code ?? signal})`,
    });
    next = begun.begun + 1;
  }
  const kinds = grouped(failures);
  for (const [kind, [first, ...more]] of kinds) {
    console.log(`${kind}\n  input ${first!.index}${more.length > 0 ? ` and ${more.length} more` : ''}`);
    console.log(`${first!.problem.split('\n').slice(0, 8).join('\n  ')}\n`);
  }
  const time = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${taken} broken inputs (seed ${seed}): ${failures.length} failures of ${kinds.size} kinds; ${time} s.`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function grouped(failures: readonly Failure[]): Map<string, Failure[]> {
  const kinds = new Map<string, Failure[]>();
  for (const failure of failures) {
    const kind = kindOf(failure);
    kinds.set(kind, [...(kinds.get(kind) ?? []), failure]);
  }
  return kinds;
}

if (values.only !== undefined) {
  const index = Number(values.only);
  const all = await chosen();
  const target = all[index % all.length]!;
  process.stdout.write(target.make(randomFor(index)));
  console.error(`${target.name}: ${(await takeOne(target, index)) ?? 'taken'}`);
} else if (process.env.FUZZ_FROM !== undefined && process.send) await work(Number(process.env.FUZZ_FROM));
else await watch();
