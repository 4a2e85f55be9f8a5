import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { WORD_ENDING } from '../files/endings';
import type { Pictures } from '../rules/types';
import type { VerdictCache } from './cache';
import { type Input, UNNAMED } from './inputs';
import type { OpenedDraft } from './opened-draft';
import { type Asked, picturesOf, recording } from './pictures';
import { type Question, type Verdict, verdictOn } from './verdict';

/** What a helper thread gets. */
export interface Task {
  readonly id: number;
  readonly text: string;
  readonly path: string;
  /** Whether the text was read from this file. For standard input without a name, no pictures are looked for. */
  readonly isFile: boolean;
  readonly shown: string;
  readonly question: Question;
}

/** What a helper thread returns. */
export interface Answer {
  readonly id: number;
  readonly verdict: Verdict<Question>;
  /** The pictures that the verdict depends on. */
  readonly asked: Asked;
}

interface PoolOptions<Q extends Question> {
  /** The most threads, including this one; by default as many as there are cores, where it is worth it. */
  readonly threads?: number | undefined;
  readonly cache?: VerdictCache<Q> | undefined;
}

/** Helpers are started after this many seconds of work, where this many drafts are left. */
const PATIENCE = 0.25;
const WORTH_IT = 8;
/** With this many drafts left, helpers are started at once. */
const MANY = 50;
/** The number of tasks that a helper has queued, so that it never waits for the next. */
const AT_HAND = 2;

interface Entry<Q extends Question> {
  readonly id: number;
  readonly opened: OpenedDraft;
  helper?: Helper | undefined;
  verdict?: Verdict<Q> | undefined;
  /** The pictures that a new verdict depends on. */
  asked?: Asked;
}

interface Helper {
  readonly worker: Worker;
  busy: number;
}

/**
 * Judges drafts on several threads, this one included, and yields the verdicts in the order of the drafts. Only a
 * limited number of drafts is held at a time, so that memory does not grow with their number.
 */
export async function* verdictsOn<Q extends Question>(
  run: { readonly remaining: number; readonly io: { readonly cwd: string } },
  drafts: AsyncGenerator<OpenedDraft>,
  question: Q,
  { threads, cache }: PoolOptions<Q>,
): AsyncGenerator<{ readonly opened: OpenedDraft; readonly verdict: Verdict<Q> }> {
  // Seconds since the start of the process. `performance` would have to be loaded.
  const started = process.uptime();
  const most = (threads ?? availableParallelism()) - 1;
  const queue: Entry<Q>[] = [];
  let helpers: Helper[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  let count = 0;

  const picturesFor = ({ input, project }: OpenedDraft): Pictures | undefined =>
    isFile(input) ? picturesOf(input.path, project, run.io.cwd) : undefined;
  const give = (): void => {
    for (const helper of helpers) {
      while (helper.busy < AT_HAND) {
        const entry = queue.find(isWaiting);
        if (!entry) return;
        send(entry, helper);
      }
    }
  };
  const hire = (): void => {
    const worker = new Worker(join(__dirname, 'cli.js'), {
      argv: process.argv.slice(2),
      resourceLimits: { stackSizeMb: 1 },
    });
    const helper: Helper = { worker, busy: 0 };
    worker.on('message', ({ id, verdict, asked }: Answer) => {
      helper.busy--;
      const entry = queue.find((candidate) => candidate.id === id);
      if (entry) {
        entry.verdict = verdict as Verdict<Q>;
        entry.asked = asked;
      }
      give();
      wake();
    });
    // Where a helper fails, its tasks are done on this thread.
    const lost = (): void => {
      helpers = helpers.filter((other) => other !== helper);
      for (const entry of queue) if (entry.helper === helper) entry.helper = undefined;
      wake();
    };
    worker.on('error', lost);
    worker.on('exit', lost);
    helpers.push(helper);
  };
  const send = (entry: Entry<Q>, helper: Helper): void => {
    entry.helper = helper;
    helper.busy++;
    const { text, input } = entry.opened;
    helper.worker.postMessage({
      id: entry.id,
      text,
      path: input.path,
      isFile: isFile(input),
      shown: input.shown,
      question,
    } satisfies Task);
  };

  try {
    for (;;) {
      while (queue[0]?.verdict !== undefined) {
        const { opened, verdict, asked } = queue.shift()!;
        if (asked) cache?.put(opened, verdict!, asked, isFile(opened.input));
        yield { opened, verdict: verdict! };
      }
      const isLong =
        (process.uptime() - started > PATIENCE && run.remaining >= WORTH_IT) ||
        (run.remaining >= MANY && queue.some(isWaiting));
      if (helpers.length === 0 && !ended && most > 0 && (threads !== undefined || isLong)) {
        for (let i = 0; i < most; i++) hire();
      }
      if (!ended && queue.length < 1 + helpers.length * AT_HAND * 4) {
        const next = await drafts.next();
        if (next.done) ended = true;
        else {
          const opened = next.value;
          queue.push({ id: count++, opened, verdict: cache?.get(opened, picturesFor(opened)) });
          give();
        }
        continue;
      }
      if (queue.length === 0) return;
      const mine = queue.find(isWaiting);
      if (mine) {
        const { text, project, input } = mine.opened;
        const there = picturesFor(mine.opened);
        const seen = there && recording(there);
        mine.verdict = verdictOn(text, project, input.shown, question, seen?.pictures);
        mine.asked = seen?.asked() ?? [];
        // Lets answers of the helpers arrive.
        if (helpers.length > 0) await new Promise((turn) => setImmediate(turn));
      } else {
        await new Promise<void>((answered) => {
          wake = answered;
        });
      }
    }
  } finally {
    const all = helpers;
    helpers = [];
    await Promise.all(all.map(({ worker }) => worker.terminate()));
    await drafts.return(undefined);
  }
}

/**
 * Whether pictures can be looked for beside a draft: not for standard input without a name, nor for a Word document,
 * which contains its pictures.
 */
function isFile({ stdin, shown, path }: Input): boolean {
  return stdin ? shown !== UNNAMED : !WORD_ENDING.test(path);
}

function isWaiting(entry: Entry<Question>): boolean {
  return entry.helper === undefined && entry.verdict === undefined;
}
