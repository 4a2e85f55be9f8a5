/** Quiet time in ms after which a burst is over, however slow it was. A repeated key comes every 30 ms. */
const SETTLE = 40;
/** The same at the least, however fast it was. */
const SOONEST = 26;
/** In a burst, the next change comes within so many times what the last one took. */
const RHYTHM = 1.3;
/** A change handled so few ms after an answer may have waited for it: it says nothing of a rest. */
const QUEUED = 10;
/** A wait in ms that is not worth a timer. */
const NO_WAIT = 4;

/** Time and timers, so that tests can have their own. */
export interface Clock {
  /** In ms, from any start. */
  now(): number;
  /** Calls back after `ms`; the result cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back when no message has arrived for one turn of the event loop; the result cancels it. */
  soon(callback: () => void): () => void;
}

interface Burst {
  lastChange: number;
  /** When the last answer was given. */
  answered: number;
  /** How long the next answer in the burst waits for another change, in ms: less each time that it waited in vain. */
  patience: number;
  /** The answer that is to come, and how long it waits; none: the last change has been answered. */
  pending: { readonly cancel: () => void; readonly wait: number } | undefined;
  waiting: (() => void)[];
}

/**
 * Decides when a changed document is judged again: the first change after a rest at once, then not before the burst
 * is over, so that a burst has at most two answers. One for all documents, which do not disturb each other.
 *
 * To see whether a burst is over takes waiting for another change: a little longer than the one before took. Where none came, and the next one follows right on
 * the answer, somebody waits for us and not we for them (a program that edits and looks at the findings): the wait is
 * halved each time, and is whole again after a rest, a change that it was good for, or one that did not wait for us.
 */
export class Debouncer {
  readonly #bursts = new Map<string, Burst>();

  /** `answer` is called with the document's key, and never for one that was forgotten. */
  constructor(
    private readonly answer: (key: string) => void,
    private readonly clock: Clock,
  ) {}

  /** Says that a document changed. */
  changed(key: string): void {
    const now = this.clock.now();
    let burst = this.#bursts.get(key);
    let wait = burst ? waitAfter(now - burst.lastChange) : 0;
    if (!burst) {
      burst = { lastChange: now, answered: now, patience: SETTLE, pending: undefined, waiting: [] };
      this.#bursts.set(key, burst);
    } else if (burst.pending) {
      // Changes that arrive together, as those of one command do, have one answer.
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

  /** Answers what is pending now, without waiting for the end of the burst. */
  flush(key: string): void {
    const burst = this.#bursts.get(key);
    if (!burst?.pending) return;
    burst.pending.cancel();
    this.#run(key, burst);
  }

  /** Resolves when nothing is pending for the document: at once after a rest, else at the end of the burst. */
  settled(key: string): Promise<void> {
    const burst = this.#bursts.get(key);
    if (!burst?.pending) return Promise.resolve();
    return new Promise((resolve) => burst.waiting.push(resolve));
  }

  /** Drops a document that was closed; whoever waits for it is let go. */
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

/** How long to wait for the change after one that came `gap` ms after another. */
function waitAfter(gap: number): number {
  // What was handled at one time tells nothing of the rhythm.
  return gap < QUEUED ? SETTLE : Math.min(SETTLE, Math.max(SOONEST, RHYTHM * gap));
}
