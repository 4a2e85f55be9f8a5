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

/** What goes to a helper. */
export interface Task {
  readonly id: number;
  readonly text: string;
  readonly path: string;
  /** Whether it was read from there: beside a text of standard input nothing is looked for without a name. */
  readonly isFile: boolean;
  readonly shown: string;
  readonly question: Question;
}

/** What comes back from one. */
export interface Answer {
  readonly id: number;
  readonly verdict: Verdict<Question>;
  /** What the verdict rests on besides the text. */
  readonly asked: Asked;
}

interface PoolOptions<Q extends Question> {
  /** How many threads work at most, this one included; as many as there are cores by default, when it is worth it. */
  readonly threads?: number | undefined;
  readonly cache?: VerdictCache<Q> | undefined;
}

/** Helpers are started when there has been work for so long, in seconds, and this many drafts are left. */
const PATIENCE = 0.25;
const WORTH_IT = 8;
/** With so many left, they are started as soon as one is to be judged. */
const MANY = 50;
/** Tasks that a helper has at hand, so that it never waits for the next. */
const AT_HAND = 2;

interface Entry<Q extends Question> {
  readonly id: number;
  readonly opened: OpenedDraft;
  helper?: Helper | undefined;
  verdict?: Verdict<Q> | undefined;
  /** Of a verdict that is new. */
  asked?: Asked;
}

interface Helper {
  readonly worker: Worker;
  busy: number;
}

/**
 * Judges drafts in the order in which they come, on as many threads as help. This thread works, too; only so many
 * drafts are held at a time, so that memory does not grow with their number.
 */
export async function* verdictsOn<Q extends Question>(
  run: { readonly remaining: number; readonly io: { readonly cwd: string } },
  drafts: AsyncGenerator<OpenedDraft>,
  question: Q,
  { threads, cache }: PoolOptions<Q>,
): AsyncGenerator<{ readonly opened: OpenedDraft; readonly verdict: Verdict<Q> }> {
  // Seconds since the start of the process: `performance` would be loaded for it.
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
    // Whatever happened to it, what it had is done here.
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
        // Lets answers of the helpers in.
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
 * Whether a draft has a place beside which its pictures can be looked for: what standard input has without a name has
 * none, and the pictures of a Word document are in it.
 */
function isFile({ stdin, shown, path }: Input): boolean {
  return stdin ? shown !== UNNAMED : !WORD_ENDING.test(path);
}

function isWaiting(entry: Entry<Question>): boolean {
  return entry.helper === undefined && entry.verdict === undefined;
}
