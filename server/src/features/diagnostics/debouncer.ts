/** The longest wait, in ms, for another change of a burst. A key that is held down repeats every 30 ms. */
const SETTLE = 40;
/** The shortest such wait, in ms. */
const SOONEST = 26;
/** The wait for the next change is this many times the interval between the last two. */
const RHYTHM = 1.3;
/**
 * A change that is handled within this many ms of an answer may have been queued behind it, so it does not end a burst.
 */
const QUEUED = 10;
/** Waits shorter than this, in ms, are skipped. */
const NO_WAIT = 4;

/** Time and timers, which tests can replace. */
export interface Clock {
  /** Milliseconds since an arbitrary start. */
  now(): number;
  /** Calls back after `ms` milliseconds. Returns a function that cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back after one turn of the event loop without a message. Returns a function that cancels it. */
  soon(callback: () => void): () => void;
}

interface Burst {
  lastChange: number;
  /** When the last answer was given, by the clock. */
  answered: number;
  /** How long, in ms, the next answer waits for another change. It is halved each time that none comes. */
  patience: number;
  /** The scheduled answer, and how long it waits in ms; undefined where the last change has been answered. */
  pending: { readonly cancel: () => void; readonly wait: number } | undefined;
  waiting: (() => void)[];
}

/**
 * Decides when a changed document is judged: at once after a rest, and otherwise at the end of a burst of changes, so
 * that a burst has at most two answers. Documents do not affect each other.
 *
 * Whether a burst is over shows only when no change comes for a little longer than the interval before. A program that
 * edits, waits for the findings and edits again would be slowed down by this: where no change came during the wait and
 * the next one follows right on the answer, the wait is halved each time. It is reset after a rest, after a change that
 * came during a wait, and after one that did not follow right on the answer.
 */
export class Debouncer {
  readonly #bursts = new Map<string, Burst>();

  /** @param answer judges the document of a key; never called after `forget` */
  constructor(
    private readonly answer: (key: string) => void,
    private readonly clock: Clock,
  ) {}

  /** To be called for each change of a document. */
  changed(key: string): void {
    const now = this.clock.now();
    let burst = this.#bursts.get(key);
    let wait = burst ? waitAfter(now - burst.lastChange) : 0;
    if (!burst) {
      burst = { lastChange: now, answered: now, patience: SETTLE, pending: undefined, waiting: [] };
      this.#bursts.set(key, burst);
    } else if (burst.pending) {
      // Changes that arrive together, such as those of one command, get one answer.
      if (burst.pending.wait === 0) wait = 0;
      else burst.patience = SETTLE;
      burst.pending.cancel();
    } else if (now - burst.answered < QUEUED) {
      wait = burst.patience;
    } else {
      burst.patience = SETTLE;
      if (now - burst.lastChange >= SETTLE) wait = 0;
    }
    burst.lastChange = now;
    const run = this.#run.bind(this, key, burst);
    burst.pending = { cancel: wait === 0 ? this.clock.soon(run) : this.clock.after(wait, run), wait };
  }

  /** Gives the scheduled answer now. */
  flush(key: string): void {
    const burst = this.#bursts.get(key);
    if (!burst?.pending) return;
    burst.pending.cancel();
    this.#run(key, burst);
  }

  /** Resolves when no answer is scheduled for the document. */
  settled(key: string): Promise<void> {
    const burst = this.#bursts.get(key);
    if (!burst?.pending) return Promise.resolve();
    return new Promise((resolve) => burst.waiting.push(resolve));
  }

  /** Forgets a closed document, and resolves what waits for it. */
  forget(key: string): void {
    const burst = this.#bursts.get(key);
    if (!burst) return;
    burst.pending?.cancel();
    this.#bursts.delete(key);
    for (const resolve of burst.waiting) resolve();
  }

  #run(key: string, burst: Burst): void {
    const { wait } = burst.pending!;
    burst.pending = undefined;
    if (wait > 0) burst.patience = wait / 2 < NO_WAIT ? 0 : wait / 2;
    try {
      this.answer(key);
    } finally {
      burst.answered = this.clock.now();
      for (const resolve of burst.waiting.splice(0)) resolve();
    }
  }
}

/** How long, in ms, to wait for another change, given the interval between the last two. */
function waitAfter(gap: number): number {
  // Changes that were handled together say nothing of the rhythm of keys.
  return gap < QUEUED ? SETTLE : Math.min(SETTLE, Math.max(SOONEST, RHYTHM * gap));
}
