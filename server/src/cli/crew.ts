import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Pictures } from '../rules/types';
import { WORD_ENDING } from '../word-names';
import type { VerdictCache } from './cache';
import { type Input, UNNAMED } from './inputs';
import { judge, type Question, together, type Verdict } from './judge';
import { type Asked, picturesOf, recording } from './pictures';
import type { OpenedDraft, Session } from './session';

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

export interface CrewOptions<Q extends Question> {
  /** How many threads work at most, this one included; as many as there are cores by default, when it is worth it. */
  readonly threads?: number | undefined;
  readonly cache?: VerdictCache<Q> | undefined;
}

/** Helpers are started when there has been work for so long, in seconds, and this many drafts are left. */
const PATIENCE = 0.25;
const WORTH_IT = 8;
/** With so many left, they are started as soon as one is to be judged. */
const MANY = 50;
/** A draft of so many characters is judged by two threads, each with its part of the rules, where nothing else waits. */
const LARGE = 200_000;
/** Tasks that a helper has at hand, so that it never waits for the next. */
const AT_HAND = 2;

interface Entry<Q extends Question> {
  readonly id: number;
  readonly opened: OpenedDraft;
  helper?: Helper | undefined;
  verdict?: Verdict<Q> | undefined;
  /** Of a verdict that is new. */
  asked?: Asked;
  /** What this thread found with its part of the rules, while a helper looks with the other. */
  half?: Verdict<Q>;
  /** Whether it was tried to share it out, and the helper was lost. */
  isForOne?: boolean;
}

interface Helper {
  readonly worker: Worker;
  busy: number;
}

/**
 * Judges drafts in the order in which they come, on as many threads as help. This thread works, too; only so many
 * drafts are held at a time, so that memory does not grow with their number.
 */
export async function* judgeAll<Q extends Question>(
  session: Session,
  drafts: AsyncGenerator<OpenedDraft>,
  question: Q,
  { threads, cache }: CrewOptions<Q> = {},
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
    isFile(input) ? picturesOf(input.path, project, session.surroundings.cwd) : undefined;
  const give = (): void => {
    for (const helper of helpers) {
      while (helper.busy < AT_HAND) {
        const entry = queue.find(isWaiting);
        if (!entry || isShared(entry)) return;
        send(entry, helper, question);
      }
    }
  };
  const hire = (): Helper => {
    const worker = new Worker(join(__dirname, 'cli.js'), {
      argv: process.argv.slice(2),
      resourceLimits: { stackSizeMb: 1 },
    });
    const helper: Helper = { worker, busy: 0 };
    worker.on('message', ({ id, verdict, asked }: Answer) => {
      helper.busy--;
      const entry = queue.find((candidate) => candidate.id === id);
      if (entry?.half) {
        entry.verdict = together([entry.half, verdict]) as Verdict<Q>;
        entry.asked = [...(entry.asked ?? []), ...asked];
      } else if (entry) {
        entry.verdict = verdict as Verdict<Q>;
        entry.asked = asked;
      }
      give();
      wake();
    });
    // Whatever happened to it, what it had is done here.
    const lost = (): void => {
      helpers = helpers.filter((other) => other !== helper);
      for (const entry of queue) {
        if (entry.helper !== helper) continue;
        entry.helper = undefined;
        if (entry.half) entry.isForOne = true;
        delete entry.half;
      }
      wake();
    };
    worker.on('error', lost);
    worker.on('exit', lost);
    helpers.push(helper);
    return helper;
  };
  const send = (entry: Entry<Q>, helper: Helper, asked: Question): void => {
    entry.helper = helper;
    helper.busy++;
    const { text, input } = entry.opened;
    helper.worker.postMessage({
      id: entry.id,
      text,
      path: input.path,
      isFile: isFile(input),
      shown: input.shown,
      question: asked,
    } satisfies Task);
  };
  const isShared = ({ opened, isForOne }: Entry<Q>): boolean =>
    !isForOne &&
    isForTwo({
      question,
      length: opened.text.length,
      helpers: most,
      left: session.remaining + queue.filter(isWaiting).length,
    });
  /** Whoever looks at the other half of a draft. */
  const partnerFor = (entry: Entry<Q>): Helper | undefined => {
    if (!isShared(entry)) return undefined;
    return helpers.length === 0 ? hire() : helpers.find(({ busy }) => busy === 0);
  };

  try {
    for (;;) {
      while (queue[0]?.verdict !== undefined) {
        const { opened, verdict, asked } = queue.shift()!;
        if (asked) cache?.put(opened, verdict!, asked, isFile(opened.input));
        yield { opened, verdict: verdict! };
      }
      const isLong =
        (process.uptime() - started > PATIENCE && session.remaining >= WORTH_IT) ||
        (session.remaining >= MANY && queue.some(isWaiting));
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
        const partner = partnerFor(mine);
        if (partner && question.what === 'findings') {
          send(mine, partner, { ...question, part: 'coverage' });
          mine.half = judge(text, project, input.shown, { ...question, part: 'rest' }, seen?.pictures);
        } else mine.verdict = judge(text, project, input.shown, question, seen?.pictures);
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
 * Whether this thread judges a draft together with a helper, each with its part of the rules: a long one that is the
 * last.
 *
 * @param length in characters
 * @param left how many drafts are still to be judged, this one included
 */
export function isForTwo({
  question,
  length,
  helpers,
  left,
}: {
  readonly question: Question;
  readonly length: number;
  readonly helpers: number;
  readonly left: number;
}): boolean {
  return question.what === 'findings' && length >= LARGE && helpers > 0 && left <= 1;
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
